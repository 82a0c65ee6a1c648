/** Why a sentence is suggested for a code, or is not: what each piece of evidence adds, and what would change the answer. */
import type { CompiledCodebooks } from '../codebook/compile.js';
import type { LanguageIndex } from '../codebook/languageIndex.js';
import type { ParsedBlock, Sentence } from '../text/policyText.js';
import type { Span } from '../text/span.js';
import { firedInSentence } from './detect.js';
import { scoreOf, sigmoid } from './logit.js';
import type { Found } from './matches.js';
import { type Missed, nearMissesIn, type Obstacle, type Sighted } from './nearMisses.js';
import { type Fired, logOddsOf, type Scale, type ScoredCode, scoreCodes } from './score.js';
import type { LanguageScoring, Speaker } from './scoring.js';

/** Words of the sentence, with the pattern that found them. Offsets count from the start of the block. */
export interface FoundWords extends Span {
  readonly pattern: string;
}

/** What all explanations say of an indicator. */
interface ExplainedIndicator {
  readonly id: string;
  /** As its author wrote it; a learned word is itself. */
  readonly source: string;
  /** The code that has it. */
  readonly codePath: string;
  /** 0..1: how likely the code is where this is the only evidence. */
  readonly weight: number;
  /** Log-odds; under 0 it speaks against the code. */
  readonly adds: number;
  readonly spans: readonly FoundWords[];
}

export interface Contribution extends ExplainedIndicator {
  /** The part of `adds` that was learned from decisions. */
  readonly learned: number;
  /** 0..1: the score if it had not fired. */
  readonly scoreWithout: number;
  /** What the score gains by it, -1..1. Of several they need not add up to the score: log-odds do. */
  readonly points: number;
  /** Without it the answer would be another. */
  readonly isDecisive: boolean;
}

/** Why an indicator did not fire, with the words that are in the way. */
export type NearMissReason =
  | Exclude<Obstacle, { readonly found: unknown }>
  | { readonly kind: 'without' | 'not-near' | 'not-here'; readonly found: readonly FoundWords[] };

export interface NearMiss extends ExplainedIndicator {
  /** 0..1: the score if it had fired too. */
  readonly scoreWith: number;
  /** With it the code would be suggested, which it is not. */
  readonly isEnough: boolean;
  readonly reason: NearMissReason;
}

export interface CodeExplanation {
  readonly codePath: string;
  /** For a sub-code: the top code in whose place it is suggested, by path. */
  readonly parent: string | undefined;
  /** 0..1: what the score would be if nothing had fired. */
  readonly base: number;
  /** The log-odds of `base` and all that the contributions add, exactly. */
  readonly logOdds: number;
  /** 0..1 */
  readonly score: number;
  /** 0..1: from here it is suggested. */
  readonly threshold: number;
  /** Whether this very code is. */
  readonly isSuggested: boolean;
  /** Sub-codes that are suggested in its place, by path. */
  readonly instead: readonly string[];
  /** The strongest first. */
  readonly contributions: readonly Contribution[];
  /** The strongest first; only of top codes. */
  readonly nearMisses: readonly NearMiss[];
}

/** More are not told of a code: they would bury the ones that matter. */
const MAX_NEAR_MISSES = 8;

/** Where the sentence stands: its index in the block, and the text of the block. */
export interface SentencePlace {
  readonly text: string;
  readonly sentence: number;
}

/**
 * Every top code that is looked for in the block's language, each followed by the sub-codes that are suggested in its place; those
 * that are suggested first, then by score. Empty where nothing is looked for.
 */
export function explainSentence(
  compiled: CompiledCodebooks,
  parsed: ParsedBlock,
  { text, sentence: number }: SentencePlace,
): readonly CodeExplanation[] {
  const sentence = parsed.sentences[number];
  const index = compiled.index(parsed.language);
  const scoring = compiled.scoring(parsed.language);
  if (!sentence || !index || !scoring) return [];
  const fired = firedInSentence(compiled, parsed.language, { sentence, text });
  const missed = nearMissesIn(index, sentence, text);
  const explaining: Explaining = { scale: { codes: index.codes, scoring }, index, scoring, sentence };
  const tops = [...new Set(index.indicators.map(({ code }) => index.codes[code]?.top ?? code))];
  return tops
    .map((top) => {
      const inBranch = <Of extends { readonly indicator: Speaker }>(all: readonly Of[]): readonly Of[] =>
        all.filter(({ indicator }) => index.codes[indicator.code]?.top === top);
      return explainBranch(explaining, { top, fired: inBranch(fired), missed: inBranch(missed) });
    })
    .sort(([a], [b]) => rank(b) - rank(a))
    .flat();
}

interface Explaining {
  readonly scale: Scale;
  readonly index: LanguageIndex;
  readonly scoring: LanguageScoring;
  readonly sentence: Sentence;
}

interface BranchEvidence {
  readonly top: number;
  readonly fired: readonly Fired[];
  readonly missed: readonly Missed[];
}

function rank(explanation: CodeExplanation | undefined): number {
  if (!explanation) return 0;
  return explanation.score + (explanation.isSuggested || explanation.instead.length > 0 ? 1 : 0);
}

/** The top code, and behind it the sub-codes suggested in its place. */
function explainBranch(explaining: Explaining, { top, fired, missed }: BranchEvidence): readonly CodeExplanation[] {
  const suggested = scoreCodes(explaining.scale, fired);
  const below = suggested.filter(({ code }) => code !== top);
  const pathOf = (code: number): string => explaining.index.codes[code]?.path ?? '';
  const isAnswered = suggested.length > 0;
  const whole: ScoredCode = { code: top, fired, score: scoreOf(logOddsOf(explaining.scale, top, fired)) };
  const head: CodeExplanation = {
    ...explainCode(explaining, whole, (without) => scoreCodes(explaining.scale, without).length > 0 !== isAnswered),
    isSuggested: suggested.some(({ code }) => code === top),
    instead: below.map(({ code }) => pathOf(code)),
    nearMisses: nearMissesOf(explaining, { top, fired, missed }, isAnswered),
  };
  const subCodes = below.map((each) => ({
    ...explainCode(explaining, each, (without) => {
      const left = fired.filter((one) => !each.fired.includes(one) || without.includes(one));
      return !scoreCodes(explaining.scale, left).some(({ code }) => code === each.code);
    }),
    parent: pathOf(top),
  }));
  return [head, ...subCodes];
}

/** `isOther`: whether the answer changes when only this is left of the code's evidence. */
function explainCode(
  explaining: Explaining,
  { code, fired, score }: ScoredCode,
  isOther: (without: readonly Fired[]) => boolean,
): CodeExplanation {
  const { scale, scoring, index } = explaining;
  const contributions = fired.map((each): Contribution => {
    const without = fired.filter((other) => other !== each);
    const scoreWithout = scoreOf(logOddsOf(scale, code, without));
    return {
      ...explainIndicator(explaining, each.indicator, each.found),
      learned: scoring.learned[each.indicator.number] ?? 0,
      scoreWithout,
      points: score - scoreWithout,
      isDecisive: isOther(without),
    };
  });
  return {
    codePath: index.codes[code]?.path ?? '',
    parent: undefined,
    base: sigmoid(scoring.base[code] ?? 0),
    logOdds: logOddsOf(scale, code, fired),
    score,
    threshold: scoring.threshold[code] ?? 1,
    isSuggested: true,
    instead: [],
    contributions: contributions.sort((a, b) => Math.abs(b.adds) - Math.abs(a.adds)),
    nearMisses: [],
  };
}

function explainIndicator(
  { scoring, index, sentence }: Explaining,
  indicator: Speaker,
  found: readonly Found[],
): ExplainedIndicator {
  const { id, code, number, weight, sources } = indicator;
  return {
    id,
    source: index.indicators[number]?.written.source ?? [...sources.values()].join(', '),
    codePath: index.codes[code]?.path ?? '',
    weight,
    adds: scoring.adds[number] ?? 0,
    spans: wordsOf(
      sentence,
      found.map((each) => ({ pattern: sources.get(each.pattern) ?? '', found: each })),
    ),
  };
}

/** Only what would speak for the code. */
function nearMissesOf(
  explaining: Explaining,
  { top, fired, missed }: BranchEvidence,
  isAnswered: boolean,
): readonly NearMiss[] {
  const { scale, sentence } = explaining;
  const logOdds = logOddsOf(scale, top, fired);
  return missed
    .map(({ indicator, found, obstacle }): NearMiss => {
      const explained = explainIndicator(explaining, indicator, found);
      const reason = 'found' in obstacle ? { ...obstacle, found: wordsOf(sentence, obstacle.found) } : obstacle;
      const isEnough = !isAnswered && scoreCodes(scale, [...fired, { indicator, found }]).length > 0;
      return { ...explained, scoreWith: scoreOf(logOdds + explained.adds), isEnough, reason };
    })
    .filter(({ adds }) => adds > 0)
    .sort((a, b) => b.adds - a.adds)
    .slice(0, MAX_NEAR_MISSES);
}

function wordsOf({ words }: Sentence, sightings: readonly Sighted[]): readonly FoundWords[] {
  const spans = sightings.flatMap(({ pattern, found: { first, last } }): FoundWords[] => {
    const start = words[first]?.start;
    const end = words[last]?.end;
    return start === undefined || end === undefined ? [] : [{ start, end, pattern }];
  });
  return spans.sort((a, b) => a.start - b.start || a.end - b.end);
}
