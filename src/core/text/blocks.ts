/**
 * A text, split into blocks in one pass. Where a block ends depends on the text within sight of it only: `READ_BEHIND`
 * units before its start and `READ_AHEAD` after its end. That bound is what lets `editPolicyText` split no more than the
 * surroundings of an edit and still come to the same blocks as a split of the whole with the same traits.
 */
import { type DocumentTraits, takeTraits } from './documentTraits.js';
import { detectLayout, type Layout } from './layout.js';
import { skipSpace } from './lines.js';
import { markdownBlockAt } from './markdownBlocks.js';
import { plainBlockAt } from './plainBlocks.js';
import type { Block, Format } from './policyText.js';

/** UTF-16 units after a block's end that its extent and kind may depend on: one whole line and its neighbours. */
export const READ_AHEAD = 14_000;

/** The few units of the previous block that a block looks back on. */
export const READ_BEHIND = 16;

/** What holds for a text as a whole while it is split. */
export interface Shape {
  readonly format: Format;
  readonly layout: Layout;
  readonly traits: DocumentTraits;
}

export function shapeOf(text: string, format: Format, traits: DocumentTraits): Shape {
  return { format, layout: detectLayout(text), traits };
}

/** The first block after `offset`, which is 0 or the end of a block; undefined when white space is all that is left. */
export function blockAfter(text: string, offset: number, shape: Shape): Block | undefined {
  const from = skipSpace(text, offset);
  if (from >= text.length) return undefined;
  return shape.format === 'markdown' ? markdownBlockAt(text, from, shape) : plainBlockAt(text, from, shape);
}

/** Every block of a text, in order. Offsets are UTF-16, white space at the edges left out. Linear in the text's length. */
export function splitBlocks(text: string, format: Format, traits: DocumentTraits = takeTraits(text)): Block[] {
  const steps = splitInSteps(text, shapeOf(text, format, traits));
  while (true) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** UTF-16 units that are split in a step: a millisecond or two. */
const STEP = 50_000;

export function* splitInSteps(text: string, shape: Shape): Generator<undefined, Block[]> {
  const blocks: Block[] = [];
  let stop = STEP;
  for (let block = blockAfter(text, 0, shape); block; block = blockAfter(text, block.end, shape)) {
    blocks.push(block);
    if (block.end < stop) continue;
    stop = block.end + STEP;
    yield undefined;
  }
  return blocks;
}
