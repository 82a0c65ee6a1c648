/**
 * Logistic regression, maximum a posteriori under a Gaussian around each number's prior, solved by cyclic coordinate ascent (Genkin,
 * Lewis and Madigan 2007, Large-Scale Bayesian Logistic Regression, Technometrics 49:3). Behind both the fit of codebooks and
 * what decisions teach. The same data in the same order give the same digits.
 */
import { sigmoid } from './logit.js';

/** One number that is sought, in log-odds. */
export interface Sought {
  readonly prior: number;
  /** One over the square of the prior's standard deviation. */
  readonly precision: number;
  /** The examples in which it counts, by index. */
  readonly at: readonly number[];
  /** How often it counts in each of these. */
  readonly times: readonly number[];
  /** What it is so far. */
  value: number;
}

export interface Outcome {
  readonly isThere: boolean;
  readonly weight: number;
}

export interface Ascent {
  readonly outcomes: readonly Outcome[];
  /** Of each example, the log-odds by the values so far; kept up with them. */
  readonly logOdds: Float64Array;
  readonly maxSweeps: number;
  /** Ends when no number moves by so much in a sweep. */
  readonly precision: number;
  /** Bounds of every value. */
  readonly least: number;
  readonly most: number;
}

/** Log-odds that a number may move in one go: far from the top the curve is flat, and a whole step of Newton's would overshoot. */
const LONGEST_STEP = 1;

/** Moves one number after the other, until none moves any more. */
export function ascend(all: readonly Sought[], ascent: Ascent): void {
  for (let sweep = 0; sweep < ascent.maxSweeps; sweep++) {
    let moved = 0;
    for (const each of all) {
      const step = stepOf(each, ascent);
      each.value += step;
      shift(each, step, ascent.logOdds);
      moved = Math.max(moved, Math.abs(step));
    }
    if (moved < ascent.precision) return;
  }
}

/** Adds to the log-odds of the examples what a number changed by. */
export function shift({ at, times }: Sought, by: number, logOdds: Float64Array): void {
  at.forEach((example, index) => {
    logOdds[example] = (logOdds[example] ?? 0) + by * (times[index] ?? 0);
  });
}

/** A step of Newton's for one number, all others held. */
function stepOf({ at, times, prior, precision, value }: Sought, { logOdds, outcomes, least, most }: Ascent): number {
  let slope = (prior - value) * precision;
  let curve = precision;
  at.forEach((example, index) => {
    const { isThere = false, weight = 0 } = outcomes[example] ?? {};
    const count = times[index] ?? 0;
    const chance = sigmoid(logOdds[example] ?? 0);
    slope += weight * count * ((isThere ? 1 : 0) - chance);
    curve += weight * count * count * chance * (1 - chance);
  });
  const step = Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, slope / curve));
  return Math.max(least, Math.min(most, value + step)) - value;
}
