/** Unmatched words of both texts that lie between the same matched ones. */
import type { Alignment } from './alignment.js';

export interface Gap {
  /** Old words [from, to), new words [first, last). */
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly last: number;
}

/** Words on either side of a gap, at most: in larger ones what is alike is chance. */
const MOST_WORDS = 40;

/** The first gap that holds unmatched old words from an index on, whatever its size; undefined after the last one. */
export function nextGap({ toAfter, toBefore }: Alignment, at: number): Gap | undefined {
  let from = at;
  while (from < toAfter.length && toAfter[from] !== -1) from++;
  if (from >= toAfter.length) return undefined;
  let to = from;
  while (to < toAfter.length && toAfter[to] === -1) to++;
  const first = from === 0 ? 0 : (toAfter[from - 1] ?? -1) + 1;
  const last = to === toAfter.length ? toBefore.length : (toAfter[to] ?? 0);
  return { from, to, first, last };
}

/** Whether a gap has words on both sides, few of them, and none that is matched with a word elsewhere. */
export function isSmall({ toBefore }: Alignment, { from, to, first, last }: Gap): boolean {
  if (last <= first || to - from > MOST_WORDS || last - first > MOST_WORDS) return false;
  for (let at = first; at < last; at++) if (toBefore[at] !== -1) return false;
  return true;
}
