/**
 * How often each word stands in a text: the evidence on which its broken words are put together. One pass over the text, a
 * look-up a word.
 */
import { isLineEnd } from './lines.js';

interface WordCount {
  all: number;
  /** Of those, with something of its line on both sides: such a word is no piece that a line end broke off. */
  inner: number;
}

/** Distinct words that are counted; later ones are not, so that a text without words of its own cannot fill the memory. */
const MAX_WORDS = 200_000;

const LONGEST_WORD = 48;
const SOFT_HYPHEN = 0xad;
const HYPHEN = 45;

/** Of two or three letters from a to z: nearly half of all words, and counted without making strings of them. */
const SHORT_WORDS = 27 ** 3;

export class DocumentWords {
  readonly #counts = new Map<string, WordCount>();
  readonly #short = new Uint32Array(SHORT_WORDS);
  readonly #shortInside = new Uint32Array(SHORT_WORDS);

  /** How often `word` stands in the text as one. In lower case; two words with a hyphen between are counted as that too. */
  count(word: string): number {
    const short = shortWord(word, 0, word.length);
    return short >= 0 ? (this.#short[short] ?? 0) : (this.#counts.get(word)?.all ?? 0);
  }

  /** How often it stands inside a line, where no line end can have made it. */
  countInside(word: string): number {
    const short = shortWord(word, 0, word.length);
    return short >= 0 ? (this.#shortInside[short] ?? 0) : (this.#counts.get(word)?.inner ?? 0);
  }

  /** Counts the words that start from `from` up to `to`; gives where the last of them ends, or `to`. */
  add(text: string, from: number, to: number): number {
    let at = from;
    while (at < to) {
      if (!isWordUnit(text.charCodeAt(at))) {
        at++;
        continue;
      }
      const end = wordEnd(text, at);
      if (end - at > 1 && end - at <= LONGEST_WORD) this.#addWord(text, at, end);
      at = end;
    }
    return at;
  }

  #addWord(text: string, start: number, end: number): void {
    const isEdge = isAtEdge(text, start, end);
    const short = shortWord(text, start, end);
    if (short >= 0) {
      this.#short[short] = (this.#short[short] ?? 0) + 1;
      if (!isEdge) this.#shortInside[short] = (this.#shortInside[short] ?? 0) + 1;
    } else this.#increase(wordAt(text, start, end), isEdge);
    if (text.charCodeAt(end) !== HYPHEN || !isWordUnit(text.charCodeAt(end + 1))) return;
    const compoundEnd = wordEnd(text, end + 1);
    if (compoundEnd - start <= LONGEST_WORD) this.#increase(wordAt(text, start, compoundEnd), false);
  }

  #increase(word: string, isEdge: boolean): void {
    const known = this.#counts.get(word);
    if (known) {
      known.all++;
      if (!isEdge) known.inner++;
    } else if (this.#counts.size < MAX_WORDS) this.#counts.set(word, { all: 1, inner: isEdge ? 0 : 1 });
  }
}

/** The number of a short word, its capitals as small letters; -1 for any other. */
function shortWord(text: string, start: number, end: number): number {
  if (end - start > 3 || end - start < 2) return -1;
  let number = 0;
  for (let at = start; at < end; at++) {
    const letter = (text.charCodeAt(at) | 32) - 96;
    if (letter < 1 || letter > 26 || text.charCodeAt(at) > 122) return -1;
    number = number * 27 + letter;
  }
  return number;
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
