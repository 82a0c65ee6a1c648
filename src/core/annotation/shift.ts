/** Keeps spans on their words while their document is edited. Exact: needs no quote and no search. */
import { ownCopy } from '../text/ownCopy.js';
import type { Span, TextEdit } from '../text/span.js';

/**
 * Where a span is after edits; undefined when nothing of it is left.
 *
 * All edits count in the text before any of them, and do not overlap; their order does not matter. Typing at an edge does
 * not grow the span (unless `growsAtEdges`: then it does, but for a new line), an edit inside it does. A replacement of exactly
 * the span keeps it (a term replaced throughout keeps its codes); one that reaches over an edge leaves what lay outside the
 * replacement; one that swallows it leaves nothing.
 */
export function shiftSpan(span: Span, edits: readonly TextEdit[], growsAtEdges = false): Span | undefined {
  return prepareShift(edits, growsAtEdges).shift(span);
}

/** `shiftSpan` for many spans, in any order: n log m for n spans and m edits. */
export function shiftSpans(spans: readonly Span[], edits: readonly TextEdit[]): readonly (Span | undefined)[] {
  return spans.map(prepareShift(edits).shift);
}

export interface Shift {
  /** As `shiftSpan`; a span that does not move is returned as it is. */
  shift(span: Span): Span | undefined;
  /** Whether an edit changes the text inside a span. */
  touches(span: Span): boolean;
}

/** Sorts the edits once, for any number of spans. */
export function prepareShift(edits: readonly TextEdit[], growsAtEdges = false): Shift {
  const sorted = inOrder(edits);
  const at = growsAtEdges && !edits.some(isNewLine) ? GROWING : FIXED;
  const drift = [0];
  for (const edit of sorted) drift.push((drift.at(-1) ?? 0) + edit.text.length - (edit.end - edit.start));
  return {
    shift(span) {
      const start = shiftStart(span.start, at.endingBy(span.start, sorted), { sorted, drift });
      const end = shiftEnd(span.end, at.startingBefore(span.end, sorted), { sorted, drift });
      if (start >= end) return undefined;
      return start === span.start && end === span.end ? span : { start, end };
    },
    touches: (span) => at.endingBy(span.start, sorted) < at.startingBefore(span.end, sorted),
  };
}

function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.length < 2 ? edits : [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** A line that is begun at an edge is no longer the passage, in whichever way it is typed. */
function isNewLine({ start, end, text }: TextEdit): boolean {
  return start === end && /[\r\n]/.test(text);
}

/** Which edits lie before a start, and which begin before an end: where an edge stays, and where typing at it grows the span. */
interface Edges {
  endingBy(offset: number, sorted: readonly TextEdit[]): number;
  startingBefore(offset: number, sorted: readonly TextEdit[]): number;
}

const FIXED: Edges = {
  endingBy: (offset, sorted) => countWhile(sorted, (edit) => edit.end <= offset),
  startingBefore: (offset, sorted) => countWhile(sorted, (edit) => edit.start < offset),
};

const GROWING: Edges = {
  endingBy: (offset, sorted) => countWhile(sorted, (edit) => edit.end <= offset && edit.start < offset),
  startingBefore: (offset, sorted) => countWhile(sorted, (edit) => edit.start < offset || edit.end <= offset),
};

interface Drifting {
  readonly sorted: readonly TextEdit[];
  /** UTF-16 units by which what follows as many edits is pushed along. */
  readonly drift: readonly number[];
}

/** Edits that end at or before a start push it along; one across it leaves what follows the new text. */
function shiftStart(start: number, before: number, { sorted, drift }: Drifting): number {
  const across = sorted[before];
  const at = across && across.start < start ? across.start + across.text.length : start;
  return at + (drift[before] ?? 0);
}

/** Edits that start before an end push it along; one across it leaves what came before the new text. */
function shiftEnd(end: number, before: number, { sorted, drift }: Drifting): number {
  const last = sorted[before - 1];
  if (last && last.end > end) return last.start + (drift[before - 1] ?? 0);
  return end + (drift[before] ?? 0);
}

/** How many edits at the front fulfil a condition that none fulfils after the first that does not. */
function countWhile(sorted: readonly TextEdit[], condition: (edit: TextEdit) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const edit = sorted[middle];
    if (edit && condition(edit)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The edits that undo `edits`: they count in the text after. */
export function invertEdits(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  let drift = 0;
  return inOrder(edits).map(({ start, end, text: words }) => {
    const at = start + drift;
    drift += words.length - (end - start);
    return { start: at, end: at + words.length, text: ownCopy(text.slice(start, end)) };
  });
}

/**
 * The same edits without what they replace by itself at either end: a formatter or a reload may report a whole paragraph
 * where a word has changed, and spans in the rest of it should not be lost by that.
 */
export function trimEdits(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.map((edit) => {
    const most = Math.min(edit.end - edit.start, edit.text.length);
    let before = 0;
    while (before < most && text[edit.start + before] === edit.text[before]) before++;
    let after = 0;
    while (after < most - before && text[edit.end - 1 - after] === edit.text[edit.text.length - 1 - after]) after++;
    if (before + after === 0) return edit;
    const words = edit.text.slice(before, edit.text.length - after);
    return { start: edit.start + before, end: edit.end - after, text: words };
  });
}
