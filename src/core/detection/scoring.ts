/** The numbers by which fired indicators become scores, for one language: codebook, setting and what was learned, put together. */
import type { Scoring, Sensitivity } from '../codebook/codebook.js';
import type { CompiledIndicator, LanguageIndex } from '../codebook/languageIndex.js';
import type { CodedLanguage } from '../codebook/resolvePattern.js';
import { logit, sigmoid } from './logit.js';

/**
 * For codes whose codebook does not say, as hand-written ones do not. One sentence in five is about how often the codes of a policy
 * codebook occur in texts about their subject; with it, one indicator of the usual weight is enough for a suggestion and two
 * of 0.35 are. The thresholds are those that stand on such weights: surely, likely, and possibly.
 */
export const DEFAULT_SCORING: Scoring = { base: 0.2, few: 0.7, balanced: 0.5, many: 0.3 };

/** What was learned beside the codebook, all in log-odds; nothing of it unless given. */
export interface Overlay {
  /** What to add to what an indicator adds; 0 where nothing was learned. `indicatorId` as in `CompiledIndicator.id`. */
  adds(indicatorId: string): number;
  /** What to add for every sentence in which something speaks for the code. */
  base?(topCodePath: string, language: CodedLanguage): number;
  /** Words that speak for or against a top code although no indicator names them, by folded word. */
  words?(language: CodedLanguage): ReadonlyMap<string, readonly LearnedWord[]>;
}

export interface LearnedWord {
  /** Path of a top code. */
  readonly codePath: string;
  /** Log-odds. */
  readonly adds: number;
}

export interface ScoringOptions {
  /** `balanced` unless given. */
  readonly sensitivity?: Sensitivity;
  /** 0..1: one threshold for all codes, whatever their codebook and `sensitivity` say. */
  readonly minScore?: number;
  readonly overlay?: Overlay;
}

/** What can speak for a code or against it: an indicator, or a word that was learned. */
export type Speaker = Pick<CompiledIndicator, 'code' | 'number' | 'id' | 'weight' | 'sources'>;

/** Under this number a learned word stands among the patterns that were found; those of the codebooks count from 0. */
export const LEARNED_PATTERN = -1;

export interface LanguageScoring {
  /** By number of an indicator: what it adds to the log-odds of its code. */
  readonly adds: Float64Array;
  /** By number of an indicator: which part of that was learned. */
  readonly learned: Float64Array;
  /** By number of a code: the log-odds of a sentence in which nothing speaks for it. */
  readonly base: Float64Array;
  /** By number of a code: the score, 0..1, from which it is suggested. */
  readonly threshold: Float64Array;
  /** Words that were learned, as indicators of one word each; their numbers follow on those of the index. */
  readonly words: ReadonlyMap<string, readonly Speaker[]>;
}

/** What an indicator adds where its code has this base: so much that, alone, it gives the code its weight as its score. */
export function contribution(weight: number, base: number): number {
  return logit(weight) - logit(base);
}

export function languageScoring(
  index: LanguageIndex,
  language: CodedLanguage,
  { sensitivity = 'balanced', minScore, overlay }: ScoringOptions,
): LanguageScoring {
  const settings = index.codes.map(({ scoring }) => ({ ...DEFAULT_SCORING, ...scoring }));
  const bases = index.codes.map(({ top }) => settings[top]?.base ?? DEFAULT_SCORING.base);
  const { words, adds: wordAdds } = learnedWords(index, bases, { language, learned: overlay?.words?.(language) });
  const learned = [...index.indicators.map(({ id }) => overlay?.adds(id) ?? 0), ...wordAdds];
  const own = index.indicators.map(({ code, weight }) => contribution(weight, bases[code] ?? DEFAULT_SCORING.base));
  return {
    adds: Float64Array.from(learned, (delta, number) => (own[number] ?? 0) + delta),
    learned: Float64Array.from(learned),
    base: Float64Array.from(index.codes, ({ top }, code) => {
      const path = index.codes[top]?.path ?? '';
      return logit(bases[code] ?? DEFAULT_SCORING.base) + (overlay?.base?.(path, language) ?? 0);
    }),
    threshold: Float64Array.from(settings, (setting) => minScore ?? setting[sensitivity]),
    words,
  };
}

interface LearnedWords {
  readonly language: CodedLanguage;
  readonly learned: ReadonlyMap<string, readonly LearnedWord[]> | undefined;
}

function learnedWords(index: LanguageIndex, bases: readonly number[], { language, learned }: LearnedWords) {
  const numbers = new Map(index.codes.map(({ path }, number) => [path, number]));
  const adds: number[] = [];
  const words = new Map<string, readonly Speaker[]>();
  for (const [word, entries] of learned ?? []) {
    const indicators = entries.flatMap(({ codePath, adds: delta }) => {
      const code = numbers.get(codePath);
      if (code === undefined) return [];
      const number = index.indicators.length + adds.push(delta) - 1;
      const weight = sigmoid(logit(bases[code] ?? DEFAULT_SCORING.base) + delta);
      const sources = new Map([[LEARNED_PATTERN, word]]);
      return [{ code, number, id: `${codePath} ${language} ${word}`, weight, sources }];
    });
    if (indicators.length > 0) words.set(word, indicators);
  }
  return { words, adds };
}
