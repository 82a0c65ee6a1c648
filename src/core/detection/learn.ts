/**
 * What a person's decisions say about the weights of a codebook. The codebook's own weights are the prior: what is learned is
 * how far to move from them, with a prior around "no change" (`ascent.ts`), so that a few decisions move little.
 */

import { ascend, type Sought } from './ascent.js';

/** One decision, as far as one code of one language is concerned. */
export interface Lesson {
  /** Whether the person says that the code is there. */
  readonly isRight: boolean;
  /** How much it counts; 1 for a decision about this code. */
  readonly weight: number;
  /** Log-odds of the code by the codebook alone. */
  readonly before: number;
  /** Ids of the indicators that fired for the code, each once. */
  readonly indicators: readonly string[];
  /** Folded words that no indicator of the code found, each once. */
  readonly words: readonly string[];
}

/** What to add, in log-odds, to what the codebook says of one code in one language. */
export interface Learned {
  readonly base: number;
  /** By indicator id. */
  readonly indicators: ReadonlyMap<string, number>;
  /** By folded word. */
  readonly words: ReadonlyMap<string, number>;
  /** How many decisions spoke for the code, and how many against. */
  readonly right: number;
  readonly wrong: number;
}

/**
 * How far a decision may move things, as standard deviations in log-odds. An indicator of 0.6 that is wrong five times out of
 * five stays above 0.3; wrong thirty times, it is under 0.2.
 */
const INDICATOR_SPREAD = 0.6;
const WORD_SPREAD = 0.5;
/** Touches every passage, so that it must not run ahead of what single words are found to be worth. */
const BASE_SPREAD = 0.15;

/** A word must have been in so many passages before it can speak. */
const LEAST_PASSAGES = 4;

/** Standard deviations by which it must lean to one side more than all passages do: what occurs everywhere says nothing. */
const LEAST_LEAN = 2;

/** Log-odds under which a learned change is noise. */
const LEAST_CHANGE = 0.05;

/** Where all decisions went one way, chance is not nil all the same. */
const LEAST_VARIANCE = 0.05;

const MAX_SWEEPS = 60;
const PRECISION = 1e-4;

/** A number to be learned: how far to move from the codebook. */
interface Weight extends Sought {
  readonly key: string;
  readonly kind: 'base' | 'indicator' | 'word';
}

/** Linear in the lessons and what fired in them. The same lessons in the same order give the same digits. */
export function learn(lessons: readonly Lesson[]): Learned {
  const weights = weightsOf(lessons);
  settle(lessons, weights);
  const kept = weights.filter(({ kind, value }) => kind !== 'base' && Math.abs(value) >= LEAST_CHANGE);
  const changes = (kind: Weight['kind']) =>
    new Map(kept.flatMap((weight) => (weight.kind === kind ? [[weight.key, weight.value] as const] : [])));
  const right = lessons.filter(({ isRight, weight }) => isRight && weight === 1).length;
  return {
    base: weights.find(({ kind }) => kind === 'base')?.value ?? 0,
    indicators: changes('indicator'),
    words: changes('word'),
    right,
    wrong: lessons.filter(({ weight }) => weight === 1).length - right,
  };
}

function weightsOf(lessons: readonly Lesson[]): readonly Weight[] {
  const indicators = places(lessons, ({ indicators }) => indicators);
  const words = places(lessons, ({ words }) => words);
  const all = lessons.map((_, index) => index);
  const share = shareRight(lessons);
  return [
    weight('', 'base', all, BASE_SPREAD),
    ...[...indicators].map(([key, found]) => weight(key, 'indicator', found, INDICATOR_SPREAD)),
    ...[...words]
      .filter(([, found]) => isTelling(lessons, found, share))
      .map(([key, found]) => weight(key, 'word', found, WORD_SPREAD)),
  ];
}

function weight(key: string, kind: Weight['kind'], at: readonly number[], spread: number): Weight {
  return { key, kind, at, times: at.map(() => 1), prior: 0, precision: 1 / (spread * spread), value: 0 };
}

function places(lessons: readonly Lesson[], keys: (lesson: Lesson) => readonly string[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  lessons.forEach((lesson, index) => {
    for (const key of keys(lesson)) {
      const known = found.get(key);
      if (known) known.push(index);
      else found.set(key, [index]);
    }
  });
  return found;
}

/** Whether a word was in enough passages, and leans to one side more than the lessons as a whole do. */
function isTelling(lessons: readonly Lesson[], found: readonly number[], share: number): boolean {
  if (found.length < LEAST_PASSAGES) return false;
  const right = found.filter((index) => lessons[index]?.isRight).length;
  const spread = Math.sqrt(found.length * Math.max(share * (1 - share), LEAST_VARIANCE));
  return Math.abs(right - found.length * share) >= LEAST_LEAN * spread;
}

function shareRight(lessons: readonly Lesson[]): number {
  return lessons.filter(({ isRight }) => isRight).length / Math.max(1, lessons.length);
}

function settle(lessons: readonly Lesson[], weights: readonly Weight[]): void {
  ascend(weights, {
    outcomes: lessons.map(({ isRight, weight }) => ({ isThere: isRight, weight })),
    logOdds: Float64Array.from(lessons, ({ before }) => before),
    ...{ maxSweeps: MAX_SWEEPS, precision: PRECISION },
    ...{ least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY },
  });
}
