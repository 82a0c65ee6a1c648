/** The fit of a language: how far data may move the author's weights, the weights, and the thresholds. */
import type { Scoring } from '../codebook/codebook.js';
import type { LanguageIndex } from '../codebook/languageIndex.js';
import { DEFAULT_SCORING } from '../detection/scoring.js';
import { byHash, bySource, type FoldOf, scoreUnseen, surprise } from './crossValidate.js';
import type { Problem } from './example.js';
import { type FittedWeights, fitWeights, type Prior } from './fitWeights.js';
import type { Verdict } from './measures.js';
import { type Judged, type Thresholds, thresholdsFor } from './thresholds.js';

/** Standard deviations to choose from, from the author who is nearly always right to one who only guesses. */
export const SPREADS: readonly number[] = [0.25, 0.5, 0.75, 1, 1.5, 2, 3];

export interface FittedCode extends FittedWeights {
  readonly problem: Problem;
  readonly scoring: Scoring;
  /** Every example as scored by weights that had not seen its part of the data. */
  readonly unseen: readonly Judged[];
}

export type IndexOf = (problem: Problem) => LanguageIndex;

/** The prior of a language's indicators: their author's weights. */
export function priorOf({ indicators }: LanguageIndex, spread: number): Prior {
  return { weightOf: (number) => indicators[number]?.written.weight ?? DEFAULT_SCORING.base, spread };
}

/** With fewer collections than this, how they differ says nothing: parts by lot are left out in their place. */
const LEAST_SOURCES = 3;

/**
 * The tightest spread whose surprise is within one standard error of the least, over collections of texts that are left out one at a
 * time, all problems together (Hastie, Tibshirani and Friedman 2009, The Elements of Statistical Learning, 7.10). The
 * tightest, since authors wrote their indicators while reading such sentences: what these say of them flatters.
 */
export function bestSpread(problems: readonly Problem[], indexOf: IndexOf): number {
  const sources = new Set(problems.flatMap(({ examples }) => examples.map(bySource)));
  const foldOf = sources.size < LEAST_SOURCES ? byHash : bySource;
  const surprises = SPREADS.map((spread) => meanAndError(surprisesPerFold(problems, spread, { indexOf, foldOf })));
  const best = surprises.reduce((least, each) => (each.mean < least.mean ? each : least));
  return SPREADS.find((_, index) => (surprises[index]?.mean ?? 0) <= best.mean + best.error) ?? 1;
}

/** Mean log-loss of the sentences of each part of the data. */
function surprisesPerFold(
  problems: readonly Problem[],
  spread: number,
  { indexOf, foldOf }: { readonly indexOf: IndexOf; readonly foldOf: FoldOf },
): readonly number[] {
  const perFold = new Map<string, Judged[]>();
  for (const problem of problems) {
    scoreUnseen(problem, priorOf(indexOf(problem), spread), foldOf).forEach((judged, index) => {
      const example = problem.examples[index];
      const fold = example ? foldOf(example) : '';
      const known = perFold.get(fold);
      if (known) known.push(judged);
      else perFold.set(fold, [judged]);
    });
  }
  return [...perFold.values()].map((judged) => surprise(judged) / judged.length);
}

function meanAndError(values: readonly number[]): { readonly mean: number; readonly error: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1);
  return { mean, error: Math.sqrt(variance / values.length) };
}

/** Fits every problem with the same spread. Thresholds of a code with few labels are those of all languages together. */
export function fitCodes(
  problems: readonly Problem[],
  {
    spread,
    indexOf,
    foldOf = byHash,
  }: { readonly spread: number; readonly indexOf: IndexOf; readonly foldOf?: FoldOf },
): readonly FittedCode[] {
  const scored = problems.map((problem) => {
    const prior = priorOf(indexOf(problem), spread);
    return { problem, fitted: fitWeights(problem, prior), unseen: scoreUnseen(problem, prior, foldOf) };
  });
  return scored.map(({ problem, fitted, unseen }) => {
    const alike = scored.filter(({ problem: { codePath } }) => codePath === problem.codePath);
    const wider: Thresholds = thresholdsFor(alike.flatMap((each) => each.unseen));
    const base = rounded(fitted.base, 3);
    return { ...fitted, problem, unseen, scoring: { base, ...thresholdsFor(unseen, wider) } };
  });
}

/** An example as judged by what was fitted on others. */
export type Unseen = Judged & Verdict & { readonly hasEvidence: boolean };

/**
 * What fitting promises for texts that it has not seen: for each problem every example with the score and the verdict of weights
 * *and* thresholds that were fitted without its part of the data.
 */
export function judgeUnseen(
  problems: readonly Problem[],
  { spread, indexOf, foldOf }: { readonly spread: number; readonly indexOf: IndexOf; readonly foldOf: FoldOf },
): readonly (readonly Unseen[])[] {
  const folds = [...new Set(problems.flatMap(({ examples }) => examples.map(foldOf)))].sort();
  const thresholds = folds.map((fold) => {
    const others = problems.map((problem) => {
      return { ...problem, examples: problem.examples.filter((example) => foldOf(example) !== fold) };
    });
    return fitCodes(others, { spread, indexOf }).map(({ scoring }) => scoring.balanced);
  });
  return problems.map((problem, number) => {
    const judged = scoreUnseen(problem, priorOf(indexOf(problem), spread), foldOf);
    const foldOfEach = problem.examples.map((example) => folds.indexOf(foldOf(example)));
    return judged.map((each, index) => {
      return { ...each, isSuggested: each.score >= (thresholds[foldOfEach[index] ?? 0]?.[number] ?? 1) };
    });
  });
}

/** Two decimals are what a reader of a codebook can weigh; a base is small, and needs a third. */
export function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
