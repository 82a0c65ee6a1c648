/** Words that were written otherwise, as by a scanner or a correction, in small gaps between matched words. */
import { type Alignment, claim } from './alignment.js';
import { type Gap, isSmall, nextGap } from './smallGaps.js';

/** The share of its letters, 0..1, that must be the same for a word to be a writing of another. */
const LEAST_LIKE = 0.6;

const STEP = 1 << 12;

export function* matchSimilar(alignment: Alignment, before: string, after: string): Generator<void> {
  let work = 0;
  for (let gap = nextGap(alignment, 0); gap; gap = nextGap(alignment, gap.to)) {
    if (!isSmall(alignment, gap)) {
      matchEnds(alignment, gap, [before, after]);
      continue;
    }
    matchGap(alignment, gap, [before, after]);
    work += (gap.to - gap.from) * (gap.last - gap.first);
    if (work > STEP) {
      work = 0;
      yield;
    }
  }
}

/** Words looked at from either end of a large gap, at most. */
const MOST_AT_END = 8;

/** Of a gap in which much was typed or deleted, the words right beside those that are matched: an edit may begin behind them. */
function matchEnds(alignment: Alignment, { from, to, first, last }: Gap, texts: readonly [string, string]): void {
  for (let at = 0; at < MOST_AT_END && matchIfLike(alignment, from + at, first + at, texts); at++);
  for (let at = 1; at <= MOST_AT_END && matchIfLike(alignment, to - at, last - at, texts); at++);
}

function matchIfLike(
  alignment: Alignment,
  old: number,
  now: number,
  [before, after]: readonly [string, string],
): boolean {
  const { toAfter, toBefore } = alignment;
  if (toAfter[old] !== -1 || toBefore[now] !== -1) return false;
  const word = before.slice(alignment.before.starts[old], alignment.before.ends[old]);
  if (wordLikeness(word, after.slice(alignment.after.starts[now], alignment.after.ends[now])) === 0) return false;
  claim(alignment, old, now);
  return true;
}

function matchGap(
  alignment: Alignment,
  { from, to, first, last }: Gap,
  [before, after]: readonly [string, string],
): void {
  const { before: old, after: now } = alignment;
  const width = last - first + 1;
  const likeness = new Float32Array((to - from + 1) * width);
  const best = new Float32Array(likeness.length);
  for (let row = 1; row <= to - from; row++) {
    const word = before.slice(old.starts[from + row - 1], old.ends[from + row - 1]);
    for (let column = 1; column < width; column++) {
      const cell = row * width + column;
      const at = first + column - 1;
      const like = wordLikeness(word, after.slice(now.starts[at], now.ends[at]));
      likeness[cell] = like;
      const skipped = Math.max(best[cell - 1] ?? 0, best[cell - width] ?? 0);
      best[cell] = Math.max(skipped, like > 0 ? (best[cell - width - 1] ?? 0) + like : 0);
    }
  }
  let row = to - from;
  let column = width - 1;
  while (row > 0 && column > 0) {
    const cell = row * width + column;
    if (best[cell] === best[cell - 1]) column--;
    else if (best[cell] === best[cell - width]) row--;
    else {
      claim(alignment, from + row - 1, first + column - 1);
      row--;
      column--;
    }
  }
}

/** 0 for words that are no writings of each other, else the share of letters that are the same. */
export function wordLikeness(word: string, other: string): number {
  const longest = Math.max(word.length, other.length);
  if (Math.min(word.length, other.length) < longest * LEAST_LIKE) return 0;
  const like = 1 - editDistance(word.toLowerCase(), other.toLowerCase()) / longest;
  return like >= LEAST_LIKE ? like : 0;
}

/** Letters to change, add or leave out (Levenshtein); words are short. */
function editDistance(word: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 0; at < word.length; at++) {
    const next = [at + 1];
    for (let place = 0; place < other.length; place++) {
      const change = (row[place] ?? 0) + (word[at] === other[place] ? 0 : 1);
      next.push(Math.min(change, (row[place + 1] ?? 0) + 1, (next[place] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
