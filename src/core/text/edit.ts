/** Reading a text once, and after every edit only what the edit may have changed. */
import { blockAfter, READ_AHEAD, READ_BEHIND, type Shape, shapeOf, splitBlocks } from './blocks.js';
import { LAYOUT_SAMPLE } from './layout.js';
import type { Block, Format, PolicyText } from './policyText.js';
import type { TextEdit } from './span.js';

export interface EditedText {
  readonly text: PolicyText;
  /** For each block, the index of the block before the edit with the same words and kind, or -1: its parse still holds. */
  readonly reused: readonly number[];
}

export function readPolicyText(text: string, format: Format): PolicyText {
  return { text, format, blocks: splitBlocks(text, format) };
}

/**
 * The text after `edits`. All edits count in the old text and do not overlap, as an editor reports them, in any order.
 * Gives the blocks that `readPolicyText(newText)` would give.
 */
export function editPolicyText(previous: PolicyText, edits: readonly TextEdit[], newText: string): EditedText {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const first = ordered[0];
  const last = ordered.at(-1);
  if (!first || !last) return { text: previous, reused: previous.blocks.map((_, index) => index) };
  const shape = shapeOf(newText, previous.format);
  const layoutHolds = first.start >= LAYOUT_SAMPLE || shapeOf(previous.text, previous.format).layout === shape.layout;
  const delta = newText.length - previous.text.length;
  const region = layoutHolds
    ? { from: firstTouched(previous.blocks, first.start - READ_AHEAD), editEnd: last.end + delta, delta }
    : { from: 0, editEnd: Number.POSITIVE_INFINITY, delta };
  const { fresh, resume } = resplit(previous, newText, shape, region);
  return join(previous, newText, { ordered, fresh, from: region.from, resume, delta });
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
  return before?.kind === after.kind && before.start + delta === after.start && before.end + delta === after.end;
}

interface Parts {
  readonly ordered: readonly TextEdit[];
  readonly fresh: readonly Block[];
  readonly from: number;
  readonly resume: number;
  readonly delta: number;
}

function join(previous: PolicyText, newText: string, { ordered, fresh, from, resume, delta }: Parts): EditedText {
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
  return { text: { text: newText, format: previous.format, blocks }, reused };
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
