/**
 * All patterns of a language in one machine. A state is a beginning of one or more patterns (patterns that begin alike share
 * states); a word moves the machine from state to state. Since a state only needs to remember where it was reached last,
 * running it is linear in the words of a text, with gaps as well.
 */

import { BoundedCache } from '../text/boundedCache.js';
import type { Atom } from './pattern.js';
import { WordLookup } from './vocabulary.js';
import { NO_WAYS, setOfWays, type Ways, wayAfter } from './ways.js';

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
export const STEP_SIZE = 3;

/** Numbers that one state takes in `WordSteps.begun`. */
export const BEGUN_SIZE = 3;

/** What a word does to the machine. */
export interface WordSteps {
  /**
   * By state reached before: the steps from there, three numbers each: state reached, how many words back the state before may
   * lie (1: the word before), and the `GapRule`. Few states are open at a word, while many lead on from it. Undefined: none.
   */
  readonly onward: ReadonlyMap<number, readonly number[]> | undefined;
  /** A state whose `wayOn` is not among them has no step onward by the word. */
  readonly ways: Ways;
  /** States reached by the word alone in which a pattern is complete. */
  readonly first: readonly number[];
  /**
   * The beginnings of patterns of several words: states reached by the word alone that are nothing yet, three numbers each:
   * the state, its `openFor` and its `wayOn`.
   */
  readonly begun: readonly number[];
}

/** What a folded word does. */
export interface WordEffect extends WordSteps {
  /** Whether there is a pattern that the word fits if only its capitals are right. */
  readonly mindsCapitals: boolean;
}

// Plain arrays: a typed array of two numbers takes ten times their space, and there are thousands.
const NONE: readonly number[] = [];
const NO_EFFECT: WordEffect = {
  ...{ onward: undefined, ways: NO_WAYS, first: NONE, begun: NONE },
  mindsCapitals: false,
};

/** More than the words of a codebook do differently. */
const MAX_KEPT_STEPS = 16_384;

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
  /** By state: the way onward from it; see `WordSteps.ways`. */
  readonly wayOn: Int32Array;
  readonly #parts: AutomatonBuilder;
  readonly #effects = new BoundedCache<WordEffect>();
  readonly #casedSteps = new BoundedCache<WordSteps>();
  /** By the groups that a word is in: the forms of a word and the words of a list do the same. */
  readonly #steps = new Map<string, WordEffect>();

  constructor(parts: AutomatonBuilder) {
    this.stateCount = parts.accepts.length;
    this.patternCount = parts.patternCount;
    this.accepts = parts.accepts;
    this.openFor = new Int32Array(this.stateCount);
    this.wayOn = new Int32Array(this.stateCount);
    parts.groups.forEach((transitions, group) => {
      for (const { from, reach } of transitions) {
        if (reach > (this.openFor[from] ?? 0)) this.openFor[from] = reach;
        this.wayOn[from] = wayAfter(this.wayOn[from] ?? 0, group);
      }
    });
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
    const effect = mindsCapitals ? { ...this.#join(groups), mindsCapitals } : this.#join(groups);
    this.#effects.set(folded, effect);
    return effect;
  }

  #join(groups: readonly number[]): WordEffect {
    if (groups.length === 0) return NO_EFFECT;
    const unique = groups.length > 1 ? [...new Set(groups)] : groups;
    const key = unique.join();
    const known = this.#steps.get(key);
    if (known) return known;
    if (this.#steps.size >= MAX_KEPT_STEPS) this.#steps.clear();
    const steps = this.#stepsOf(unique.flatMap((group) => this.#parts.groups[group] ?? []));
    this.#steps.set(key, steps);
    return steps;
  }

  #stepsOf(transitions: readonly Transition[]): WordEffect {
    const { onward, reached } = sorted(transitions);
    const isComplete = (state: number): boolean => (this.accepts[state]?.length ?? 0) > 0;
    const first = reached.filter(isComplete);
    const begun = reached.flatMap((state) =>
      isComplete(state) ? NONE : [state, this.openFor[state] ?? 0, this.wayOn[state] ?? 0],
    );
    if (!onward) return { ...NO_EFFECT, first, begun };
    const ways = Array.from(onward.keys(), (from) => this.wayOn[from] ?? 0);
    return { onward, ways: setOfWays(ways), first, begun, mindsCapitals: false };
  }
}

function sorted(transitions: readonly Transition[]): {
  readonly onward: WordSteps['onward'];
  readonly reached: readonly number[];
} {
  const first = new Set<number>();
  const onward = new Map<number, number[]>();
  for (const { to, from, reach, rule } of transitions) {
    if (from === START) {
      first.add(to);
      continue;
    }
    const steps = onward.get(from);
    if (steps) steps.push(to, reach, rule);
    else onward.set(from, [to, reach, rule]);
  }
  return { onward: onward.size > 0 ? onward : undefined, reached: first.size > 0 ? [...first] : NONE };
}

/** Longer rows of tests are the forms of a lemma or a list, which are one object wherever they are named: nothing to compare. */
const MAX_COMPARED = 4;

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
    const group = this.groups.push([]) - 1;
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
