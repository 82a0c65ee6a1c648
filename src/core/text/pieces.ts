/** The two pieces of text that meet at a line end. */
import type { Pieces } from './brokenWords.js';
import { isWordUnit, wordAt } from './documentWords.js';
import { isLineEnd, isSpace } from './lines.js';

export interface Meeting extends Pieces {
  /** After the first piece, before its mark. UTF-16. */
  readonly start: number;
  /** Where the second piece starts. */
  readonly end: number;
  /** The hyphen or soft hyphen that the first piece ends in; empty where there is none. */
  readonly mark: string;
}

/** White space that is crossed between two pieces. */
const MAX_SPACE = 400;

const LONGEST_PIECE = 40;

/**
 * The pieces around the line end at `at`; undefined where something else than letters meets there, or the second piece begins
 * with a capital.
 */
export function piecesAround(text: string, at: number): Meeting | undefined {
  let end = at;
  while (end - at < MAX_SPACE && isSpace(text.charCodeAt(end))) end++;
  let start = at;
  while (at - start < MAX_SPACE && start > 0 && isSpace(text.charCodeAt(start - 1))) start--;
  return piecesBetween(text, start, end);
}

/** The pieces on both sides of a stretch that is not read: white space, or what stands at the border of a page. */
export function piecesBetween(text: string, start: number, end: number): Meeting | undefined {
  const second = text.charCodeAt(end);
  if (!isWordUnit(second) || (second >= 65 && second <= 90)) return undefined;
  const mark = markBefore(text, start);
  const firstEnd = start - mark.length;
  let firstStart = firstEnd;
  while (firstEnd - firstStart < LONGEST_PIECE && firstStart > 0 && isWordUnit(text.charCodeAt(firstStart - 1)))
    firstStart--;
  if (firstStart === firstEnd) return undefined;
  let secondEnd = end;
  while (secondEnd - end < LONGEST_PIECE && isWordUnit(text.charCodeAt(secondEnd))) secondEnd++;
  const second_ = wordAt(text, end, secondEnd);
  return { start: firstEnd, end, mark, first: wordAt(text, firstStart, firstEnd), second: second_ };
}

function markBefore(text: string, end: number): string {
  let start = end;
  while (end - start < 4 && isMark(text.charCodeAt(start - 1))) start--;
  return start === end ? '' : text.slice(start, end);
}

/** A hyphen, as typed or as typeset, or a soft one. */
function isMark(code: number): boolean {
  return code === 45 || code === 0x2010 || code === 0xad;
}

/** The first line end from `from` on, before `to`; -1 when there is none. */
export function lineEndIn(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) if (isLineEnd(text.charCodeAt(at))) return at;
  return -1;
}
