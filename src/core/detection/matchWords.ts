import { type Automaton, START, TRANSITION_SIZE, type Transitions } from '../codebook/automaton.js';
import type { Word } from '../text/policyText.js';

/** Where a pattern was found: indexes of its first and its last word in the sentence. */
export interface WordRange {
  readonly first: number;
  readonly last: number;
}

/** By pattern number, in order of the last word. */
export type Matches = ReadonlyMap<number, readonly WordRange[]>;

const NONE: Matches = new Map();

/** Before this many words the clock starts anew, well within what an Int32Array holds. */
const CLOCK_LIMIT = 2 ** 30;

/** Words of the clock between two sentences: longer than any gap, so that no pattern reaches over. */
const SENTENCE_DISTANCE = 1024;

export interface Sighting {
  readonly words: readonly Word[];
  /** The text that the words' offsets count in, for patterns that mind capitals. */
  readonly text: string;
  /** Words that do not count, by index. */
  readonly covered?: ReadonlySet<number>;
}

/**
 * Runs an automaton over sentences. Keeps, for each state, when it was last reached and where that match began; the clock
 * counts words over all sentences, so that nothing needs to be cleared in between.
 */
export class WordMatcher {
  readonly #automaton: Automaton;
  readonly #reachedAt: Int32Array;
  readonly #beganAt: Int32Array;
  /** States that complete a pattern, reached by the word at hand. */
  readonly #completed: number[] = [];
  #clock = SENTENCE_DISTANCE;

  constructor(automaton: Automaton) {
    this.#automaton = automaton;
    this.#reachedAt = new Int32Array(automaton.stateCount);
    this.#beganAt = new Int32Array(automaton.stateCount);
  }

  /** Every pattern found in a sentence. Of matches of a pattern that end at the same word, the shortest. */
  match({ words, text, covered }: Sighting): Matches {
    const zero = this.#startSentence(words.length);
    let found: Map<number, WordRange[]> | undefined;
    for (let index = 0; index < words.length; index++) {
      const word = words[index];
      if (!word || covered?.has(index)) continue;
      const transitions = this.#transitionsOf(word, text);
      if (transitions.length === 0) continue;
      this.#step(transitions, zero + index);
      if (this.#completed.length === 0) continue;
      found ??= new Map();
      this.#collect(zero, index, found);
    }
    return found ?? NONE;
  }

  #startSentence(length: number): number {
    if (this.#clock > CLOCK_LIMIT) {
      this.#reachedAt.fill(0);
      this.#clock = SENTENCE_DISTANCE;
    }
    const zero = this.#clock;
    this.#clock += length + SENTENCE_DISTANCE;
    return zero;
  }

  #transitionsOf(word: Word, text: string): Transitions {
    const { folded } = word;
    if (!this.#automaton.mindsCapitals(folded)) return this.#automaton.transitionsOf(folded);
    return this.#automaton.casedTransitionsOf(folded, withCapitals(folded, text.slice(word.start, word.end)));
  }

  #step(transitions: Transitions, now: number): void {
    const { accepts } = this.#automaton;
    this.#completed.length = 0;
    for (let i = 0; i < transitions.length; i += TRANSITION_SIZE) {
      const to = transitions[i] ?? 0;
      const from = transitions[i + 1] ?? 0;
      const reach = transitions[i + 2] ?? 0;
      if (from !== START && now - (this.#reachedAt[from] ?? 0) > reach) continue;
      const began = from === START ? now : (this.#beganAt[from] ?? 0);
      if (this.#reachedAt[to] === now) {
        this.#beganAt[to] = Math.max(began, this.#beganAt[to] ?? 0);
        continue;
      }
      this.#reachedAt[to] = now;
      this.#beganAt[to] = began;
      if (accepts[to]?.length) this.#completed.push(to);
    }
  }

  #collect(zero: number, last: number, found: Map<number, WordRange[]>): void {
    for (const state of this.#completed) {
      const range = { first: (this.#beganAt[state] ?? 0) - zero, last };
      for (const pattern of this.#automaton.accepts[state] ?? []) {
        const ranges = found.get(pattern);
        if (ranges) ranges.push(range);
        else found.set(pattern, [range]);
      }
    }
  }
}

/**
 * A folded word with the capitals that it has in the text. What folding took out (soft hyphens, a break at a line's end) stays
 * out; a letter that folding changed otherwise stays as it is.
 */
function withCapitals(folded: string, original: string): string {
  let result = '';
  let at = 0;
  for (const letter of folded) {
    let place = at;
    while (place < original.length && original.charAt(place).toLowerCase() !== letter) place++;
    const isFound = place < original.length;
    result += isFound ? original.charAt(place) : letter;
    if (isFound) at = place + 1;
  }
  return result;
}
