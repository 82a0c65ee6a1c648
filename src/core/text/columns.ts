/**
 * Columns and tables, as `pdftotext -layout` leaves them: cells side by side, with wide gaps between. A quotation is one
 * stretch of the text as stored, and a column is none where another column stands beside it; so each cell of each line is
 * read by itself, and no sentence holds words of two cells. Lines that one column has to itself are read on as usual.
 */
import { listMark } from './lineKinds.js';
import { CELL_BORDER, type Replacement } from './replacement.js';

/** White space that parts cells whatever stands around the line. */
const WIDE = 6;

/** White space that parts cells where the line beside it has such too. */
const GAP = /(?<=\S)(?: {3,}|[ \u00a0]*\t[ \t\u00a0]*)(?=\S)/g;

/** Nothing with less white space than this has cells. */
const ANY_GAP = / {3}|\t/;

export function hasCells(raw: string): boolean {
  return cellBorders(raw).length > 0;
}

/** The borders between the cells of a block, in order; none where it is running text. */
export function cellBorders(raw: string): Replacement[] {
  if (!ANY_GAP.test(raw)) return [];
  const lines = linesOf(raw);
  const inCells = lines.map((line, index) => {
    if (line.gaps.length === 0) return false;
    const neighbours = [lines[index - 1], lines[index + 1]];
    return line.gaps.some(({ start, end }) => end - start >= WIDE) || neighbours.some((other) => other?.gaps.length);
  });
  return lines.flatMap(({ gaps, breakStart, breakEnd }, index) => {
    if (!inCells[index] && !inCells[index + 1]) return [];
    const borders = inCells[index] ? gaps.map(border) : [];
    return breakEnd > breakStart ? [...borders, border({ start: breakStart, end: breakEnd })] : borders;
  });
}

function border({ start, end }: { start: number; end: number }): Replacement {
  return { start, end, text: CELL_BORDER };
}

interface RawLine {
  readonly gaps: readonly { start: number; end: number }[];
  /** The line end after it, with the white space around it. */
  readonly breakStart: number;
  readonly breakEnd: number;
}

function linesOf(raw: string): RawLine[] {
  const lines: RawLine[] = [];
  let at = 0;
  for (const match of raw.matchAll(/[\r\n\f]\s*/g)) {
    lines.push(rawLine(raw, at, match.index, match.index + match[0].length));
    at = match.index + match[0].length;
  }
  lines.push(rawLine(raw, at, raw.length, raw.length));
  return lines;
}

/** The white space after a list mark or a number in front parts nothing. */
function rawLine(raw: string, start: number, breakStart: number, breakEnd: number): RawLine {
  const words = raw.slice(start, breakStart);
  const mark = listMark(words).length || (/^[\d.]{1,8}\s+/.exec(words)?.[0].length ?? 0);
  const gaps = [...words.slice(mark).matchAll(GAP)].map((gap) => {
    const from = start + mark + gap.index;
    return { start: from, end: from + gap[0].length };
  });
  return { gaps, breakStart, breakEnd };
}
