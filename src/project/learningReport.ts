/** What was learned, in numbers that a person can read, with decisions that it comes from. */
import type { CompiledCodebooks } from '../core/codebook/compile.js';
import { explainSentence } from '../core/detection/explain.js';
import type { LearnedOfCode } from '../core/detection/lessons.js';
import { logit, sigmoid } from '../core/detection/logit.js';
import { DEFAULT_SCORING } from '../core/detection/scoring.js';
import type { ReadPassage } from './decidedPassages.js';
import type { LearnedFromPassages } from './learnedFrom.js';

/** A decision behind what was learned. */
export interface Example {
  readonly quote: string;
  readonly document: string;
  readonly coder: string;
  /** Whether it says that the code is there. */
  readonly isRight: boolean;
}

/** An indicator that counts otherwise, or a word that counts now. */
export interface LearnedCue {
  /** As its author wrote it; a word as it is looked for. */
  readonly source: string;
  /** The code that has it. */
  readonly codePath: string;
  /** 0..1: how likely the code is where this is the only evidence; for a word, how likely it is without it. */
  readonly before: number;
  readonly after: number;
  /** The newest first. */
  readonly examples: readonly Example[];
}

/** Of one top code in one language. Cues by how much they changed. */
export interface CodeReport {
  readonly codePath: string;
  readonly language: 'nl' | 'en';
  readonly right: number;
  readonly wrong: number;
  /** 0..1: how likely the code is in a sentence in which nothing else speaks. */
  readonly base: { readonly before: number; readonly after: number };
  readonly indicators: readonly LearnedCue[];
  readonly words: readonly LearnedCue[];
}

const EXAMPLES = 3;

/** `compiled`: what `found` was learned for. */
export function learningReport(
  found: readonly LearnedFromPassages[],
  compiled: CompiledCodebooks,
): readonly CodeReport[] {
  return found
    .flatMap(({ learned, passages }) => {
      const fired = firedIn(compiled, passages);
      return learned.map((each) => reportOf(each, { compiled, passages, fired }));
    })
    .sort((a, b) => (a.codePath === b.codePath ? order(b.language, a.language) : order(a.codePath, b.codePath)));
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

interface Behind {
  readonly compiled: CompiledCodebooks;
  /** By age. */
  readonly passages: readonly ReadPassage[];
  /** Ids of the indicators in them. */
  readonly fired: ReadonlyMap<ReadPassage, ReadonlySet<string>>;
}

function firedIn(compiled: CompiledCodebooks, passages: readonly ReadPassage[]): Behind['fired'] {
  return new Map(
    passages.map((passage) => {
      const { parsed, text } = passage;
      const explained = parsed.sentences.flatMap((_, sentence) =>
        explainSentence(compiled, parsed, { text, sentence }),
      );
      return [passage, new Set(explained.flatMap(({ contributions }) => contributions.map(({ id }) => id)))];
    }),
  );
}

function reportOf(learned: LearnedOfCode, behind: Behind): CodeReport {
  const { codePath, language, right, wrong } = learned;
  const index = behind.compiled.index(language);
  const scoring = index?.codes.find(({ path }) => path === codePath)?.scoring;
  const base = scoring?.base ?? DEFAULT_SCORING.base;
  const about = behind.passages.filter(
    (passage) => passage.parsed.language === language && (passage.right.has(codePath) || passage.wrong.has(codePath)),
  );
  const examples = (has: (passage: ReadPassage) => boolean) => examplesOf(about.filter(has), codePath);
  const indicators = [...learned.indicators].flatMap(([id, delta]): readonly LearnedCue[] => {
    const indicator = index?.indicators.find((each) => each.id === id);
    if (!indicator) return [];
    return [
      {
        source: indicator.written.source,
        codePath: index?.codes[indicator.code]?.path ?? codePath,
        ...moved(indicator.weight, delta),
        examples: examples((passage) => behind.fired.get(passage)?.has(id) ?? false),
      },
    ];
  });
  const words = [...learned.words].map(
    ([word, delta]): LearnedCue => ({
      source: word,
      codePath,
      ...moved(base, delta),
      examples: examples(({ parsed }) =>
        parsed.sentences.some((sentence) => sentence.words.some(({ folded }) => folded === word)),
      ),
    }),
  );
  return {
    ...{ codePath, language, right, wrong },
    base: moved(base, learned.base),
    indicators: [...indicators].sort(byChange),
    words: words.sort(byChange),
  };
}

function moved(before: number, delta: number): { readonly before: number; readonly after: number } {
  return { before, after: sigmoid(logit(before) + delta) };
}

function byChange(a: LearnedCue, b: LearnedCue): number {
  return changeOf(b) - changeOf(a) || order(a.source, b.source);
}

function changeOf({ before, after }: LearnedCue): number {
  return Math.abs(logit(after) - logit(before));
}

function examplesOf(passages: readonly ReadPassage[], codePath: string): readonly Example[] {
  return passages
    .slice(-EXAMPLES)
    .reverse()
    .map(({ quote, document, coder, right }) => ({ quote, document, coder, isRight: right.has(codePath) }));
}
