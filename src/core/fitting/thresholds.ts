/** From scores of labelled sentences to the scores from which to suggest: three places on the curve of precision and recall. */
import type { Scoring } from '../codebook/codebook.js';
import { DEFAULT_SCORING } from '../detection/scoring.js';

/** A sentence that was scored by weights that had not seen it. */
export interface Judged {
  /** 0..1 */
  readonly score: number;
  readonly isThere: boolean;
  readonly weight: number;
}

export type Thresholds = Omit<Scoring, 'base'>;

/** *Few*: this share of what is suggested is right. */
const SURE_PRECISION = 0.85;
/** ... or where that is out of reach: the surest tenth of what the balanced setting suggests. */
const SUREST_SHARE = 0.1;
/** *Many*: this share of what is there is suggested. */
const FULL_RECALL = 0.85;
/** ... as long as at least this share of what is suggested is right: under it nobody reads on. */
const LEAST_PRECISION = 0.4;

/** Thresholds looked at, in hundredths: outside them a score says that data were few rather than that a code is sure. */
const LOWEST = 5;
const HIGHEST = 95;

/** Hundredths to either side over which F1 is averaged, so that not the luck of a few sentences settles the threshold. */
const SMOOTHING = 6;

/** With fewer sentences that have the code, thresholds are drawn towards those of the wider group they are told to trust. */
const LEAST_LABELS = 15;

/** `wider`: thresholds for a code with few labels: of the same code over all languages, or the defaults. */
export function thresholdsFor(judged: readonly Judged[], wider: Thresholds = DEFAULT_SCORING): Thresholds {
  if (judged.filter(({ isThere }) => isThere).length < LEAST_LABELS) return pick(wider);
  const curve = curveOf(judged);
  const balanced = balancedAt(curve);
  const few = curve.find(({ at, precision }) => at >= balanced && precision >= SURE_PRECISION)?.at;
  const upTo = curve.filter(({ at, precision }) => at <= balanced && precision >= LEAST_PRECISION);
  const many = upTo.findLast(({ recall }) => recall >= FULL_RECALL) ?? upTo[0];
  return {
    few: (few ?? Math.max(balanced, surestTenth(judged, balanced / 100))) / 100,
    balanced: balanced / 100,
    many: (many?.at ?? balanced) / 100,
  };
}

/**
 * Half-way between where F1 is highest on the curve and half that F1, where the threshold lies for scores that are true chances
 * (Lipton, Elkan and Naryanaswamy 2014, Optimal Thresholding of Classifiers to Maximize F1 Measure): the first goes by the luck of
 * the sentences at hand, the second by the belief that they are like others. In hundredths.
 */
function balancedAt(curve: readonly Point[]): number {
  const f1 = curve.map((point) => point.f1);
  return Math.round((highest(smoothed(f1)) + 50 * Math.max(...f1)) / 2);
}

function pick({ few, balanced, many }: Thresholds): Thresholds {
  return { few, balanced, many };
}

interface Point {
  /** Threshold, in hundredths. */
  readonly at: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

function curveOf(judged: readonly Judged[]): readonly Point[] {
  const all = sum(judged.filter(({ isThere }) => isThere));
  return Array.from({ length: HIGHEST - LOWEST + 1 }, (_, index) => {
    const at = LOWEST + index;
    const suggested = judged.filter(({ score }) => score >= at / 100);
    const right = sum(suggested.filter(({ isThere }) => isThere));
    const wrong = sum(suggested) - right;
    const f1 = (2 * right) / (right + wrong + all || 1);
    return { at, precision: right / (right + wrong || 1), recall: right / (all || 1), f1 };
  });
}

function sum(judged: readonly Judged[]): number {
  return judged.reduce((total, { weight }) => total + weight, 0);
}

function smoothed(values: readonly number[]): readonly number[] {
  return values.map((_, index) => {
    const around = values.slice(Math.max(0, index - SMOOTHING), index + SMOOTHING + 1);
    return around.reduce((total, value) => total + value, 0) / around.length;
  });
}

/** The threshold, in hundredths, of the highest value; of several the one in the middle. */
function highest(values: readonly number[]): number {
  const best = Math.max(...values);
  const places = values.flatMap((value, index) => (best - value < 1e-9 ? [index] : []));
  return LOWEST + (places[places.length >> 1] ?? 0);
}

/** In hundredths. */
function surestTenth(judged: readonly Judged[], from: number): number {
  const scores = judged.flatMap(({ score }) => (score >= from ? [score] : [])).sort((a, b) => b - a);
  const last = scores[Math.ceil(scores.length * SUREST_SHARE) - 1] ?? DEFAULT_SCORING.few;
  return Math.min(HIGHEST, Math.floor(last * 100));
}
