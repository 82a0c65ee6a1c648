/** How good suggestions are, by sentences that coders judged: precision, recall, F1, and whether scores mean what they say. */
import type { Judged } from './thresholds.js';

export interface Quality {
  /** Sentences with the code that were suggested, suggested sentences without it, and sentences with it that were not. */
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
  /** 0..1; 0 where it is not defined. */
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** How many have the code. */
  readonly labels: number;
}

/** A sentence, whether it has a code, and whether that was suggested. */
export interface Verdict {
  readonly isThere: boolean;
  readonly isSuggested: boolean;
}

export function qualityOf(verdicts: readonly Verdict[]): Quality {
  let right = 0;
  let wrong = 0;
  let missed = 0;
  for (const { isThere, isSuggested } of verdicts) {
    if (isThere && isSuggested) right++;
    else if (isSuggested) wrong++;
    else if (isThere) missed++;
  }
  const f1 = (2 * right) / (2 * right + wrong + missed || 1);
  const precision = right / (right + wrong || 1);
  const recall = right / (right + missed || 1);
  return { right, wrong, missed, precision, recall, f1, labels: right + missed };
}

/** Codes with fewer labels say too little to count in the mean. */
export const LEAST_LABELS = 15;

/** Mean F1 of the codes with labels enough; undefined where there is none. */
export function macroF1(qualities: readonly Quality[]): number | undefined {
  const counted = qualities.filter(({ labels }) => labels >= LEAST_LABELS);
  return counted.length > 0 ? counted.reduce((sum, { f1 }) => sum + f1, 0) / counted.length : undefined;
}

/** F1 over all codes together, each suggestion counting alike. */
export function microF1(qualities: readonly Quality[]): number {
  const total = (key: 'right' | 'wrong' | 'missed'): number => qualities.reduce((sum, each) => sum + each[key], 0);
  return (2 * total('right')) / (2 * total('right') + total('wrong') + total('missed') || 1);
}

/** Sentences with scores from `from` up to `to`. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Means: what the scores promise, and which share really has the code. */
  readonly promised: number;
  readonly observed: number;
}

export interface Calibration {
  /** Without empty ones. */
  readonly bins: readonly Bin[];
  /** How far scores are off on average, 0..1: expected calibration error (Guo and others 2017, On Calibration of Modern Neural Networks). */
  readonly error: number;
}

const BINS = 10;

/** `judged`: sentences in which something speaks for the code; the rest, all at the base, would drown what scores say. */
export function calibrationOf(judged: readonly Judged[]): Calibration {
  const bins = Array.from({ length: BINS }, (_, index): Bin => {
    const own = judged.filter(({ score }) => Math.min(BINS - 1, Math.floor(score * BINS)) === index);
    const mean = (of: (each: Judged) => number): number =>
      own.reduce((sum, each) => sum + of(each), 0) / (own.length || 1);
    return {
      ...{ from: index / BINS, to: (index + 1) / BINS, count: own.length },
      ...{ promised: mean(({ score }) => score), observed: mean(({ isThere }) => (isThere ? 1 : 0)) },
    };
  }).filter(({ count }) => count > 0);
  const error = bins.reduce((sum, { count, promised, observed }) => sum + count * Math.abs(promised - observed), 0);
  return { bins, error: error / (judged.length || 1) };
}
