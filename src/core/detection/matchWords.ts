import { type Automaton, STEP_SIZE, type WordSteps } from '../codebook/automaton.js';
import type { Word } from '../text/policyText.js';

/** A pattern found in a sentence: indexes of the first and the last word. */
export interface Found {
  readonly pattern: number;
  readonly first: number;
  readonly last: number;
}

/** What was found in one sentence. Made once and used for sentence after sentence: most find little or nothing. */
export class Matches {
  /** In order of the last word. */
  found: Found[] = [];
  /** By pattern: in which sentence, by count, it was last found. */
  readonly #foundIn: Int32Array;
  #sentence = 0;

  constructor(patternCount: number) {
    this.#foundIn = new Int32Array(patternCount);
  }

  clear(): void {
    if (this.found.length > 0) this.found = [];
    this.#sentence = (this.#sentence + 1) | 0;
  }

  add(found: Found): void {
    this.#foundIn[found.pattern] = this.#sentence;
    this.found.push(found);
  }

  has(pattern: number): boolean {
    return this.#foundIn[pattern] === this.#sentence;
  }

  of(pattern: number): readonly Found[] {
    return this.has(pattern) ? this.found.filter((each) => each.pattern === pattern) : [];
  }
}

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
  /** By state: 1 where it completes a pattern. */
  readonly #completes: Uint8Array;
  readonly #openFor: Int32Array;
  readonly #reachedAt: Int32Array;
  readonly #beganAt: Int32Array;
  /** Scratch: states that complete a pattern, reached by the word at hand. */
  readonly #completed: Int32Array;
  #completedCount = 0;
  #clock = SENTENCE_DISTANCE;
  /** The last word at which a pattern that has begun can go on: until one has begun, steps onward need no look. */
  #openUntil = 0;

  constructor(automaton: Automaton) {
    this.#automaton = automaton;
    this.#completes = Uint8Array.from(automaton.accepts, (patterns) => Math.min(patterns.length, 1));
    this.#openFor = automaton.openFor;
    this.#completed = new Int32Array(automaton.stateCount);
    this.#reachedAt = new Int32Array(automaton.stateCount);
    this.#beganAt = new Int32Array(automaton.stateCount);
  }

  /** Every pattern found in a sentence. Of matches of a pattern that end at the same word, the shortest. */
  match({ words, text, covered }: Sighting, into: Matches): void {
    into.clear();
    const zero = this.#startSentence(words.length);
    for (let index = 0; index < words.length; index++) {
      const word = words[index];
      if (!word || covered?.has(index)) continue;
      const effect = this.#automaton.effectOf(word.folded);
      const steps = effect.mindsCapitals ? this.#casedStepsOf(word, text) : effect;
      const now = zero + index;
      if (steps.onward.length > 0 && now <= this.#openUntil) this.#stepOnward(steps.onward, now);
      if (steps.first.length > 0) this.#begin(steps.first, now);
      if (this.#completedCount > 0) this.#collect(zero, index, into);
    }
  }

  #startSentence(length: number): number {
    if (this.#clock > CLOCK_LIMIT) {
      this.#reachedAt.fill(0);
      this.#clock = SENTENCE_DISTANCE;
    }
    const zero = this.#clock;
    this.#openUntil = 0;
    this.#clock += length + SENTENCE_DISTANCE;
    return zero;
  }

  #casedStepsOf({ folded, start, end }: Word, text: string): WordSteps {
    return this.#automaton.casedStepsOf(folded, withCapitals(folded, text.slice(start, end)));
  }

  #stepOnward(steps: readonly number[], now: number): void {
    // The innermost loop of all: nearly every step is refused here.
    const reachedAt = this.#reachedAt;
    for (let i = 0; i < steps.length; i += STEP_SIZE) {
      const from = steps[i + 1] ?? 0;
      if (now - (reachedAt[from] ?? 0) <= (steps[i + 2] ?? 0)) {
        this.#reach(steps[i] ?? 0, now, this.#beganAt[from] ?? 0);
      }
    }
  }

  #begin(states: readonly number[], now: number): void {
    for (let i = 0; i < states.length; i++) this.#reach(states[i] ?? 0, now, now);
  }

  #reach(state: number, now: number, began: number): void {
    if (this.#reachedAt[state] === now) {
      if (began > (this.#beganAt[state] ?? 0)) this.#beganAt[state] = began;
      return;
    }
    this.#reachedAt[state] = now;
    this.#beganAt[state] = began;
    const openUntil = now + (this.#openFor[state] ?? 0);
    if (openUntil > this.#openUntil) this.#openUntil = openUntil;
    if (this.#completes[state] === 1) this.#completed[this.#completedCount++] = state;
  }

  #collect(zero: number, index: number, into: Matches): void {
    for (let i = 0; i < this.#completedCount; i++) {
      const state = this.#completed[i] ?? 0;
      const first = (this.#beganAt[state] ?? 0) - zero;
      for (const pattern of this.#automaton.accepts[state] ?? []) into.add({ pattern, first, last: index });
    }
    this.#completedCount = 0;
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
