/** The fit of a language: how far data may move the author's weights, the weights, and the thresholds. */
import type { Scoring } from '../codebook/codebook.js';
import type { LanguageIndex } from '../codebook/languageIndex.js';
import { DEFAULT_SCORING } from '../detection/scoring.js';
import { byHash, type FoldOf, scoreUnseen } from './crossValidate.js';
import type { Problem } from './example.js';
import { type FittedWeights, fitWeights, type Prior } from './fitWeights.js';
import type { Verdict } from './measures.js';
import { type Judged, type Thresholds, thresholdsFor } from './thresholds.js';

/**
 * How far the data may move an author's weight: the standard deviation of the prior, in log-odds. Of 0.25, 0.5 and 0.75 this one did
 * best on sentences of texts that nobody had read while writing indicators (docs/detection.md). Leaving out parts of the
 * sentences at hand chooses wider ones, for the indicators were written while reading these: what they say of them flatters.
 */
export const SPREAD = 0.25;

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
