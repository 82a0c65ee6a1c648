/**
 * All patterns of a language in one machine. A state is a beginning of one or more patterns (patterns that begin alike share
 * states); a word moves the machine from state to state. Since a state only needs to remember where it was reached last,
 * running it is linear in the words of a text, with gaps as well.
 */

import { BoundedCache } from '../text/boundedCache.js';
import type { Atom } from './pattern.js';
import { WordLookup } from './vocabulary.js';

/** Words in a row: for each, the tests of which it must pass one. */
export type WordRow = readonly (readonly Atom[])[];

/** One place of a pattern with its word lists written out: one of several rows of words, after a gap of so many others. */
export interface ResolvedElement {
  /** Tells elements apart: the same key, the same gap and rows. */
  readonly key: string;
  readonly gap: number;
  readonly rows: readonly WordRow[];
}

/** The state before any word. */
export const START = 0;

/** Numbers that one step takes in `WordSteps.onward`. */
export const STEP_SIZE = 3;

/** What a word does to the machine. */
export interface WordSteps {
  /**
   * Steps from states reached before, three numbers each: state reached, state needed, and how many words back that state may
   * lie (1: the word before). By state reached, highest first: a state's number is higher than those it is reached from, so
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
    const transitions = groups.flatMap((group) => this.#parts.groups[group] ?? []);
    const onward = transitions.filter(({ from }) => from !== START).sort((a, b) => b.to - a.to);
    const first = new Set(transitions.filter(({ from }) => from === START).map(({ to }) => to));
    return {
      onward: onward.length > 0 ? onward.flatMap(({ to, from, reach }) => [to, from, reach]) : NONE,
      first: first.size > 0 ? [...first] : NONE,
    };
  }
}

/** Collects patterns, then becomes an `Automaton`. Patterns are numbered in order of addition. */
export class AutomatonBuilder {
  readonly accepts: number[][] = [[]];
  /** Transitions, grouped by the atom that a word must fit to take them. */
  readonly groups: Transition[][] = [];
  readonly folded = new WordLookup();
  readonly cased = new WordLookup();
  /** Lower-case forms of the atoms that mind capitals. */
  readonly maybeCased = new WordLookup();
  readonly #groupOfAtom = new Map<string, number>();
  readonly #children = new Map<string, number>();
  patternCount = 0;

  /** Adds a pattern and returns its number. */
  add(elements: readonly ResolvedElement[]): number {
    const number = this.patternCount++;
    let state = START;
    for (const element of elements) state = this.#stateAfter(state, element);
    this.accepts[state]?.push(number);
    return number;
  }

  #stateAfter(from: number, element: ResolvedElement): number {
    const key = `${from} ${element.key}`;
    const known = this.#children.get(key);
    if (known !== undefined) return known;
    // The states inside rows of several words come first: a state's number must be higher than those that lead to it.
    const ends = element.rows.map((row) => this.#walk(from, element.gap, row.slice(0, -1)));
    const state = this.#newState();
    this.#children.set(key, state);
    element.rows.forEach((row, index) => {
      const last = row.at(-1);
      const reach = row.length > 1 ? 1 : element.gap + 1;
      if (last) this.#connect(last, { to: state, from: ends[index] ?? from, reach });
    });
    return state;
  }

  #walk(start: number, gap: number, row: WordRow): number {
    let from = start;
    row.forEach((atoms, index) => {
      const to = this.#newState();
      this.#connect(atoms, { to, from, reach: index === 0 ? gap + 1 : 1 });
      from = to;
    });
    return from;
  }

  #connect(atoms: readonly Atom[], transition: Transition): void {
    for (const atom of atoms) this.groups[this.#groupOf(atom)]?.push(transition);
  }

  #newState(): number {
    return this.accepts.push([]) - 1;
  }

  #groupOf(atom: Atom): number {
    const key = atomKey(atom);
    const known = this.#groupOfAtom.get(key);
    if (known !== undefined) return known;
    const group = this.groups.push([]) - 1;
    this.#groupOfAtom.set(key, group);
    (atom.cased ? this.cased : this.folded).add(atom, group);
    if (atom.cased) this.maybeCased.add({ ...atom, text: atom.text.toLowerCase() }, group);
    return group;
  }
}

/** Tells atoms apart. */
export function atomKey({ kind, text, cased }: Atom): string {
  return `${cased ? '^' : ''}${kind}:${text}`;
}
