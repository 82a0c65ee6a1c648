/**
 * From codebooks to what the detector runs on: per language one automaton of all patterns of all codebooks, with tables that
 * say which indicator of which code a pattern belongs to. Languages are compiled when first asked for.
 */
import type { Language } from '../text/policyText.js';
import type { Codebook } from './codebook.js';
import { type DerivedRule, derivedRules } from './derivedRules.js';
import { buildLanguageIndex, type LanguageIndex } from './languageIndex.js';

/** Where a score lies from which a code is suggested, when nothing else is asked: as likely as not. */
export const DEFAULT_MIN_SCORE = 0.5;

export interface CompileOptions {
  /** Paths of codes to look for although their codebook has them off by default; each with its sub-codes. */
  readonly enabled?: ReadonlySet<string>;
  /** 0..1 */
  readonly minScore?: number;
}

export interface CompiledCodebooks {
  /** 0..1 */
  readonly minScore: number;
  /** What to derive from the other codes. */
  readonly derived: readonly DerivedRule[];
  /** Undefined for a language that codebooks do not know. Made at once when it is not there yet: up to 0.1 s. */
  index(language: Language): LanguageIndex | undefined;
  /** Makes the index of a language in small steps, between which an editor can do other work; then `index` has it. */
  prepare(language: Language): Generator<void>;
}

/** Patterns that cannot be read are left out: `parseCodebook` is what reports them. */
export function compileCodebooks(codebooks: readonly Codebook[], options: CompileOptions = {}): CompiledCodebooks {
  const enabled = options.enabled ?? new Set<string>();
  const indexes = new Map<Language, LanguageIndex>();
  function* prepare(language: Language): Generator<void> {
    if (language === 'other' || indexes.has(language)) return;
    const index = yield* buildLanguageIndex(codebooks, language, enabled);
    // Another one may have been faster; what runs on it keeps it.
    if (!indexes.has(language)) indexes.set(language, index);
  }
  return {
    minScore: options.minScore ?? DEFAULT_MIN_SCORE,
    derived: codebooks.flatMap((codebook) => derivedRules(codebook, enabled)),
    index(language) {
      const known = indexes.get(language);
      if (known) return known;
      for (const _ of prepare(language));
      return indexes.get(language);
    },
    prepare,
  };
}
