/** Indicators of which something was found in a sentence, and that did not fire: what is in the way. */
import type { CompiledIndicator, LanguageIndex } from '../codebook/languageIndex.js';
import type { Sentence } from '../text/policyText.js';
import { surroundingsIn } from './detect.js';
import { examine, type Surroundings } from './fire.js';
import type { Found, Matches } from './matches.js';

/** A pattern in the sentence, by what its author wrote, or by its words where that is not at hand. */
export interface Sighted {
  readonly pattern: string;
  readonly found: Found;
}

/** Why an indicator did not fire, although something of it is there. */
export type Obstacle =
  /** One of the patterns that must all be there is not. */
  | { readonly kind: 'missing'; readonly patterns: readonly string[] }
  /** All are there, but too far apart, or not in the order. */
  | { readonly kind: 'apart' }
  /** None of these is in the sentence, or near enough. */
  | { readonly kind: 'with' | 'near'; readonly patterns: readonly string[] }
  /** This is in the sentence, or near, and must not be; or covers the words, since they mean something else in it. */
  | { readonly kind: 'without' | 'not-near' | 'not-here'; readonly found: readonly Sighted[] }
  /** The text denies it; or does not, where only a denial counts. */
  | { readonly kind: 'negated' | 'not-negated' }
  /** It is not done by or to those whom the indicator is about. */
  | { readonly kind: 'roles' };

export interface Missed {
  readonly indicator: CompiledIndicator;
  /** What was there of it. */
  readonly found: readonly Found[];
  readonly obstacle: Obstacle;
}

/** In the order of the codebooks. `text` is that of the block. */
export function nearMissesIn(index: LanguageIndex, sentence: Sentence, text: string): readonly Missed[] {
  const surroundings = surroundingsIn(index, sentence, text);
  if (!surroundings) return [];
  return index.indicators.flatMap((indicator) => {
    const around = surroundings(indicator.code);
    if (!indicator.patterns.some((pattern) => around.all.has(pattern))) return [];
    const { stopped, found } = examine(indicator, around);
    if (stopped === undefined) return [];
    if (around.seen !== around.all) {
      const uncovered = examine(indicator, { ...around, seen: around.all });
      const obstacle = { kind: 'not-here', found: notHere(index, indicator, around) } as const;
      if (uncovered.stopped === undefined) return [{ indicator, found: uncovered.found, obstacle }];
    }
    const obstacle = obstacleOf(stopped, indicator, around);
    return obstacle && found.length > 0 ? [{ indicator, found, obstacle }] : [];
  });
}

function obstacleOf(
  stopped: NonNullable<ReturnType<typeof examine>['stopped']>,
  indicator: CompiledIndicator,
  { seen, all }: Surroundings,
): Obstacle | undefined {
  const { written } = indicator;
  switch (stopped) {
    case 'missing': {
      const missing = indicator.patterns.filter((pattern) => !seen.has(pattern));
      const patterns = missing.map((pattern) => indicator.sources.get(pattern) ?? '');
      // With two or more missing it was not near.
      return missing.length === 1 ? { kind: 'missing', patterns } : undefined;
    }
    case 'with':
      return { kind: 'with', patterns: written.with };
    case 'near':
      return { kind: 'near', patterns: written.near };
    case 'without':
      return { kind: 'without', found: sighted(all, indicator.without, written.without) };
    case 'notNear':
      return { kind: 'not-near', found: sighted(all, indicator.notNear, written.notNear) };
    case 'within':
      return { kind: 'apart' };
    case 'notNegated':
      return { kind: 'not-negated' };
    case 'negated':
    case 'roles':
      return { kind: stopped };
  }
}

function sighted(matches: Matches, patterns: readonly number[], written: readonly string[]): readonly Sighted[] {
  return patterns.flatMap((pattern, index) =>
    matches.of(pattern).map((found) => ({ pattern: written[index] ?? '', found })),
  );
}

/** The phrases that cover words for the code; the index does not keep how their author wrote them. */
function notHere(
  index: LanguageIndex,
  { code }: CompiledIndicator,
  { all, reading }: Surroundings,
): readonly Sighted[] {
  return (index.codes[code]?.notHere ?? []).flatMap((pattern) =>
    all.of(pattern).map((found) => {
      const words = reading.words.slice(found.first, found.last + 1);
      return { pattern: words.map(({ folded }) => folded).join(' '), found };
    }),
  );
}
