/** Between two texts that differ in their line ends only: an editor makes mixed line ends one kind, the file keeps them. */
import { countUpTo } from './ascending.js';
import { lineStarts } from './lineIndex.js';

/**
 * Maps offsets of `from` to offsets of `to`; undefined when the texts differ in more than line ends. An offset inside a line
 * end goes to the end of that line. One pass to make, a binary search an offset.
 */
export function lineEndMap(from: string, to: string): ((offset: number) => number) | undefined {
  if (from === to) return (offset) => offset;
  const fromStarts = lineStarts(from);
  const toStarts = lineStarts(to);
  if (fromStarts.length !== toStarts.length) return undefined;
  const lengths: number[] = [];
  for (const [index, start] of fromStarts.entries()) {
    const line = lineText(from, start, fromStarts[index + 1]);
    if (line !== lineText(to, toStarts[index] ?? 0, toStarts[index + 1])) return undefined;
    lengths.push(line.length);
  }
  return (offset) => {
    const index = Math.max(0, countUpTo(fromStarts, offset) - 1);
    const column = offset - (fromStarts[index] ?? 0);
    return (toStarts[index] ?? 0) + Math.min(column, lengths[index] ?? 0);
  };
}

/** One offset; see `lineEndMap`, which is the cheaper one for several. */
export function mapByLines(from: string, to: string, offset: number): number | undefined {
  return lineEndMap(from, to)?.(offset);
}

function lineText(text: string, start: number, next: number | undefined): string {
  return text.slice(start, next).replace(/\r?\n$|\r$/, '');
}
