/** A text that knows of each of its UTF-16 units which unit of the first text it comes from, through any edits. */
import type { Span, TextEdit } from '../../src/core/text/span.js';

/** What an edit makes of the words it replaces. */
export type Mark =
  /** Other words: the old ones are gone. */
  | 'other'
  /** The same words, written otherwise: noise as of OCR, line breaks, normalisation. */
  | 'same';

export interface TracedEdit extends TextEdit {
  readonly mark: Mark;
  /** Where the text was cut, in the text before the edits, if it is put elsewhere and not typed. */
  readonly from?: Span;
}

/** `kept`: at least half of its letters are there. `rewritten`: fewer, but more than a tenth, or other words in its place. */
export interface TruePlace {
  readonly kind: 'kept' | 'rewritten' | 'deleted';
  /** Undefined for `deleted`. */
  readonly span: Span | undefined;
}

const KEPT = 0.5;
const GONE = 0.1;

/** Units of other old text between two parts of a passage from which on they count as torn apart. */
const TORN = 300;

interface Part {
  start: number;
  end: number;
  kept: number;
}

export class TracedText {
  text: string;
  readonly #first: string;
  #origin: Int32Array;
  #kept: Uint8Array;
  #inverse: { readonly from: Int32Array; readonly to: Int32Array; readonly kept: Uint8Array } | undefined;

  constructor(text: string) {
    this.text = text;
    this.#first = text;
    this.#origin = Int32Array.from({ length: text.length }, (_, index) => index);
    this.#kept = new Uint8Array(text.length).fill(1);
  }

  /** All edits count in the text before any of them, and do not overlap. */
  apply(edits: readonly TracedEdit[]): void {
    const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
    const length = sorted.reduce((sum, { start, end, text }) => sum + text.length - (end - start), this.text.length);
    const origin = new Int32Array(length);
    const kept = new Uint8Array(length);
    const pieces: string[] = [];
    let at = 0;
    let done = 0;
    const copy = (start: number, end: number): void => {
      origin.set(this.#origin.subarray(start, end), at);
      kept.set(this.#kept.subarray(start, end), at);
      pieces.push(this.text.slice(start, end));
      at += end - start;
    };
    for (const edit of sorted) {
      copy(done, edit.start);
      done = edit.end;
      if (edit.from) {
        copy(edit.from.start, edit.from.end);
        continue;
      }
      const share = (edit.end - edit.start) / Math.max(1, edit.text.length);
      for (let unit = 0; unit < edit.text.length; unit++) {
        const old = edit.start + Math.floor(unit * share);
        origin[at + unit] = edit.end > edit.start ? (this.#origin[old] ?? -1) : -1;
        kept[at + unit] = edit.end > edit.start && edit.mark === 'same' ? (this.#kept[old] ?? 0) : 0;
      }
      pieces.push(edit.text);
      at += edit.text.length;
    }
    copy(done, this.text.length);
    this.text = pieces.join('');
    this.#origin = origin;
    this.#kept = kept;
    this.#inverse = undefined;
  }

  /** Where a passage of the first text is now: from the first to the last of what stands in its place. */
  placeOf({ start, end }: Span): TruePlace {
    const parts = this.#partsOf(start, end);
    const letters = lettersIn(this.#first, start, end);
    const best = parts.reduce<Part | undefined>((a, b) => (a && a.kept >= b.kept ? a : b), undefined);
    if (!best || letters === 0) return { kind: 'deleted', span: undefined };
    const words = this.text.slice(best.start, best.end);
    const span = {
      start: best.start + words.length - words.trimStart().length,
      end: best.start + words.trimEnd().length,
    };
    const share = best.kept / letters;
    if (span.start >= span.end) return { kind: 'deleted', span: undefined };
    if (share >= KEPT) return { kind: 'kept', span };
    const inPlace = span.end - span.start >= GONE * (end - start);
    return share > GONE || inPlace ? { kind: 'rewritten', span } : { kind: 'deleted', span: undefined };
  }

  #partsOf(start: number, end: number): readonly Part[] {
    const { from, to, kept } = this.#inverted();
    const parts: Part[] = [];
    let part: Part | undefined;
    for (let old = start; old < end; old++) {
      const first = from[old] ?? -1;
      const last = to[old] ?? -1;
      if (first < 0) continue;
      if (!part || first < part.start || this.#foreign(part.end, first, start, end) > TORN) {
        part = { start: first, end: last + 1, kept: 0 };
        parts.push(part);
      }
      part.end = Math.max(part.end, last + 1);
      if (kept[old] === 1 && /\S/.test(this.#first.charAt(old))) part.kept++;
    }
    return parts;
  }

  /** Units between two places that come from elsewhere in the first text. */
  #foreign(from: number, to: number, start: number, end: number): number {
    let units = 0;
    for (let at = from; at < to && units <= TORN; at++) {
      const old = this.#origin[at] ?? -1;
      if (old >= 0 && (old < start || old >= end)) units++;
    }
    return units;
  }

  #inverted() {
    if (this.#inverse) return this.#inverse;
    const from = new Int32Array(this.#first.length).fill(-1);
    const to = new Int32Array(this.#first.length).fill(-1);
    const kept = new Uint8Array(this.#first.length);
    this.#origin.forEach((old, at) => {
      if (old < 0) return;
      if ((from[old] ?? -1) < 0) from[old] = at;
      to[old] = at;
      kept[old] = this.#kept[at] ?? 0;
    });
    this.#inverse = { from, to, kept };
    return this.#inverse;
  }
}

function lettersIn(text: string, start: number, end: number): number {
  return text.slice(start, end).replaceAll(/\s+/g, '').length;
}
