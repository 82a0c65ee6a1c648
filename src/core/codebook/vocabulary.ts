/**
 * From a word to the pattern places that it fits, at a cost that does not grow with the number of patterns: exact words in a
 * map, beginnings and endings in tries. What a word fits is worked out once and kept, because texts repeat their words.
 */
import type { Atom, AtomKind } from './pattern.js';

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

function reversed(text: string): string {
  let result = '';
  for (let i = text.length - 1; i >= 0; i--) result += text.charAt(i);
  return result;
}

/** Groups of atoms, looked up by word. A group is whatever the caller numbers: here, the transitions of one atom. */
export class WordLookup {
  readonly #exact = new Map<string, number[]>();
  readonly #tries: Record<Exclude<AtomKind, 'exact'>, Trie> = {
    prefix: new Trie(),
    suffix: new Trie(),
    contains: new Trie(),
  };

  add(atom: Atom, group: number): void {
    if (atom.kind === 'exact') {
      const known = this.#exact.get(atom.text);
      if (known) known.push(group);
      else this.#exact.set(atom.text, [group]);
      return;
    }
    this.#tries[atom.kind].add(atom.kind === 'suffix' ? reversed(atom.text) : atom.text, group);
  }

  groupsOf(word: string): readonly number[] {
    const groups = [...(this.#exact.get(word) ?? [])];
    this.#tries.prefix.collect(word, 0, groups);
    this.#tries.suffix.collect(reversed(word), 0, groups);
    for (let from = 0; from < word.length; from++) this.#tries.contains.collect(word, from, groups);
    return groups;
  }
}
