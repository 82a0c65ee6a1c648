/** From UTF-16 offsets to Unicode code points, in which R, Python and web annotations count. */
import { countUpTo } from './ascending.js';

export interface CodePoints {
  /** Code points before the UTF-16 `offset`. A lone surrogate counts as one, and so does half of a pair that it cuts. */
  at(offset: number): number;
}

/** One pass over the text when made, a binary search an offset. */
export function codePoints(text: string): CodePoints {
  // Where the second halves of pairs stand: few or none in a policy text.
  const seconds = Array.from(text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g), (pair) => pair.index + 1);
  return { at: (offset) => offset - countUpTo(seconds, offset - 1) };
}
