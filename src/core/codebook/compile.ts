/**
 * From codebooks to what the detector runs on: per language one automaton of all patterns of all codebooks, with tables that
 * say which indicator of which code a pattern belongs to, and the numbers by which these are scored. Languages are compiled
 * when first asked for.
 */
import { type LanguageScoring, languageScoring, type ScoringOptions } from '../detection/scoring.js';
import type { Language } from '../text/policyText.js';
import type { Codebook } from './codebook.js';
import { type DerivedRule, derivedRules } from './derivedRules.js';
import { buildLanguageIndex, type LanguageIndex } from './languageIndex.js';
import type { CodedLanguage } from './resolvePattern.js';

export interface CompileOptions extends ScoringOptions {
  /** Paths of codes to look for although their codebook has them off by default; each with its sub-codes. */
  readonly enabled?: ReadonlySet<string>;
}

export interface CompiledCodebooks {
  /** What to derive from the other codes. */
  readonly derived: readonly DerivedRule[];
  /** Undefined for a language that codebooks do not know. Made at once when it is not there yet: up to 0.1 s. */
  index(language: Language): LanguageIndex | undefined;
  /** Makes the index of a language in small steps, between which an editor can do other work; then `index` has it. */
  prepare(language: Language): Generator<void>;
  /** Whether `index` has a language without making it first, or never will. */
  isReady(language: Language): boolean;
  /** The numbers that go with `index`; undefined where there is none. */
  scoring(language: Language): LanguageScoring | undefined;
  /** The same codebooks scored otherwise: shares what was compiled, so that it costs about a millisecond. */
  scored(options: ScoringOptions): CompiledCodebooks;
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
  const index = (language: Language): LanguageIndex | undefined => {
    const known = indexes.get(language);
    if (known) return known;
    for (const _ of prepare(language));
    return indexes.get(language);
  };
  const derived = codebooks.flatMap((codebook) => derivedRules(codebook, enabled));
  const isReady = (language: Language): boolean => language === 'other' || indexes.has(language);
  return withScoring({ derived, index, prepare, isReady }, options);
}

type Compiled = Pick<CompiledCodebooks, 'derived' | 'index' | 'prepare' | 'isReady'>;

function withScoring(compiled: Compiled, options: ScoringOptions): CompiledCodebooks {
  const known = new Map<CodedLanguage, LanguageScoring>();
  return {
    ...compiled,
    scoring(language) {
      const index = compiled.index(language);
      if (!index || language === 'other') return undefined;
      const scoring = known.get(language) ?? languageScoring(index, language, options);
      known.set(language, scoring);
      return scoring;
    },
    scored: (other) => withScoring(compiled, other),
  };
}
