/**
 * From codebooks to what the detector runs on: per language one automaton of all patterns of all codebooks, with tables that
 * say which indicator of which code a pattern belongs to, and the numbers by which these are scored. Languages are compiled
 * when first asked for.
 */
import { type LanguageScoring, languageScoring, type ScoringOptions } from '../detection/scoring.js';
import type { Language } from '../text/policyText.js';
import type { Codebook } from './codebook.js';
import { type DerivedRule, derivedRules } from './derivedRules.js';
import type { compileIndexParts } from './indexParts.js';
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

/** Makes the parts of an index from codebooks; heavy, and not needed where they were compiled beforehand. */
export type Compiler = typeof compileIndexParts;

export interface CompiledCodebooks {
  /** What to derive from the other codes. */
  readonly derived: readonly DerivedRule[];
  /**
   * Undefined for a language that codebooks do not know, and as long as it was not asked for with `load`, unless the compiler is
   * at hand. Made at once when it is not there yet: up to 0.1 s.
   */
  index(language: Language): LanguageIndex | undefined;
  /** Fetches what was compiled for a language beforehand, or where that is of no use the compiler, for `prepare`. */
  load(language: Language): Promise<void>;
  /**
   * Makes the index of a language in small steps, between which an editor can do other work; then `index` has it, unless what was
   * fetched turns out to be of no use: then `load` has to be called again.
   */
  prepare(language: Language): Generator<void>;
  /** Whether `index` has a language without making it first, or never will. */
  isReady(language: Language): boolean;
  /** The numbers that go with `index`; undefined where there is none. */
  scoring(language: Language): LanguageScoring | undefined;
  /** The same codebooks scored otherwise: shares what was compiled, so that it costs about a millisecond. */
  scored(options: ScoringOptions): CompiledCodebooks;
}

/** Patterns that cannot be read are left out: `parseCodebook` is what reports them. `compiler`: loaded when it is needed unless given. */
export function codebooksToCompile(
  codebooks: readonly Codebook[],
  options: CompileOptions = {},
  compiler?: Compiler,
): CompiledCodebooks {
  const enabled = options.enabled ?? new Set<string>();
  const indexes = new Map<Language, LanguageIndex>();
  const fetched = new Fetched(options.packed, compiler);
  function* prepare(language: Language): Generator<void> {
    if (language === 'other' || indexes.has(language)) return;
    const index = yield* fetched.index(codebooks, language, enabled);
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
    if (!isReady(language)) await fetched.load(language);
  };
  return withScoring({ derived, index, load, prepare, isReady }, options);
}

/** What indexes are made from, as far as it is there: texts of packed indexes that were not yet unpacked, and the compiler. */
class Fetched {
  readonly #packed: PackedIndexes | undefined;
  readonly #texts = new Map<Language, string>();
  /** Languages whose packed indexes are of no use. */
  readonly #unusable = new Set<Language>();
  #compiler: Compiler | undefined;

  constructor(packed: PackedIndexes | undefined, compiler: Compiler | undefined) {
    this.#packed = packed;
    this.#compiler = compiler;
  }

  async load(language: Language): Promise<void> {
    if (language === 'other') return;
    await this.#loadText(language);
    if (this.#texts.has(language) || this.#compiler) return;
    const { compileIndexParts } = await import('./indexParts.js');
    this.#compiler = compileIndexParts;
  }

  async #loadText(language: CodedLanguage): Promise<void> {
    if (!this.#packed || this.#unusable.has(language) || this.#texts.has(language)) return;
    try {
      this.#texts.set(language, await this.#packed.read(language));
    } catch (error) {
      this.#giveUp(language, error instanceof Error ? error.message : String(error));
    }
  }

  #giveUp(language: CodedLanguage, reason: string): void {
    if (this.#unusable.has(language)) return;
    this.#unusable.add(language);
    this.#packed?.unusable(language, reason);
  }

  *index(
    codebooks: readonly Codebook[],
    language: CodedLanguage,
    enabled: ReadonlySet<string>,
  ): Generator<void, LanguageIndex | undefined> {
    const unpacked = yield* this.#unpacked(codebooks, language);
    if (unpacked || !this.#compiler) return unpacked;
    const parts = yield* this.#compiler(codebooks, language, enabled);
    return yield* languageIndexOf(parts, codebooks, language);
  }

  /** Undefined where nothing usable was fetched. */
  *#unpacked(codebooks: readonly Codebook[], language: CodedLanguage): Generator<void, LanguageIndex | undefined> {
    const text = this.#texts.get(language);
    if (text === undefined) return undefined;
    // Kept until it is done: several documents may be waiting for it at a time.
    const parts = yield* unpackIndex(text);
    const index = parts && (yield* languageIndexOf(parts, codebooks, language));
    this.#texts.delete(language);
    if (!index) this.#giveUp(language, parts ? 'made for other codebooks' : 'damaged');
    return index;
  }
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
