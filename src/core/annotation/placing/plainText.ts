/**
 * A text with only its words and punctuation, and the way back: what follows is no edit of words and looks alike here. White
 * space and line breaks, words broken over lines, soft hyphens, composed and decomposed letters, ligatures, curly and straight
 * quotation marks, kinds of dashes, and the marks that Markdown puts around words and in front of lines.
 */
import { classAt, isInWord } from '../../text/characters.js';
import type { Span } from '../../text/span.js';
import { AS_IS, COMBINING, DROPPED, FOLDED, HYPHEN, kindOf, LIGATURE, MARK, plainSign, WHITE } from './plainSigns.js';

export interface PlainText {
  readonly text: string;
  /** Offsets in the original where each unit of `text` begins and ends. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Units that are read in one step. */
const STEP = 1 << 16;

export function* plainTextOf(original: string): Generator<void, PlainText> {
  const writer = new PlainWriter(original);
  while (writer.advance(STEP)) yield;
  return writer.finish();
}

/** The same for a quotation or what stands around it. */
export function plainWords(original: string): PlainText {
  const writer = new PlainWriter(original);
  while (writer.advance(STEP));
  return writer.finish();
}

/** A stretch of plain text as it stands in the original. */
export function originalSpan({ starts, ends }: PlainText, { start, end }: Span): Span {
  return { start: starts[start] ?? 0, end: ends[end - 1] ?? starts[start] ?? 0 };
}

/** The first unit of plain text that does not end before an offset of the original. */
export function plainOffset({ ends, text }: PlainText, offset: number): number {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ends[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const LINE_BREAK = /[-\u00ad\u2010\u2011]?[ \t]*\r?\n[ \t]*(?=[\p{L}\p{N}])/uy;
const BROKEN_WORD = /\p{Ll}/uy;
/** "zorg-\nen welzijn" and the like: that hyphen stands for a word left out. */
const LEFT_OUT = /(?:en|of|and|or|tot|to)\b/y;
/** At the start of a line: a heading, a quotation, a list. */
const LINE_START = /(?:[ \t]*(?:#{1,6}|>|[-+*•·▪◦‣○●–])(?=[ \t]))+/y;

/** Marks after one letter that are composed with it. A text with more of them is nobody's writing. */
const MOST_MARKS = 4;

class PlainWriter {
  readonly #original: string;
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  readonly #pieces: string[] = [];
  #read = 0;
  #written = 0;
  #isAfterSpace = true;

  constructor(original: string) {
    this.#original = original;
    const ligatures = original.match(/[\ufb00-\ufb06]/g)?.length ?? 0;
    this.#starts = new Int32Array(original.length + 2 * ligatures);
    this.#ends = new Int32Array(original.length + 2 * ligatures);
  }

  /** Reads some units more; false when all is read. */
  advance(units: number): boolean {
    const until = Math.min(this.#original.length, this.#read + units);
    if (this.#read === 0) this.#skipLineStart();
    while (this.#read < until) this.#next(until);
    return this.#read < this.#original.length;
  }

  finish(): PlainText {
    const length = this.#written;
    return {
      text: this.#pieces.join(''),
      starts: this.#starts.subarray(0, length),
      ends: this.#ends.subarray(0, length),
    };
  }

  #next(until: number): void {
    const original = this.#original;
    const from = this.#read;
    let at = from;
    while (at < until && kindOf(original.charCodeAt(at)) === AS_IS && kindOf(original.charCodeAt(at + 1)) !== COMBINING)
      at++;
    if (at > from) this.#copy(from, at);
    else this.#special(at);
  }

  #copy(from: number, to: number): void {
    for (let at = from; at < to; at++) {
      this.#starts[this.#written] = at;
      this.#ends[this.#written] = at + 1;
      this.#written++;
    }
    this.#pieces.push(this.#original.slice(from, to));
    this.#read = to;
    this.#isAfterSpace = false;
  }

  /** Writes `words` for the units from `from` to `to`. */
  #write(words: string, from: number, to: number): void {
    for (let unit = 0; unit < words.length; unit++) {
      this.#starts[this.#written] = from;
      this.#ends[this.#written] = to;
      this.#written++;
    }
    if (words !== '') {
      this.#pieces.push(words);
      this.#isAfterSpace = words === ' ';
    }
    this.#read = to;
  }

  #special(at: number): void {
    const original = this.#original;
    const kind = kindOf(original.charCodeAt(at));
    if (kind === WHITE) this.#white(at);
    else if (kind === HYPHEN) this.#hyphen(at);
    else if (kind === DROPPED) this.#write('', at, at + 1);
    else if (kind === FOLDED || kind === LIGATURE) this.#write(plainSign(original.charAt(at)), at, at + 1);
    else if (kind === MARK) this.#mark(at);
    else this.#composed(at);
  }

  #white(at: number): void {
    const original = this.#original;
    let end = at + 1;
    let isLineEnd = isBreak(original.charCodeAt(at));
    while (end < original.length && kindOf(original.charCodeAt(end)) === WHITE) {
      isLineEnd ||= isBreak(original.charCodeAt(end));
      end++;
    }
    this.#write(this.#isAfterSpace ? '' : ' ', at, end);
    if (isLineEnd) this.#skipLineStart();
  }

  #skipLineStart(): void {
    LINE_START.lastIndex = this.#read;
    const marks = LINE_START.exec(this.#original);
    if (marks) this.#read += marks[0].length;
  }

  /** Ends a line in the middle of a word, or is a part of it. */
  #hyphen(at: number): void {
    const original = this.#original;
    const isInside = at > 0 && isInWord(classAt(original, at - 1));
    LINE_BREAK.lastIndex = at;
    const found = isInside ? LINE_BREAK.exec(original) : null;
    if (!found || found[0].length < 2) {
      this.#write(original.charCodeAt(at) === 0xad ? '' : '-', at, at + 1);
      return;
    }
    const next = at + found[0].length;
    LEFT_OUT.lastIndex = next;
    if (LEFT_OUT.test(original)) {
      this.#write('-', at, at + 1);
      return;
    }
    BROKEN_WORD.lastIndex = next;
    this.#write(BROKEN_WORD.test(original) ? '' : '-', at, next);
  }

  /** Marks around words; an underscore or backslash inside of one belongs to it. */
  #mark(at: number): void {
    const original = this.#original;
    const sign = original.charAt(at);
    const isInside = isInWord(classAt(original, at - 1)) && isInWord(classAt(original, at + 1));
    this.#write(sign === '_' && isInside ? sign : '', at, at + 1);
  }

  #composed(at: number): void {
    const original = this.#original;
    let end = at + 1;
    while (end < original.length && end - at <= MOST_MARKS && kindOf(original.charCodeAt(end)) === COMBINING) end++;
    this.#write(original.slice(at, end).normalize('NFC'), at, end);
  }
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13 || code === 12 || code === 0x2028 || code === 0x2029;
}
