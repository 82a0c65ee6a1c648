/**
 * Whether what was found is denied. A negation reaches over what stands behind it in its clause, a few words far; and in Dutch
 * back to the finite verb ('zij verplichten niemand'). What looks like one and is none ('niet alleen', 'not only') does not count.
 */
import type { PatternTraits } from '../codebook/patternTraits.js';
import { CLAUSE_WORDS } from './clauseWords.js';
import type { Found } from './matches.js';
import { AFTER_VERB, AND, FALSE_NEGATIONS, isNegator, LISTING } from './negationWords.js';
import type { SentenceReading } from './sentenceReading.js';

/** Words between a negation and what it denies: "niet door de inspectie zelf opgelegd". */
const REACH_BEFORE = 6;

/** Of nouns denied by 'zonder' or 'without', and by 'no': their own phrase. */
const REACH_OF_PHRASE = 4;

/** Words between a verb and the negation behind it. */
const REACH_AFTER = { nl: 6, en: 2 } as const;

/** Words of one member of a list: "geen regels, toezicht of dwang". */
const LIST_MEMBER = 2;

export class Negations {
  readonly #reading: SentenceReading;
  #negators: ReadonlySet<number> | undefined;

  constructor(reading: SentenceReading) {
    this.#reading = reading;
  }

  isNegated(found: Found, { isVerb, negates }: PatternTraits): boolean {
    if (negates || !this.hasAny()) return false;
    return this.#isInside(found) || this.#isBefore(found, isVerb) || (isVerb && this.#isAfter(found));
  }

  /** Whether anything in the sentence is denied. */
  hasAny(): boolean {
    this.#negators ??= negatorsOf(this.#reading);
    return this.#negators.size > 0;
  }

  #negates(index: number): boolean {
    return this.#negators?.has(index) ?? false;
  }

  #word(index: number): string {
    return this.#reading.words[index]?.folded ?? '';
  }

  #isInside({ first, last }: Found): boolean {
    for (let index = first + 1; index < last; index++) if (this.#negates(index)) return true;
    return false;
  }

  #isBefore({ first }: Found, isVerb: boolean): boolean {
    let sinceMark = 0;
    let isListed = false;
    for (let index = first - 1; index >= 0 && first - index <= REACH_BEFORE; index--) {
      if (!this.#reading.areInOneClause(index, first)) return false;
      if (this.#reading.isAfterMark(index + 1)) {
        if (sinceMark > LIST_MEMBER) return false;
        isListed = true;
        sinceMark = 0;
      }
      sinceMark++;
      const word = this.#word(index);
      if (isVerb && AND.has(word)) return false;
      if (!this.#negates(index)) {
        if (WITHOUT.has(word)) return false;
        continue;
      }
      if (!LISTING.has(word)) return !isListed;
      return this.#reachesPhrase(index, first, isVerb) || isListed;
    }
    return false;
  }

  /** 'zonder' denies its own noun, or a verb with 'te'; the verb of the sentence around it goes on. */
  #reachesPhrase(index: number, first: number, isVerb: boolean): boolean {
    const word = this.#word(index);
    if (!WITHOUT.has(word)) return true;
    const { verbs } = CLAUSE_WORDS[this.#reading.language];
    for (let at = index + 1; at < first; at++) if (verbs.has(this.#word(at))) return false;
    if (!isVerb) return first - index <= REACH_OF_PHRASE;
    const match = this.#word(first);
    const isInfinitive = this.#word(first - 1) === 'te' || this.#word(first + 1) === 'te';
    return word === 'zonder' ? isInfinitive : match.endsWith('ing') && first - index <= REACH_OF_PHRASE;
  }

  #isAfter({ last }: Found): boolean {
    const { language } = this.#reading;
    const after = AFTER_VERB[language];
    for (let index = last + 1; index <= last + REACH_AFTER[language]; index++) {
      const word = this.#word(index);
      if (word === '' || AND.has(word) || this.#reading.isAfterMark(index)) return false;
      if (!this.#reading.areInOneClause(index, last)) return false;
      if (this.#negates(index) && after.has(word)) return !this.#beginsInfinitive(index);
    }
    return false;
  }

  /** 'vraagt instellingen geen boetes te geven': what is denied is the giving. */
  #beginsInfinitive(index: number): boolean {
    for (let at = index + 1; at <= index + REACH_BEFORE; at++) {
      if (this.#word(at) === 'te') return this.#reading.areInOneClause(at, index);
    }
    return false;
  }
}

const WITHOUT: ReadonlySet<string> = new Set(['zonder', 'without']);

/** 'No ferry leaves without approval' asks for approval: this far from another negation 'without' is a condition. */
const CONDITION_WORDS = 12;

const NONE: ReadonlySet<number> = new Set();

/** The words of the sentence that deny something. */
function negatorsOf(reading: SentenceReading): ReadonlySet<number> {
  const { words, language } = reading;
  let negators: Set<number> | undefined;
  for (let index = 0; index < words.length; index++) {
    if (!isNegator(words[index]?.folded ?? '', language) || isFalse(reading, index)) continue;
    negators ??= new Set();
    negators.add(index);
  }
  if (!negators) return NONE;
  const conditions = [...negators].filter((index) => isCondition(reading, index, negators));
  for (const index of conditions) negators.delete(index);
  return negators;
}

function isCondition({ words }: SentenceReading, index: number, negators: ReadonlySet<number>): boolean {
  if (!WITHOUT.has(words[index]?.folded ?? '')) return false;
  for (let at = index - CONDITION_WORDS; at <= index + CONDITION_WORDS; at++) {
    if (at !== index && negators.has(at)) return true;
  }
  return false;
}

function isFalse(reading: SentenceReading, index: number): boolean {
  return FALSE_NEGATIONS[reading.language].some(({ words, at }) =>
    words.every((word, offset) => reading.words[index - at + offset]?.folded === word),
  );
}
