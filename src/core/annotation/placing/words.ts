/** The words of a plain text, as numbers that are the same for the same word in both texts. */
import { classAt, isInWord } from '../../text/characters.js';

export interface Words {
  readonly count: number;
  /** Of each word: offsets in the plain text, and its number in the vocabulary. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly ids: Int32Array;
}

/** In no vocabulary: the piece of a word, which is the same as nothing else. */
export const NO_WORD = -1;

/** UTF-16 units. What is longer is no word, and is cut into pieces of this length. */
const LONGEST = 40;

const STEP = 1 << 14;

/** Capitals and hyphens do not make another word: lines break and sentences begin elsewhere after an edit. */
export class Vocabulary {
  readonly #ids = new Map<string, number>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  idOf(word: string): number {
    const known = this.#ids.get(word);
    if (known !== undefined) return known;
    const key = word.toLowerCase().replaceAll('-', '');
    const id = this.#ids.get(key) ?? this.#size++;
    this.#ids.set(key, id);
    this.#ids.set(word, id);
    return id;
  }

  /** -1 for a word that has not been met. */
  knownId(word: string): number {
    return this.#ids.get(word) ?? this.#ids.get(word.toLowerCase().replaceAll('-', '')) ?? -1;
  }
}

export function* wordsIn(text: string, vocabulary: Pick<Vocabulary, 'idOf'>): Generator<void, Words> {
  const starts: number[] = [];
  const ends: number[] = [];
  const ids: number[] = [];
  let at = 0;
  while (at < text.length) {
    if (!isInWord(classAt(text, at))) {
      at++;
      if (at % STEP === 0) yield;
      continue;
    }
    const end = wordEnd(text, at);
    starts.push(at);
    ends.push(end);
    ids.push(vocabulary.idOf(text.slice(at, end)));
    at = end;
    if (ids.length % STEP === 0) yield;
  }
  return { count: ids.length, starts: Int32Array.from(starts), ends: Int32Array.from(ends), ids: Int32Array.from(ids) };
}

function wordEnd(text: string, start: number): number {
  if (isWordByItself(text.charCodeAt(start))) return start + 1;
  let at = start + 1;
  const most = Math.min(text.length, start + LONGEST);
  while (at < most) {
    const kind = classAt(text, at);
    const isHyphen = text.charCodeAt(at) === 0x2d && isInWord(classAt(text, at + 1));
    if (!isHyphen && (!isInWord(kind) || isWordByItself(text.charCodeAt(at)))) break;
    at++;
  }
  return at;
}

/** Chinese and Japanese are written without spaces. */
function isWordByItself(code: number): boolean {
  return code >= 0x3040 && code <= 0x9fff;
}

/** Index of the first word that ends after an offset of the plain text. */
export function wordAt({ ends, count }: Words, offset: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ends[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index after the last word that begins before an offset of the plain text. */
export function wordAfter({ starts, count }: Words, offset: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
