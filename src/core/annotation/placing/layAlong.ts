/** A quotation laid word by word along a stretch of today's text: which of its words are there, and where it begins and ends. */
import { claim } from './alignment.js';
import type { Searched } from './candidates.js';
import { cutWords } from './cutWords.js';
import { finished } from './finished.js';
import { matchSequences } from './gaps.js';
import { kept } from './keptRuns.js';
import type { Located } from './located.js';
import { mapSpan } from './mapSpan.js';
import { matchSimilar } from './similarWords.js';
import type { Sought } from './sought.js';
import type { Run } from './uniqueRuns.js';
import type { Words } from './words.js';

/** Words of today's text around a stretch that are looked at: something may have been typed in a quotation. */
const AROUND = 40;

/** Undefined where no word of the quotation is there. `from` and `to`: words of today's text. */
export function layAlong(
  { plain, index }: Pick<Searched, 'plain' | 'index'>,
  sought: Sought,
  from: number,
  to: number,
): Located | undefined {
  const { words } = index;
  const first = Math.max(0, from - AROUND);
  const last = Math.min(words.count, to + AROUND);
  if (first >= last || sought.quote === '') return undefined;
  const after = stretchOf(words, first, last);
  const before = sought.aroundWords;
  const texts = {
    ...{ before, after, oldText: sought.around, newText: plain.text },
    toAfter: new Int32Array(before.count).fill(-1),
    toBefore: new Int32Array(after.count).fill(-1),
  };
  const sizes = { oldLength: before.count, newLength: after.count, isOpen: true };
  const runs = kept(finished(matchSequences(before.ids, after.ids)), sizes);
  for (const run of together(runs)) {
    for (let at = 0; at < run.length; at++) claim(texts, run.old + at, run.now + at);
  }
  const cut = { ...texts, ...finished(cutWords(texts, texts.oldText, texts.newText)) };
  finished(matchSimilar(cut, cut.oldText, cut.newText));
  const [best] = mapSpan(cut, sought.span);
  return best && { span: best.span, likeness: best.share };
}

/** Without runs at either end that stand further from the others than their length lets one believe. */
function together(runs: readonly Run[]): readonly Run[] {
  let first = 0;
  let last = runs.length;
  while (first < last - 1 && isApart(runs[first], runs[first + 1], runs[first]?.length)) first++;
  while (last - 1 > first && isApart(runs[last - 2], runs[last - 1], runs[last - 1]?.length)) last--;
  return runs.slice(first, last);
}

function isApart(run: Run | undefined, next: Run | undefined, length = 0): boolean {
  if (!run || !next) return false;
  return next.now - run.now - (next.old - run.old) > 3 * length + 4;
}

function stretchOf({ starts, ends, ids }: Words, from: number, to: number): Words {
  return {
    count: to - from,
    starts: starts.subarray(from, to),
    ends: ends.subarray(from, to),
    ids: ids.subarray(from, to),
  };
}
