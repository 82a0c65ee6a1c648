/**
 * A diff may take the first of two equal words where the second is meant: "In" of a sentence that was typed before "In time".
 * A single word that stands away from one neighbour is matched beside the other instead, as edits are slid to where they
 * join in a semantic clean-up of a diff (N. Fraser, Diff Strategies, 2006).
 */
import { type Alignment, claim, isSame } from './alignment.js';
import { NO_WORD, type Words } from './words.js';

/** Words in a run that is slid, at most. */
const SHORT = 3;

const STEP = 1 << 16;

export function* slideRuns(alignment: Alignment, oldText: string): Generator<void> {
  const { toAfter } = alignment;
  for (let old = 0; old < toAfter.length; old++) {
    if (isEdge(alignment, old, 1)) slide(alignment, oldText, old, 1);
    if (isEdge(alignment, old, -1)) slide(alignment, oldText, old, -1);
    if (old % STEP === STEP - 1) yield;
  }
}

/** Whether the old neighbour on one side is matched further on that side than it stood. */
function isEdge({ toAfter }: Alignment, old: number, side: 1 | -1): boolean {
  const now = toAfter[old] ?? -1;
  const next = toAfter[old + side] ?? -1;
  return now >= 0 && next >= 0 && (next - now) * side > 1;
}

/**
 * The run of words that ends at an edge, laid right beside the neighbour where the same words stand there too. Of a long run the
 * words that go to the neighbour are those of the same sentence, where the run's others are of another.
 */
function slide(alignment: Alignment, oldText: string, old: number, side: 1 | -1): void {
  const { toAfter, toBefore } = alignment;
  const shift = (toAfter[old + side] ?? 0) - (toAfter[old] ?? 0) - side;
  const run = runLength(alignment, old, side);
  const length = run <= SHORT ? run : ofSentence(alignment.before, oldText, old, side);
  for (let at = 0; at < length; at++) {
    const word = old - side * at;
    const now = (toAfter[word] ?? 0) + shift;
    if ((toBefore[now] ?? 0) !== -1 || alignment.after.ids[now] === NO_WORD || !isSame(alignment, word, now)) return;
  }
  for (let at = 0; at < length; at++) {
    const word = old - side * at;
    const now = toAfter[word] ?? 0;
    toBefore[now] = -1;
    claim(alignment, word, now + shift);
  }
}

/** Words from one on, away from a side, up to where a sentence ends; 0 where none does so soon, or one does on that side. */
function ofSentence({ starts, ends }: Words, text: string, old: number, side: 1 | -1): number {
  const isBetween = (first: number) => SENTENCE_END.test(text.slice(ends[first], starts[first + 1]));
  const before = (word: number) => isBetween(side === 1 ? word - 1 : word);
  if (isBetween(side === 1 ? old : old - 1)) return 0;
  for (let length = 1; length <= SHORT; length++) if (before(old - side * (length - 1))) return length;
  return 0;
}

const SENTENCE_END = /[.!?:;]/;

/** Words that follow each other in both texts, from one on away from a side; one more than SHORT where it is longer. */
function runLength({ toAfter }: Alignment, old: number, side: 1 | -1): number {
  let length = 1;
  while (length <= SHORT && toAfter[old - side * length] === (toAfter[old] ?? 0) - side * length) length++;
  return length;
}
