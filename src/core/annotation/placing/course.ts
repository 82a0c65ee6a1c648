/**
 * All quotations of a file together say how far the text has moved at each of them. A hidden Markov model over the targets in
 * document order (L. R. Rabiner, A tutorial on hidden Markov models, 1989): its state is the shift of the text there, which
 * rarely changes between neighbours, seldom jumps (a section was moved), and what it gives out are candidates.
 */
export interface Standing {
  /** Offset of the target in the old text. */
  readonly start: number;
  readonly candidates: readonly Step[];
}

/** From a target's offset to that of a candidate. */
export interface Step {
  readonly shift: number;
  /** As `Candidate` has it. */
  readonly evidence: number;
  /** By how much another one close to it is better; 0 for the best one around. */
  readonly worse: number;
}

export interface Chances {
  /** The share, 0..1, of quotations that stand in the text more than once. */
  readonly repeats: number;
  /** Words of the text: places where a quotation may begin. */
  readonly places: number;
}

/** What was found likely of one target. */
export interface Likely {
  /** Of each candidate, 0..1; what is missing from 1 says that the target is in none of them. */
  readonly shares: readonly number[];
  /** The likeliest shift of the text here. */
  readonly shift: number;
}

/** How likely it is, before looking, that a passage was deleted, and that it alone was put elsewhere. */
const DELETED = 0.03;
const MOVED_ALONE = 0.004;

/** How likely the text jumps between two neighbours: a section was moved. */
const JUMP = 0.0008;

/** Shifts that are considered at a target, its own and those of its neighbours. */
const MOST_SHIFTS = 12;
const NEIGHBOURS = 5;

/** UTF-16 units: shifts this close are one; a candidate further off the text's shift was moved by itself. */
const SAME_SHIFT = 6;
const OFF_SHIFT = 40;

/** Evidence from which on a candidate suggests a shift to its neighbours. */
const SUGGESTS = 2;

const PAUSE = 128;

export function* followCourse(standings: readonly Standing[], chances: Chances): Generator<void, readonly Likely[]> {
  const shifts: (readonly number[])[] = [];
  const given: Float64Array[] = [];
  for (const [index, { candidates }] of standings.entries()) {
    shifts.push(shiftsAt(standings, index));
    given.push(Float64Array.from(shifts[index] ?? [], (shift) => total(candidates, shift, chances)));
    if (index % PAUSE === PAUSE - 1) yield;
  }
  const forward = yield* passForward(standings, shifts, given);
  const backward = yield* passBackward(standings, shifts, given);
  const likely: Likely[] = [];
  for (const [index, { candidates }] of standings.entries()) {
    const here = shifts[index] ?? [];
    const states = normalised(here.map((_, state) => (forward[index]?.[state] ?? 0) * (backward[index]?.[state] ?? 0)));
    const shares = candidates.map((candidate) =>
      here.reduce((sum, shift, state) => {
        const weight = onCourse(candidate, shift) + alone(candidate, chances);
        return sum + ((states[state] ?? 0) * weight) / (given[index]?.[state] ?? 1);
      }, 0),
    );
    likely.push({ shares, shift: here[states.indexOf(Math.max(...states))] ?? 0 });
    if (index % PAUSE === PAUSE - 1) yield;
  }
  return likely;
}

function shiftsAt(standings: readonly Standing[], index: number): readonly number[] {
  const found: { shift: number; weight: number }[] = [];
  for (let at = Math.max(0, index - NEIGHBOURS); at <= Math.min(standings.length - 1, index + NEIGHBOURS); at++) {
    for (const { shift, evidence } of standings[at]?.candidates ?? []) {
      if (at !== index && evidence < SUGGESTS) continue;
      const weight = Math.max(0.1, evidence) / (1 + Math.abs(at - index) / 4) + (at === index ? 1 : 0);
      const same = found.find((other) => Math.abs(other.shift - shift) <= SAME_SHIFT);
      if (same) same.weight += weight;
      else found.push({ shift, weight });
    }
  }
  const best = found.sort((a, b) => b.weight - a.weight).slice(0, MOST_SHIFTS);
  return best.length > 0 ? best.map(({ shift }) => shift) : [0];
}

function total(candidates: readonly Step[], shift: number, chances: Chances): number {
  return candidates.reduce((sum, each) => sum + onCourse(each, shift) + alone(each, chances), DELETED);
}

/**
 * A candidate where the text's shift puts it. Beyond what rules out chance more evidence says little: the copy of a passage
 * that was edited has more of its words than the passage itself.
 */
function onCourse({ shift, evidence, worse }: Step, at: number): number {
  const off = Math.max(0, Math.abs(shift - at) - SAME_SHIFT);
  const net = evidence - NEAR_PLACES;
  return Math.exp(
    Math.min(net, ENOUGH) +
      Math.min(1, Math.max(0, net - ENOUGH) * SURPLUS) -
      worse -
      off / OFF_SHIFT -
      (off > 0 ? 0.5 : 0),
  );
}

/** Logarithm of the places near the course; and evidence from which on little more counts. */
const NEAR_PLACES = 2;
const ENOUGH = 4;
const SURPLUS = 0.1;

/** A candidate that moved by itself: of all places of the text; where it repeats itself the same words elsewhere say little. */
function alone({ evidence }: Step, { repeats, places }: Chances): number {
  return MOVED_ALONE * Math.exp(Math.min(evidence - Math.log(places + 1), -Math.log(repeats)));
}

/** From one target to the next: words were typed or deleted between them, or the one is in a section that was moved. */
function likelihood(from: number, to: number, distance: number): number {
  const change = Math.abs(to - from);
  if (change <= SAME_SHIFT) return 1;
  if (distance + to - from < -SAME_SHIFT) return JUMP;
  return Math.max(JUMP, 0.3 / (1 + change / (20 + distance * 0.2)) ** 1.5);
}

function* passForward(
  standings: readonly Standing[],
  shifts: readonly (readonly number[])[],
  given: readonly Float64Array[],
): Generator<void, readonly Float64Array[]> {
  const passed: Float64Array[] = [];
  for (let index = 0; index < standings.length; index++) {
    const distance = (standings[index]?.start ?? 0) - (standings[index - 1]?.start ?? 0);
    const before = passed[index - 1];
    const from = shifts[index - 1] ?? [];
    const here = Float64Array.from(shifts[index] ?? [], (shift, state) => {
      const emitted = given[index]?.[state] ?? 0;
      if (!before) return emitted * likelihood(0, shift, standings[index]?.start ?? 0);
      return (
        emitted * before.reduce((sum, value, other) => sum + value * likelihood(from[other] ?? 0, shift, distance), 0)
      );
    });
    passed.push(scaled(here));
    if (index % PAUSE === PAUSE - 1) yield;
  }
  return passed;
}

function* passBackward(
  standings: readonly Standing[],
  shifts: readonly (readonly number[])[],
  given: readonly Float64Array[],
): Generator<void, readonly Float64Array[]> {
  const passed: Float64Array[] = standings.map(() => new Float64Array(0));
  for (let index = standings.length - 1; index >= 0; index--) {
    const distance = (standings[index + 1]?.start ?? 0) - (standings[index]?.start ?? 0);
    const after = passed[index + 1];
    const to = shifts[index + 1] ?? [];
    const emitted = given[index + 1];
    const here = Float64Array.from(shifts[index] ?? [], (shift) => {
      if (!after) return 1;
      return after.reduce(
        (sum, value, other) => sum + value * (emitted?.[other] ?? 0) * likelihood(shift, to[other] ?? 0, distance),
        0,
      );
    });
    passed[index] = scaled(here);
    if (index % PAUSE === PAUSE - 1) yield;
  }
  return passed;
}

function scaled(values: Float64Array): Float64Array {
  const most = Math.max(...values, Number.MIN_VALUE);
  return values.map((value) => value / most);
}

function normalised(values: readonly number[]): readonly number[] {
  const sum = values.reduce((all, value) => all + value, 0) || 1;
  return values.map((value) => value / sum);
}
