/**
 * All patterns of a language in one machine. A state is a beginning of one or more patterns (patterns that begin alike share
 * states); a word moves the machine from state to state. Since a state only needs to remember where it was reached last,
 * running it is linear in the words of a text, with gaps as well.
 */

import { BoundedCache } from '../text/boundedCache.js';
import type { Atom } from './pattern.js';
import { WordLookup } from './vocabulary.js';

/** What must hold of a step over a gap, beside its length. */
export const GapRule = {
  free: 0,
  /** Both words are in the same clause. */
  clause: 1,
  /** As `clause`, and nothing follows the second word that it could be a preposition of. */
  closing: 2,
} as const;
export type GapRule = (typeof GapRule)[keyof typeof GapRule];

/** One place in a row of words: the tests of which a word must pass one, after a gap of so many others. */
export interface RowWord {
  readonly gap: number;
  readonly rule: GapRule;
  readonly atoms: readonly Atom[];
}

export type WordRow = readonly RowWord[];

/** One place of a pattern with its lists and lemmas written out: one of several rows of words, after a gap of so many others. */
export interface ResolvedElement {
  /** Tells elements apart: the same key, the same gap and rows. */
  readonly key: string;
  readonly gap: number;
  /** It must begin the sentence. */
  readonly atStart: boolean;
  readonly rows: readonly WordRow[];
}

/** The state before any word. */
export const START = 0;

/** The state before the first word of a sentence. */
export const SENTENCE_START = 1;

/** Numbers that one step takes in `WordSteps.onward`. */
export const STEP_SIZE = 4;

/** What a word does to the machine. */
export interface WordSteps {
  /**
   * Steps from states reached before, four numbers each: state reached, state needed, how many words back that state may
   * lie (1: the word before), and the `GapRule`. By state reached, highest first: a state's number is higher than those it is reached from, so
   * that a word that fits two places of a pattern never takes both steps at once. For the same reason these come before `first`.
   */
  readonly onward: readonly number[];
  /** States reached by the word alone: the beginnings of patterns. */
  readonly first: readonly number[];
}

/** What a folded word does. */
export interface WordEffect extends WordSteps {
  /** Whether there is a pattern that the word fits if only its capitals are right. */
  readonly mindsCapitals: boolean;
}

// Plain arrays: a typed array of two numbers takes ten times their space, and there are thousands.
const NONE: readonly number[] = [];
const NO_EFFECT: WordEffect = { onward: NONE, first: NONE, mindsCapitals: false };

interface Transition {
  readonly to: number;
  readonly from: number;
  readonly reach: number;
  readonly rule: GapRule;
}

export class Automaton {
  readonly stateCount: number;
  readonly patternCount: number;
  /** Numbers of the patterns that are complete in a state. */
  readonly accepts: readonly (readonly number[])[];
  /** By state: how many words after it was reached a pattern can still go on from it; 0 where none goes on. */
  readonly openFor: Int32Array;
  readonly #parts: AutomatonBuilder;
  readonly #effects = new BoundedCache<WordEffect>();
  readonly #casedSteps = new BoundedCache<WordSteps>();

  constructor(parts: AutomatonBuilder) {
    this.stateCount = parts.accepts.length;
    this.patternCount = parts.patternCount;
    this.accepts = parts.accepts;
    this.openFor = new Int32Array(this.stateCount);
    for (const { from, reach } of parts.groups.flat()) {
      this.openFor[from] = Math.max(reach, this.openFor[from] ?? 0);
    }
    this.#parts = parts;
  }

  effectOf(folded: string): WordEffect {
    return this.#effects.get(folded) ?? this.#learn(folded);
  }

  /** What a word does whose capitals count. */
  casedStepsOf(folded: string, cased: string): WordSteps {
    const known = this.#casedSteps.get(cased);
    if (known) return known;
    const steps = this.#join([...this.#parts.folded.groupsOf(folded), ...this.#parts.cased.groupsOf(cased)]);
    this.#casedSteps.set(cased, steps);
    return steps;
  }

  #learn(folded: string): WordEffect {
    const groups = this.#parts.folded.groupsOf(folded);
    const mindsCapitals = this.#parts.maybeCased.groupsOf(folded).length > 0;
    const effect = groups.length > 0 || mindsCapitals ? { ...this.#join(groups), mindsCapitals } : NO_EFFECT;
    this.#effects.set(folded, effect);
    return effect;
  }

  #join(groups: readonly number[]): WordSteps {
    const transitions = [...new Set(groups)].flatMap((group) => this.#parts.groups[group] ?? []);
    const onward = transitions.filter(({ from }) => from !== START).sort((a, b) => b.to - a.to);
    const first = new Set(transitions.filter(({ from }) => from === START).map(({ to }) => to));
    return {
      onward: onward.length > 0 ? onward.flatMap(({ to, from, reach, rule }) => [to, from, reach, rule]) : NONE,
      first: first.size > 0 ? [...first] : NONE,
    };
  }
}

/** Collects patterns, then becomes an `Automaton`. Patterns are numbered in order of addition. */
export class AutomatonBuilder {
  readonly accepts: number[][] = [[], []];
  /** Transitions, grouped by the tests of which a word must pass one to take them. */
  readonly groups: Transition[][] = [];
  readonly folded = new WordLookup();
  readonly cased = new WordLookup();
  /** Lower-case forms of the atoms that mind capitals. */
  readonly maybeCased = new WordLookup();
  readonly #groupOfAtoms = new Map<string, number>();
  /** Rows are shared by the patterns that name a list or lemma. */
  readonly #groupOfRowWord = new Map<readonly Atom[], number>();
  readonly #children = new Map<string, number>();
  patternCount = 0;

  /** Adds a pattern and returns its number. */
  add(elements: readonly ResolvedElement[]): number {
    const number = this.patternCount++;
    let state: number = elements[0]?.atStart ? SENTENCE_START : START;
    for (const element of elements) state = this.#stateAfter(state, element);
    this.accepts[state]?.push(number);
    return number;
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

  #connect({ atoms }: RowWord, transition: Transition): void {
    this.groups[this.#groupOf(atoms)]?.push(transition);
  }

  #newState(): number {
    return this.accepts.push([]) - 1;
  }

  #groupOf(atoms: readonly Atom[]): number {
    const shared = this.#groupOfRowWord.get(atoms);
    if (shared !== undefined) return shared;
    const key = atoms.map(atomKey).sort().join('|');
    const group = this.#groupOfAtoms.get(key) ?? this.#newGroup(key, atoms);
    this.#groupOfRowWord.set(atoms, group);
    return group;
  }

  #newGroup(key: string, atoms: readonly Atom[]): number {
    const group = this.groups.push([]) - 1;
    this.#groupOfAtoms.set(key, group);
    for (const atom of atoms) {
      (atom.cased ? this.cased : this.folded).add(atom, group);
      if (atom.cased) this.maybeCased.add({ ...atom, text: atom.text.toLowerCase() }, group);
    }
    return group;
  }
}

/** Tells atoms apart. */
export function atomKey({ kind, text, cased }: Atom): string {
  return `${cased ? '^' : ''}${kind}:${text}`;
}
