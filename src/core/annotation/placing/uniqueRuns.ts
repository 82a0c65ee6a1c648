/** Runs of words that occur once on either side, in what nothing has claimed yet. */
import { type Alignment, claim, isSame } from './alignment.js';
import type { Words } from './words.js';

/** Equal words that follow each other in both texts. */
export interface Run {
  readonly old: number;
  readonly now: number;
  readonly length: number;
}

/** Words from which on a run says by itself where it is; a shorter one needs a neighbour that agrees. */
const STRONG = 8;

/** Words by which a short run may be off what its neighbour predicts, and the share of the distance to it on top. */
const DRIFT = 12;
const DRIFT_SHARE = 0.35;

const STEP = 1 << 14;

const NONE = -1;
const SEVERAL = -2;

export function* uniqueRuns(alignment: Alignment, length: number): Generator<void> {
  const runs = yield* growRuns(alignment, yield* uniqueSeeds(alignment, length));
  for (const run of supported(alignment, runs)) {
    for (let at = 0; at < run.length; at++) {
      if (isFree(alignment, run.old + at, run.now + at)) claim(alignment, run.old + at, run.now + at);
    }
  }
}

function isFree({ toAfter, toBefore }: Alignment, old: number, now: number): boolean {
  return toAfter[old] === NONE && toBefore[now] === NONE;
}

/** Pairs of places of runs of `length` words that occur once in either text, by old place. */
function* uniqueSeeds(alignment: Alignment, length: number): Generator<void, readonly Run[]> {
  const { before, after, toAfter, toBefore } = alignment;
  const oldPlaces = yield* placesOfRuns(before, toAfter, length);
  const newPlaces = yield* placesOfRuns(after, toBefore, length);
  const seeds: Run[] = [];
  for (const [hash, old] of oldPlaces) {
    if (old === SEVERAL) continue;
    const now = newPlaces.get(hash) ?? NONE;
    if (now >= 0 && isSameRun(alignment, old, now, length)) seeds.push({ old, now, length });
    if (seeds.length % STEP === 0) yield;
  }
  return seeds.sort((a, b) => a.old - b.old);
}

function isSameRun(alignment: Alignment, old: number, now: number, length: number): boolean {
  for (let at = 0; at < length; at++) if (!isSame(alignment, old + at, now + at)) return false;
  return true;
}

/** By the hash of a run, its first word, or SEVERAL. Two runs with one hash count as several: neither is used. */
function* placesOfRuns(
  { ids, count }: Words,
  claimed: Int32Array,
  length: number,
): Generator<void, Map<number, number>> {
  const places = new Map<number, number>();
  let free = 0;
  for (let at = 0; at < count; at++) {
    free = claimed[at] === NONE ? free + 1 : 0;
    if (at % STEP === STEP - 1) yield;
    if (free < length) continue;
    let hash = 0;
    for (let word = at - length + 1; word <= at; word++) hash = mixed(hash, ids[word] ?? 0);
    places.set(hash, places.has(hash) ? SEVERAL : at - length + 1);
  }
  return places;
}

function mixed(hash: number, id: number): number {
  const next = Math.imul(hash ^ id, 0x9e3779b1);
  return (next ^ (next >>> 15)) | 0;
}

/** Each seed as far as the words are the same and unclaimed; seeds inside of a run are part of it. */
function* growRuns(alignment: Alignment, seeds: readonly Run[]): Generator<void, readonly Run[]> {
  const { before, after } = alignment;
  const runs: Run[] = [];
  let last: Run | undefined;
  let work = 0;
  for (const seed of seeds) {
    if (last && seed.old - seed.now === last.old - last.now && seed.old < last.old + last.length) continue;
    let { old, now } = seed;
    let end = seed.old + seed.length;
    while (old > 0 && now > 0 && isFree(alignment, old - 1, now - 1) && isSame(alignment, old - 1, now - 1)) {
      old--;
      now--;
    }
    const shift = seed.now - seed.old;
    while (end < before.count && end + shift < after.count && isFree(alignment, end, end + shift)) {
      if (!isSame(alignment, end, end + shift)) break;
      end++;
    }
    last = { old, now, length: end - old };
    runs.push(last);
    work += last.length;
    if (work > STEP) {
      work = 0;
      yield;
    }
  }
  return runs;
}

/** Long runs, the longest first, and short ones that stand where a neighbour among all that is claimed predicts them. */
function supported(alignment: Alignment, runs: readonly Run[]): readonly Run[] {
  const strong = runs.filter(({ length }) => length >= STRONG).sort((a, b) => b.length - a.length);
  const weak = runs.filter(({ length }) => length < STRONG);
  const anchors = [...strong].sort((a, b) => a.old - b.old);
  const isNear = (run: Run, other: Run | undefined): boolean => {
    if (!other) return false;
    const distance = run.old - other.old;
    const drift = run.now - other.now - distance;
    return distance > 0 === run.now > other.now && Math.abs(drift) <= DRIFT + DRIFT_SHARE * Math.abs(distance);
  };
  const agree = weak.filter((run, index) => {
    const [claimedBefore, claimedAfter] = claimedBeside(alignment, run);
    const strongBefore = anchors[countBefore(anchors, run.old) - 1];
    const strongAfter = anchors[countBefore(anchors, run.old)];
    const neighbours = [claimedBefore, claimedAfter, strongBefore, strongAfter, weak[index - 1], weak[index + 1]];
    return neighbours.some((other) => isNear(run, other));
  });
  return [...strong, ...agree];
}

/** How far to look for a claimed word beside a run. */
const REACH = 200;

function claimedBeside({ toAfter }: Alignment, { old, length }: Run): readonly (Run | undefined)[] {
  const at = (index: number): Run | undefined => {
    const now = toAfter[index] ?? NONE;
    return now >= 0 ? { old: index, now, length: 1 } : undefined;
  };
  let before: Run | undefined;
  for (let index = old - 1; index >= Math.max(0, old - REACH) && !before; index--) before = at(index);
  let after: Run | undefined;
  const end = old + length;
  for (let index = end; index < Math.min(toAfter.length, end + REACH) && !after; index++) after = at(index);
  return [before, after];
}

function countBefore(runs: readonly Run[], old: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((runs[middle]?.old ?? 0) < old) low = middle + 1;
    else high = middle;
  }
  return low;
}
