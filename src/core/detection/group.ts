/** Which of the occurrences of several patterns go together. */
import type { Within } from '../codebook/codebook.js';
import type { CompiledIndicator } from '../codebook/languageIndex.js';
import type { Found } from './matches.js';
import type { SentenceReading } from './sentenceReading.js';

const NOTHING: readonly Found[] = [];

/** The first occurrence of each pattern, without those inside another's: `coach` says nothing beside `coach ... helps`. */
export function firstOfEach(found: readonly Found[]): readonly Found[] {
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

/** One occurrence of each pattern, all within the stretch and, for `order`, one behind the other; none: they do not meet. */
export function grouped(
  { combine, patterns, within }: CompiledIndicator,
  found: readonly Found[],
  reading: SentenceReading,
): readonly Found[] {
  const meet = combine === 'order' ? inOrder : together;
  if (within !== 'clause') return meet(patterns, found, within);
  for (const inClause of byClause(found, reading)) {
    const group = meet(patterns, inClause, 'sentence');
    if (group.length > 0) return group;
  }
  return NOTHING;
}

/** What lies in one clause, clause by clause. */
function byClause(found: readonly Found[], reading: SentenceReading): Iterable<readonly Found[]> {
  const clauses = new Map<number, Found[]>();
  for (const each of found) {
    const clause = reading.clauses[each.first] ?? 0;
    if (!reading.areInOneClause(each.first, each.last)) continue;
    const known = clauses.get(clause);
    if (known) known.push(each);
    else clauses.set(clause, [each]);
  }
  return clauses.values();
}

function longestOf(within: Within): number {
  return typeof within === 'number' ? within : Number.POSITIVE_INFINITY;
}

/** The last such group in the sentence, as close as can be. */
function together(patterns: readonly number[], found: readonly Found[], within: Within): readonly Found[] {
  const longest = longestOf(within);
  // From the end of the sentence to its start; of each pattern the occurrence that ends first among those that start here or later.
  const best = new Map<number, Found>();
  for (const each of [...found].sort((a, b) => b.first - a.first)) {
    const known = best.get(each.pattern);
    if (!known || each.last < known.last) best.set(each.pattern, each);
    if (best.size < patterns.length) continue;
    const group = [...best.values()];
    const last = group.reduce((end, one) => Math.max(end, one.last), 0);
    if (last - each.first + 1 <= longest) return group.sort((a, b) => a.first - b.first);
  }
  return NOTHING;
}

/** A row of occurrences, ending in the one at hand: the row of all rows that begins last. */
interface Row {
  readonly found: Found;
  readonly before: Row | undefined;
  readonly first: number;
  /** The last word of the rows that it was the best of. */
  readonly until: number;
}

/** The first such group in the sentence. A pattern that stands twice in the order must be there twice. */
function inOrder(patterns: readonly number[], found: readonly Found[], within: Within): readonly Found[] {
  const longest = longestOf(within);
  // By length less one: for every place where a row ends, the row that begins last of all that end there or earlier.
  const ending: Row[][] = patterns.map(() => []);
  for (const each of [...found].sort((a, b) => a.last - b.last || b.first - a.first)) {
    for (let length = patterns.length - 1; length >= 0; length--) {
      if (patterns[length] !== each.pattern) continue;
      const before = length > 0 ? latest(ending[length - 1] ?? [], each.first) : undefined;
      if (length > 0 && !before) continue;
      const row = { found: each, before, first: before?.first ?? each.first, until: each.last };
      if (length === patterns.length - 1 && each.last - row.first + 1 <= longest) return written(row);
      const last = ending[length]?.at(-1);
      ending[length]?.push(last && last.first > row.first ? { ...last, until: each.last } : row);
    }
  }
  return NOTHING;
}

/** Of rows as in `ending`, the one that begins last of those that end before a word. */
function latest(rows: readonly Row[], first: number): Row | undefined {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.until ?? 0) < first) low = middle + 1;
    else high = middle;
  }
  return rows[low - 1];
}

function written(row: Row): readonly Found[] {
  const found: Found[] = [];
  for (let each: Row | undefined = row; each; each = each.before) found.unshift(each.found);
  return found;
}
