/** Whether an indicator fires in a sentence: what is asked of the patterns beside being found. Looks only at what was found. */
import type { CompiledIndicator } from '../codebook/languageIndex.js';
import type { PatternTraits } from '../codebook/patternTraits.js';
import { firstOfEach, grouped } from './group.js';
import type { Found, Matches } from './matches.js';
import type { Negations } from './negation.js';
import { withRoles } from './roles.js';
import type { SentenceReading } from './sentenceReading.js';

/** What stopped an indicator of which something was found. */
export type Stop = 'missing' | 'with' | 'without' | 'within' | 'near' | 'notNear' | 'negated' | 'notNegated' | 'roles';

export interface Surroundings {
  /** What its own, its `with` and its `near` patterns may rest on. */
  readonly seen: Matches;
  /** Every match in the sentence, `not-here` phrases included, which is what `without` and `not-near` ask about. */
  readonly all: Matches;
  readonly reading: SentenceReading;
  readonly negations: Negations;
  /** By pattern number. */
  readonly traits: readonly PatternTraits[];
}

export interface Examined {
  /** The words on which it fires; those that were found in vain when something stopped it. In order of the text. */
  readonly found: readonly Found[];
  /** Undefined when it fires. */
  readonly stopped: Stop | undefined;
}

const NOTHING: readonly Found[] = [];

/** The words on which an indicator fires in a sentence, or none. */
export function fire(indicator: CompiledIndicator, surroundings: Surroundings): readonly Found[] {
  const { combine, near, notNear } = indicator;
  const isPlain = combine === 'any' && near.length === 0 && notNear.length === 0;
  if (isPlain) return firePlain(indicator, surroundings);
  const { found, stopped } = examine(indicator, surroundings);
  return stopped === undefined ? found : NOTHING;
}

/** As `examine` has it, for nearly all indicators; what is cheap to ask comes first. */
function firePlain(indicator: CompiledIndicator, surroundings: Surroundings): readonly Found[] {
  const { negated } = indicator;
  const { seen, all } = surroundings;
  if (indicator.with.length > 0 && !hasSome(seen, indicator.with)) return NOTHING;
  if (hasSome(all, indicator.without)) return NOTHING;
  const found = occurrencesOf(seen, indicator.patterns);
  if (found.length === 0 || negated === 'any') return firstOfEach(found);
  const isWhole = negated === 'skip' && !surroundings.negations.hasAny();
  return firstOfEach(isWhole ? found : filtered(found, indicator, surroundings));
}

/** As `fire`, and why not. */
export function examine(indicator: CompiledIndicator, surroundings: Surroundings): Examined {
  const { combine, patterns, negated } = indicator;
  const { seen, all } = surroundings;
  const needsEach = combine === 'all' || combine === 'order';
  const occurrences = occurrencesOf(seen, patterns);
  const stop = (stopped: Stop): Examined => ({ found: occurrences, stopped });
  if (needsEach ? !hasEvery(seen, patterns) : occurrences.length === 0) return stop('missing');
  if (indicator.with.length > 0 && !hasSome(seen, indicator.with)) return stop('with');
  if (hasSome(all, indicator.without)) return stop('without');
  const standing =
    negated === 'any' || (negated === 'only' && needsEach)
      ? occurrences
      : filtered(occurrences, indicator, surroundings);
  if (standing.length === 0) return stop(negated === 'only' ? 'notNegated' : 'negated');
  return needsEach ? examineGroup(indicator, standing, surroundings) : examineEach(indicator, standing, surroundings);
}

/** Patterns that count one by one. */
function examineEach(indicator: CompiledIndicator, found: readonly Found[], surroundings: Surroundings): Examined {
  const { combine, near, notNear } = indicator;
  const stop = (stopped: Stop): Examined => ({ found, stopped });
  const close = near.length > 0 ? nearTo(found, near, surroundings.seen, surroundings) : found;
  if (close.length === 0) return stop('near');
  const tooClose = notNear.length > 0 ? new Set(nearTo(close, notNear, surroundings.all, surroundings)) : undefined;
  const left = tooClose ? close.filter((each) => !tooClose.has(each)) : close;
  if (left.length === 0) return stop('notNear');
  if (combine !== 'roles') return { found: firstOfEach(left), stopped: undefined };
  const acting = withRoles(indicator, left, surroundings);
  return acting.length > 0 ? { found: acting, stopped: undefined } : stop('roles');
}

/** Patterns that must all be there. */
function examineGroup(indicator: CompiledIndicator, found: readonly Found[], surroundings: Surroundings): Examined {
  const { negated, near, notNear } = indicator;
  const stop = (stopped: Stop): Examined => ({ found, stopped });
  if (indicator.patterns.some((pattern) => !found.some((each) => each.pattern === pattern))) return stop('negated');
  const group = grouped(indicator, found, surroundings.reading);
  if (group.length === 0) return stop('within');
  if (negated === 'only' && !group.some((each) => isNegated(each, surroundings))) return stop('notNegated');
  if (near.length > 0 && nearTo(group, near, surroundings.seen, surroundings).length === 0) return stop('near');
  if (notNear.length > 0 && nearTo(group, notNear, surroundings.all, surroundings).length > 0) return stop('notNear');
  return { found: group, stopped: undefined };
}

function occurrencesOf(seen: Matches, patterns: readonly number[]): readonly Found[] {
  const found: Found[] = [];
  for (const pattern of patterns) {
    if (!seen.has(pattern)) continue;
    for (const each of seen.found) if (each.pattern === pattern) found.push(each);
  }
  return found;
}

function hasSome(matches: Matches, patterns: readonly number[]): boolean {
  for (const pattern of patterns) if (matches.has(pattern)) return true;
  return false;
}

function hasEvery(matches: Matches, patterns: readonly number[]): boolean {
  for (const pattern of patterns) if (!matches.has(pattern)) return false;
  return true;
}

function isNegated(found: Found, { negations, traits }: Surroundings): boolean {
  const own = traits[found.pattern];
  return own !== undefined && negations.isNegated(found, own);
}

/** What is denied, or what is not. */
function filtered(
  found: readonly Found[],
  { negated }: CompiledIndicator,
  surroundings: Surroundings,
): readonly Found[] {
  const wanted = negated === 'only';
  return found.filter((each) => isNegated(each, surroundings) === wanted);
}

/** How many words away a neighbour may be. */
const NEAR_WORDS = 4;

/** What stands near one of the patterns, in the same clause. */
function nearTo(
  found: readonly Found[],
  patterns: readonly number[],
  matches: Matches,
  { reading }: Surroundings,
): readonly Found[] {
  const marked = new Uint8Array(reading.words.length);
  for (const pattern of patterns) for (const { first, last } of matches.of(pattern)) marked.fill(1, first, last + 1);
  return found.filter(({ first, last }) => {
    for (let index = Math.max(0, first - NEAR_WORDS); index <= last + NEAR_WORDS; index++) {
      if (marked[index] === 1 && (reading.areInOneClause(index, first) || reading.areInOneClause(index, last)))
        return true;
    }
    return false;
  });
}
