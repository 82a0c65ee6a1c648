/** Tables of contents: their lines look like headings and would double every section. */
import { isBlank, type Line, lineAt } from './lines.js';

const CONTENTS = /^(?:inhoud|inhoudsopgave|contents|table of contents)$/i;

/** UTF-16 units that a page of contents may have; also how far ahead it is looked for. */
const MAX_CONTENTS = 8_000;

/** An entry: ends in a page number, is a number, or is a numbered title. */
const ENTRY = /[\s.…]\d{1,3}$|^[\dIVXLC]{1,5}$|^\d{1,2}(?:\.\d{1,2})*[A-Z]?[.)]?\s+\p{L}/u;
const WITH_PAGE = /[\s.…]\d{1,3}$/;

/** The last line of the table of contents that `line` opens. */
export function contentsEnd(text: string, line: Line): Line | undefined {
  if (line.end - line.from > 24 || !CONTENTS.test(text.slice(line.from, line.end))) return undefined;
  const lines = linesOfPage(text, line);
  return lines.isWholePage ? lines.all.at(-1) : lastEntry(text, lines.all);
}

/** The lines up to the page's end that are not blank; the whole page is contents when no line on it is prose. */
function linesOfPage(text: string, line: Line): { all: readonly Line[]; isWholePage: boolean } {
  const stop = Math.min(text.length, line.start + MAX_CONTENTS);
  const all: Line[] = [];
  for (let at = line.next, isEnd = line.pageEnd; !isEnd; ) {
    if (at >= stop) return { all, isWholePage: false };
    const next = lineAt(text, at, stop - at);
    const words = text.slice(next.from, next.end);
    // A second table within sight: then this one has no page to itself, and its entries tell where it ends.
    if (CONTENTS.test(words)) return { all, isWholePage: false };
    if (/[.!]$/.test(words) && words.length > 50) return { all, isWholePage: false };
    if (!isBlank(next)) all.push(next);
    isEnd = next.pageEnd;
    at = next.next;
  }
  return { all, isWholePage: true };
}

/** Entries until the first line that neither is one nor runs on into one. */
function lastEntry(text: string, lines: readonly Line[]): Line | undefined {
  let last: Line | undefined;
  let hasPages = false;
  for (const [index, line] of lines.entries()) {
    const words = text.slice(line.from, line.end);
    const following = lines[index + 1];
    const runsOn = following !== undefined && ENTRY.test(text.slice(following.from, following.end));
    const isEntry = hasPages ? WITH_PAGE.test(words) : ENTRY.test(words);
    if (!isEntry && !runsOn) break;
    if (isEntry) last = line;
    hasPages ||= WITH_PAGE.test(words);
  }
  return last;
}
