/** Where the particle of a verb can stand that is a preposition as well. */
import { CLAUSE_WORDS } from './clauseWords.js';
import type { SentenceReading } from './sentenceReading.js';

/** Words behind which a particle still closes its clause, beside prepositions, conjunctions and auxiliary verbs. */
const FOLLOWERS: Readonly<Record<'nl' | 'en', ReadonlySet<string>>> = {
  nl: new Set('en of noch te dan niet toch ook nog wel nu weer vooral zodra hoe met'.split(' ')),
  en: new Set('and or nor than so again together only now then when if where that to not also'.split(' ')),
};

/** How far behind the particle a 'te' shows that another verb begins there: 'roept partijen op samen te werken'. */
const INFINITIVE_REACH = 3;

/** Whether the word can be the end of its clause's verb, rather than a preposition with what follows it. */
export function canEndAt(reading: SentenceReading, index: number): boolean {
  const next = reading.words[index + 1]?.folded;
  if (next === undefined || reading.isAfterMark(index + 1)) return true;
  // 'They carry the boxes out of the house.'
  if (next === 'of' && reading.language === 'en') return false;
  const { conjunctions, afterComma, pointing, prepositions, verbs } = CLAUSE_WORDS[reading.language];
  if (
    [FOLLOWERS[reading.language], conjunctions, afterComma, pointing, prepositions, verbs].some((set) => set.has(next))
  ) {
    return true;
  }
  if (reading.language === 'en') return false;
  const onward = reading.words.slice(index + 2, index + 2 + INFINITIVE_REACH);
  return onward.some(({ folded }) => folded === 'te');
}
