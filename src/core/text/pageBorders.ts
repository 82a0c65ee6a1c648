/**
 * Sentences that the border of a page cuts in two: page number, running header and footnotes stand between their halves, and
 * are passed over where it is beyond doubt that the second half goes on with the first.
 */
import type { DocumentTraits } from './documentTraits.js';
import { breaksOffInSentence } from './headings.js';
import { isCaption, isFurniture, listMark, MAX_MARKED_LINE, startsLower, startsUpper } from './lineKinds.js';
import { isBlank, isClosed, isLineEnd, type Line, lineAt, neighbourAfter } from './lines.js';
import { lineShape } from './runningLines.js';

/** What stands between two halves of a sentence; more is no page border but the rest of the page. UTF-16 units, lines. */
const MAX_GAP = 4_000;
const MAX_GAP_LINES = 30;

/** Longer lines are prose. */
const LONGEST_LINE = 400;

/** A line as long as this is no cell of a table and no name in a list. UTF-16 units. */
const FULL_LINE = 40;

const NOTE = /^(?:\d{1,3}[.)]?|[*†‡¹²³⁰-⁹]{1,3})\s*["“„‘(]?(?:\p{L}|www|https?:)/u;

/** Lines that are furniture by themselves, or by the running headers of the document. */
export function isPageFurniture(text: string, line: Line, traits: DocumentTraits): boolean {
  const words = text.slice(line.from, Math.min(line.end, line.from + MAX_MARKED_LINE));
  if (line.end - line.from < MAX_MARKED_LINE && isFurniture(words)) return true;
  return isRunning(text, line, traits);
}

export function isRunning(text: string, line: Line, traits: DocumentTraits): boolean {
  return traits.running.size > 0 && line.from > 0 && traits.running.has(lineShape(text, line));
}

interface Walk {
  /** Whether a form feed or furniture has been passed. */
  isOver: boolean;
  isInNote: boolean;
  /** Whether the next line is the first of a page. */
  opensPage: boolean;
}

export type IsFurniture = (line: Line) => boolean;

/** The line that goes on with the sentence that `last` breaks off, beyond the border of a page; undefined: none does. */
export function lineOverPageBorder(text: string, last: Line, isFurnitureLine: IsFurniture): Line | undefined {
  if (last.next >= text.length || !isLineEnd(text.charCodeAt(last.next - 1)) || !isOpen(text, last)) return undefined;
  const walk: Walk = { isOver: last.pageEnd, isInNote: false, opensPage: last.pageEnd };
  let at = last.next;
  for (let lines = 0; lines < MAX_GAP_LINES && at < text.length && at - last.end < MAX_GAP; lines++) {
    const line = lineAt(text, at, LONGEST_LINE);
    if (line.next < text.length && !isLineEnd(text.charCodeAt(line.next - 1))) {
      return walk.isOver && !walk.isInNote && goesOn(text, last, line) ? lineAt(text, at) : undefined;
    }
    if (!isBlank(line) && !isPassed(text, { last, line, walk, isFurnitureLine })) {
      return walk.isOver && goesOn(text, last, line) ? line : undefined;
    }
    if (line.pageEnd) Object.assign(walk, { isOver: true, isInNote: false, opensPage: true });
    else if (!isBlank(line)) walk.opensPage = false;
    at = line.next;
  }
  return undefined;
}

interface Passing {
  readonly last: Line;
  readonly line: Line;
  readonly walk: Walk;
  readonly isFurnitureLine: IsFurniture;
}

function isPassed(text: string, { last, line, walk, isFurnitureLine }: Passing): boolean {
  if (isFurnitureLine(line)) {
    walk.isOver = true;
    walk.isInNote = false;
    return true;
  }
  if (walk.isInNote) return true;
  if (walk.isOver) return walk.opensPage && isLoneHeader(text, last, line);
  walk.isInNote = NOTE.test(text.slice(line.from, Math.min(line.end, line.from + MAX_MARKED_LINE)));
  return walk.isInNote;
}

/** A short line at the head of a page, between two halves of a sentence. */
function isLoneHeader(text: string, last: Line, line: Line): boolean {
  const words = text.slice(line.from, line.end);
  if (words.length > 80 || isClosed(text, line.from, line.end) || !/^[\p{Lu}\d]/u.test(words)) return false;
  if (listMark(words) !== '' || breaksOffInSentence(words)) return false;
  const next = line.pageEnd ? undefined : neighbourAfter(text, line);
  return next !== undefined && startsLower(text.slice(next.from, next.end)) && goesOn(text, last, next);
}

/** Whether a line breaks off in the middle of a sentence of running text. */
function isOpen(text: string, last: Line): boolean {
  if (isClosed(text, last.from, last.end)) return false;
  const words = text.slice(Math.max(last.from, last.end - LONGEST_LINE), last.end);
  return words.length >= FULL_LINE || /[-\u00ad,]$/.test(words) || breaksOffInSentence(words);
}

function goesOn(text: string, last: Line, line: Line): boolean {
  const words = text.slice(line.from, Math.min(line.end, line.from + MAX_MARKED_LINE));
  if (listMark(words) !== '' || isCaption(words)) return false;
  if (startsLower(words)) return true;
  const before = text.slice(Math.max(last.from, last.end - MAX_MARKED_LINE), last.end);
  return startsUpper(words) && words.length >= FULL_LINE && (breaksOffInSentence(before) || /[,\u00ad]$/.test(before));
}
