/** A text that knows of each of its UTF-16 units which unit of the first text it comes from, through any edits. */
import { trimSpan } from '../../src/core/annotation/target.js';
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
  /** Of each unit the old one that it is, or -1. */
  #origin: Int32Array;
  /** Of a unit that was typed over old ones: the first and the last of those; else -1. */
  #overFrom: Int32Array;
  #overTo: Int32Array;
  #inverse: { readonly from: Int32Array; readonly to: Int32Array } | undefined;

  constructor(text: string) {
    this.text = text;
    this.#first = text;
    this.#origin = Int32Array.from({ length: text.length }, (_, index) => index);
    this.#overFrom = new Int32Array(text.length).fill(-1);
    this.#overTo = new Int32Array(text.length).fill(-1);
  }

  /** All edits count in the text before any of them, and do not overlap. */
  apply(edits: readonly TracedEdit[]): void {
    const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
    const length = sorted.reduce((sum, { start, end, text }) => sum + text.length - (end - start), this.text.length);
    const next = { origin: filled(length), overFrom: filled(length), overTo: filled(length) };
    const pieces: string[] = [];
    let at = 0;
    let done = 0;
    const copy = (start: number, end: number): void => {
      next.origin.set(this.#origin.subarray(start, end), at);
      next.overFrom.set(this.#overFrom.subarray(start, end), at);
      next.overTo.set(this.#overTo.subarray(start, end), at);
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
      const to = at + edit.text.length;
      if (edit.mark === 'same') this.#rewrite(edit, next.origin.subarray(at, to));
      else {
        const over = this.#range(edit);
        next.overFrom.fill(over.first, at, to);
        next.overTo.fill(over.last, at, to);
      }
      pieces.push(edit.text);
      at = to;
    }
    copy(done, this.text.length);
    this.text = pieces.join('');
    this.#origin = next.origin;
    this.#overFrom = next.overFrom;
    this.#overTo = next.overTo;
    this.#inverse = undefined;
  }

  /** The same words, written otherwise: each unit comes from the one in the same part of what it replaces. */
  #rewrite({ start, end, text }: TracedEdit, origin: Int32Array): void {
    if (end === start) return;
    const share = (end - start) / Math.max(1, text.length);
    for (let unit = 0; unit < text.length; unit++) {
      origin[unit] = this.#origin[start + Math.floor(unit * share)] ?? -1;
    }
  }

  /** The old units that an edit replaces, directly or through what was typed over them before; -1 where there are none. */
  #range({ start, end }: TracedEdit): { readonly first: number; readonly last: number } {
    let first = -1;
    let last = -1;
    for (let at = start; at < end; at++) {
      const origin = this.#origin[at] ?? -1;
      const from = origin >= 0 ? origin : (this.#overFrom[at] ?? -1);
      const to = origin >= 0 ? origin : (this.#overTo[at] ?? -1);
      if (from >= 0 && (first < 0 || from < first)) first = from;
      if (to > last) last = to;
    }
    return { first, last };
  }

  /** Where a passage of the first text is now: from the first to the last of what stands in its place. */
  placeOf({ start, end }: Span): TruePlace {
    const letters = lettersIn(this.#first, start, end);
    const parts = this.#partsOf(start, end);
    const best =
      parts.reduce<Part | undefined>((a, b) => (a && a.kept >= b.kept ? a : b), undefined) ??
      this.#typedOver(start, end);
    const span = best && trimSpan(this.text, this.#withTyped(best, start, end));
    if (!best || !span || letters === 0) return { kind: 'deleted', span: undefined };
    const share = best.kept / letters;
    if (share >= KEPT) return { kind: 'kept', span };
    const isInPlace = share > GONE || best.kept === 0;
    return isInPlace ? { kind: 'rewritten', span } : { kind: 'deleted', span: undefined };
  }

  #partsOf(start: number, end: number): readonly Part[] {
    const { from, to } = this.#inverted();
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
      if (/\S/.test(this.#first.charAt(old))) part.kept++;
    }
    return parts.filter(({ kept }) => kept > 0);
  }

  #isTypedOver(at: number, start: number, end: number): boolean {
    return (this.#overFrom[at] ?? -1) >= start && (this.#overTo[at] ?? end) < end;
  }

  /** Words typed over words at an edge of the passage belong to it; those typed over more than the passage do not. */
  #withTyped(part: Part, start: number, end: number): Span {
    let from = part.start;
    while (this.#isTypedOver(from - 1, start, end)) from--;
    let to = part.end;
    while (this.#isTypedOver(to, start, end)) to++;
    return { start: from, end: to };
  }

  /** Where other words were typed over the whole passage. */
  #typedOver(start: number, end: number): Part | undefined {
    const at = this.#overFrom.findIndex((_, index) => this.#isTypedOver(index, start, end));
    return at < 0 ? undefined : { start: at, end: at + 1, kept: 0 };
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
    const from = filled(this.#first.length);
    const to = filled(this.#first.length);
    this.#origin.forEach((old, at) => {
      if (old < 0) return;
      if ((from[old] ?? -1) < 0) from[old] = at;
      to[old] = at;
    });
    this.#inverse = { from, to };
    return this.#inverse;
  }
}

function filled(length: number): Int32Array {
  return new Int32Array(length).fill(-1);
}

function lettersIn(text: string, start: number, end: number): number {
  return text.slice(start, end).replaceAll(/\s+/g, '').length;
}
