import type { Span } from './span.js';

/** A stretch of the original and what is read there. */
export interface Replacement extends Span {
  readonly text: string;
}

/** A stretch of white space of the same length: text that is not read and does not move the rest. */
export function blank(start: number, end: number): Replacement {
  return { start, end, text: ' '.repeat(end - start) };
}

/** Parts sentences for good, as a blank line does; line ends of the original are read as spaces, so this is the only one. */
export const CELL_BORDER = '\n\n';
