/**
 * Where lost words may be, for a person to choose from: any passage that shares enough of them, in whatever order. Placing asks
 * for more, since it decides by itself.
 */
import { foldStretch } from '../text/fold.js';
import { overlaps, type Span } from '../text/span.js';
import { placesOfWords } from '../text/words.js';
import type { RankedPlace, Target } from './annotation.js';

/** The share of the words, by their weight, that a passage must have: below it, only what every text has in common is left. */
const LEAST = 0.3;

/** More than this nobody reads through. */
const MOST = 20;

/** What the words around it weigh: enough to tell equal passages apart. */
const CONTEXT_WEIGHT = 0.1;

/** Words on either side that are looked at as context: about what 32 units hold. */
const CONTEXT_WORDS = 6;

/** Places in a text, best first; `score` 0..1. Takes time in proportion to the text. */
export function likelyPlaces(
  target: Pick<Target, 'quote' | 'prefix' | 'suffix'>,
  text: string,
): readonly RankedPlace[] {
  const quote = wordsOf(target.quote).words;
  if (quote.length === 0) return [];
  const searched = wordsOf(text);
  const sought = soughtWords(quote, searched.words);
  const context = new Set([...wordsOf(target.prefix).words, ...wordsOf(target.suffix).words]);
  return peaks(searched.words, sought)
    .map((peak): RankedPlace => {
      const [first, last] = trimmed(searched.words, peak, sought);
      const span = { start: searched.starts[first] ?? 0, end: searched.ends[last] ?? 0 };
      const share = contextShare(searched.words, [first, last], context);
      return { span, score: (1 - CONTEXT_WEIGHT) * peak.score + CONTEXT_WEIGHT * share };
    })
    .sort((a, b) => b.score - a.score || a.span.start - b.span.start)
    .slice(0, MOST);
}

/** Those of `more` that lie on none of `places` are added to them, best first. */
export function withMorePlaces(places: readonly RankedPlace[], more: readonly RankedPlace[]): readonly RankedPlace[] {
  const others = more.filter(({ span }) => !places.some((place) => overlaps(place.span, span)));
  return [...places, ...others].sort((a, b) => b.score - a.score).slice(0, MOST);
}

interface Words {
  /** Folded, so that capitals and accents do not matter. */
  readonly words: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

function wordsOf(text: string): Words {
  const { starts, ends } = placesOfWords(text);
  return { words: starts.map((start, index) => foldStretch(text, start, ends[index] ?? start)), starts, ends };
}

interface Sought {
  /** Of each word of the quotation: how often it has it, and what one of them weighs. */
  readonly words: ReadonlyMap<string, { readonly count: number; readonly weight: number }>;
  readonly length: number;
  readonly weight: number;
}

/** A word weighs the more, the rarer it is in the text: 'de' is everywhere. */
function soughtWords(quote: readonly string[], searched: readonly string[]): Sought {
  const counts = counted(quote);
  const inText = counted(searched.filter((word) => counts.has(word)));
  const words = new Map(
    [...counts].map(([word, count]) => {
      return [word, { count, weight: Math.log(1 + (1 + searched.length) / (1 + (inText.get(word) ?? 0))) }];
    }),
  );
  const weight = [...words.values()].reduce((sum, each) => sum + each.count * each.weight, 0);
  return { words, length: quote.length, weight };
}

function counted(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

interface Peak {
  /** Index of the first word of a window as long as the quotation. */
  readonly at: number;
  /** 0..1 */
  readonly score: number;
}

/** Slides a window as long as the quotation over the text, and keeps the best of every stretch that is good enough. */
function peaks(searched: readonly string[], sought: Sought): readonly Peak[] {
  const inWindow = new Map<string, number>();
  const found: Peak[] = [];
  let shared = 0;
  const step = (word: string | undefined, by: 1 | -1): void => {
    const wanted = word === undefined ? undefined : sought.words.get(word);
    if (word === undefined || !wanted) return;
    const before = inWindow.get(word) ?? 0;
    inWindow.set(word, before + by);
    shared += wanted.weight * (Math.min(wanted.count, before + by) - Math.min(wanted.count, before));
  };
  const windows = Math.max(1, searched.length - sought.length + 1);
  for (let index = 0; index < sought.length - 1; index++) step(searched[index], 1);
  for (let at = 0; at < windows; at++) {
    step(searched[at + sought.length - 1], 1);
    const score = Math.min(1, shared / sought.weight);
    const last = found.at(-1);
    if (score >= LEAST && (!last || at >= last.at + sought.length)) found.push({ at, score });
    else if (last && at < last.at + sought.length && score > last.score) found[found.length - 1] = { at, score };
    step(searched[at], -1);
  }
  return found;
}

/** Indexes of the first and the last word of a window that the quotation has too. */
function trimmed(searched: readonly string[], { at }: Peak, { words, length }: Sought): readonly [number, number] {
  let first = at;
  let last = Math.min(searched.length, at + length) - 1;
  while (first < last && !words.has(searched[first] ?? '')) first++;
  while (last > first && !words.has(searched[last] ?? '')) last--;
  return [first, last];
}

function contextShare(
  searched: readonly string[],
  [first, last]: readonly [number, number],
  context: ReadonlySet<string>,
): number {
  if (context.size === 0) return 1;
  const around = [
    ...searched.slice(Math.max(0, first - CONTEXT_WORDS), first),
    ...searched.slice(last + 1, last + 1 + CONTEXT_WORDS),
  ];
  const there = new Set(around.filter((word) => context.has(word)));
  return there.size / context.size;
}

/** The words of a place with what stands around them, each part on one line. */
export interface Surrounded {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** `length`: UTF-16 units on either side, cut at a space. */
export function surroundings(text: string, { start, end }: Span, length: number): Surrounded {
  const before = text.slice(Math.max(0, start - length), start);
  const after = text.slice(end, end + length);
  return {
    before: start > length ? before.slice(before.search(/\s/) + 1) : before,
    words: text.slice(start, end),
    after: end + length < text.length ? after.replace(/\S*$/, '') : after,
  };
}
