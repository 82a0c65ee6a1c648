/**
 * The parts of a language's index as they ship with the tool: compiling them takes half a second of a fresh process, reading
 * them some milliseconds. Made by the build (scripts/build-codebooks.mjs) with the compiler that runs at run time too.
 */
import type { IndexParts, IndicatorParts } from './indexParts.js';
import { type PackedAutomaton, packAutomaton, unpackAutomaton } from './packedAutomaton.js';
import { NumberTaker, packNumbers, unpackNumbers, unsigned } from './packedNumbers.js';
import { PATTERN_LISTS } from './patternLists.js';
import type { PatternTraits } from './patternTraits.js';

/** Changes with what the file holds. */
const FORMAT = 'policy-lens/index@1';

const NO_TRAITS: PatternTraits = { isVerb: false, negates: false };

/** By bits. */
const TRAITS: readonly PatternTraits[] = [
  NO_TRAITS,
  { isVerb: true, negates: false },
  { isVerb: false, negates: true },
  { isVerb: true, negates: true },
];

interface Packed {
  readonly codes: readonly (readonly [path: string, parent: number, notHere: number])[];
  readonly notHere: string;
  readonly indicators: string;
  readonly traits: string;
  readonly automaton: PackedAutomaton;
}

/** The text to ship. */
export function packIndex({ codes, indicators, notHere, traits, automaton }: IndexParts): string {
  const packed: Packed = {
    codes: codes.map(({ path, parent, notHere: list }) => [path, parent, list]),
    notHere: packNumbers(notHere.flatMap(listPacker())),
    indicators: packIndicators(indicators),
    traits: packNumbers(traits.map(({ isVerb, negates }) => (isVerb ? 1 : 0) + (negates ? 2 : 0))),
    automaton: packAutomaton(automaton),
  };
  const body = JSON.stringify(packed);
  return `${FORMAT} ${checksum(body)}\n${body}`;
}

/** The parts of a text that `packIndex` made, in steps of some milliseconds; undefined where it is not whole. */
export function* unpackIndex(text: string): Generator<void, IndexParts | undefined> {
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  if (end < 0 || text.slice(0, end) !== `${FORMAT} ${checksum(body)}`) return undefined;
  yield;
  // Written by `packIndex`, as the checksum says.
  const packed = JSON.parse(body) as Packed;
  yield;
  const automaton = yield* unpackAutomaton(packed.automaton);
  yield;
  const indicators = unpackIndicators(packed.indicators);
  yield;
  const traits = Array.from(unpackNumbers(packed.traits), (bits) => TRAITS[bits] ?? NO_TRAITS);
  return {
    codes: packed.codes.map(([path, parent, notHere]) => ({ path, parent, notHere })),
    notHere: unpackLists(packed.notHere),
    ...{ indicators, traits, automaton },
  };
}

/** Two sums, of the signs and of these sums, as Fletcher's; for what was cut off or mixed up on the way, not against forgers. */
function checksum(text: string): string {
  let low = 1;
  let high = 0;
  for (let at = 0; at < text.length; at++) {
    low = (low + text.charCodeAt(at)) | 0;
    high = (high + low) | 0;
  }
  return `${text.length}-${(low >>> 0).toString(36)}-${(high >>> 0).toString(36)}`;
}

/** Packs lists of pattern numbers one behind the other: most patterns are new, and numbered in the order of the lists. */
function listPacker(): (numbers: readonly number[]) => readonly number[] {
  let before = -1;
  return (numbers) => {
    const steps = numbers.map((number) => {
      const step = unsigned(number - before - 1);
      before = number;
      return step;
    });
    return [numbers.length, ...steps];
  };
}

function listTaker(taker: NumberTaker): () => readonly number[] {
  let before = -1;
  return () => {
    const numbers: number[] = [];
    for (let count = taker.next(); count > 0; count--) {
      before += taker.nextSigned() + 1;
      numbers.push(before);
    }
    return numbers;
  };
}

function unpackLists(text: string): readonly (readonly number[])[] {
  const taker = new NumberTaker(text);
  const take = listTaker(taker);
  const lists: (readonly number[])[] = [];
  while (taker.hasMore) lists.push(take());
  return lists;
}

function packIndicators(indicators: readonly IndicatorParts[]): string {
  const pack = listPacker();
  const numbers = indicators.flatMap((indicator) => {
    const { code, at, trigger, patterns } = indicator;
    return [code, at, patterns.indexOf(trigger) + 1, ...PATTERN_LISTS.flatMap((name) => pack(indicator[name]))];
  });
  return packNumbers(numbers);
}

function unpackIndicators(text: string): readonly IndicatorParts[] {
  const taker = new NumberTaker(text);
  const take = listTaker(taker);
  const indicators: IndicatorParts[] = [];
  while (taker.hasMore) {
    const [code, at, trigger] = [taker.next(), taker.next(), taker.next()];
    // In the order of PATTERN_LISTS.
    const [patterns, who, to, together, without] = [take(), take(), take(), take(), take()];
    const [near, notNear] = [take(), take()];
    indicators.push({
      ...{ code, at, trigger: patterns[trigger - 1] ?? -1 },
      ...{ patterns, who, to, with: together, without, near, notNear },
    });
  }
  return indicators;
}
