/** Blocks of a text by their number. */
import type { Block } from '../core/text/policyText.js';
import { overlaps, type Span } from '../core/text/span.js';

/** The indexes of the blocks that stand in any of these stretches. */
export function indexesOf(wanted: readonly Span[], blocks: readonly Block[]): number[] {
  return blocks.flatMap((block, index) => (wanted.some((span) => overlaps(block, span)) ? [index] : []));
}

/** Whether what was read of a block holds for another that begins where it does, in the same text. */
export function isSameBlock(a: Block, b: Block): boolean {
  return a.end === b.end && a.kind === b.kind && JSON.stringify(a.mends) === JSON.stringify(b.mends);
}

/** The numbers from 0 up to `count` that are not among `others`. */
export function without(others: readonly number[], count: number): readonly number[] {
  const has = new Uint8Array(count);
  for (const index of others) if (index >= 0) has[index] = 1;
  const missing: number[] = [];
  for (let index = 0; index < count; index++) if (!has[index]) missing.push(index);
  return missing;
}
