/** Where words and pairs of words stand in a text, asked thousands of times. */
import type { Words } from './words.js';

/** Places in ascending order, in one array for all keys: those of key k from ends[k - 1] up to ends[k]. */
interface Places {
  readonly ends: Int32Array;
  readonly places: Int32Array;
}

export interface WordIndex {
  readonly words: Words;
  readonly singles: Places;
  readonly pairs: Places;
  /** Of a pair of words, for `pairs`. */
  pairKey(first: number, second: number): number;
}

/** Keys of pairs: powers of two, about as many as the text has words. */
const FEWEST_KEYS = 1 << 6;
const MOST_KEYS = 1 << 18;

function pairKeys(words: number): number {
  let keys = FEWEST_KEYS;
  while (keys < words && keys < MOST_KEYS) keys *= 2;
  return keys;
}

function pairKeyIn(keys: number, first: number, second: number): number {
  const mixed = Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) & (keys - 1);
}

export function* indexWords(words: Words, vocabularySize: number): Generator<void, WordIndex> {
  const { ids, count } = words;
  const singles = yield* placesByKey(count, vocabularySize, (at) => ids[at] ?? 0);
  const keys = pairKeys(count);
  const pairKey = (first: number, second: number) => pairKeyIn(keys, first, second);
  const pairs = yield* placesByKey(Math.max(0, count - 1), keys, (at) => pairKey(ids[at] ?? 0, ids[at + 1] ?? 0));
  return { words, singles, pairs, pairKey };
}

const STEP = 1 << 16;

function* placesByKey(count: number, keys: number, keyAt: (at: number) => number): Generator<void, Places> {
  const next = new Int32Array(keys + 1);
  for (let at = 0; at < count; at++) {
    const key = keyAt(at) + 1;
    next[key] = (next[key] ?? 0) + 1;
    if (at % STEP === STEP - 1) yield;
  }
  for (let key = 1; key <= keys; key++) next[key] = (next[key] ?? 0) + (next[key - 1] ?? 0);
  const places = new Int32Array(count);
  for (let at = 0; at < count; at++) {
    const key = keyAt(at);
    const place = next[key] ?? 0;
    places[place] = at;
    next[key] = place + 1;
    if (at % STEP === STEP - 1) yield;
  }
  return { ends: next, places };
}

export function countOf({ ends }: Places, key: number): number {
  return (ends[key] ?? 0) - (key > 0 ? (ends[key - 1] ?? 0) : 0);
}

/** At most `most` places of a key, those around a predicted one. */
export function placesNear({ ends, places }: Places, key: number, near: number, most: number): Int32Array {
  const from = key > 0 ? (ends[key - 1] ?? 0) : 0;
  const to = ends[key] ?? 0;
  if (to - from <= most) return places.subarray(from, to);
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle] ?? 0) < near) low = middle + 1;
    else high = middle;
  }
  const first = Math.max(from, Math.min(low - (most >> 1), to - most));
  return places.subarray(first, first + most);
}
