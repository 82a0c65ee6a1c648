/** From patterns to the parts of an automaton. */
import {
  type AutomatonParts,
  atomKey,
  type GapRule,
  type ResolvedElement,
  type RowWord,
  SENTENCE_START,
  START,
  type WordRow,
} from './automaton.js';
import type { Atom } from './pattern.js';
import { LookupBuilder } from './vocabulary.js';

/** Longer rows of tests are the forms of a lemma or a list, which are one object wherever they are named: nothing to compare. */
const MAX_COMPARED = 4;

interface Transition {
  readonly to: number;
  readonly from: number;
  readonly reach: number;
  readonly rule: GapRule;
}

/** Collects patterns, then gives the parts of an `Automaton`. Patterns are numbered in order of addition. */
export class AutomatonBuilder {
  #stateCount = SENTENCE_START + 1;
  #groupCount = 0;
  readonly #stateOf: number[] = [];
  readonly #transitions: number[] = [];
  readonly #folded = new LookupBuilder();
  readonly #cased = new LookupBuilder();
  readonly #maybeCased = new LookupBuilder();
  readonly #groupOfAtoms = new Map<string, number>();
  /** Rows are shared by the patterns that name a list or lemma. */
  readonly #groupOfRowWord = new Map<readonly Atom[], number>();
  readonly #children = new Map<string, number>();

  parts(): AutomatonParts {
    return {
      ...{ stateCount: this.#stateCount, stateOf: Int32Array.from(this.#stateOf) },
      ...{ transitions: Int32Array.from(this.#transitions), groupCount: this.#groupCount },
      ...{ folded: this.#folded.parts, cased: this.#cased.parts, maybeCased: this.#maybeCased.parts },
    };
  }

  /** Adds a pattern and returns its number. */
  add(elements: readonly ResolvedElement[]): number {
    let state: number = elements[0]?.atStart ? SENTENCE_START : START;
    for (const element of elements) state = this.#stateAfter(state, element);
    return this.#stateOf.push(state) - 1;
  }

  #stateAfter(from: number, element: ResolvedElement): number {
    const key = `${from} ${element.key}`;
    const known = this.#children.get(key);
    if (known !== undefined) return known;
    // The states inside rows of several words come first: a state's number must be higher than those that lead to it.
    const inner = new Map<string, number>();
    const ends = element.rows.map((row) => this.#walk(from, element.gap, row, inner));
    const state = this.#newState();
    this.#children.set(key, state);
    element.rows.forEach((row, index) => {
      const last = row.at(-1);
      const gap = row.length > 1 ? (last?.gap ?? 0) : element.gap;
      if (last) this.#connect(last, { to: state, from: ends[index] ?? from, reach: gap + 1, rule: last.rule });
    });
    return state;
  }

  /** The state before the last word of a row. `inner`: states by the words that lead to them, shared by rows that begin alike. */
  #walk(start: number, gap: number, row: WordRow, inner: Map<string, number>): number {
    let from = start;
    let words = '';
    for (const [index, word] of row.slice(0, -1).entries()) {
      words += ` ${this.#groupOf(word.atoms)} ${word.gap} ${word.rule}`;
      const known = inner.get(words);
      const to = known ?? this.#newState();
      inner.set(words, to);
      const reach = (index === 0 ? gap : word.gap) + 1;
      if (known === undefined) this.#connect(word, { to, from, reach, rule: word.rule });
      from = to;
    }
    return from;
  }

  #connect({ atoms }: RowWord, { to, from, reach, rule }: Transition): void {
    this.#transitions.push(this.#groupOf(atoms), to, from, reach, rule);
  }

  #newState(): number {
    return this.#stateCount++;
  }

  #groupOf(atoms: readonly Atom[]): number {
    const shared = this.#groupOfRowWord.get(atoms);
    if (shared !== undefined) return shared;
    const group = atoms.length > MAX_COMPARED ? this.#newGroup(atoms) : this.#groupOfFew(atoms);
    this.#groupOfRowWord.set(atoms, group);
    return group;
  }

  #groupOfFew(atoms: readonly Atom[]): number {
    const key = atoms.map(atomKey).sort().join('|');
    const known = this.#groupOfAtoms.get(key);
    if (known !== undefined) return known;
    const group = this.#newGroup(atoms);
    this.#groupOfAtoms.set(key, group);
    return group;
  }

  #newGroup(atoms: readonly Atom[]): number {
    const group = this.#groupCount++;
    for (const atom of atoms) {
      (atom.cased ? this.#cased : this.#folded).add(atom, group);
      if (atom.cased) this.#maybeCased.add({ ...atom, text: atom.text.toLowerCase() }, group);
    }
    return group;
  }
}
