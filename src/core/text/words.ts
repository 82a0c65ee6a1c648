/**
 * Where words begin and end, and the punctuation between them, in one pass. A word is letters and digits, and between them the
 * signs with which Dutch and English spell: "regio's", 'e-mail', 'o.a.', '3.1', 'en/of', 'R&D', 'zorg-', "'s".
 */

import {
  afterLetters,
  beginsWord,
  classAt,
  DIGIT,
  isApostrophe,
  isHyphen,
  isInWord,
  isLowerAt,
  isUpperAt,
  JOINER,
  LETTER,
  PARTING,
  STOP,
} from './characters.js';
import { isSpace } from './lines.js';

/** The words of a reading, and its punctuation as far as sentences and clauses need it. Offsets are the reading's. */
export interface WordPlaces {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** For each place between words that holds a '.', '!', '?', '…' or two line ends: how many words come before it. Ascending. */
  readonly stops: readonly number[];
  /** Offsets of commas, semicolons, colons, dashes and brackets, with, in `markWords`, how many words come before each. */
  readonly marks: readonly number[];
  readonly markWords: readonly number[];
}

const FULL_STOP = 0x2e;
const COMMA = 0x2c;
const COLON = 0x3a;
const SLASH = 0x2f;
const NEWLINE = 0x0a;

/** Both sides of a slash inside a word: 'en/of', 't/m', '24/7', but 'zij/hij' are two words. */
const MAX_SLASHED = 2;

export function placesOfWords(text: string): WordPlaces {
  const scan = new WordScan(text);
  scan.run();
  return scan;
}

class WordScan implements WordPlaces {
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly stops: number[] = [];
  readonly marks: number[] = [];
  readonly markWords: number[] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  run(): void {
    const text = this.#text;
    let at = 0;
    while (at < text.length) {
      const kind = classAt(text, at);
      if (beginsWord(kind)) at = this.#word(at, at);
      else if (kind === JOINER && isElision(text, at)) at = this.#word(at, at + 1);
      else {
        if (kind >= STOP || kind === JOINER) this.#sign(at, kind);
        at++;
      }
    }
  }

  /** Takes the word that starts at `start`, whose first letter or digit stands at `letter`; gives its end. */
  #word(start: number, letter: number): number {
    const end = wordEnd(this.#text, letter);
    this.starts.push(start);
    this.ends.push(end);
    // 'o.a.' takes its last full stop along, which may be the sentence's too.
    if (this.#text.charCodeAt(end - 1) === FULL_STOP) this.#stop();
    return end;
  }

  #sign(at: number, kind: number): void {
    const text = this.#text;
    const code = text.charCodeAt(at);
    if (kind === STOP || code === FULL_STOP) this.#stop();
    else if (code === NEWLINE) {
      if (text.charCodeAt(at + 1) === NEWLINE) this.#stop();
    } else if (kind === PARTING || code === COMMA || code === COLON || isHyphen(code)) {
      this.marks.push(at);
      this.markWords.push(this.starts.length);
    }
  }

  #stop(): void {
    if (this.stops.at(-1) !== this.starts.length) this.stops.push(this.starts.length);
  }
}

/** Where the word ends whose first letter or digit stands at `from`. */
function wordEnd(text: string, from: number): number {
  let part = from;
  let at = afterLetters(text, from + 1);
  let kind = classAt(text, at);
  while (isInWord(kind) || kind === JOINER) {
    if (kind === JOINER) {
      const code = text.charCodeAt(at);
      if (opensAddress(text, { from, part, at }, code)) return addressEnd(text, at);
      if (!joins(text, part, at)) return withLastSign(text, { from, part, at }, code);
      part = at + 1;
      at++;
    }
    at = afterLetters(text, at + 1);
    kind = classAt(text, at);
  }
  return at;
}

/** A place inside a word: where the word and its present part start, and the sign at hand. */
interface Inside {
  readonly from: number;
  readonly part: number;
  readonly at: number;
}

/** Whether the sign at `at` stands inside a word. `part`: where the letters or digits before it start. */
function joins(text: string, part: number, at: number): boolean {
  const next = classAt(text, at + 1);
  const code = text.charCodeAt(at);
  if (!isInWord(next))
    return isHyphen(code) && isApostrophe(text.charCodeAt(at + 1)) && beginsWord(classAt(text, at + 2));
  if (code === FULL_STOP) return joinsByStop(text, part, at);
  if (code === COMMA || code === COLON) return next === DIGIT && classAt(text, at - 1) === DIGIT;
  if (code === SLASH) return at - part <= MAX_SLASHED && isShortPart(text, at + 1);
  return true;
}

function isShortPart(text: string, from: number): boolean {
  let at = from;
  while (at - from <= MAX_SLASHED && isInWord(classAt(text, at))) at++;
  return at - from <= MAX_SLASHED;
}

/** '3.1', 'o.a', 'x.nl', 'B.1'; not 'gemeente.De', where the space is lost, nor 'koplopers.5', where a note follows. */
function joinsByStop(text: string, part: number, at: number): boolean {
  if (classAt(text, at - 1) === DIGIT) return classAt(text, at + 1) === DIGIT || at - part <= MAX_SLASHED;
  if (at - part === 1) return true;
  if (classAt(text, at + 1) !== LETTER) return false;
  const looksLost = isUpperAt(text, at + 1) && isLowerAt(text, at + 2) && isLowerAt(text, at - 1);
  return !looksLost || MAIL_ADDRESS.test(text.slice(at + 1, at + 66));
}

const MAIL_ADDRESS = /^[\p{L}\p{N}._-]{1,64}@/u;

/** What a word takes along at its end: the hyphen of 'zorg- en welzijn', the last full stop of 'o.a.'. */
function withLastSign(text: string, { from, part, at }: Inside, code: number): number {
  const next = text.charCodeAt(at + 1);
  if (isHyphen(code)) return isHyphen(next) || next === 0x3e ? at : at + 1;
  const isSpelled = code === FULL_STOP && part > from && at - part === 1 && classAt(text, part) === LETTER;
  return isSpelled && text.charCodeAt(part - 1) === FULL_STOP ? at + 1 : at;
}

/** The apostrophe of "'s", "'t", "'n", "'k", "'m", "'r" and "'90", which a quotation's opening looks like. */
function isElision(text: string, at: number): boolean {
  if (!isApostrophe(text.charCodeAt(at))) return false;
  const after = text.charCodeAt(at + 2);
  if (/[stnkmr]/i.test(text.charAt(at + 1))) return !isInWord(classAt(text, at + 2)) && !isApostrophe(after);
  return /^\d\d(?![\p{L}\p{M}\p{N}%'’])/u.test(text.slice(at + 1, at + 4));
}

/** 'www.', 'https://', 'mailto:x@y.nl', 'x.nl/': from here on everything up to white space is one address. */
function opensAddress(text: string, { from, part, at }: Inside, code: number): boolean {
  if (code === COLON) {
    return part === from && text.startsWith('//', at + 1) && isInWord(classAt(text, at + 3));
  }
  if (code === FULL_STOP) return at - from === 3 && part === from && /^www$/i.test(text.slice(from, at));
  if (code !== SLASH || part === from || text.charCodeAt(part - 1) !== FULL_STOP) return false;
  return at - part >= 2 && at - part <= 4 && isInWord(classAt(text, at + 1)) && isLowerAt(text, part);
}

/** Where the address ends that `at` is inside: at white space, quotes or brackets of the text, without its punctuation. */
function addressEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isSpace(text.charCodeAt(end)) && !'<>"“”„«»|'.includes(text.charAt(end))) end++;
  while (end > at && ".,;:!?'’)]}…*_".includes(text.charAt(end - 1))) end--;
  return end;
}
