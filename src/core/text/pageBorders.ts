/**
 * Sentences that the border of a page cuts in two: page number, running header and footnotes stand between their halves, and
 * are passed over where it is beyond doubt that the second half goes on with the first.
 */
import { SENTENCE_OPENERS } from './abbreviations.js';
import type { DocumentTraits } from './documentTraits.js';
import { breaksOffInSentence } from './headings.js';
import { isCaption, isFurniture, listMark, MAX_MARKED_LINE, startsLower, startsUpper } from './lineKinds.js';
import { isBlank, isClosed, isLineEnd, type Line, lineAt, neighbourAfter } from './lines.js';
import { lineShape } from './runningLines.js';
import { STANDALONE } from './wordPieces.js';

/** What stands between two halves of a sentence; more is no page border but the rest of the page. UTF-16 units, lines. */
const MAX_GAP = 4_000;
const MAX_GAP_LINES = 30;

/** Longer lines are prose. */
const LONGEST_LINE = 400;

/** A line as long as this is no cell of a table and no name in a list; where a page ends, a shorter one will do. UTF-16 units. */
const FULL_LINE = 40;
const FULL_LINE_AT_BORDER = 24;

const NOTE = /^(?:\d{1,3}\s|[*†‡]{1,3}\s?|[¹²³⁰-⁹]{1,3}\s?)\s*["“„‘(]?\p{L}/u;

/** 'c' of an item whose text follows, 'Bijlage A'. */
const ITEM_OR_NAMED = /^\p{L}[.)]?(?:$|\s+\p{Lu})|^\p{Lu}\p{L}+ [\p{Lu}\d](?!\p{L})/u;

/** Numbers without words between two halves of a sentence, '3 / 10' at most; more of them are a table. */
const MAX_NUMBERS = 2;

/** Lines that are furniture by themselves, or by the running headers of the document. */
export function isPageFurniture(text: string, line: Line, traits: DocumentTraits): boolean {
  const words = text.slice(line.from, Math.min(line.end, line.from + MAX_MARKED_LINE));
  if (line.end - line.from < MAX_MARKED_LINE && isFurniture(words)) return true;
  return isRunning(text, line, traits);
}

export function isRunning(text: string, line: Line, traits: DocumentTraits): boolean {
  if (traits.running.size === 0 || line.from === 0) return false;
  const first = text.charAt(line.from);
  if (!traits.runningStarts.has(/\d/.test(first) ? '#' : first.toLowerCase())) return false;
  return traits.running.has(lineShape(text, line));
}

interface Walk {
  /** Whether a form feed or furniture has been passed. */
  isOver: boolean;
  isInNote: boolean;
  /** Whether the next line is the first of a page, furniture aside. */
  opensPage: boolean;
  /** Passed in lines that hold nothing but numbers. */
  numbers: number;
}

export type IsFurniture = (line: Line) => boolean;

/** Whether a footnote starts at `line`, which ends with its page. */
export function isNote(text: string, line: Line): boolean {
  return NOTE.test(text.slice(line.from, Math.min(line.end, line.from + MAX_MARKED_LINE)));
}

/** The line that goes on with the sentence that `last` breaks off, beyond the border of a page; undefined: none does. */
export function lineOverPageBorder(text: string, last: Line, isFurnitureLine: IsFurniture): Line | undefined {
  if (last.next >= text.length || !isLineEnd(text.charCodeAt(last.next - 1)) || !isOpen(text, last)) return undefined;
  const walk: Walk = { isOver: last.pageEnd, isInNote: false, opensPage: last.pageEnd, numbers: 0 };
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
    else if (!isBlank(line) && !isFurnitureLine(line)) walk.opensPage = false;
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
    Object.assign(walk, { isOver: true, isInNote: false });
    const words = text.slice(line.from, Math.min(line.end, line.from + MAX_MARKED_LINE));
    if (/[\p{L}\d]/u.test(words)) walk.opensPage = true;
    if (!/\p{L}/u.test(words)) walk.numbers += words.match(/\d+/g)?.length ?? 0;
    return walk.numbers <= MAX_NUMBERS;
  }
  if (walk.isInNote) return true;
  if (walk.isOver) return walk.opensPage && isLoneHeader(text, last, line);
  walk.isInNote = isNote(text, line);
  return walk.isInNote;
}

/** A short line at the head of a page, between two halves of a sentence. */
function isLoneHeader(text: string, last: Line, line: Line): boolean {
  const words = text.slice(line.from, line.end);
  if (words.length > 80 || isClosed(text, line.from, line.end) || !/^\p{Lu}/u.test(words)) return false;
  if (listMark(words) !== '' || breaksOffInSentence(words)) return false;
  const next = line.pageEnd ? undefined : neighbourAfter(text, line);
  return next !== undefined && startsLower(text.slice(next.from, next.end)) && goesOn(text, last, next);
}

/** Whether a line breaks off in the middle of a sentence of running text. */
function isOpen(text: string, last: Line): boolean {
  if (isClosed(text, last.from, last.end)) return false;
  const words = text.slice(Math.max(last.from, last.end - LONGEST_LINE), last.end);
  if (/(?:www\.|https?:)\S*$/.test(words.slice(-MAX_MARKED_LINE))) return false;
  return words.length >= FULL_LINE_AT_BORDER || /[-\u00ad,]$/.test(words) || breaksOffInSentence(words);
}

function goesOn(text: string, last: Line, line: Line): boolean {
  const words = text.slice(line.from, Math.min(line.end, line.from + MAX_MARKED_LINE));
  if (listMark(words) !== '' || isCaption(words) || ITEM_OR_NAMED.test(words)) return false;
  if (startsLower(words)) return true;
  const opener = /^\p{L}+/u.exec(words)?.[0].toLowerCase() ?? '';
  if (words.length < FULL_LINE || SENTENCE_OPENERS.has(opener) || STANDALONE.has(opener)) return false;
  return startsUpper(words) && breaksOffInSentence(text.slice(Math.max(last.from, last.end - 20), last.end));
}
