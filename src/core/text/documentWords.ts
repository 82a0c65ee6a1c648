/**
 * How often each word stands in a text: the evidence on which its broken words are put together. One pass over the text, a
 * look-up a word.
 */
import { isLineEnd } from './lines.js';

/** Distinct words that are counted; later ones are not, so that a text without words of its own cannot fill the memory. */
const MAX_WORDS = 200_000;

const LONGEST_WORD = 48;
const SOFT_HYPHEN = 0xad;
const HYPHEN = 45;

/**
 * A word takes four numbers of the table: two hashes that tell it from all others (64 bits; two words that share both are
 * counted as one, and then a broken word may be left broken), how often it stands in the text, and how often of those with
 * something of its line on both sides: such a word is no piece that a line end broke off. No strings: making and comparing
 * those took most of the time.
 */
const FIELDS = 4;
const SECOND = 1;
const ALL = 2;
const INNER = 3;

/** Places for words at first; doubled when half of them are taken. */
const FIRST_PLACES = 1 << 12;

/** Places in a row that are tried for a word, so that words that crowd one place cannot make it slow. */
const TRIES = 64;

/** Of the two polynomials that spread words (FNV, and a prime as far from it as can be). */
const SEED = 0x811c9dc5;
const BASE = 0x01000193;
const OTHER_BASE = 0x5bd1e995;

export class DocumentWords {
  #table = new Int32Array(FIRST_PLACES * FIELDS);
  #size = 0;

  /** How often `word` stands in the text as one. In lower case; two words with a hyphen between are counted as that too. */
  count(word: string): number {
    return this.#countOf(word, ALL);
  }

  /** How often two words stand in the text as one. */
  countJoined(first: string, second: string): number {
    const hash = hashOf(second, BASE, hashOf(first, BASE));
    const place = this.#placeOf(hash, hashOf(second, OTHER_BASE, hashOf(first, OTHER_BASE)));
    return place < 0 ? 0 : (this.#table[place + ALL] ?? 0);
  }

  /** How often it stands inside a line, where no line end can have made it. */
  countInside(word: string): number {
    return this.#countOf(word, INNER);
  }

  /** Counts the words that start from `from` up to `to`; gives where the last of them ends, or `to`. */
  add(text: string, from: number, to: number): number {
    let at = from;
    while (at < to) {
      if (isWordUnit(text.charCodeAt(at))) at = this.#addWord(text, at);
      else at++;
    }
    return at;
  }

  /** Counts the word that starts at `start`; gives its end. */
  #addWord(text: string, start: number): number {
    let first = SEED;
    let second = SEED;
    let at = start;
    while (at < text.length) {
      const letter = LOWER[text.charCodeAt(at)] ?? 0;
      if (letter === 0) break;
      first = Math.imul(first ^ letter, BASE);
      second = Math.imul(second ^ letter, OTHER_BASE);
      at++;
    }
    const isPlain = !isWordUnit(text.charCodeAt(at));
    const end = isPlain ? at : wordEnd(text, start);
    if (end - start < 2 || end - start > LONGEST_WORD) return end;
    const isEdge = isAtEdge(text, start, end);
    if (isPlain) this.#increase(first, second, isEdge);
    else this.#increaseWord(wordAt(text, start, end), isEdge);
    if (text.charCodeAt(end) === HYPHEN && isWordUnit(text.charCodeAt(end + 1))) {
      const compoundEnd = wordEnd(text, end + 1);
      if (compoundEnd - start <= LONGEST_WORD) this.#increaseWord(wordAt(text, start, compoundEnd), false);
    }
    return end;
  }

  #increaseWord(word: string, isEdge: boolean): void {
    this.#increase(hashOf(word, BASE), hashOf(word, OTHER_BASE), isEdge);
  }

  #increase(first: number, second: number, isEdge: boolean): void {
    let place = this.#placeOf(first, second);
    if (place < 0) return;
    if (this.#table[place + ALL] === 0) {
      if (this.#size >= MAX_WORDS) return;
      this.#size++;
      if (this.#size * 2 * FIELDS > this.#table.length) {
        this.#grow();
        place = this.#placeOf(first, second);
        if (place < 0) return;
      }
      this.#table[place] = first;
      this.#table[place + SECOND] = second;
    }
    this.#table[place + ALL] = (this.#table[place + ALL] ?? 0) + 1;
    if (!isEdge) this.#table[place + INNER] = (this.#table[place + INNER] ?? 0) + 1;
  }

  #countOf(word: string, field: number): number {
    const place = this.#placeOf(hashOf(word, BASE), hashOf(word, OTHER_BASE));
    return place < 0 ? 0 : (this.#table[place + field] ?? 0);
  }

  /** Where in the table a word stands, or may be put; -1 when there is no room for it. */
  #placeOf(first: number, second: number): number {
    const table = this.#table;
    const mask = table.length - 1;
    let place = (Math.imul(first ^ (first >>> 15), FIELDS) & mask) >>> 0;
    for (let attempt = 0; attempt < TRIES; attempt++) {
      if (table[place + ALL] === 0) return place;
      if (table[place] === first && table[place + SECOND] === second) return place;
      place = (place + FIELDS) & mask;
    }
    return -1;
  }

  #grow(): void {
    const old = this.#table;
    this.#table = new Int32Array(old.length * 2);
    for (let from = 0; from < old.length; from += FIELDS) {
      if (old[from + ALL] === 0) continue;
      const place = this.#placeOf(old[from] ?? 0, old[from + SECOND] ?? 0);
      if (place >= 0) this.#table.set(old.subarray(from, from + FIELDS), place);
    }
  }
}

/** `before`: the hash of what comes before the word. */
function hashOf(word: string, base: number, before = SEED): number {
  let hash = before;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), base);
  return hash;
}

/** The small letter of each unit of Latin-1 that is part of a word, the soft hyphen aside; 0 for all others. */
const LOWER = smallLetters();

function smallLetters(): Uint8Array {
  const letters = new Uint8Array(0x1_0000);
  for (let code = 0; code < 0x100; code++) {
    if (isWordUnit(code) && code !== SOFT_HYPHEN) letters[code] = String.fromCharCode(code).toLowerCase().charCodeAt(0);
  }
  return letters;
}

/** Letters, the marks on them, ligatures, and soft hyphens, which are inside words. */
export function isWordUnit(code: number): boolean {
  if (code < 0xc0) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === SOFT_HYPHEN;
  if (code < 0x2000) return code !== 0xd7 && code !== 0xf7;
  return code >= 0xfb00 && code <= 0xfb06;
}

/** The end of the word at `start`: over a soft hyphen and the white space after it too, for that is inside a word. */
function wordEnd(text: string, start: number): number {
  let at = start;
  while (isWordUnit(text.charCodeAt(at))) at++;
  if (text.charCodeAt(at - 1) !== SOFT_HYPHEN) return at;
  let next = at;
  while (next - at < 8 && (text.charCodeAt(next) === 32 || isLineEnd(text.charCodeAt(next)))) next++;
  if (next === at || !isLowerLetter(text.charCodeAt(next)) || isConjunction(text, next)) return at;
  while (isWordUnit(text.charCodeAt(next))) next++;
  return next;
}

function isLowerLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 0xdf && code < 0x180);
}

/** 'en', 'of', 'and', 'or': after a hyphen they join two words of which the first is cut short. */
function isConjunction(text: string, at: number): boolean {
  return /^(?:en|of|and|or)(?!\p{L})/u.test(text.slice(at, at + 4));
}

/** A word as it is counted: lower case, put together, without soft hyphens. */
export function wordAt(text: string, start: number, end: number): string {
  const word = text.slice(start, end);
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === SOFT_HYPHEN || code >= 0x300)
      return word
        .normalize('NFKC')
        .replace(/[\u00ad\s]+/g, '')
        .toLowerCase();
  }
  return word.toLowerCase();
}

/** Whether nothing else of the line stands on one of the word's sides. */
function isAtEdge(text: string, start: number, end: number): boolean {
  let at = end;
  while (text.charCodeAt(at) === 32) at++;
  if (at >= text.length || isLineEnd(text.charCodeAt(at))) return true;
  if (text.charCodeAt(at) === HYPHEN && isLineEnd(text.charCodeAt(at + 1))) return true;
  at = start - 1;
  while (at >= 0 && text.charCodeAt(at) === 32) at--;
  return at < 0 || isLineEnd(text.charCodeAt(at));
}
