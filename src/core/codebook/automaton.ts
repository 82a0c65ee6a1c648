/**
 * All patterns of a language in one machine. A state is a beginning of one or more patterns (patterns that begin alike share
 * states); a word moves the machine from state to state. Since a state only needs to remember where it was reached last,
 * running it is linear in the words of a text, with gaps as well.
 */

import { BoundedCache } from '../text/boundedCache.js';
import type { Atom } from './pattern.js';
import { hasItems, type Rows, rowsBy } from './rows.js';
import { type LookupParts, WordLookup } from './vocabulary.js';
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

/** Numbers that one transition takes in `AutomatonParts.transitions`. */
export const TRANSITION_SIZE = 5;

/** All that an automaton is made of, as plain data: what the build packs and what is compiled at run time are the same. */
export interface AutomatonParts {
  readonly stateCount: number;
  /** By pattern number: the state in which it is complete. */
  readonly stateOf: Int32Array;
  /**
   * In order of making, which is that of the states reached; five numbers each: the group of the tests of which a word must pass
   * one, the state reached, the state before, how many words back that may lie, and the `GapRule`.
   */
  readonly transitions: Int32Array;
  readonly groupCount: number;
  readonly folded: LookupParts;
  readonly cased: LookupParts;
  /** Lower-case forms of the atoms that mind capitals. */
  readonly maybeCased: LookupParts;
}

export class Automaton {
  readonly stateCount: number;
  readonly patternCount: number;
  /** Numbers of the patterns that are complete in a state. */
  readonly accepts: Rows;
  /** By state: how many words after it was reached a pattern can still go on from it; 0 where none goes on. */
  readonly openFor: Int32Array;
  /** By state: the way onward from it; see `WordSteps.ways`. */
  readonly wayOn: Int32Array;
  readonly #transitions: Int32Array;
  /** By group: the places in `#transitions` at which its own begin. */
  readonly #ofGroup: Rows;
  readonly #folded: WordLookup;
  readonly #cased: WordLookup;
  readonly #maybeCased: WordLookup;
  readonly #effects = new BoundedCache<WordEffect>();
  readonly #casedSteps = new BoundedCache<WordSteps>();
  /** By the groups that a word is in: the forms of a word and the words of a list do the same. */
  readonly #steps = new Map<string, WordEffect>();

  constructor({ stateCount, stateOf, transitions, groupCount, folded, cased, maybeCased }: AutomatonParts) {
    this.stateCount = stateCount;
    this.patternCount = stateOf.length;
    this.accepts = rowsBy(stateOf, stateCount);
    this.openFor = new Int32Array(stateCount);
    this.wayOn = new Int32Array(stateCount);
    this.#transitions = transitions;
    const groups = new Int32Array(transitions.length / TRANSITION_SIZE);
    for (let number = 0; number < groups.length; number++) groups[number] = transitions[number * TRANSITION_SIZE] ?? 0;
    this.#ofGroup = rowsBy(groups, groupCount);
    // Group by group: ways must come in the same order for every state.
    for (const number of this.#ofGroup.items) this.#addWay(number * TRANSITION_SIZE);
    this.#folded = new WordLookup(folded);
    this.#cased = new WordLookup(cased);
    this.#maybeCased = new WordLookup(maybeCased);
  }

  #addWay(at: number): void {
    const from = this.#transitions[at + 2] ?? 0;
    const reach = this.#transitions[at + 3] ?? 0;
    if (reach > (this.openFor[from] ?? 0)) this.openFor[from] = reach;
    this.wayOn[from] = wayAfter(this.wayOn[from] ?? 0, this.#transitions[at] ?? 0);
  }

  effectOf(folded: string): WordEffect {
    return this.#effects.get(folded) ?? this.#learn(folded);
  }

  /** What a word does whose capitals count. */
  casedStepsOf(folded: string, cased: string): WordSteps {
    const known = this.#casedSteps.get(cased);
    if (known) return known;
    const steps = this.#join([...this.#folded.groupsOf(folded), ...this.#cased.groupsOf(cased)]);
    this.#casedSteps.set(cased, steps);
    return steps;
  }

  #learn(folded: string): WordEffect {
    const groups = this.#folded.groupsOf(folded);
    const mindsCapitals = this.#maybeCased.groupsOf(folded).length > 0;
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
    const steps = this.#stepsOf(unique);
    this.#steps.set(key, steps);
    return steps;
  }

  #stepsOf(groups: readonly number[]): WordEffect {
    const { onward, reached } = this.#sorted(groups);
    const first = reached.filter((state) => hasItems(this.accepts, state));
    const begun = reached.flatMap((state) =>
      hasItems(this.accepts, state) ? NONE : [state, this.openFor[state] ?? 0, this.wayOn[state] ?? 0],
    );
    if (!onward) return { ...NO_EFFECT, first, begun };
    const ways = Array.from(onward.keys(), (from) => this.wayOn[from] ?? 0);
    return { onward, ways: setOfWays(ways), first, begun, mindsCapitals: false };
  }

  /** The transitions of some groups: those from another state by that state, and the states that those from the start reach. */
  #sorted(groups: readonly number[]): { readonly onward: WordSteps['onward']; readonly reached: readonly number[] } {
    const first = new Set<number>();
    const onward = new Map<number, number[]>();
    const { starts, items } = this.#ofGroup;
    for (const group of groups) {
      const end = starts[group + 1] ?? 0;
      for (let item = starts[group] ?? 0; item < end; item++) {
        const at = (items[item] ?? 0) * TRANSITION_SIZE;
        const to = this.#transitions[at + 1] ?? 0;
        const from = this.#transitions[at + 2] ?? 0;
        if (from === START) {
          first.add(to);
          continue;
        }
        const reach = this.#transitions[at + 3] ?? 0;
        const rule = this.#transitions[at + 4] ?? 0;
        const steps = onward.get(from);
        if (steps) steps.push(to, reach, rule);
        else onward.set(from, [to, reach, rule]);
      }
    }
    return { onward: onward.size > 0 ? onward : undefined, reached: first.size > 0 ? [...first] : NONE };
  }
}

/** Tells atoms apart. */
export function atomKey({ kind, text, cased }: Atom): string {
  return `${cased ? '^' : ''}${kind}:${text}`;
}
