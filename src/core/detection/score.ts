/** From fired indicators to suggested codes: how evidence adds up, and which level of the code tree is suggested. */
import type { CompiledCode, CompiledIndicator } from '../codebook/languageIndex.js';
import type { Found } from './matchWords.js';

/** An indicator that fired in a sentence. */
export interface Fired {
  readonly indicator: CompiledIndicator;
  /** What it rests on. */
  readonly found: readonly Found[];
}

export interface ScoredCode {
  /** Index of the code. */
  readonly code: number;
  /** 0..1 */
  readonly score: number;
  /** What speaks for it. */
  readonly fired: readonly Fired[];
}

/**
 * Noisy-or: each indicator is a separate reason that is right with its weight, and the code is there if any of them is. Two
 * doubtful reasons together may so be enough, and no number of reasons makes it more than certain.
 */
export function noisyOr(weights: readonly number[]): number {
  const allWrong = weights.reduce((product, weight) => product * (1 - weight), 1);
  // Four digits: the score is compared with a threshold and shown; float noise must do neither.
  return Math.round((1 - allWrong) * 10_000) / 10_000;
}

/**
 * The codes to suggest for one sentence. The most specific ones: a code is left out when one of its sub-codes is suggested.
 * Evidence for a code also speaks for its sub-codes, once these have evidence of their own ("coach" and "get in touch": a
 * coach, the surer for it); and evidence for sub-codes that remain below `minScore` speaks for their code, since whichever of
 * them it is, it is that one. An indicator counts once, however often its words occur.
 */
export function scoreCodes(
  codes: readonly CompiledCode[],
  fired: readonly Fired[],
  minScore: number,
): readonly ScoredCode[] {
  // No code can have more than all of them together.
  if (scoreOf(fired) < minScore) return [];
  const own = new Map<number, Fired[]>();
  for (const each of fired) {
    const { code } = each.indicator;
    own.set(code, [...(own.get(code) ?? []), each]);
  }
  const below = new Map<number, Fired[]>();
  const hasSuggestedSub = new Set<number>();
  const suggested: ScoredCode[] = [];
  for (const code of deepestFirst(codes, own.keys())) {
    const parent = codes[code]?.parent ?? -1;
    const mine = [...(own.get(code) ?? []), ...(below.get(code) ?? [])];
    const speaking = [...mine, ...fromAbove(codes, code, own)];
    const score = scoreOf(speaking);
    const isSuggested = !hasSuggestedSub.has(code) && score >= minScore;
    if (isSuggested) suggested.push({ code, score, fired: speaking });
    if (isSuggested || hasSuggestedSub.has(code)) hasSuggestedSub.add(parent);
    else below.set(parent, [...(below.get(parent) ?? []), ...mine]);
  }
  return suggested.sort((a, b) => a.code - b.code);
}

function scoreOf(fired: readonly Fired[]): number {
  return noisyOr(fired.map(({ indicator }) => indicator.weight));
}

/** The given codes with all codes above them, sub-codes before their code. */
function deepestFirst(codes: readonly CompiledCode[], given: Iterable<number>): readonly number[] {
  const all = new Set<number>();
  for (const each of given) {
    for (let code = each; code >= 0; code = codes[code]?.parent ?? -1) all.add(code);
  }
  // A code's index is lower than those of its sub-codes.
  return [...all].sort((a, b) => b - a);
}

function fromAbove(codes: readonly CompiledCode[], code: number, own: ReadonlyMap<number, Fired[]>): readonly Fired[] {
  const above: Fired[] = [];
  for (let each = codes[code]?.parent ?? -1; each >= 0; each = codes[each]?.parent ?? -1)
    above.push(...(own.get(each) ?? []));
  return above;
}
