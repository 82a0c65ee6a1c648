import {
  type Automaton,
  BEGUN_SIZE,
  GapRule,
  SENTENCE_START,
  STEP_SIZE,
  type WordSteps,
} from '../codebook/automaton.js';
import { hasItems } from '../codebook/rows.js';
import { isNumber } from '../codebook/vocabulary.js';
import { isAmong } from '../codebook/ways.js';
import type { Matches } from './matches.js';
import { canEndAt } from './particles.js';
import { partsOf, type SentenceReading } from './sentenceReading.js';
import { withCapitals } from './withCapitals.js';

/** Before this many words the clock starts anew, well within what an Int32Array holds. */
const CLOCK_LIMIT = 2 ** 30;

/** Words of the clock between two sentences: longer than any gap, so that no pattern reaches over. */
const SENTENCE_DISTANCE = 1024;

/** How far ahead is looked, in words, for what a pattern that begins can go on with. */
const LOOKAHEAD = 16;

/** Numbers that one state takes in `#open`. */
const OPEN_SIZE = 3;

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
 * counts words over all sentences, so that little needs to be cleared in between. A word looks only at the states from which a
 * pattern can go on at that place: a handful, while hundreds of steps end in a word such as 'van'.
 */
export class WordMatcher {
  readonly #automaton: Automaton;
  /** By state: 1 where it completes a pattern. */
  readonly #completes: Uint8Array;
  readonly #openFor: Int32Array;
  readonly #wayOn: Int32Array;
  readonly #reachedAt: Int32Array;
  readonly #beganAt: Int32Array;
  /** States from which a pattern may go on, three numbers each: the state, the last word at which it can, and its `wayOn`. */
  readonly #open: number[] = [];
  /** How much of `#open` is in use. */
  #openEnd = 0;
  /** Scratch: by place in the part at hand, what its word does. */
  readonly #ahead: (WordSteps | undefined)[] = [];
  /** Scratch: steps that the word at hand takes, state reached and where the match began in turn. */
  #taken: number[] = [];
  /** Scratch: states that complete a pattern, reached by the word at hand. */
  readonly #completed: Int32Array;
  #completedCount = 0;
  #clock = SENTENCE_DISTANCE;
  #part: Part | undefined;
  /** The clock at the first word of the part. */
  #zero = 0;

  constructor(automaton: Automaton) {
    this.#automaton = automaton;
    this.#completes = Uint8Array.from({ length: automaton.stateCount }, (_, state) =>
      hasItems(automaton.accepts, state) ? 1 : 0,
    );
    this.#openFor = automaton.openFor;
    this.#wayOn = automaton.wayOn;
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
    const { reading, order, into } = part;
    const count = order?.length ?? reading.words.length;
    const zero = this.#startPart(count);
    this.#part = part;
    this.#zero = zero;
    const startsSentence = (order?.[0] ?? 0) === 0;
    if (startsSentence) this.#startSentence(zero - 1);
    const ahead = this.#ahead;
    for (let place = 0; place < count; place++) ahead[place] = this.#stepsAt(part, place);
    for (let place = 0; place < count; place++) {
      const steps = ahead[place];
      if (!steps) continue;
      const now = zero + place;
      if (steps.onward && this.#openEnd > 0) this.#stepOnward(steps, steps.onward, now);
      if (steps.first.length > 0) this.#begin(steps.first, now);
      if (steps.begun.length > 0) this.#beginWhatGoesOn(steps.begun, place, count);
      if (this.#completedCount > 0) this.#collect(zero, place, into);
      // '3.2 We begin': the number is the sentence's, not its first word.
      if (place === 0 && startsSentence && isNumber(reading.words[0]?.folded ?? '')) this.#startSentence(now);
    }
  }

  /** What the word at a place of a part does; undefined where it does not count. */
  #stepsAt({ reading, covered, order }: Part, place: number): WordSteps | undefined {
    const index = order ? (order[place] ?? 0) : place;
    const word = reading.words[index];
    if (!word || covered?.has(index)) return undefined;
    const { folded, start, end } = word;
    const effect = this.#automaton.effectOf(folded);
    if (!effect.mindsCapitals) return effect;
    return this.#automaton.casedStepsOf(folded, withCapitals(folded, reading.text.slice(start, end)));
  }

  #startPart(length: number): number {
    if (this.#clock > CLOCK_LIMIT) {
      this.#reachedAt.fill(0);
      this.#clock = SENTENCE_DISTANCE;
    }
    const zero = this.#clock;
    this.#openEnd = 0;
    this.#clock += length + SENTENCE_DISTANCE;
    return zero;
  }

  /** What must begin the sentence may begin with the next word. */
  #startSentence(before: number): void {
    this.#reachedAt[SENTENCE_START] = before;
    this.#beganAt[SENTENCE_START] = before + 1;
    this.#keepOpen(SENTENCE_START, before);
  }

  #stepOnward(steps: WordSteps, onward: ReadonlyMap<number, readonly number[]>, now: number): void {
    // The innermost loop of all: nearly every state is passed by.
    const open = this.#open;
    const end = this.#openEnd;
    let kept = 0;
    for (let i = 0; i < end; i += OPEN_SIZE) {
      const until = open[i + 1] ?? 0;
      if (until < now) continue;
      const from = open[i] ?? 0;
      const way = open[i + 2] ?? 0;
      if (kept < i) {
        open[kept] = from;
        open[kept + 1] = until;
        open[kept + 2] = way;
      }
      kept += OPEN_SIZE;
      if (!isAmong(steps.ways, way)) continue;
      const own = onward.get(from);
      if (own) this.#take(own, from, now);
    }
    this.#openEnd = kept;
    if (this.#taken.length > 0) this.#reachTaken(now);
  }

  #take(steps: readonly number[], from: number, now: number): void {
    const back = now - (this.#reachedAt[from] ?? 0);
    for (let i = 0; i < steps.length; i += STEP_SIZE) {
      if (back > (steps[i + 1] ?? 0) || !this.#allows(steps[i + 2] ?? 0, from, now)) continue;
      this.#taken.push(steps[i] ?? 0, this.#beganAt[from] ?? 0);
    }
  }

  /** Only when all are known: a word that fits two places of a pattern must not take both steps at once. */
  #reachTaken(now: number): void {
    const taken = this.#taken;
    for (let i = 0; i < taken.length; i += 2) this.#reach(taken[i] ?? 0, now, taken[i + 1] ?? 0);
    this.#taken = [];
    // In the same order whatever the order in which states were opened.
    if (this.#completedCount > 1) this.#completed.subarray(0, this.#completedCount).sort().reverse();
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

  /** Most beginnings are a common word behind which nothing follows that a pattern goes on with: they would be kept in vain. */
  #beginWhatGoesOn(begun: readonly number[], place: number, count: number): void {
    const now = this.#zero + place;
    for (let i = 0; i < begun.length; i += BEGUN_SIZE) {
      const openFor = begun[i + 1] ?? 0;
      const last = Math.min(place + openFor, count - 1);
      if (openFor > LOOKAHEAD || this.#isFollowed(begun[i + 2] ?? 0, place, last)) this.#reach(begun[i] ?? 0, now, now);
    }
  }

  /** Whether one of the words behind a place, up to the one at `last`, may lead on along a way. */
  #isFollowed(way: number, place: number, last: number): boolean {
    for (let next = place + 1; next <= last; next++) {
      const steps = this.#ahead[next];
      if (steps && isAmong(steps.ways, way)) return true;
    }
    return false;
  }

  #reach(state: number, now: number, began: number): void {
    if (this.#reachedAt[state] === now) {
      if (began > (this.#beganAt[state] ?? 0)) this.#beganAt[state] = began;
      return;
    }
    this.#reachedAt[state] = now;
    this.#beganAt[state] = began;
    this.#keepOpen(state, now);
    if (this.#completes[state] === 1) this.#completed[this.#completedCount++] = state;
  }

  /** A state that is reached again before it has closed is there twice for a while: what it leads to does not change by that. */
  #keepOpen(state: number, now: number): void {
    const openFor = this.#openFor[state] ?? 0;
    if (openFor === 0) return;
    const end = this.#openEnd;
    this.#open[end] = state;
    this.#open[end + 1] = now + openFor;
    this.#open[end + 2] = this.#wayOn[state] ?? 0;
    this.#openEnd = end + OPEN_SIZE;
  }

  #collect(zero: number, place: number, into: Matches): void {
    const last = this.#indexOf(place);
    for (let i = 0; i < this.#completedCount; i++) {
      const state = this.#completed[i] ?? 0;
      const first = this.#indexOf((this.#beganAt[state] ?? 0) - zero);
      const { starts, items } = this.#automaton.accepts;
      const end = starts[state + 1] ?? 0;
      for (let at = starts[state] ?? 0; at < end; at++) into.add({ pattern: items[at] ?? 0, first, last });
    }
    this.#completedCount = 0;
  }
}
