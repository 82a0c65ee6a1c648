/** Lines of a text, one at a time and never more of them than a decision needs: the ground under `splitBlocks`. */
import { ABBREVIATIONS, AMBIGUOUS } from './abbreviations.js';

/** A line longer than this is read in parts: some converters write a whole document on one line. UTF-16 units. */
export const MAX_LINE = 8_000;

/** How much of a line that merely stands next to the one in hand is looked at. */
const PEEK = 400;

/** White space that is skipped in looking for a neighbour; what lies behind more of it is no neighbour. */
const MAX_GAP = 1_000;

export interface Line {
  /** Where the line starts, its indentation included. */
  readonly start: number;
  /** Its first character that is not white space; `end` for a blank line. */
  readonly from: number;
  /** After its last character that is not white space. */
  readonly end: number;
  /** Where the next line starts. */
  readonly next: number;
  /** Whether a form feed ends it. */
  readonly pageEnd: boolean;
}

/** What stands before a line. */
export interface Before {
  /** Start of the text, a blank line or a form feed. */
  readonly blank: boolean;
  /** The line is the first on its page. */
  readonly pageStart: boolean;
  /** The line is no line but the next part of a very long one. */
  readonly midLine: boolean;
  /** The text before it ends as a sentence, a list item or an introduction to a list does. */
  readonly closed: boolean;
}

const LF = 10;
const FF = 12;
const CR = 13;

/** A line end as a reader sees it: `\n`, `\r`, and the form feed by which PDF converters mark a new page. */
export function isLineEnd(code: number): boolean {
  return code === LF || code === CR || code === FF;
}

/** White space as `\s` has it. */
export function isSpace(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13);
  if (code < 160) return false;
  return code === 160 || code === 0xfeff || (code >= 0x1680 && /\s/.test(String.fromCharCode(code)));
}

/** The first offset from `offset` on that holds no white space. */
export function skipSpace(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at;
}

export function lineAt(text: string, start: number, limit = MAX_LINE): Line {
  const stop = Math.min(text.length, start + limit);
  let at = start;
  while (at < stop && !isLineEnd(text.charCodeAt(at))) at++;
  const isCut = at === stop && stop < text.length && !isLineEnd(text.charCodeAt(at));
  if (isCut) at = cutOffset(text, start, stop);
  let from = start;
  while (from < at && isSpace(text.charCodeAt(from))) from++;
  let end = at;
  while (end > from && isSpace(text.charCodeAt(end - 1))) end--;
  return { start, from, end, next: isCut ? at : afterLineEnd(text, at), pageEnd: text.charCodeAt(at) === FF };
}

function afterLineEnd(text: string, at: number): number {
  if (at >= text.length) return at;
  return text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
}

/** Where to cut a line that is too long: after a sentence if there is one in its last quarter, else at a space. */
function cutOffset(text: string, start: number, stop: number): number {
  const quarter = start + Math.floor((stop - start) * 0.75);
  const tail = text.slice(quarter, stop);
  const ends = [...tail.matchAll(/[.!?]["”’)]?\s(?=\p{Lu})/gu)];
  const last = ends.at(-1);
  if (last) return quarter + last.index + last[0].length;
  const space = tail.lastIndexOf(' ');
  if (space >= 0) return quarter + space + 1;
  return isLowSurrogate(text.charCodeAt(stop)) ? stop - 1 : stop;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

/** The line directly after `line`, blank or not; undefined at the end of the text. */
export function lineAfter(text: string, line: Line): Line | undefined {
  return line.next < text.length ? lineAt(text, line.next, PEEK) : undefined;
}

/** The first line after `line` that is not blank, within sight. */
export function neighbourAfter(text: string, line: Line): Line | undefined {
  const stop = Math.min(text.length, line.next + MAX_GAP);
  let at = line.next;
  while (at < stop && isSpace(text.charCodeAt(at))) at++;
  return at < stop ? lineAt(text, at, PEEK) : undefined;
}

export function isBlank(line: Line): boolean {
  return line.from === line.end;
}

/** Whether the text stops after `line`, for a blank line, a page or for good. */
export function blankAfter(text: string, line: Line): boolean {
  if (line.pageEnd) return true;
  const next = lineAfter(text, line);
  return next === undefined || isBlank(next);
}

/** The line after a single blank line on the same page. */
export function acrossBlank(text: string, blank: Line): Line | undefined {
  if (blank.pageEnd || blank.next >= text.length || blank.next - blank.start > PEEK) return undefined;
  const next = lineAt(text, blank.next);
  return isBlank(next) ? undefined : next;
}

/** `offset` is where a line's first character stands. */
export function before(text: string, offset: number): Before {
  const stop = Math.max(0, offset - MAX_GAP);
  let at = offset;
  let lineEnds = 0;
  let pageEnd = false;
  while (at > stop && isSpace(text.charCodeAt(at - 1))) {
    at--;
    const code = text.charCodeAt(at);
    if (code === FF) pageEnd = true;
    else if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) lineEnds++;
  }
  if (at === 0) return { blank: true, pageStart: true, midLine: false, closed: true };
  const blank = pageEnd || lineEnds > 1;
  return {
    blank,
    pageStart: pageEnd,
    midLine: !blank && lineEnds === 0,
    closed: isClosed(text, Math.max(0, at - LONGEST_END), at),
  };
}

/** Whether the stretch that ends at `end` ends as a sentence does, a note's number and closing quotes left aside. */
export function isClosed(text: string, start: number, end: number): boolean {
  if (end <= start) return false;
  const last = text.charCodeAt(end - 1);
  if (last === FULL_STOP) return !endsInAbbreviation(text, Math.max(start, end - LONGEST_END), end);
  if (isLetter(last)) return false;
  const sign = text.charAt(end - 1);
  if (ENDINGS.includes(sign)) return true;
  if (CLOSING.includes(sign)) return end - 1 > start && ENDINGS.includes(text.charAt(end - 2));
  return last >= 48 && last <= 57 && NOTE_NUMBER.test(text.slice(Math.max(start, end - LONGEST_END), end));
}

const FULL_STOP = 46;
const ENDINGS = '.!?:;…';
const CLOSING = '"”’»)]';

/** 'gemeente.4' */
const NOTE_NUMBER = /(?<![\d\s])[.!?:;…]["”’»)\]]?\d{1,2}$/;

/** Most lines end in one, and need no further look. */
function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** As far back as an abbreviation with its surroundings reaches. UTF-16 units. */
const LONGEST_END = 14;

/** 'art.' and 'fig.' are words too, but no sentence ends in them. */
const NEVER_LAST = ['art', 'fig', 'par'];

const CLOSING_NOTHING = new Set([
  ...[...ABBREVIATIONS.nl.inside, ...ABBREVIATIONS.en.inside].filter((word) => !AMBIGUOUS.has(word)),
  ...NEVER_LAST,
]);
const LONGEST_ABBREVIATION = Math.max(...[...CLOSING_NOTHING].map((word) => word.length));

/** Whether the word before the full stop that ends at `end` is an abbreviation, which stands after a space or a bracket. */
function endsInAbbreviation(text: string, from: number, end: number): boolean {
  let start = end - 1;
  while (start > from && !isSpaceOrBracket(text.charCodeAt(start - 1))) {
    start--;
    if (end - 1 - start > LONGEST_ABBREVIATION) return false;
  }
  return CLOSING_NOTHING.has(text.slice(start, end - 1).toLowerCase());
}

function isSpaceOrBracket(code: number): boolean {
  return code === 32 || code === 40;
}
