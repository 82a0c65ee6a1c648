/** Blocks of plain text: what pdftotext, a mail program or a person at a keyboard leaves. */
import { contentsEnd } from './contents.js';
import type { DocumentTraits } from './documentTraits.js';
import { headingAt, wouldFit } from './headings.js';
import type { Layout } from './layout.js';
import {
  isCaption,
  isDoubtfulMark,
  isFurniture,
  isLetterSpaced,
  isNumber,
  listMark,
  MAX_MARKED_LINE,
  startsLower,
  startsUpper,
} from './lineKinds.js';
import {
  acrossBlank,
  type Before,
  before,
  isBlank,
  isClosed,
  isLineEnd,
  type Line,
  lineAfter,
  lineAt,
  neighbourAfter,
} from './lines.js';
import { mended } from './mends.js';
import { isNote, isPageFurniture, isRunning, lineOverPageBorder } from './pageBorders.js';
import type { Block, BlockKind } from './policyText.js';
import type { Span } from './span.js';

/** A paragraph is cut at about this length: the parser's time grows faster than the text. UTF-16 units. */
export const MAX_BLOCK = 8_000;

interface Opening {
  readonly kind: BlockKind;
  readonly level: number;
  /** The block's last line where the opening knows it; undefined for blocks that run on to their natural end. */
  readonly last: Line | undefined;
}

/** What of a text as a whole decides where its blocks end. */
export interface Whole {
  readonly layout: Layout;
  readonly traits: DocumentTraits;
}

/** The block whose first character stands at `from`. */
export function plainBlockAt(text: string, from: number, whole: Whole): Block {
  const line = lineAt(text, from);
  const opening = openingAt(text, line, { at: before(text, from), whole });
  const { kind, level } = opening ?? { kind: 'paragraph', level: 0 };
  const stretch = opening?.last ? { last: opening.last, gaps: [] } : stretchFrom(text, line, { kind, whole });
  const { last, gaps } = stretch;
  const isQuotation = kind === 'paragraph' && isQuoted(text, from, last.end);
  return mended(
    text,
    { start: from, end: last.end, kind: isQuotation ? 'quotation' : kind, level },
    whole.traits,
    gaps,
  );
}

interface Where {
  readonly at: Before;
  readonly whole: Whole;
}

/** What begins at `line`, or undefined for running text. */
function openingAt(text: string, line: Line, { at, whole }: Where): Opening | undefined {
  if (at.midLine) return undefined;
  const words = text.slice(line.from, Math.min(line.end, line.from + MAX_MARKED_LINE));
  const isShort = line.end - line.from < MAX_MARKED_LINE;
  const contents = contentsEnd(text, line);
  if (contents) return { kind: 'furniture', level: 0, last: contents };
  if (isRunning(text, line, whole.traits)) return { kind: 'furniture', level: 0, last: line };
  const isPlainFurniture = isShort && isFurniture(words);
  // A bare number is a heading's where a title follows.
  const heading = isPlainFurniture && !isNumber(words) ? undefined : headingAt(text, line, at);
  const isWrapped = whole.layout === 'spaced' && !isLetterSpaced(words) && isFull(text, line);
  if (heading && !isWrapped) return { kind: 'heading', level: heading.level, last: heading.last };
  if (isPlainFurniture) return { kind: 'furniture', level: 0, last: line };
  if (isCaption(words)) return { kind: 'caption', level: 0, last: captionEnd(text, line) };
  if (words.startsWith('>')) return { kind: 'quotation', level: 0, last: undefined };
  if (listMark(words) !== '') return { kind: 'listItem', level: 0, last: undefined };
  return undefined;
}

/** Whether a line is as long as the lines of its text: then it stands apart only because all lines do. */
function isFull(text: string, line: Line): boolean {
  const next = neighbourAfter(text, line);
  const second = next && neighbourAfter(text, next);
  if (!next) return false;
  const width = Math.max(next.end - next.from, second ? second.end - second.from : 0);
  return width >= FULL_LINE && !wouldFit(line, text.slice(next.from, next.end), width);
}

/** A caption runs on in lines that begin in lower case. */
function captionEnd(text: string, line: Line): Line {
  const next = line.pageEnd || isClosed(text, line.from, line.end) ? undefined : lineAfter(text, line);
  return next && !isBlank(next) && startsLower(text.slice(next.from, next.end)) ? next : line;
}

interface Run {
  readonly kind: BlockKind;
  readonly whole: Whole;
}

interface Stretch {
  readonly last: Line;
  /** What stands at the page borders that it runs on over. */
  readonly gaps: readonly Span[];
}

/** Goes on from `first` for as long as the lines are one paragraph, item or quotation. */
function stretchFrom(text: string, first: Line, run: Run): Stretch {
  const gaps: Span[] = [];
  let last = first;
  let lastClosed: Line | undefined;
  let width = first.end - first.from;
  while (true) {
    if (isClosed(text, last.from, last.end)) lastClosed = last;
    let next = following(text, last, run.whole.layout);
    if (!next || opensBlock(text, { next, last, width, run })) {
      next = isNote(text, first)
        ? undefined
        : lineOverPageBorder(text, last, (line) => isPageFurniture(text, line, run.whole.traits));
      if (next && next.end - first.from <= MAX_BLOCK) gaps.push({ start: last.end, end: next.from });
      else return { last, gaps };
    }
    if (next.end - first.from > MAX_BLOCK) {
      const isLate = lastClosed !== undefined && lastClosed.end - first.from > MAX_BLOCK / 2;
      const end = lastClosed && isLate ? lastClosed : last;
      return { last: end, gaps: gaps.filter((gap) => gap.end <= end.end) };
    }
    last = next;
    width = Math.max(width, next.end - next.from);
  }
}

/** A line as long as this is no cell of a table and no name in a list. UTF-16 units. */
const FULL_LINE = 40;

/**
 * The line that a paragraph may run on into: the next one, or the one after a single blank line where that blank line says
 * nothing, in a spaced text or in the middle of a sentence.
 */
function following(text: string, line: Line, layout: Layout): Line | undefined {
  if (line.pageEnd || line.next >= text.length) return undefined;
  const next = lineAt(text, line.next);
  if (!isBlank(next)) return next;
  const second = acrossBlank(text, next);
  if (!second) return undefined;
  if (layout === 'spaced') return isClosed(text, line.from, line.end) && !runsOn(text, second) ? undefined : second;
  if (isClosed(text, line.from, line.end)) return undefined;
  const goesOn = startsLower(text.slice(second.from, second.from + 2)) && line.end - line.from >= FULL_LINE;
  return goesOn ? second : undefined;
}

/** Begins in lower case and is no item: what stood before it was no end of a sentence, but a semicolon or an abbreviation. */
function runsOn(text: string, line: Line): boolean {
  const words = text.slice(line.from, Math.min(line.end, line.from + MAX_MARKED_LINE));
  return startsLower(words) && listMark(words) === '';
}

/** '2023.' on a line of its own is the rest of a date: pages have no full stop. */
const REST_OF_NUMBER = /^[\d.,–-]*\d%?[)]?[.,;]$/;

interface Junction {
  readonly next: Line;
  readonly last: Line;
  readonly width: number;
  readonly run: Run;
}

/** Whether a new block begins at `next`, directly after `last` (or after the next part of the same very long line). */
function opensBlock(text: string, { next, last, width, run }: Junction): boolean {
  if (!isLineEnd(text.charCodeAt(last.next - 1))) return false;
  const closed = isClosed(text, last.from, last.end);
  const words = text.slice(next.from, Math.min(next.end, next.from + MAX_MARKED_LINE));
  if (run.kind === 'quotation' && words.startsWith('>')) return false;
  const isNext = next.start === last.next || run.whole.layout === 'spaced';
  if (!closed && isNext && REST_OF_NUMBER.test(words)) return false;
  const at = { blank: false, pageStart: false, midLine: false, closed };
  const opening = openingAt(text, next, { at, whole: run.whole });
  const isApart = run.whole.layout === 'normal' && next.start !== last.next;
  if (opening?.kind === 'listItem') return isApart || closed || run.kind === 'listItem' || !isDoubtfulMark(words);
  if (opening) return true;
  const fullWidth = Math.max(width, next.end - next.from);
  return closed && fullWidth >= 50 && startsUpper(words) && wouldFit(last, words, fullWidth * 0.9);
}

const QUOTED = /^(?:“[^“”]*”|„[^„”“]*[”“]|«[^«»]*»|"[^"]*"|‘[^‘]*’)[.,;]?$/u;

/** Wholly between quotes that open and close once. */
function isQuoted(text: string, start: number, end: number): boolean {
  return /["“„«‘]/.test(text.charAt(start)) && end - start > 2 && QUOTED.test(text.slice(start, end));
}
