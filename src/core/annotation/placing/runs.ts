/**
 * Each word of today's text comes from one place of the old one. Where two runs of targets were found in the same stretch, as
 * when a section was deleted that is quoted elsewhere, the stretch belongs to the run that says more.
 */
import type { Candidate } from './candidates.js';
import type { Likely } from './course.js';
import type { PlainText } from './plainText.js';
import type { Sought } from './sought.js';

interface Member {
  /** Index of the target, in old order. */
  readonly index: number;
  readonly old: number;
  readonly start: number;
  readonly end: number;
}

type Run = Member[];

/** How likely a place must be to take part. */
const TAKES_PART = 0.4;

/** UTF-16 units, and share of the distance, by which neighbours in a run may be further apart than they were. */
const LOOSE = 200;
const LOOSE_SHARE = 0.5;

/** Runs that a target may go on with: what stands between may be a single passage from elsewhere. */
const OPEN_RUNS = 6;

/** Members from which on a run may take a stretch from others, and how many such runs are asked. */
const LARGE = 3;
const MOST_LARGE = 100;

const STEP = 2000;

/** The candidates that are in no stretch of another, larger run. */
export function* withoutTaken(
  sought: readonly Sought[],
  candidates: readonly (readonly Candidate[])[],
  likely: readonly Likely[],
  plain: PlainText,
): Generator<void, readonly (readonly Candidate[])[]> {
  const runs = runsOf(sought, candidates, likely, plain).sort((a, b) => b.length - a.length);
  const kept = [...candidates];
  const large = runs.slice(0, MOST_LARGE).filter(({ length }) => length >= LARGE);
  let work = 0;
  for (const run of runs) {
    const larger = large.filter((other) => other.length > run.length);
    for (const { index } of run) {
      kept[index] = (kept[index] ?? []).filter(
        (candidate) => !larger.some((other) => isTakenBy(other, candidate, run, plain)),
      );
    }
    work += larger.length * run.length;
    if (work > STEP) {
      work = 0;
      yield;
    }
  }
  return kept;
}

function runsOf(
  sought: readonly Sought[],
  candidates: readonly (readonly Candidate[])[],
  likely: readonly Likely[],
  plain: PlainText,
): Run[] {
  const runs: Run[] = [];
  sought.forEach(({ target }, index) => {
    const shares = likely[index]?.shares ?? [];
    const most = Math.max(0, ...shares);
    const best = candidates[index]?.[shares.indexOf(most)];
    if (!best || most < TAKES_PART) return;
    const start = plain.starts[best.span.start] ?? 0;
    const member = { index, old: target.start, start, end: plain.ends[best.span.end - 1] ?? start };
    const open = runs
      .slice(-OPEN_RUNS)
      .reverse()
      .find((run) => goesOn(run, member));
    if (open) open.push(member);
    else runs.push([member]);
  });
  return runs;
}

function goesOn(run: Run, member: Member): boolean {
  const last = run.at(-1);
  if (!last) return true;
  const distance = member.old - last.old;
  const now = member.start - last.start;
  return now >= -LOOSE && Math.abs(now - distance) <= LOOSE + LOOSE_SHARE * distance;
}

/** The share of a run's length that must have been put between two members of another for it to be a section moved there. */
const ROOM = 0.6;

function isTakenBy(other: Run, { span }: Candidate, run: Run, plain: PlainText): boolean {
  const start = plain.starts[span.start] ?? 0;
  const before = lastAtMost(other, start);
  const after = before + 1;
  const left = other[before];
  const right = other[after];
  if (!left || !right) return false;
  if (start < left.end || (plain.ends[span.end - 1] ?? start) > right.start) return true;
  // Between targets that were neighbours nothing is known to have left, which would have made room too.
  if (right.index !== left.index + 1) return false;
  const room = right.start - left.end - (right.old - left.old - (left.end - left.start));
  const first = run[0];
  const last = run.at(-1);
  const extent = first && last ? Math.min(last.end - first.start, right.start - left.end) : 0;
  return room < ROOM * Math.max(extent, span.end - span.start);
}

/** Index of the last member that begins at or before an offset; members of a run are nearly in order. */
function lastAtMost(run: Run, offset: number): number {
  let low = 0;
  let high = run.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((run[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
