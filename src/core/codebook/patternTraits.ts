import { isNegator } from '../detection/negationWords.js';
import type { ResolvedElement } from './automaton.js';
import { isVerbLemma } from './inflect.js';
import { parsePattern } from './pattern.js';

/** What negations need to know of a pattern. */
export interface PatternTraits {
  /** It begins with a verb in any of its forms. */
  readonly isVerb: boolean;
  /** A negation is part of it: it says itself what is denied. */
  readonly negates: boolean;
}

export function traitsOf(source: string, elements: readonly ResolvedElement[], language: 'nl' | 'en'): PatternTraits {
  const [first] = parsePattern(source).pattern ?? [];
  const isVerb = first?.alternatives.some((part) => 'lemma' in part && isVerbLemma(part.lemma, language)) ?? false;
  const negates = elements.some(({ rows }) =>
    rows.some((row) =>
      row.some(({ atoms }) =>
        atoms.some(({ kind, text }) => kind === 'exact' && isNegator(text.toLowerCase(), language)),
      ),
    ),
  );
  return { isVerb, negates };
}
