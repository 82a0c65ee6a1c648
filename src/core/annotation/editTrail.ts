/**
 * What the last edits did to a text. Undo and redo bring back a text that was there before, and with it every span exactly where
 * it was in that text. This is told by the text itself: editors join what is undone together in ways of their own, so that an
 * undo need not be the reverse of any one edit.
 */
import { ownCopy } from '../text/ownCopy.js';
import type { Span, TextEdit } from '../text/span.js';
import { invertEdits, prepareShift, type Shift } from './shift.js';

/** Edits that count in `text`, do not overlap, and make it `newText`. */
export interface TextChange {
  readonly text: string;
  readonly edits: readonly TextEdit[];
  readonly newText: string;
}

/** One edit that was made, seen from after it. */
export interface PastEdit<Key, Was> {
  /** Takes spans back to before the edit. */
  readonly back: Shift;
  /** What `back` does not take back to where it was. */
  readonly taken: ReadonlyMap<Key, Was>;
}

export interface Return<Key, Was> {
  /** The edits that are undone together, the last one first. */
  readonly undone: readonly PastEdit<Key, Was>[];
  /** In the text before the change: what lies outside is at most pushed along. */
  readonly within: Span;
}

interface Step<Key, Was> extends PastEdit<Key, Was> {
  /** Where the edited stretch begins, and its UTF-16 units after the edit. */
  readonly start: number;
  readonly length: number;
  /** The stretch before the edit. */
  readonly was: string;
  /** UTF-16 units of the whole text before the edit. */
  readonly lengthBefore: number;
}

/** Steps of one hand for hours; each is small. */
const MAX_STEPS = 2000;

/** UTF-16 units of stretches, and spans taken, that are remembered together. */
const MAX_KEPT = 8_000_000;

/** UTF-16 units of stretches that are put together to compare with a text: some milliseconds. */
const MAX_COMPARED = 1_000_000;

/** What a taken span counts for beside the units of stretches. */
const TAKEN_SIZE = 100;

/** From the first edit to the end of the last one. */
export function hullOf(edits: readonly TextEdit[]): Span {
  const start = Math.min(...edits.map((edit) => edit.start));
  return { start, end: Math.max(start, ...edits.map((edit) => edit.end)) };
}

export class EditTrail<Key, Was> {
  #steps: Step<Key, Was>[] = [];
  #size = 0;

  clear(): void {
    this.#steps = [];
    this.#size = 0;
  }

  /** Remembers a change; `taken`: what its reverse does not put back. */
  add(change: TextChange, back: Shift, taken: ReadonlyMap<Key, Was>): void {
    const { start, end } = hullOf(change.edits);
    const { text, newText } = change;
    const length = end - start + newText.length - text.length;
    const step = { start, length, was: ownCopy(text.slice(start, end)), lengthBefore: text.length, back, taken };
    this.#steps.push(step);
    this.#size += sizeOf(step);
    while (this.#steps.length > MAX_STEPS || this.#size > MAX_KEPT) {
      const oldest = this.#steps.shift();
      if (!oldest) return;
      this.#size -= sizeOf(oldest);
    }
  }

  /** Whether a change brings back a text that was there before; the latest such text where there are several. */
  back({ text, edits, newText }: TextChange): Return<Key, Was> | undefined {
    const deepest = this.#steps.findIndex(({ lengthBefore }) => lengthBefore === newText.length);
    if (deepest < 0) return undefined;
    const hull = hullOf(edits);
    const piece = new Piece(text, hull);
    let compared = 0;
    for (let index = this.#steps.length - 1; index >= deepest; index--) {
      const step = this.#steps[index];
      if (!step || compared > MAX_COMPARED) return undefined;
      piece.undo(step);
      compared += step.was.length;
      if (step.lengthBefore !== newText.length) continue;
      compared += piece.words.length;
      if (!newText.startsWith(piece.words, piece.start)) continue;
      return { undone: this.#steps.slice(index).reverse(), within: { start: piece.start, end: piece.endNow } };
    }
    return undefined;
  }
}

/** A stretch of a text as it was some steps before; grows to hold every step that is undone in it. */
class Piece {
  readonly #text: string;
  start: number;
  /** Where it ends in the text of now. */
  endNow: number;
  words: string;

  constructor(text: string, { start, end }: Span) {
    this.#text = text;
    this.start = start;
    this.endNow = end;
    this.words = text.slice(start, end);
  }

  undo({ start, length, was }: Pick<Step<unknown, unknown>, 'start' | 'length' | 'was'>): void {
    if (start < this.start) {
      this.words = this.#text.slice(start, this.start) + this.words;
      this.start = start;
    }
    const missing = start + length - (this.start + this.words.length);
    if (missing > 0) {
      this.words += this.#text.slice(this.endNow, this.endNow + missing);
      this.endNow += missing;
    }
    const at = start - this.start;
    this.words = this.words.slice(0, at) + was + this.words.slice(at + length);
  }
}

function sizeOf({ was, taken }: Step<unknown, unknown>): number {
  return was.length + taken.size * TAKEN_SIZE;
}

/** What takes spans from after a change back to before it. */
export function shiftBack({ text, edits }: TextChange, growsAtEdges: boolean): Shift {
  return prepareShift(invertEdits(text, edits), growsAtEdges);
}
