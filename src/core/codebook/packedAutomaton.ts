/** An automaton as it ships: what follows from what stands before takes no room. */
import { type AutomatonParts, START, TRANSITION_SIZE } from './automaton.js';
import { NumberTaker, packNumbers, signed, unpackNumbers, unsigned } from './packedNumbers.js';
import type { AtomKind } from './pattern.js';
import type { LookupParts, TextGroups } from './vocabulary.js';

/** Texts line by line, and their groups: a list of them once, and for each text which of the lists before it has. */
interface PackedTexts {
  readonly texts: string;
  readonly lists: string;
  readonly which: string;
}

type PackedLookup = Readonly<Record<AtomKind, PackedTexts>>;

export interface PackedAutomaton extends Readonly<Record<Lookup, PackedLookup>> {
  readonly stateCount: number;
  readonly groupCount: number;
  readonly stateOf: string;
  /** One text for each of the numbers of a transition. */
  readonly transitions: readonly string[];
}

type Lookup = 'folded' | 'cased' | 'maybeCased';
const KINDS: readonly AtomKind[] = ['exact', 'prefix', 'suffix', 'contains', 'number'];

export function packAutomaton(parts: AutomatonParts): PackedAutomaton {
  const { stateCount, groupCount, stateOf, transitions } = parts;
  return {
    ...{ stateCount, groupCount },
    stateOf: packNumbers(Array.from(stateOf, (state, pattern) => unsigned(state - (stateOf[pattern - 1] ?? 0)))),
    transitions: packTransitions(transitions),
    folded: packLookup(parts.folded),
    cased: packLookup(parts.cased),
    maybeCased: packLookup(parts.maybeCased),
  };
}

/** In steps, as all unpacking. */
export function* unpackAutomaton(packed: PackedAutomaton): Generator<void, AutomatonParts> {
  const { stateCount, groupCount } = packed;
  const stateOf = unpackNumbers(packed.stateOf);
  for (let pattern = 0, state = 0; pattern < stateOf.length; pattern++) {
    state += signed(stateOf[pattern] ?? 0);
    stateOf[pattern] = state;
  }
  const transitions = unpackTransitions(packed.transitions);
  yield;
  const folded = yield* unpackLookup(packed.folded);
  const cased = yield* unpackLookup(packed.cased);
  const maybeCased = yield* unpackLookup(packed.maybeCased);
  return { stateCount, groupCount, stateOf, transitions, folded, cased, maybeCased };
}

/** Groups are numbered as they are first met, states rise, and most states before are the start or near. */
function packTransitions(transitions: Int32Array): readonly string[] {
  const columns: number[][] = Array.from({ length: TRANSITION_SIZE }, () => []);
  let groups = 0;
  let before = 0;
  for (let at = 0; at < transitions.length; at += TRANSITION_SIZE) {
    const [group = 0, to = 0, from = 0, reach = 0, rule = 0] = transitions.slice(at, at + TRANSITION_SIZE);
    const row = [groups - group, unsigned(to - before), from === START ? 0 : to - from, reach, rule];
    for (const [column, number] of row.entries()) columns[column]?.push(number);
    groups = Math.max(groups, group + 1);
    before = to;
  }
  return columns.map(packNumbers);
}

function unpackTransitions(columns: readonly string[]): Int32Array {
  const [groups, states, before, reach, rules] = columns.map(unpackNumbers);
  const transitions = new Int32Array((groups?.length ?? 0) * TRANSITION_SIZE);
  let groupCount = 0;
  let to = 0;
  for (let row = 0, at = 0; at < transitions.length; row++, at += TRANSITION_SIZE) {
    const group = groupCount - (groups?.[row] ?? 0);
    const back = before?.[row] ?? 0;
    to += signed(states?.[row] ?? 0);
    if (group === groupCount) groupCount += 1;
    transitions[at] = group;
    transitions[at + 1] = to;
    transitions[at + 2] = back === 0 ? START : to - back;
    transitions[at + 3] = reach?.[row] ?? 0;
    transitions[at + 4] = rules?.[row] ?? 0;
  }
  return transitions;
}

function packLookup(lookup: LookupParts): PackedLookup {
  const { exact, prefix, suffix, contains, number } = lookup;
  return {
    ...{ exact: packTexts(exact), prefix: packTexts(prefix), suffix: packTexts(suffix) },
    ...{ contains: packTexts(contains), number: packTexts(number) },
  };
}

function* unpackLookup(packed: PackedLookup): Generator<void, LookupParts> {
  const unpacked: Partial<Record<AtomKind, TextGroups>> = {};
  for (const kind of KINDS) {
    unpacked[kind] = unpackTexts(packed[kind]);
    yield;
  }
  const none: TextGroups = new Map();
  const { exact = none, prefix = none, suffix = none, contains = none, number = none } = unpacked;
  return { exact, prefix, suffix, contains, number };
}

function packTexts(groups: TextGroups): PackedTexts {
  const numbers = new Map<string, number>();
  const lists: number[] = [];
  const which: number[] = [];
  let first = 0;
  for (const list of groups.values()) {
    const key = list.join();
    const known = numbers.get(key);
    which.push(numbers.size - (known ?? numbers.size));
    if (known !== undefined) continue;
    numbers.set(key, numbers.size);
    lists.push(list.length, ...list.map((group, at) => unsigned(group - (list[at - 1] ?? first))));
    first = list[0] ?? first;
  }
  return { texts: [...groups.keys()].join('\n'), lists: packNumbers(lists), which: packNumbers(which) };
}

function unpackTexts({ texts, lists, which }: PackedTexts): TextGroups {
  const taker = new NumberTaker(lists);
  const known: (readonly number[])[] = [];
  const groups = new Map<string, readonly number[]>();
  let first = 0;
  const back = unpackNumbers(which);
  if (back.length === 0) return groups;
  for (const [row, text] of texts.split('\n').entries()) {
    const distance = back[row] ?? 0;
    if (distance === 0) {
      const list: number[] = [];
      let group = first;
      for (let count = taker.next(); count > 0; count--) {
        group += taker.nextSigned();
        list.push(group);
      }
      first = list[0] ?? first;
      known.push(list);
    }
    groups.set(text, known[known.length - Math.max(distance, 1)] ?? []);
  }
  return groups;
}
