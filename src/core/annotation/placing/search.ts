/** Places of targets whose old text is not at hand: by quotation and context, and by what all of them together say. */
import type { Target } from '../annotation.js';
import { type Candidate, candidatesAt, candidatesFor, distinct, type Searched } from './candidates.js';
import { coordinatesOf } from './coordinates.js';
import { type Chances, followCourse, type Likely, type Standing } from './course.js';
import { plainOffset } from './plainText.js';
import { withoutTaken } from './runs.js';
import { type Sought, soughtOf } from './sought.js';
import { wordAt } from './words.js';

/** What searching says of one target. */
export interface Ranked {
  readonly sought: Sought;
  /** Undefined where no candidate is sure enough. */
  readonly best: Candidate | undefined;
  readonly likely: number;
  /** Best first. */
  readonly ranked: readonly { readonly candidate: Candidate; readonly share: number }[];
  /** How likely it is that the target is nowhere, 0..1. */
  readonly gone: number;
}

export interface Found extends Ranked {
  /** Whether neighbours were found that moved as far. */
  readonly isBackedUp: boolean;
}

const STEP = 16;

export function* searchTargets(searched: Searched, targets: readonly Target[]): Generator<void, readonly Found[]> {
  const order = targets.map((_, index) => index).sort((a, b) => (targets[a]?.start ?? 0) - (targets[b]?.start ?? 0));
  const sought = yield* soughtInOrder(
    order.flatMap((index) => targets[index] ?? []),
    searched,
  );
  const first = yield* firstCandidates(searched, sought);
  const likely = yield* course(searched, sought, first);
  const candidates = yield* moreCandidates(searched, sought, first, likely);
  const second = yield* course(searched, sought, candidates);
  const rightful = yield* withoutTaken(sought, candidates, second, searched.plain);
  const last = yield* course(searched, sought, rightful);
  yield;
  const ranked = sought.map((one, at) => {
    const shares = second[at]?.shares ?? [];
    const before = new Map(candidates[at]?.map((candidate, index) => [candidate, shares[index] ?? 0]));
    return foundOf(one, last[at]?.shares ?? [], rightful[at] ?? [], before);
  });
  yield;
  const found: Found[] = [];
  order.forEach((index, at) => {
    const one = ranked[at];
    if (one) found[index] = { ...one, isBackedUp: isBackedUp(ranked, at, searched) };
  });
  return found;
}

/** `shift` of what is likely is given in offsets of today's text, as they are. */
function* course(
  searched: Searched,
  sought: readonly Sought[],
  candidates: readonly (readonly Candidate[])[],
): Generator<void, readonly (Likely & { readonly near: number })[]> {
  const { starts, startOf, toOffset } = coordinatesOf(searched.plain, sought, candidates);
  yield;
  const standings = sought.map((_, index): Standing => {
    const start = starts[index] ?? 0;
    const steps = stepsOf(candidates[index] ?? [], (each) => startOf(each) - start);
    return { start, candidates: steps };
  });
  yield;
  const likely = yield* followCourse(standings, chancesOf(searched, sought, candidates));
  return likely.map((one, index) => ({ ...one, near: toOffset((starts[index] ?? 0) + one.shift) }));
}

/** UTF-16 units within which the same course leads to several candidates, as in a table: there the better one is meant. */
const SAME_COURSE = 500;
const WORSE = 0.25;
const MOST_WORSE = 8;

function stepsOf(candidates: readonly Candidate[], shiftOf: (candidate: Candidate) => number) {
  return candidates.map((candidate) => {
    const near = candidates.filter(({ span }) => Math.abs(span.start - candidate.span.start) < SAME_COURSE);
    const better = Math.max(...near.map(({ evidence }) => evidence)) - candidate.evidence;
    return { shift: shiftOf(candidate), evidence: candidate.evidence, worse: Math.min(MOST_WORSE, WORSE * better) };
  });
}

function* soughtInOrder(targets: readonly Target[], { vocabulary }: Searched): Generator<void, readonly Sought[]> {
  const sought: Sought[] = [];
  for (const target of targets) {
    sought.push(soughtOf(target, vocabulary));
    if (sought.length % STEP === 0) yield;
  }
  return sought;
}

/** Evidence from which on a place is taken for where the text has moved to, as long as nothing better is known. */
const CLEAR = 10;

function* firstCandidates(
  searched: Searched,
  sought: readonly Sought[],
): Generator<void, readonly (readonly Candidate[])[]> {
  const all: (readonly Candidate[])[] = [];
  let shift = 0;
  for (const one of sought) {
    const found = candidatesFor(searched, one, wordNear(searched, one.target.start + shift));
    const [best, second] = found;
    if (best && best.evidence >= CLEAR && (!second || second.evidence < best.evidence - 3))
      shift = (searched.plain.starts[best.span.start] ?? 0) - one.target.start;
    all.push(found);
    if (all.length % STEP === 0) yield;
  }
  return all;
}

function wordNear({ plain, index }: Searched, offset: number): number {
  return wordAt(index.words, plainOffset(plain, offset));
}

/** Words around a predicted place in which a quotation is looked for that its words did not find there. */
const AROUND = 25;

/** Where the text's course puts a target that has no candidate there: it may have been edited heavily, or be of common words. */
function* moreCandidates(
  searched: Searched,
  sought: readonly Sought[],
  candidates: readonly (readonly Candidate[])[],
  likely: readonly (Likely & { readonly near: number })[],
): Generator<void, readonly (readonly Candidate[])[]> {
  const all: (readonly Candidate[])[] = [];
  for (const [index, one] of sought.entries()) {
    const known = candidates[index] ?? [];
    const { shares, near: offset } = likely[index] ?? { shares: [], near: 0 };
    if (Math.max(0, ...shares) > 0.97) {
      all.push(known);
      continue;
    }
    const near = wordAt(searched.index.words, offset);
    const more = candidatesAt(searched, one, { from: near - AROUND, to: near + AROUND });
    all.push(distinct([...known, ...candidatesFor(searched, one, near), ...more]));
    if (all.length % 4 === 0) yield;
  }
  return all;
}

/** The least that is believed of how seldom a text repeats itself. */
const FEW_REPEATS = 0.004;

/** Words from which on a quotation that stands twice says that the text repeats itself. */
const TELLING = 6;

/** The share of telling quotations that stand in the text more than once; a little where there are few to go by. */
function chancesOf(
  { index, taken }: Searched,
  sought: readonly Sought[],
  candidates: readonly (readonly Candidate[])[],
): Chances {
  // Text that no passage is known to be holds no copies of known ones.
  if (taken) return { repeats: FEW_REPEATS, places: taken.reduce((sum, old) => sum + (old < 0 ? 1 : 0), 0) };
  let telling = 5;
  let repeated = 0.1;
  sought.forEach(({ words }, at) => {
    if (words.length < TELLING) return;
    const alike = (candidates[at] ?? []).filter(({ likeness }) => likeness > 0.9).length;
    if (alike > 0) telling++;
    if (alike > 1) repeated++;
  });
  return { repeats: Math.max(FEW_REPEATS, Math.min(0.98, repeated / telling)), places: index.words.count };
}

/** Neighbours that are asked, and UTF-16 units and share of the distance by which they may have moved less or more. */
const ASKED = 3;
const AS_FAR = 60;
const AS_FAR_SHARE = 0.2;

function isBackedUp(all: readonly Ranked[], at: number, { plain }: Searched): boolean {
  const shiftOf = ({ sought, best }: Ranked) =>
    best ? (plain.starts[best.span.start] ?? 0) - sought.target.start : undefined;
  const one = all[at];
  const shift = one && shiftOf(one);
  if (!one || shift === undefined) return false;
  return all.slice(Math.max(0, at - ASKED), at + ASKED + 1).some((other) => {
    const distance = Math.abs(other.sought.target.start - one.sought.target.start);
    const theirs = shiftOf(other);
    if (theirs === undefined || distance === 0 || other.likely < 0.9) return false;
    return Math.abs(theirs - shift) <= AS_FAR + AS_FAR_SHARE * distance;
  });
}

/** By how much a place may become likelier when others fall away because they are taken: whole sections may have changed places. */
const PROMOTED = 0.6;

function foundOf(
  sought: Sought,
  shares: readonly number[],
  candidates: readonly Candidate[],
  before: ReadonlyMap<Candidate, number>,
): Ranked {
  const ranked = candidates
    .map((candidate, index) => {
      const share = Math.min(shares[index] ?? 0, (before.get(candidate) ?? 0) + PROMOTED);
      return { candidate, share };
    })
    .sort((a, b) => b.share - a.share);
  const sum = shares.reduce((all, share) => all + share, 0);
  return { sought, best: ranked[0]?.candidate, likely: ranked[0]?.share ?? 0, ranked, gone: Math.max(0, 1 - sum) };
}
