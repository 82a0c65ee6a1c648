/** What lies between words that are matched: in the same gap of both texts, in order, by a diff of words. */
import { lcs } from 'fast-myers-diff';
import { type Alignment, claim } from './alignment.js';
import { increasing } from './increasing.js';
import { kept } from './keptRuns.js';
import type { Run } from './uniqueRuns.js';

/** Product of the words of both sides up to which a diff takes some milliseconds at worst. */
const MOST_CELLS = 1_000_000;

/** From this size on, words that occur once on either side cut the gap first. */
const CUT_CELLS = 20_000;

/** Indexes of words, ascending: not always a stretch, where two sides of a moved section meet. */
type Side = readonly number[];

export function* matchGaps(alignment: Alignment): Generator<void> {
  let work = 0;
  for (const [from, to] of freeStretches(alignment.toAfter)) {
    const now = newSides(alignment, from, to);
    if (now.length === 0) continue;
    const old = stretch(from, to);
    const { before, after } = alignment;
    const matched = yield* matchSequences(idsOf(before.ids, old), idsOf(after.ids, now));
    for (const run of kept(matched, { oldLength: old.length, newLength: now.length })) {
      for (let at = 0; at < run.length; at++) {
        claim(alignment, old[run.old + at] ?? 0, now[run.now + at] ?? 0);
      }
    }
    work += old.length * 4 + now.length;
    if (work > 1 << 12) {
      work = 0;
      yield;
    }
  }
}

/** Stretches of words without a match, as [from, to). */
function freeStretches(matches: Int32Array): readonly (readonly [number, number])[] {
  const stretches: (readonly [number, number])[] = [];
  let from = 0;
  for (let at = 0; at <= matches.length; at++) {
    if (at < matches.length && matches[at] === -1) continue;
    if (at > from) stretches.push([from, at]);
    from = at + 1;
  }
  return stretches;
}

function stretch(from: number, to: number): Side {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

/** Words of a gap at each side, at most: what is further away from a match is looked for otherwise. */
const MOST_SIDE = 4000;

/** The unmatched new words after what precedes an old gap, and those before what follows it: the same, or two stretches. */
function newSides({ toAfter, toBefore }: Alignment, from: number, to: number): Side {
  const previous = from === 0 ? -1 : (toAfter[from - 1] ?? -1);
  const next = to === toAfter.length ? toBefore.length : (toAfter[to] ?? -1);
  let end = previous + 1;
  while (end < toBefore.length && toBefore[end] === -1 && end - previous <= MOST_SIDE) end++;
  let start = next;
  while (start > 0 && toBefore[start - 1] === -1 && next - start < MOST_SIDE) start--;
  if (start <= previous + 1 && next > previous) return stretch(previous + 1, next);
  return [
    ...stretch(previous + 1, end),
    ...stretch(Math.max(start, start < end && next > previous ? end : start), next),
  ];
}

/** Which words of one sequence are which of another, in order. */
export function* matchSequences(a: Int32Array, b: Int32Array): Generator<void, readonly Run[]> {
  const cuts = a.length * b.length > CUT_CELLS ? uniqueCuts(a, b) : [];
  const runs: Run[] = [];
  let oldDone = 0;
  let nowDone = 0;
  for (const cut of [...cuts, { old: a.length, now: b.length, length: 0 }]) {
    if ((cut.old - oldDone) * (cut.now - nowDone) > CUT_CELLS) yield;
    runs.push(...diffed(a, b, { old: oldDone, now: nowDone }, cut));
    if (cut.length > 0) runs.push(cut);
    oldDone = cut.old + cut.length;
    nowDone = cut.now + cut.length;
  }
  return joined(runs);
}

function idsOf(ids: Int32Array, side: Side): Int32Array {
  return Int32Array.from(side, (index) => ids[index] ?? -1);
}

type Corner = Pick<Run, 'old' | 'now'>;

function diffed(a: Int32Array, b: Int32Array, from: Corner, to: Corner): readonly Run[] {
  const cells = (to.old - from.old) * (to.now - from.now);
  if (cells === 0 || cells > MOST_CELLS) return [];
  const runs = lcs(a.subarray(from.old, to.old), b.subarray(from.now, to.now));
  return Array.from(runs, ([old, now, length]) => ({ old: from.old + old, now: from.now + now, length })).filter(
    ({ length }) => length > 0,
  );
}

/** Words that occur once on either side, as many as stand in the same order. */
function uniqueCuts(a: Int32Array, b: Int32Array): readonly Run[] {
  const inOld = onlyPlaces(a);
  const inNew = onlyPlaces(b);
  const pairs = [...inOld].flatMap(([id, old]) => {
    const now = inNew.get(id) ?? -1;
    return old >= 0 && now >= 0 ? [{ old, now, length: 1 }] : [];
  });
  return increasing(pairs.sort((left, right) => left.old - right.old));
}

function onlyPlaces(ids: Int32Array): Map<number, number> {
  const places = new Map<number, number>();
  for (const [at, id] of ids.entries()) places.set(id, places.has(id) ? -1 : at);
  return places;
}

/** Runs that follow each other at once are one. */
function joined(runs: readonly Run[]): readonly Run[] {
  const all: Run[] = [];
  for (const run of runs) {
    const last = all.at(-1);
    if (last && last.old + last.length === run.old && last.now + last.length === run.now) {
      all[all.length - 1] = { ...last, length: last.length + run.length };
    } else all.push(run);
  }
  return all;
}
