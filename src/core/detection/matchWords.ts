import { type Automaton, START, TRANSITION_SIZE, type Transitions } from '../codebook/automaton.js';
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
  readonly found: Found[] = [];
  /** By pattern: in which sentence, by count, it was last found. */
  readonly #foundIn: Int32Array;
  #sentence = 0;

  constructor(patternCount: number) {
    this.#foundIn = new Int32Array(patternCount);
  }

  clear(): void {
    if (this.found.length > 0) this.found.length = 0;
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
  readonly #reachedAt: Int32Array;
  readonly #beganAt: Int32Array;
  /** Scratch: states that complete a pattern, reached by the word at hand. */
  readonly #completed: number[] = [];
  #clock = SENTENCE_DISTANCE;

  constructor(automaton: Automaton) {
    this.#automaton = automaton;
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
      const { transitions, mindsCapitals } = this.#automaton.effectOf(word.folded);
      if (mindsCapitals) this.#step(this.#casedTransitionsOf(word, text), zero, index, into);
      else if (transitions.length > 0) this.#step(transitions, zero, index, into);
    }
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

  #casedTransitionsOf({ folded, start, end }: Word, text: string): Transitions {
    return this.#automaton.casedTransitionsOf(folded, withCapitals(folded, text.slice(start, end)));
  }

  #step(transitions: Transitions, zero: number, index: number, into: Matches): void {
    const { accepts } = this.#automaton;
    const now = zero + index;
    const reachedAt = this.#reachedAt;
    const beganAt = this.#beganAt;
    let completed = 0;
    for (let i = 0; i < transitions.length; i += TRANSITION_SIZE) {
      const to = transitions[i] ?? 0;
      const from = transitions[i + 1] ?? 0;
      const reach = transitions[i + 2] ?? 0;
      if (from !== START && now - (reachedAt[from] ?? 0) > reach) continue;
      const began = from === START ? now : (beganAt[from] ?? 0);
      if (reachedAt[to] === now) {
        beganAt[to] = Math.max(began, beganAt[to] ?? 0);
        continue;
      }
      reachedAt[to] = now;
      beganAt[to] = began;
      if (accepts[to]?.length) this.#completed[completed++] = to;
    }
    for (let i = 0; i < completed; i++) {
      const state = this.#completed[i] ?? 0;
      const first = (beganAt[state] ?? 0) - zero;
      for (const pattern of accepts[state] ?? []) into.add({ pattern, first, last: index });
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
