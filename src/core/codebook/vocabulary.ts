/**
 * From a word to the pattern places that it fits, at a cost that does not grow with the number of patterns. What a word fits is
 * worked out once and kept by the caller, because texts repeat their words; so this is made to be built fast.
 */
import type { Atom } from './pattern.js';

/** Groups by text: whole words, beginnings of words or endings of words. */
class TextIndex {
  readonly #groups = new Map<string, number[]>();
  /** By length: whether there is a text so long. */
  readonly #hasLength: boolean[] = [];

  add(text: string, group: number): void {
    const known = this.#groups.get(text);
    if (known) known.push(group);
    else this.#groups.set(text, [group]);
    this.#hasLength[text.length] = true;
  }

  of(text: string): readonly number[] {
    return this.#groups.get(text) ?? [];
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

  add(text: string, group: number): void {
    let node: Trie = this;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      const next = node.#children.get(unit) ?? new Trie();
      node.#children.set(unit, next);
      node = next;
    }
    node.#groups.push(group);
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

/** Groups of atoms, looked up by word. A group is whatever the caller numbers: here, the transitions of one atom. */
export class WordLookup {
  readonly #exact = new TextIndex();
  readonly #prefix = new TextIndex();
  readonly #suffix = new TextIndex();
  readonly #contains = new Trie();
  readonly #numbers: number[] = [];

  add({ kind, text }: Atom, group: number): void {
    if (kind === 'exact') this.#exact.add(text, group);
    else if (kind === 'prefix') this.#prefix.add(text, group);
    else if (kind === 'suffix') this.#suffix.add(text, group);
    else if (kind === 'contains') this.#contains.add(text, group);
    else this.#numbers.push(group);
  }

  groupsOf(word: string): readonly number[] {
    const groups = [...this.#exact.of(word)];
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
