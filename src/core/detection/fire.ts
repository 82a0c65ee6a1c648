import type { Within } from '../codebook/codebook.js';
import type { CompiledIndicator } from '../codebook/languageIndex.js';
import type { Found, Matches } from './matchWords.js';

const NOTHING: readonly Found[] = [];

/**
 * The words on which an indicator fires in a sentence, or none. `seen` is what its own and its `with` patterns may rest on;
 * `all` is every match in the sentence, `not-here` phrases included, which is what `without` asks about.
 */
export function fire(indicator: CompiledIndicator, seen: Matches, all: Matches): readonly Found[] {
  const { combine, patterns, within } = indicator;
  if (combine === 'all' ? !hasEvery(seen, patterns) : !hasSome(seen, patterns)) return NOTHING;
  if (indicator.with.length > 0 && !hasSome(seen, indicator.with)) return NOTHING;
  if (hasSome(all, indicator.without)) return NOTHING;
  const found: Found[] = [];
  for (const pattern of patterns) if (seen.has(pattern)) found.push(...seen.of(pattern));
  return combine === 'any' ? firstOfEach(found) : together(patterns.length, found, within);
}

function hasSome(matches: Matches, patterns: readonly number[]): boolean {
  for (const pattern of patterns) if (matches.has(pattern)) return true;
  return false;
}

function hasEvery(matches: Matches, patterns: readonly number[]): boolean {
  for (const pattern of patterns) if (!matches.has(pattern)) return false;
  return true;
}

/** The first occurrence of each pattern, without those inside another's: `coach` says nothing beside `coach ... helps`. */
function firstOfEach(found: readonly Found[]): readonly Found[] {
  if (found.length < 2) return found;
  const firsts = found.filter((each, index) => each.pattern !== found[index - 1]?.pattern);
  return firsts.filter(
    (each, index) =>
      !firsts.some((other, otherIndex) => isWithin(each, other) && (!isWithin(other, each) || otherIndex < index)),
  );
}

function isWithin(inner: Found, outer: Found): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

/** One occurrence of each of `parts` patterns, all within the stretch: the last such in the sentence, as close as can be. */
function together(parts: number, found: readonly Found[], within: Within): readonly Found[] {
  const longest = within === 'sentence' ? Number.POSITIVE_INFINITY : within;
  // From the end of the sentence to its start; of each pattern the occurrence that ends first among those that start here or later.
  const best = new Map<number, Found>();
  for (const each of [...found].sort((a, b) => b.first - a.first)) {
    const known = best.get(each.pattern);
    if (!known || each.last < known.last) best.set(each.pattern, each);
    if (best.size < parts) continue;
    const group = [...best.values()];
    const last = group.reduce((end, one) => Math.max(end, one.last), 0);
    if (last - each.first + 1 <= longest) return group.sort((a, b) => a.first - b.first);
  }
  return NOTHING;
}
