/** Headings in plain text, where no mark says so: by their number, their word ('Artikel 4'), or how they stand apart. */

import {
  hasWideGap,
  isDoubtfulMark,
  isFurniture,
  isLetterSpaced,
  listMark,
  startsLower,
  startsUpper,
} from './lineKinds.js';
import { acrossBlank, type Before, blankAfter, isBlank, type Line, lineAfter, neighbourAfter } from './lines.js';

export interface Heading {
  /** 1..6 */
  readonly level: number;
  /** The last line of the heading. */
  readonly last: Line;
}

/** Titles are short; a longer line is prose. UTF-16 units. */
const MAX_TITLE = 110;

/** Under the deepest number that is usual (3.2.1), so that they never end a numbered section. */
const UNNUMBERED_LEVEL = 4;
const CAPITALS_LEVEL = 2;

/** A column narrower than this is a list of names or a table, and how a line is filled proves nothing there. */
const NARROW = 40;

/** Lines of a title on a page of its own. */
const MAX_TITLE_PAGE = 8;

const NUMBER = /^(\d{1,2}(?:\.\d{1,2}){0,4}[A-Za-z]?)([.)]?)$/;
const NUMBERED = /^(\d{1,2}(?:\.\d{1,2}){0,4}[A-Z]?)([.)]?)\s+(.+)$/;
const MONTH =
  /^(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|january|february|march|may|june|july|august|october)\b/i;
/** Words that no title ends in: the line is cut off in the middle of a sentence. */
const BROKEN_OFF =
  /\s(?:de|het|een|en|of|van|in|op|met|voor|te|die|dat|is|zijn|hun|aan|bij|door|om|uit|per|niet|kan|wordt|worden|the|a|an|of|and|or|to|for|by|with|that|this|is|are|their|our|not|nieuwe)$/i;
const NAMED =
  /^(hoofdstuk|deel|bijlage|chapter|part|annex|appendix|titel|title|afdeling|division|onderdeel|paragraaf|section|artikel|article)\s+((?:\d{1,3}[.:]){0,3}\d{1,3}[a-z]?|[IVXLC]{1,6}|[A-Z])(?:\s*[.:|–—-]\s*|\s+|$)(.*)$/i;

/** How deep the named parts of a law, plan or accord usually nest. */
const NAMED_LEVEL: Readonly<Record<string, number>> = {
  titel: 2,
  title: 2,
  afdeling: 2,
  division: 2,
  paragraaf: 2,
  section: 2,
  artikel: 3,
  article: 3,
};

/** The heading that starts at `line`, if one does. `at` is what stands before it. */
export function headingAt(text: string, line: Line, at: Before): Heading | undefined {
  if (line.end - line.from > MAX_TITLE || !(at.blank || at.closed)) return undefined;
  const title = text.slice(line.from, line.end);
  if (isLetterSpaced(title)) return { level: CAPITALS_LEVEL, last: line };
  if (/^\d/.test(title)) return loneNumber(text, line, { title, at }) ?? numbered(text, line, title, at);
  return named(text, line, title) ?? setApart(text, line, title, at);
}

/** '3.1' alone on a line, its title on the next: how converters leave a number that hangs in the margin. */
function loneNumber(text: string, line: Line, { title, at }: { title: string; at: Before }): Heading | undefined {
  const number = NUMBER.exec(title)?.[1];
  const isDeep = number?.includes('.') ?? false;
  const next = number ? titleAfter(text, line, isDeep) : undefined;
  if (!number || !next || !(isDeep || isChapter(number))) return undefined;
  if (isDeep || breaksOff(text, next)) return { level: numberLevel(number), last: withContinuation(text, next) };
  return at.pageStart ? titlePage(text, next) : undefined;
}

/** The title on the line after a number; `mayJump`: across a blank line too, where nothing but a title can be meant. */
function titleAfter(text: string, line: Line, mayJump: boolean): Line | undefined {
  const directly = line.pageEnd ? undefined : lineAfter(text, line);
  const next = directly && isBlank(directly) && mayJump ? acrossBlank(text, directly) : directly;
  if (!next || isBlank(next) || next.end - next.from > MAX_TITLE) return undefined;
  const words = text.slice(next.from, next.end);
  if (!isTitle(words) || !startsUpper(words) || MONTH.test(words)) return undefined;
  return next === directly || (words.length >= 8 && blankAfter(text, next)) ? next : undefined;
}

/** Chapters are few; a higher number alone or without a mark is a page, a note or an amount. */
function isChapter(number: string): boolean {
  return Number.parseInt(number, 10) <= 15;
}

/** A page that opens a chapter: a number, and its title over a few short lines. */
function titlePage(text: string, first: Line): Heading | undefined {
  let last = first;
  for (let lines = 1; lines <= MAX_TITLE_PAGE; lines++) {
    if (last.end - last.from > NARROW) return undefined;
    const next = last.pageEnd ? undefined : lineAfter(text, last);
    if (!next || isBlank(next)) return { level: 1, last };
    last = next;
  }
  return undefined;
}

/** The rest of a title that did not fit on its line: one more line, in lower case, and then a blank one. */
function withContinuation(text: string, line: Line): Line {
  const next = line.pageEnd ? undefined : lineAfter(text, line);
  if (!next || isBlank(next) || !startsLower(text.slice(next.from, next.end))) return line;
  return isTitle(text.slice(next.from, next.end)) && blankAfter(text, next) ? next : line;
}

function numbered(text: string, line: Line, title: string, at: Before): Heading | undefined {
  const [, number, mark, words] = NUMBERED.exec(title) ?? [];
  if (number === undefined || words === undefined || !startsUpper(words)) return undefined;
  if (!isTitle(words) || MONTH.test(words) || hasWideGap(words)) return undefined;
  const isDeep = number.includes('.');
  if (!isDeep && !(isChapter(number) && standsAlone(text, line, at, mark !== ''))) return undefined;
  if (isDeep && !breaksOff(text, line) && withContinuation(text, line) === line) return undefined;
  return { level: numberLevel(number), last: withContinuation(text, line) };
}

/** '1. Inleiding' is a heading where it stands apart and no '2.' follows at once; else it is an item of a list. */
function standsAlone(text: string, line: Line, at: Before, hasMark: boolean): boolean {
  if (!at.blank || !breaksOff(text, line)) return false;
  if (!hasMark) return true;
  const next = neighbourAfter(text, line);
  return blankAfter(text, line) && next !== undefined && listMark(text.slice(next.from, next.end)) === '';
}

function numberLevel(number: string): number {
  return Math.min(6, number.split('.').length);
}

function named(text: string, line: Line, title: string): Heading | undefined {
  const [whole, word, , rest] = NAMED.exec(title) ?? [];
  if (whole === undefined || word === undefined || rest === undefined) return undefined;
  // 'Artikel 4 van de wet' at the start of a line is prose; 'artikel 4' in lower case always is.
  if (!startsUpper(word) || (rest !== '' && (!startsUpper(rest) || !isTitle(rest)))) return undefined;
  const level = NAMED_LEVEL[word.toLowerCase()] ?? 1;
  const below = rest === '' ? titleAfter(text, line, false) : undefined;
  if (below && breaksOff(text, below)) return { level, last: below };
  const last = withContinuation(text, line);
  return last !== line || breaksOff(text, line) ? { level, last } : undefined;
}

/** A short line that its neighbours do not run into. */
function setApart(text: string, line: Line, title: string, at: Before): Heading | undefined {
  if (!startsUpper(title) || !isTitle(title) || hasWideGap(title) || !/\p{L}{3}/u.test(title)) return undefined;
  const follower = neighbourAfter(text, line);
  if (!follower || !opensText(text, follower)) return undefined;
  const isApart = at.blank && blankAfter(text, line);
  if (!isApart && (blankAfter(text, line) || !breaksOff(text, line))) return undefined;
  return { level: isCapitals(title) ? CAPITALS_LEVEL : UNNUMBERED_LEVEL, last: line };
}

/** Running text or a list: what a heading stands above. Names and cells are short, and more of them follow. */
function opensText(text: string, line: Line): boolean {
  const words = text.slice(line.from, line.end);
  if (isFurniture(words)) return false;
  if (isItem(words)) return true;
  return (startsUpper(words) && words.length >= NARROW) || (NUMBERED.test(words) && isTitle(words));
}

/** A list item beyond doubt: '- en dan' may be the rest of a sentence. */
function isItem(words: string): boolean {
  const mark = listMark(words);
  return mark !== '' && (!isDoubtfulMark(words) || startsUpper(words.slice(mark.length)));
}

/** Whether a line ends in a word that no title and no sentence ends in: 'in de'. */
export function breaksOffInSentence(words: string): boolean {
  return BROKEN_OFF.test(words);
}

function isTitle(words: string): boolean {
  if (words.length > MAX_TITLE || /[.,;:|-]$|\s\|\s/.test(words) || /[.;]\s+\p{Lu}/u.test(words)) return false;
  return !BROKEN_OFF.test(words);
}

function isCapitals(title: string): boolean {
  return /\p{Lu}{4}/u.test(title) && !/\p{Ll}/u.test(title);
}

/** Whether the line ends here by intention: nothing follows, or the next word would still have fitted. */
function breaksOff(text: string, line: Line): boolean {
  if (blankAfter(text, line)) return true;
  const next = lineAfter(text, line);
  if (!next) return true;
  const words = text.slice(next.from, next.end);
  if (startsLower(words)) return false;
  if (isItem(words)) return true;
  const after = next.pageEnd ? undefined : lineAfter(text, next);
  const width = Math.max(next.end - next.from, after ? after.end - after.from : 0);
  return width >= NARROW && wouldFit(line, words, width);
}

/** Whether the first of `words` had room at the end of `line`, in a column `width` wide. */
export function wouldFit(line: Line, words: string, width: number): boolean {
  const space = words.indexOf(' ');
  return line.end - line.from + 1 + (space < 0 ? words.length : space) <= width * 0.95;
}
