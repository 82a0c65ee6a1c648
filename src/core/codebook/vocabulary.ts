/**
 * From a word to the pattern places that it fits, at a cost that does not grow with the number of patterns. What a word fits is
 * worked out once and kept by the caller, because texts repeat their words; so this is made to be built fast.
 */
import type { Atom, AtomKind } from './pattern.js';

/** By text: the groups of the tests that have it. */
export type TextGroups = ReadonlyMap<string, readonly number[]>;

/** What words are looked up by, as plain data. A group is whatever the caller numbers: here, the tests of a place in a pattern. */
export type LookupParts = Readonly<Record<AtomKind, TextGroups>>;

/** Collects atoms and their groups. */
export class LookupBuilder {
  readonly parts: LookupParts;
  readonly #parts: Record<AtomKind, Map<string, number[]>>;

  constructor() {
    const empty = () => new Map<string, number[]>();
    this.#parts = { exact: empty(), prefix: empty(), suffix: empty(), contains: empty(), number: empty() };
    this.parts = this.#parts;
  }

  add({ kind, text }: Atom, group: number): void {
    const known = this.#parts[kind].get(text);
    if (known) known.push(group);
    else this.#parts[kind].set(text, [group]);
  }
}

const NO_GROUPS: readonly number[] = [];

/** Groups by text: whole words, beginnings of words or endings of words. */
class TextIndex {
  readonly #groups: TextGroups;
  /** By length: whether there is a text so long. */
  readonly #hasLength: boolean[] = [];

  constructor(groups: TextGroups) {
    this.#groups = groups;
    for (const text of groups.keys()) this.#hasLength[text.length] = true;
  }

  of(text: string): readonly number[] {
    return this.#groups.get(text) ?? NO_GROUPS;
  }

  /** Groups of every text of up to the word's length that `part` takes out of it. */
  collect(word: string, part: (length: number) => string, into: number[]): void {
    const longest = Math.min(word.length, this.#hasLength.length - 1);
    for (let length = 1; length <= longest; length++) {
      if (this.#hasLength[length]) into.push(...this.of(part(length)));
    }
  }
}

/** Texts that may stand anywhere in a word, by their letters. */
class Trie {
  readonly #children = new Map<number, Trie>();
  readonly #groups: number[] = [];

  add(text: string, groups: readonly number[]): void {
    let node: Trie = this;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      const next = node.#children.get(unit) ?? new Trie();
      node.#children.set(unit, next);
      node = next;
    }
    node.#groups.push(...groups);
  }

  /** Groups of every text in the trie with which `word` goes on at `from`. */
  collect(word: string, from: number, into: number[]): void {
    let node: Trie | undefined = this;
    for (let i = from; i < word.length && node; i++) {
      node = node.#children.get(word.charCodeAt(i));
      if (node && node.#groups.length > 0) into.push(...node.#groups);
    }
  }
}

/** Groups of atoms, looked up by word. */
export class WordLookup {
  readonly #exact: TextGroups;
  readonly #prefix: TextIndex;
  readonly #suffix: TextIndex;
  readonly #contains = new Trie();
  readonly #numbers: readonly number[];

  constructor({ exact, prefix, suffix, contains, number }: LookupParts) {
    this.#exact = exact;
    this.#prefix = new TextIndex(prefix);
    this.#suffix = new TextIndex(suffix);
    for (const [text, groups] of contains) this.#contains.add(text, groups);
    this.#numbers = [...number.values()].flat();
  }

  groupsOf(word: string): readonly number[] {
    const groups = [...(this.#exact.get(word) ?? NO_GROUPS)];
    this.#prefix.collect(word, (length) => word.slice(0, length), groups);
    this.#suffix.collect(word, (length) => word.slice(-length), groups);
    for (let from = 0; from < word.length; from++) this.#contains.collect(word, from, groups);
    if (this.#numbers.length > 0 && isNumber(word)) groups.push(...this.#numbers);
    return groups;
  }
}

/** Digits, with what stands in and behind a number: 12, 3.1, 2.000, 5a, 1e, 2nd. */
const NUMBER = /^\d[\d.,:/-]*(?:[a-z]|de|ste|st|nd|rd|th)?$/;

export function isNumber(folded: string): boolean {
  const unit = folded.charCodeAt(0);
  return unit >= 48 && unit <= 57 && folded.length <= 32 && NUMBER.test(folded);
}
