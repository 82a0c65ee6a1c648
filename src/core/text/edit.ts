/** Reading a text once, and after every edit only what the edit may have changed. */
import { blockAfter, READ_AHEAD, READ_BEHIND, type Shape, shapeOf, splitInSteps } from './blocks.js';
import { takeTraits, traitsHold, traitsInSteps } from './documentTraits.js';
import { detectLayout, LAYOUT_SAMPLE } from './layout.js';
import type { Block, Format, PolicyText } from './policyText.js';
import type { TextEdit } from './span.js';

export interface EditedText {
  readonly text: PolicyText;
  /** For each block, the index of the block before the edit with the same words and kind, or -1: its parse still holds. */
  readonly reused: readonly number[];
}

export function readPolicyText(text: string, format: Format): PolicyText {
  const steps = readPolicyTextInSteps(text, format);
  while (true) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** `readPolicyText`, a few milliseconds a step, for a thread that others wait for. */
export function* readPolicyTextInSteps(text: string, format: Format): Generator<undefined, PolicyText> {
  const traits = yield* traitsInSteps(text);
  const blocks = yield* splitInSteps(text, shapeOf(text, format, traits));
  return { text, format, blocks, traits };
}

/** The same text with its traits taken anew, as when it is saved: what reading it from the start gives. */
export function settlePolicyText(previous: PolicyText): EditedText {
  const text = readPolicyText(previous.text, previous.format);
  return join(previous, text, { ordered: [], fresh: text.blocks, from: 0, resume: previous.blocks.length, delta: 0 });
}

/**
 * The text after `edits`. All edits count in the old text and do not overlap, as an editor reports them, in any order.
 * Gives the blocks that splitting the new text gives with the traits of the old one, and new traits where those no longer
 * hold (`traitsHold`).
 */
export function editPolicyText(previous: PolicyText, edits: readonly TextEdit[], newText: string): EditedText {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const first = ordered[0];
  const last = ordered.at(-1);
  if (!first || !last) return { text: previous, reused: previous.blocks.map((_, index) => index) };
  const { format } = previous;
  const holds = previous.traits !== undefined && traitsHold(previous.traits, newText);
  const traits = holds && previous.traits ? previous.traits : takeTraits(newText);
  const shape = shapeOf(newText, format, traits);
  const layoutHolds = first.start >= LAYOUT_SAMPLE || detectLayout(previous.text) === shape.layout;
  const delta = newText.length - previous.text.length;
  const region =
    holds && layoutHolds
      ? { from: firstTouched(previous.blocks, first.start - READ_AHEAD), editEnd: last.end + delta, delta }
      : { from: 0, editEnd: Number.POSITIVE_INFINITY, delta };
  const { fresh, resume } = resplit(previous, newText, shape, region);
  const text = { text: newText, format, traits };
  return join(previous, text, { ordered, fresh, from: region.from, resume, delta });
}

interface Region {
  /** Index of the first old block that the edit may change. */
  readonly from: number;
  /** Where the last edit ends in the new text. */
  readonly editEnd: number;
  readonly delta: number;
}

/** Index of the first block that does not end before `offset`. */
function firstTouched(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((blocks[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Splits from the region's start until the blocks are in step with the old ones again; `resume` is where those go on. */
function resplit(
  previous: PolicyText,
  newText: string,
  shape: Shape,
  region: Region,
): { fresh: Block[]; resume: number } {
  const fresh: Block[] = [];
  const old = previous.blocks;
  let candidate = region.from;
  let at = region.from > 0 ? (old[region.from - 1]?.end ?? 0) : 0;
  for (let block = blockAfter(newText, at, shape); block; block = blockAfter(newText, at, shape)) {
    fresh.push(block);
    at = block.end;
    if (block.start < region.editEnd + READ_BEHIND) continue;
    while ((old[candidate]?.end ?? Number.POSITIVE_INFINITY) < at - region.delta) candidate++;
    if (isShifted(old[candidate], block, region.delta)) return { fresh, resume: candidate + 1 };
  }
  return { fresh, resume: old.length };
}

function isShifted(before: Block | undefined, after: Block, delta: number): boolean {
  if (before?.kind !== after.kind || before.start + delta !== after.start) return false;
  return before.end + delta === after.end && haveSameMends(before, after);
}

function haveSameMends({ mends: before = [] }: Block, { mends: after = [] }: Block): boolean {
  return (
    before.length === after.length &&
    before.every(({ start, end, text }, index) => {
      const other = after[index];
      return other?.start === start && other.end === end && other.text === text;
    })
  );
}

interface Parts {
  readonly ordered: readonly TextEdit[];
  readonly fresh: readonly Block[];
  readonly from: number;
  readonly resume: number;
  readonly delta: number;
}

function join(
  previous: PolicyText,
  text: Omit<PolicyText, 'blocks'>,
  { ordered, fresh, from, resume, delta }: Parts,
): EditedText {
  const blocks = previous.blocks.slice(0, from);
  const reused = blocks.map((_, index) => index);
  const survivors = survivorsOf(previous.blocks, ordered, from, resume);
  for (const block of fresh) {
    reused.push(survivors(block));
    blocks.push(block);
  }
  for (let index = resume; index < previous.blocks.length; index++) {
    const block = previous.blocks[index];
    if (!block) break;
    reused.push(index);
    blocks.push(delta === 0 ? block : { ...block, start: block.start + delta, end: block.end + delta });
  }
  return { text: { ...text, blocks }, reused };
}

/** Finds, for new blocks in ascending order, the old block between `from` and `resume` that the edits only pushed along. */
function survivorsOf(
  old: readonly Block[],
  ordered: readonly TextEdit[],
  from: number,
  resume: number,
): (block: Block) => number {
  let index = from;
  let edit = 0;
  let shift = 0;
  const shifted = (block: Block): number | undefined => {
    for (let next = ordered[edit]; next && next.end <= block.start; next = ordered[++edit]) {
      shift += next.text.length - (next.end - next.start);
    }
    const next = ordered[edit];
    return next && next.start < block.end ? undefined : shift;
  };
  return (block) => {
    for (; index < resume; index++) {
      const candidate = old[index];
      if (!candidate) break;
      const by = shifted(candidate);
      if (by === undefined || candidate.start + by < block.start) continue;
      return isShifted(candidate, block, by) ? index++ : -1;
    }
    return -1;
  };
}
