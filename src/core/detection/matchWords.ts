import { type Automaton, GapRule, SENTENCE_START, STEP_SIZE, type WordSteps } from '../codebook/automaton.js';
import { isNumber } from '../codebook/vocabulary.js';
import type { Word } from '../text/policyText.js';
import { canEndAt } from './particles.js';
import { partsOf, type SentenceReading } from './sentenceReading.js';

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

  /** After parts of a sentence were read one after the other. */
  sort(): void {
    this.found.sort((a, b) => a.last - b.last);
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
  readonly reading: SentenceReading;
  /** Words that do not count, by index. */
  readonly covered?: ReadonlySet<number> | undefined;
}

/** A stretch of a sentence that is read on its own. */
interface Part extends Sighting {
  /** The indexes of its words; undefined for the whole sentence. */
  readonly order: readonly number[] | undefined;
  readonly into: Matches;
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
  #part: Part | undefined;
  /** The clock at the first word of the part. */
  #zero = 0;
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

  /**
   * Every pattern found in a sentence. Of matches of a pattern that end at the same word, the shortest. Stretches between strong
   * marks and in brackets are read one by one, so that no pattern reaches over their borders.
   */
  match({ reading, covered }: Sighting, into: Matches): void {
    into.clear();
    const parts = partsOf(reading.sentence);
    if (!parts) {
      this.#read({ reading, covered, order: undefined, into });
      return;
    }
    for (const order of parts) this.#read({ reading, covered, order, into });
    into.sort();
  }

  #read(part: Part): void {
    const { reading, covered, order, into } = part;
    const { words, text } = reading;
    const count = order?.length ?? words.length;
    const zero = this.#startPart(count);
    this.#part = part;
    this.#zero = zero;
    if ((order?.[0] ?? 0) === 0) this.#startSentence(zero - 1);
    for (let place = 0; place < count; place++) {
      const index = order ? (order[place] ?? 0) : place;
      const word = words[index];
      if (!word || covered?.has(index)) continue;
      const effect = this.#automaton.effectOf(word.folded);
      const steps = effect.mindsCapitals ? this.#casedStepsOf(word, text) : effect;
      const now = zero + place;
      if (steps.onward.length > 0 && now <= this.#openUntil) this.#stepOnward(steps.onward, now);
      if (steps.first.length > 0) this.#begin(steps.first, now);
      if (this.#completedCount > 0) this.#collect(zero, place, into);
      // '3.2 We begin': the number is the sentence's, not its first word.
      if (place === 0 && index === 0 && isNumber(word.folded)) this.#startSentence(now);
    }
  }

  #startPart(length: number): number {
    if (this.#clock > CLOCK_LIMIT) {
      this.#reachedAt.fill(0);
      this.#clock = SENTENCE_DISTANCE;
    }
    const zero = this.#clock;
    this.#openUntil = 0;
    this.#clock += length + SENTENCE_DISTANCE;
    return zero;
  }

  /** What must begin the sentence may begin with the next word. */
  #startSentence(before: number): void {
    this.#reachedAt[SENTENCE_START] = before;
    this.#beganAt[SENTENCE_START] = before + 1;
    this.#openUntil = Math.max(this.#openUntil, before + (this.#openFor[SENTENCE_START] ?? 0));
  }

  #casedStepsOf({ folded, start, end }: Word, text: string): WordSteps {
    return this.#automaton.casedStepsOf(folded, withCapitals(folded, text.slice(start, end)));
  }

  #stepOnward(steps: readonly number[], now: number): void {
    // The innermost loop of all: nearly every step is refused here.
    const reachedAt = this.#reachedAt;
    for (let i = 0; i < steps.length; i += STEP_SIZE) {
      const from = steps[i + 1] ?? 0;
      if (now - (reachedAt[from] ?? 0) <= (steps[i + 2] ?? 0) && this.#allows(steps[i + 3] ?? 0, from, now)) {
        this.#reach(steps[i] ?? 0, now, this.#beganAt[from] ?? 0);
      }
    }
  }

  /** Whether the rule of a step over a gap is kept. */
  #allows(rule: number, from: number, now: number): boolean {
    const part = this.#part;
    if (rule === GapRule.free || !part) return true;
    const before = this.#indexOf((this.#reachedAt[from] ?? 0) - this.#zero);
    const index = this.#indexOf(now - this.#zero);
    if (rule === GapRule.closing && !canEndAt(part.reading, index)) return false;
    return part.reading.areInOneClause(before, index);
  }

  /** The word at a place of the part that is being read. */
  #indexOf(place: number): number {
    return this.#part?.order ? (this.#part.order[place] ?? 0) : place;
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

  #collect(zero: number, place: number, into: Matches): void {
    const last = this.#indexOf(place);
    for (let i = 0; i < this.#completedCount; i++) {
      const state = this.#completed[i] ?? 0;
      const first = this.#indexOf((this.#beganAt[state] ?? 0) - zero);
      for (const pattern of this.#automaton.accepts[state] ?? []) into.add({ pattern, first, last });
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
