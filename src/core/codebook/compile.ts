/**
 * From codebooks to what the detector runs on: per language one automaton of all patterns of all codebooks, with tables that
 * say which indicator of which code a pattern belongs to, and the numbers by which these are scored. Languages are compiled
 * when first asked for.
 */
import { type LanguageScoring, languageScoring, type ScoringOptions } from '../detection/scoring.js';
import type { Language } from '../text/policyText.js';
import type { Codebook } from './codebook.js';
import { type DerivedRule, derivedRules } from './derivedRules.js';
import { compileIndexParts } from './indexParts.js';
import { type LanguageIndex, languageIndexOf } from './languageIndex.js';
import { unpackIndex } from './packedIndex.js';
import type { CodedLanguage } from './resolvePattern.js';

/** What the build has compiled for the codebooks that ship. */
export interface PackedIndexes {
  /** The text that `packIndex` made for a language; rejects where it cannot be read. */
  read(language: CodedLanguage): Promise<string>;
  /** Told when that is of no use, so that the codebooks are compiled after all. */
  unusable(language: CodedLanguage, reason: string): void;
}

export interface CompileOptions extends ScoringOptions {
  /** Paths of codes to look for although their codebook has them off by default; each with its sub-codes. */
  readonly enabled?: ReadonlySet<string>;
  /** Made from these very codebooks, with the same codes enabled. */
  readonly packed?: PackedIndexes | undefined;
}

export interface CompiledCodebooks {
  /** What to derive from the other codes. */
  readonly derived: readonly DerivedRule[];
  /** Undefined for a language that codebooks do not know. Made at once when it is not there yet: up to 0.1 s. */
  index(language: Language): LanguageIndex | undefined;
  /** Fetches what was compiled for a language beforehand, if anything was, so that `prepare` has little to do. */
  load(language: Language): Promise<void>;
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
  const packed = new PackedTexts(options.packed);
  function* prepare(language: Language): Generator<void> {
    if (language === 'other' || indexes.has(language)) return;
    const unpacked = yield* packed.index(language, codebooks);
    const index = unpacked ?? (yield* compileIndex(codebooks, language, enabled));
    // Another one may have been faster; what runs on it keeps it.
    if (index && !indexes.has(language)) indexes.set(language, index);
  }
  const index = (language: Language): LanguageIndex | undefined => {
    const known = indexes.get(language);
    if (known) return known;
    for (const _ of prepare(language));
    return indexes.get(language);
  };
  const derived = codebooks.flatMap((codebook) => derivedRules(codebook, enabled));
  const isReady = (language: Language): boolean => language === 'other' || indexes.has(language);
  const load = async (language: Language): Promise<void> => {
    if (!isReady(language)) await packed.load(language);
  };
  return withScoring({ derived, index, load, prepare, isReady }, options);
}

/** The texts of packed indexes that were fetched and not yet unpacked. */
class PackedTexts {
  readonly #packed: PackedIndexes | undefined;
  readonly #texts = new Map<Language, string>();

  constructor(packed: PackedIndexes | undefined) {
    this.#packed = packed;
  }

  async load(language: Language): Promise<void> {
    if (!this.#packed || language === 'other') return;
    try {
      this.#texts.set(language, await this.#packed.read(language));
    } catch (error) {
      this.#packed.unusable(language, error instanceof Error ? error.message : String(error));
    }
  }

  /** Undefined where nothing usable was fetched. */
  *index(language: CodedLanguage, codebooks: readonly Codebook[]): Generator<void, LanguageIndex | undefined> {
    const text = this.#texts.get(language);
    if (text === undefined) return undefined;
    this.#texts.delete(language);
    const parts = yield* unpackIndex(text);
    const index = parts && (yield* languageIndexOf(parts, codebooks, language));
    if (!index) this.#packed?.unusable(language, parts ? 'made for other codebooks' : 'damaged');
    return index;
  }
}

function* compileIndex(
  codebooks: readonly Codebook[],
  language: CodedLanguage,
  enabled: ReadonlySet<string>,
): Generator<void, LanguageIndex | undefined> {
  const parts = yield* compileIndexParts(codebooks, language, enabled);
  return yield* languageIndexOf(parts, codebooks, language);
}

type Compiled = Pick<CompiledCodebooks, 'derived' | 'index' | 'load' | 'prepare' | 'isReady'>;

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
