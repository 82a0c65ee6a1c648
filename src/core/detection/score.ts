/** From fired indicators to suggested codes: how evidence adds up, and which level of the code tree is suggested. */
import type { CompiledCode } from '../codebook/languageIndex.js';
import { scoreOf } from './logit.js';
import type { Found } from './matches.js';
import type { LanguageScoring, Speaker } from './scoring.js';

/** An indicator that fired in a sentence. */
export interface Fired {
  readonly indicator: Speaker;
  /** What it rests on. */
  readonly found: readonly Found[];
}

export interface ScoredCode {
  /** Index of the code. */
  readonly code: number;
  /** 0..1 */
  readonly score: number;
  /** What counts in the score, for the code and against it. */
  readonly fired: readonly Fired[];
}

/**
 * From here at the latest a sub-code's own evidence is enough to name it, however sure the code has to be to be suggested. Where the
 * code is suggested from less, so is the sub-code: when it alone would do, nothing says that it is another kind.
 */
const ENOUGH_FOR_SUB_CODE = 0.5;

/** What scoring needs to know of one language: the codes, parents before their sub-codes, and their numbers. */
export interface Scale {
  readonly codes: readonly CompiledCode[];
  readonly scoring: LanguageScoring;
}

/**
 * The codes to suggest for one sentence. Evidence is counted in log-odds and adds up over a top code and all below it, whether it
 * speaks for the code or against it; an indicator counts once, however often its words occur. Where that reaches the code's
 * threshold, the most specific codes are suggested that have evidence enough of their own, each with its own evidence and that
 * of the codes above it; evidence for several sub-codes that are each too weak speaks for their code, since whichever of
 * them it is, it is that one.
 */
export function scoreCodes(scale: Scale, fired: readonly Fired[]): readonly ScoredCode[] {
  const tops = reachedTops(scale, fired);
  if (tops.length === 0) return NOTHING;
  const suggested = tops.flatMap((top) => {
    const below = fired.filter(({ indicator }) => topOf(scale, indicator) === top);
    return mostSpecific(scale, { code: top, below, above: [] });
  });
  return suggested.sort((a, b) => a.code - b.code);
}

const NOTHING: readonly ScoredCode[] = [];

/** The top codes that what fired is enough for, without putting it together: for most it is not enough. */
function reachedTops(scale: Scale, fired: readonly Fired[]): readonly number[] {
  const { base, adds, threshold } = scale.scoring;
  // There are a handful of top codes: looking through them is quicker than a map.
  const tops: number[] = [];
  const sums: number[] = [];
  const speaks: boolean[] = [];
  for (const { indicator } of fired) {
    const top = topOf(scale, indicator);
    let at = tops.indexOf(top);
    if (at < 0) {
      at = tops.push(top) - 1;
      sums.push(base[top] ?? 0);
      speaks.push(false);
    }
    const own = adds[indicator.number] ?? 0;
    sums[at] = (sums[at] ?? 0) + own;
    if (own > 0) speaks[at] = true;
  }
  return tops.filter((top, at) => speaks[at] && scoreOf(sums[at] ?? 0) >= (threshold[top] ?? 1));
}

function topOf({ codes }: Scale, { code }: Speaker): number {
  return codes[code]?.top ?? code;
}

/** The log-odds of a code on the given evidence. */
export function logOddsOf({ scoring }: Pick<Scale, 'scoring'>, code: number, fired: readonly Fired[]): number {
  let sum = scoring.base[code] ?? 0;
  for (const { indicator } of fired) sum += scoring.adds[indicator.number] ?? 0;
  return sum;
}

function reaches(scale: Scale, code: number, fired: readonly Fired[]): boolean {
  return scoreOf(logOddsOf(scale, code, fired)) >= (scale.scoring.threshold[code] ?? 1);
}

/** A code with the evidence in its branch, and that of the codes above it. */
interface Branch {
  readonly code: number;
  readonly below: readonly Fired[];
  readonly above: readonly Fired[];
}

function mostSpecific(scale: Scale, { code, below, above }: Branch): readonly ScoredCode[] {
  const everything = [...above, ...below];
  const here: ScoredCode = { code, score: scoreOf(logOddsOf(scale, code, everything)), fired: everything };
  if (below.every(({ indicator }) => indicator.code === code)) return [here];
  const own = below.filter(({ indicator }) => indicator.code === code);
  const further = groupBy(below, ({ indicator }) => childTowards(scale.codes, code, indicator.code));
  further.delete(code);
  const fromAbove = [...above, ...own];
  const specific = [...further].flatMap(([child, inChild]) => {
    const enough = Math.min(ENOUGH_FOR_SUB_CODE, scale.scoring.threshold[child] ?? 1);
    const isNamed = scoreOf(logOddsOf(scale, child, inChild)) >= enough;
    if (!isNamed || !reaches(scale, child, [...fromAbove, ...inChild])) return [];
    return mostSpecific(scale, { code: child, below: inChild, above: fromAbove });
  });
  return specific.length > 0 ? specific : [here];
}

/** The code right below `code` on the way down to `towards`; `code` itself where that is it. */
function childTowards(codes: readonly CompiledCode[], code: number, towards: number): number {
  let at = towards;
  for (let parent = codes[at]?.parent ?? -1; at !== code && parent !== code && parent >= 0; ) {
    at = parent;
    parent = codes[at]?.parent ?? -1;
  }
  return at;
}

function groupBy(fired: readonly Fired[], keyOf: (each: Fired) => number): Map<number, Fired[]> {
  const groups = new Map<number, Fired[]>();
  for (const each of fired) {
    const key = keyOf(each);
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return groups;
}
