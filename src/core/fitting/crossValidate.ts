/** Fitting on some labelled sentences and scoring the others: what weights are worth on texts that they have not seen. */
import { scoreOf } from '../detection/logit.js';
import { type Example, hasCode, type Problem } from './example.js';
import { fitWeights, logOddsBy, type Prior } from './fitWeights.js';
import type { Judged } from './thresholds.js';

/** Which part of the data a sentence belongs to: each part is scored by what was fitted on the others. */
export type FoldOf = (example: Example) => string;

const FOLDS = 5;

/** Parts as good as drawn by lot, yet the same each time: by a hash (FNV-1a) of the sentence's id. */
export function byHash({ labelled }: Example): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < labelled.id.length; i++) hash = Math.imul(hash ^ labelled.id.charCodeAt(i), 0x01000193);
  return String((hash >>> 0) % FOLDS);
}

/** Whole collections of texts at a time: how weights do on texts of another kind. */
export function bySource({ labelled }: Example): string {
  return labelled.source;
}

const NO_WEIGHTS: ReadonlyMap<number, number> = new Map();

/** Every example with the score that weights give it which were fitted without its part; in the order of the examples. */
export function scoreUnseen(
  problem: Problem,
  prior: Prior,
  foldOf: FoldOf,
): readonly (Judged & { readonly hasEvidence: boolean })[] {
  const folds = problem.examples.map(foldOf);
  const fitted = new Map(
    [...new Set(folds)].map((fold) => {
      const examples = problem.examples.filter((_, index) => folds[index] !== fold);
      return [fold, fitWeights({ ...problem, examples }, prior)] as const;
    }),
  );
  const own = new Set(problem.indicators);
  return problem.examples.map(({ fired, labelled }, index) => {
    const { base = 0, weights = NO_WEIGHTS } = fitted.get(folds[index] ?? '') ?? {};
    const mine = fired.filter((number) => own.has(number));
    const score = scoreOf(logOddsBy({ base, weights }, mine, prior.weightOf));
    const hasEvidence = mine.some((number) => (weights.get(number) ?? prior.weightOf(number)) > base);
    return { score, isThere: hasCode(labelled, problem.codePath), weight: labelled.weight, hasEvidence };
  });
}
