/** The stretches of one kind of mark as numbers: a keystroke pushes thousands of them along. */
import { prepareShift } from '../annotation/shift.js';
import type { Span, TextEdit } from '../text/span.js';
import { mergeSpans } from './highlights.js';

/** Start and end of each stretch in turn: in document order, without overlap, none beginning where another ends. */
export type Marks = Int32Array;

/** `spans` as `mergeSpans` gives them. */
export function marksOf(spans: readonly Span[]): Marks {
  const marks = new Int32Array(spans.length * 2);
  spans.forEach((span, index) => {
    marks[2 * index] = span.start;
    marks[2 * index + 1] = span.end;
  });
  return marks;
}

export function spansOf(marks: Marks): readonly Span[] {
  return Array.from({ length: marks.length / 2 }, (_, index) => spanAt(marks, index));
}

export function sameMarks(a: Marks, b: Marks): boolean {
  return a.length === b.length && a.every((offset, index) => offset === b[index]);
}

/** Where the marks are after edits, as `shiftSpan` has it; those that are left without words are gone. */
export function pushMarks(marks: Marks, edits: readonly TextEdit[]): Marks {
  if (edits.length === 0) return marks;
  const start = edits.reduce((least, edit) => Math.min(least, edit.start), Number.POSITIVE_INFINITY);
  const end = edits.reduce((most, edit) => Math.max(most, edit.end), 0);
  const drift = edits.reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), 0);
  const from = countWhile(marks, (mark) => mark.end < start);
  const to = countWhile(marks, (mark) => mark.start <= end);
  const touched = Array.from({ length: to - from }, (_, index) => spanAt(marks, from + index));
  const { shift } = prepareShift(edits);
  const left = marksOf(mergeSpans(touched.flatMap((span) => shift(span) ?? [])));
  const pushed = new Int32Array(marks.length - 2 * (to - from) + left.length);
  pushed.set(marks.subarray(0, 2 * from));
  pushed.set(left, 2 * from);
  const by = pushed.length - marks.length;
  for (let index = 2 * to; index < marks.length; index++) pushed[index + by] = (marks[index] ?? 0) + drift;
  return pushed;
}

function spanAt(marks: Marks, index: number): Span {
  return { start: marks[2 * index] ?? 0, end: marks[2 * index + 1] ?? 0 };
}

/** How many marks at the front fulfil a condition that none fulfils after the first that does not. */
function countWhile(marks: Marks, condition: (mark: Span) => boolean): number {
  let low = 0;
  let high = marks.length / 2;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (condition(spanAt(marks, middle))) low = middle + 1;
    else high = middle;
  }
  return low;
}
