/**
 * Weights from labelled sentences: logistic regression, maximum a posteriori under a Gaussian around what the author of the
 * codebook thought (`ascent.ts`). The same data in the same order give the same digits.
 */
import { ascend, type Sought, shift } from '../detection/ascent.js';
import { logit, sigmoid } from '../detection/logit.js';
import { hasCode, type Problem } from './example.js';

export interface FittedWeights {
  /** 0..1: how likely the code is where nothing speaks for it. */
  readonly base: number;
  /** By number of the indicator: how likely the code is where it alone fires, 0..1. Only those that fired at least once. */
  readonly weights: ReadonlyMap<number, number>;
}

export interface Prior {
  /** By number of the indicator: the author's weight, 0..1. */
  readonly weightOf: (indicator: number) => number;
  /** Standard deviation, in log-odds, of what data may make of the author's weights. */
  readonly spread: number;
}

/** The base before there are data: few codes are in more than one sentence of five or in less than one of fifty. */
const PRIOR_BASE = 0.06;
const BASE_SPREAD = 1.5;

const MAX_SWEEPS = 400;
/** Far below the two decimals that are kept. */
const PRECISION = 1e-7;
/** What a weight can say at most, and a base at least. */
const LEAST = logit(0);
const MOST = logit(1);

export function fitWeights(problem: Problem, prior: Prior): FittedWeights {
  const { codePath, examples, indicators } = problem;
  const own = new Set(indicators);
  const firedBy = new Map<number, number[]>();
  const counts = examples.map(({ fired }, at) => {
    const mine = fired.filter((each) => own.has(each));
    for (const each of mine) firedBy.set(each, [...(firedBy.get(each) ?? []), at]);
    return mine.length;
  });
  const numbers = [...firedBy.keys()].sort((a, b) => a - b);
  // Of a sentence in which k indicators fire the log-odds are base + sum (alone - base) = (1 - k) base + sum alone.
  const base = sought(logit(PRIOR_BASE), BASE_SPREAD, {
    at: counts.map((_, at) => at),
    times: counts.map((k) => 1 - k),
  });
  const alone = numbers.map((number) => {
    const at = firedBy.get(number) ?? [];
    return sought(logit(prior.weightOf(number)), prior.spread, { at, times: at.map(() => 1) });
  });
  const all = [base, ...alone];
  const logOdds = new Float64Array(examples.length);
  for (const each of all) shift(each, each.value, logOdds);
  const outcomes = examples.map(({ labelled }) => ({ isThere: hasCode(labelled, codePath), weight: labelled.weight }));
  ascend(all, { outcomes, logOdds, maxSweeps: MAX_SWEEPS, precision: PRECISION, least: LEAST, most: MOST });
  const weights = new Map(numbers.map((number, index) => [number, sigmoid(alone[index]?.value ?? 0)]));
  return { base: sigmoid(base.value), weights };
}

function sought(prior: number, spread: number, counted: Pick<Sought, 'at' | 'times'>): Sought {
  return { prior, precision: 1 / spread ** 2, ...counted, value: prior };
}

/** The log-odds, by fitted weights, of an example's code; the author's weights for indicators that had not fired. */
export function logOddsBy(
  { base, weights }: FittedWeights,
  fired: readonly number[],
  weightOf: Prior['weightOf'],
): number {
  const start = logit(base);
  return fired.reduce((sum, number) => sum + logit(weights.get(number) ?? weightOf(number)) - start, start);
}
