/** Places in today's text that may be a target's, whether its words are all there or not. */
import type { Span } from '../../text/span.js';
import { evidenceOf } from './evidence.js';
import { locate } from './locate.js';
import type { PlainText } from './plainText.js';
import type { Sought, SoughtWord } from './sought.js';
import { countOf, placesNear, type WordIndex } from './wordIndex.js';
import { type Vocabulary, wordAfter, wordAt } from './words.js';

export interface Candidate {
  /** In the plain text. */
  readonly span: Span;
  /** 0..1: how much of the quotation stands there. */
  readonly likeness: number;
  /** 0..1: how much of the context stands beside it. */
  readonly context: number;
  /** 0..1: how much of it stands there without a gap, counted outward from the quotation. */
  readonly adjacent: number;
  /** Natural logarithm of how much likelier the words there are if it is the place than if they are there by chance. */
  readonly evidence: number;
}

export interface Searched {
  readonly plain: PlainText;
  readonly index: WordIndex;
  readonly vocabulary: Pick<Vocabulary, 'knownId'>;
  /** Of each word of today's text the old word that it is known to be, or -1: those are no candidates. */
  readonly taken?: Int32Array;
}

/** Words and pairs of words that vote for a target, the rarest first, and places of each. */
const MOST_SEEDS = 14;
const MOST_PLACES = 24;

/** Places that are looked at closely. */
const MOST_CANDIDATES = 6;

/** The share of the votes for the best of them that another one must have. */
const WORTH_LOOKING = 0.3;

/** Best evidence first. `near`: index of a word in today's text, where the target is thought to be. */
export function candidatesFor(searched: Searched, sought: Sought, near: number): readonly Candidate[] {
  const groups = votedGroups(votesFor(searched.index, sought, near), sought.length);
  return distinct(groups.flatMap((group) => candidatesAt(searched, sought, group)));
}

/** Candidates whose quotation begins between two words of today's text. */
export function candidatesAt(searched: Searched, sought: Sought, group: Group): readonly Candidate[] {
  return locate(searched, sought, group)
    .filter(({ span }) => !isTaken(searched, span))
    .map((found) => evidenceOf(searched, sought, found));
}

/** Whether most of a stretch is known to be other passages. */
function isTaken({ taken, index }: Searched, { start, end }: Span): boolean {
  if (!taken) return false;
  const from = wordAt(index.words, start);
  const to = wordAfter(index.words, end);
  let known = 0;
  for (let word = from; word < to; word++) if ((taken[word] ?? -1) >= 0) known++;
  return known * 2 > to - from;
}

export function distinct(candidates: readonly Candidate[]): readonly Candidate[] {
  const sorted = [...candidates].sort((a, b) => b.evidence - a.evidence);
  const kept: Candidate[] = [];
  for (const candidate of sorted) {
    const { start, end } = candidate.span;
    const isKnown = kept.some(({ span }) => span.start < end && start < span.end);
    if (!isKnown) kept.push(candidate);
  }
  return kept;
}

interface Vote {
  /** Index of the word where the quotation would begin. */
  readonly start: number;
  readonly weight: number;
}

interface Seed {
  readonly key: number;
  readonly isPair: boolean;
  readonly at: number;
  readonly count: number;
}

function votesFor(index: WordIndex, sought: Sought, near: number): readonly Vote[] {
  const { singles, pairs, words } = index;
  const seeds = seedsOf(sought, index)
    .sort((a, b) => a.count - b.count)
    .slice(0, MOST_SEEDS);
  return seeds.flatMap(({ key, isPair, at, count }) => {
    const places = placesNear(isPair ? pairs : singles, key, near + at, MOST_PLACES);
    const weight = Math.log(1 + words.count / count);
    return Array.from(places, (place) => ({ start: place - at, weight }));
  });
}

/** Of a long quotation its beginning and its end are enough. */
const SIDE = 24;

function seedsOf({ words, prefix, suffix }: Sought, places: WordIndex): Seed[] {
  const some = words.length > 2 * SIDE ? [...words.slice(0, SIDE), ...words.slice(-SIDE)] : words;
  const all = [...prefix, ...some, ...suffix];
  return all.flatMap((word, index) => {
    const next = all[index + 1];
    return [...single(word, places), ...(next && next.at === word.at + 1 ? pair(word, next, places) : [])];
  });
}

function single({ id, at }: SoughtWord, { singles }: WordIndex): readonly Seed[] {
  const count = id < 0 ? 0 : countOf(singles, id);
  return count > 0 ? [{ key: id, isPair: false, at, count }] : [];
}

function pair({ id, at }: SoughtWord, next: SoughtWord, { pairs, pairKey }: WordIndex): readonly Seed[] {
  if (id < 0 || next.id < 0) return [];
  const key = pairKey(id, next.id);
  const count = countOf(pairs, key);
  return count > 0 ? [{ key, isPair: true, at, count }] : [];
}

/** Indexes of words between which a quotation would begin. */
export interface Group {
  readonly from: number;
  readonly to: number;
}

/** Votes for nearly the same beginning: words that were typed or deleted put them a little apart. */
function votedGroups(votes: readonly Vote[], length: number): readonly Group[] {
  const apart = 2 + Math.min(20, length >> 3);
  const sorted = [...votes].sort((a, b) => a.start - b.start);
  const groups: { from: number; to: number; weight: number }[] = [];
  for (const { start, weight } of sorted) {
    const last = groups.at(-1);
    if (last && start - last.to <= apart && start - last.from <= 3 * apart) {
      last.to = start;
      last.weight += weight;
    } else groups.push({ from: start, to: start, weight });
  }
  const best = groups.sort((a, b) => b.weight - a.weight).slice(0, MOST_CANDIDATES);
  return best.filter(({ weight }) => weight >= WORTH_LOOKING * (best[0]?.weight ?? 0));
}
