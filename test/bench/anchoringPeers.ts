/** Other ways of finding a passage again, to measure ours beside: what they publish, stated again. */
import search from 'approx-string-match';
import { diff_match_patch } from 'diff-match-patch';
import type { Target } from '../../src/core/annotation/annotation.js';
import type { Span } from '../../src/core/text/span.js';

/** Undefined where nothing was found. */
export type FindPassage = (target: Target) => Span | undefined;

export interface Peer {
  readonly name: string;
  /** Whether it is given the text that the passages were marked in. */
  readonly hasBefore: boolean;
  prepare(text: string, before: string): FindPassage;
}

/** Weights of hypothesis/client, match-quote.ts: 50 for the quotation, 20 for what stands before and after it, 2 for where it was. */
const QUOTE = 50;
const CONTEXT = 20;
const POSITION = 2;
const MOST_ERRORS = 256;

interface Match extends Span {
  readonly errors: number;
}

/** All exact places; only where there is none, those with the fewest errors, up to half of the quotation. The best score wins. */
const hypothesis: Peer = {
  name: "Hypothesis' rules and weights",
  hasBefore: false,
  prepare: (text) => (target) => {
    const { quote } = target;
    const exact = exactPlaces(text, quote);
    const matches = exact.length > 0 ? exact : search(text, quote, Math.min(MOST_ERRORS, quote.length / 2));
    let best: Match | undefined;
    let most = -1;
    for (const match of matches) {
      const score = scoreOf(text, target, match);
      if (score <= most) continue;
      most = score;
      best = match;
    }
    return best;
  },
};

function exactPlaces(text: string, quote: string): readonly Match[] {
  const places: Match[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    places.push({ start: at, end: at + quote.length, errors: 0 });
  }
  return places;
}

function scoreOf(text: string, { quote, prefix, suffix, start }: Target, match: Match): number {
  const before = likeness(text.slice(Math.max(0, match.start - prefix.length), match.start), prefix);
  const after = likeness(text.slice(match.end, match.end + suffix.length), suffix);
  const near = 1 - Math.abs(match.start - start) / text.length;
  const words = QUOTE * (1 - match.errors / quote.length);
  return (words + CONTEXT * before + CONTEXT * after + POSITION * near) / (QUOTE + 2 * CONTEXT + POSITION);
}

function likeness(text: string, wanted: string): number {
  if (wanted === '' || text === '') return wanted === '' ? 1 : 0;
  const [match] = search(text, wanted, wanted.length);
  return match ? 1 - match.errors / wanted.length : 0;
}

/** A diff of both texts by letters, with the time limit it has by default, and both ends of a passage carried over by it. */
const letterDiff: Peer = {
  name: 'diff-match-patch, diff',
  hasBefore: true,
  prepare(text, before) {
    const tool = new diff_match_patch();
    const diffs = tool.diff_main(before, text);
    return ({ start, end }) => {
      const span = { start: tool.diff_xIndex(diffs, start), end: tool.diff_xIndex(diffs, end) };
      return span.start < span.end ? span : undefined;
    };
  },
};

/** Letters of a pattern that it can look for: the bits of a number. */
const PATTERN = 32;

/** Near the old place, with its defaults; of a passage that is longer than a pattern its two ends. */
const letterMatch: Peer = {
  name: 'diff-match-patch, match',
  hasBefore: false,
  prepare(text) {
    const tool = new diff_match_patch();
    return ({ quote, start, end }) => {
      const head = quote.slice(0, PATTERN);
      const tail = quote.slice(-PATTERN);
      const first = tool.match_main(text, head, start);
      const last = tool.match_main(text, tail, end - tail.length + (first < 0 ? 0 : first - start));
      return first < 0 || last < first ? undefined : { start: first, end: last + tail.length };
    };
  },
};

export const PEERS: readonly Peer[] = [letterDiff, hypothesis, letterMatch];
