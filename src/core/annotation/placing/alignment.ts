/**
 * Which words of an old text are which words of a new one. Sections may have moved as a whole: runs of words that occur once
 * in what nothing has claimed on either side are matched wherever they are, and grow as far as the words are the same (unique
 * maximal matches, as in A. L. Delcher et al., Alignment of whole genomes, 1999); what lies between is matched in order.
 */
import { matchGaps } from './gaps.js';
import { uniqueRuns } from './uniqueRuns.js';
import type { Words } from './words.js';

export interface Alignment {
  readonly before: Words;
  readonly after: Words;
  /** Of each old word the index of the new one, or -1; and the other way round. */
  readonly toAfter: Int32Array;
  readonly toBefore: Int32Array;
}

/** Words in a run that must occur once: first long ones, that say the same; then shorter ones in what is left. */
const LENGTHS = [5, 3, 2];

export function* alignWords(before: Words, after: Words): Generator<void, Alignment> {
  const alignment = {
    before,
    after,
    toAfter: new Int32Array(before.count).fill(-1),
    toBefore: new Int32Array(after.count).fill(-1),
  };
  claimEnds(alignment);
  for (const length of LENGTHS) {
    yield* uniqueRuns(alignment, length);
    yield* matchGaps(alignment);
  }
  return alignment;
}

export function claim({ toAfter, toBefore }: Alignment, old: number, now: number): void {
  toAfter[old] = now;
  toBefore[now] = old;
}

export function isSame({ before, after }: Alignment, old: number, now: number): boolean {
  return before.ids[old] === after.ids[now];
}

/** Fewer equal words at the start or end of the texts may be chance. */
const LEAST_AT_ENDS = 4;

/** What is the same at both ends: most edits leave it, and a text of one word repeated has nothing else to go by. */
function claimEnds(alignment: Alignment): void {
  const { before, after } = alignment;
  const most = Math.min(before.count, after.count);
  let first = 0;
  while (first < most && isSame(alignment, first, first)) first++;
  if (first < LEAST_AT_ENDS) first = 0;
  for (let at = 0; at < first; at++) claim(alignment, at, at);
  let last = 0;
  while (last < most - first && isSame(alignment, before.count - 1 - last, after.count - 1 - last)) last++;
  if (last < LEAST_AT_ENDS) return;
  for (let at = 1; at <= last; at++) claim(alignment, before.count - at, after.count - at);
}
