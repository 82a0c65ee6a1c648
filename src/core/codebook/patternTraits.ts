import { isNegator } from '../detection/negationWords.js';
import { isVerbLemma } from './inflect.js';
import { isAtom, type Pattern } from './pattern.js';
import type { ListResolver } from './resolvePattern.js';

/** What negations need to know of a pattern. */
export interface PatternTraits {
  /** It begins with a verb in any of its forms. */
  readonly isVerb: boolean;
  /** A negation is part of it: it says itself what is denied. */
  readonly negates: boolean;
}

export function traitsOf(pattern: Pattern, lists: ListResolver, language: 'nl' | 'en'): PatternTraits {
  const isVerb = pattern[0]?.alternatives.some((part) => 'lemma' in part && isVerbLemma(part.lemma, language)) ?? false;
  const negates = pattern.some(({ alternatives }) =>
    alternatives.some((part) => {
      if ('list' in part) return lists.holdsNegation(part.list);
      return isAtom(part) && part.kind === 'exact' && isNegator(part.text.toLowerCase(), language);
    }),
  );
  return { isVerb, negates };
}
