/** What a line on its own gives away of its place in a policy text. All tests look at a line's first units only. */

/** Longer lines are prose. */
export const MAX_MARKED_LINE = 160;

/** Among them the private-use glyphs of symbol fonts, and the letter that stands for the hollow bullet of one. */
const BULLET = /^(?:[•●○▪▫■□◦‣⁃∙·►▶▸➢➤➔→❖◆◇★☐☑✓✔✗✘\ue000-\uf8ff]|[-–—−*+o](?=\s))/u;
const ENUMERATOR = /^(?:\(?(?:\d{1,2}|[a-z]|[ivx]{2,5})[.)]|\([A-Z]\))(?=\s)|^(?:[a-z]|\d{1,2})\.(?=\p{Lu}\p{Ll})/u;

/** The mark that opens a list item ('•', '-', 'a.', '(iv)', '3)'), with the white space after it; empty when there is none. */
export function listMark(line: string): string {
  if (!mayOpenItem(line)) return '';
  const mark = BULLET.exec(line) ?? ENUMERATOR.exec(line);
  return mark ? mark[0] + (/^\s*/.exec(line.slice(mark[0].length))?.[0] ?? '') : '';
}

/** What most lines begin with, a capital or a word, opens no item: no need to ask the expressions. */
function mayOpenItem(line: string): boolean {
  const first = line.charCodeAt(0);
  if (first >= 65 && first <= 90) return false;
  if (!isSmallLetter(first)) return true;
  const second = line.charCodeAt(1);
  return !isSmallLetter(second) || (ROMAN.includes(line.charAt(0)) && ROMAN.includes(line.charAt(1)));
}

const ROMAN = 'ivx';

function isSmallLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

function isAsciiLetter(code: number): boolean {
  return isSmallLetter(code | 32);
}

/** Marks that occur in running text too, at the start of a wrapped line: '-' and '–', '2.', 'a)'. */
export function isDoubtfulMark(line: string): boolean {
  return /^[-–—−*+(a-z\d]/.test(line);
}

const CAPTION =
  /^(?:tabel|figuur|fig\.|afbeelding|kader|grafiek|schema|kaart|box|table|figure|chart|map|diagram)\s+(?:\d{1,3}(?:\.\d{1,3})?[a-z]?|[A-Z])(?:\s*[.:|–—-]|\s+\p{Lu}|$)/iu;

/** What their words begin with: nearly all lines begin with something else. */
const CAPTION_STARTS = new Set(['ta', 'fi', 'af', 'ka', 'gr', 'sc', 'bo', 'ch', 'ma', 'di'].map(pairOf));

/** The first two letters as one number, capitals as small letters. */
function pairOf(line: string): number {
  return (line.charCodeAt(0) | 32) * 0x1_0000 + (line.charCodeAt(1) | 32);
}

/** 'Tabel 3: ...', 'Figuur 2 | ...', 'Box 1'; not 'Tabel 3 laat zien dat'. */
export function isCaption(line: string): boolean {
  if (isAsciiLetter(line.charCodeAt(0)) && !CAPTION_STARTS.has(pairOf(line))) return false;
  const match = CAPTION.exec(line);
  // The expression ignores case for the word's sake; what follows the number must be a true capital.
  return match !== null && !/\s\p{Ll}$/u.test(match[0]);
}

const PAGE =
  /^[-–—|[(\s]*(?:(?:pagina|pag\.|page|blz\.|bladzijde|p\.)\s*)?\d{1,4}(?:\s*(?:van|of|\/)\s*\d{1,4})?[-–—|\])\s]*$/i;
const RUNNING = /^\d{1,4}\s*\|\s*\S|\S\s*\|\s*(?:(?:pagina|page|p\.)\s*)?\d{1,4}$/i;
const LEADERS = /(?:\.{4,}|(?:\s\.){4,}|…{2,}|_{4,})\s*\d{0,4}$/;
const WIDE_PAGE_NUMBER = /(?: {3,}|\t)\d{1,4}$/;

/** Besides a digit, what furniture ends in; a line of leaders ends in more than one of them. */
const LEADER = '_.…';

function isDigit(line: string, at: number): boolean {
  const code = line.charCodeAt(at);
  return code >= 48 && code <= 57;
}

function endsInLeaders(line: string): boolean {
  const last = line.charAt(line.length - 1);
  if (!LEADER.includes(last)) return false;
  const before = line.charAt(line.length - 2);
  return before === last || /\s/.test(before);
}

/** A page number, running header, dotted or spaced line of a table of contents, or a line without a single letter. */
export function isFurniture(line: string): boolean {
  if (!isAsciiLetter(line.charCodeAt(0)) && !/\p{L}/u.test(line)) return true;
  if (!isDigit(line, 0) && !isDigit(line, line.length - 1) && !endsInLeaders(line)) return false;
  return PAGE.test(line) || RUNNING.test(line) || LEADERS.test(line) || WIDE_PAGE_NUMBER.test(line);
}

/** '3', '3.1' or '3.1.2' and nothing else. */
export function isNumber(line: string): boolean {
  return /^\d{1,2}(?:\.\d{1,2}){0,4}[A-Za-z]?[.)]?$/.test(line);
}

/** Single letters with a space between each, and more between words: 'I n l e i d i n g   e n   d o e l'. */
export function isLetterSpaced(line: string): boolean {
  return /^(?:\S {1,4}){4,}\S$/u.test(line) && (line.match(/\p{L} (?! )/gu)?.length ?? 0) > line.length / 4;
}

/** Begins as a sentence or title does, quotes and brackets left aside. */
export function startsUpper(line: string): boolean {
  const first = line.charCodeAt(0);
  if (isAsciiLetter(first)) return first <= 90;
  return /^["“„‘'«(]?[\p{Lu}\p{Lt}]/u.test(line);
}

export function startsLower(line: string): boolean {
  const first = line.charCodeAt(0);
  if (isAsciiLetter(first)) return first >= 97;
  return /^["“„‘'«(]?\p{Ll}/u.test(line);
}

/** Cells of a table or columns side by side. */
export function hasWideGap(line: string): boolean {
  return / {3,}|\t/.test(line);
}
