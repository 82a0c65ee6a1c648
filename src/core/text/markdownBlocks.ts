/** Blocks of Markdown, by its own marks; the damage that converters leave (page numbers, running headers) is still seen. */
import { isCaption, isFurniture, listMark, MAX_MARKED_LINE } from './lineKinds.js';
import { acrossBlank, before, isBlank, isClosed, isLineEnd, type Line, lineAt } from './lines.js';
import { mended } from './mends.js';
import { isNote, isRunning, lineOverPageBorder } from './pageBorders.js';
import { MAX_BLOCK, type Whole } from './plainBlocks.js';
import type { Block, BlockKind } from './policyText.js';
import type { Span } from './span.js';

/** Front matter longer than this is taken for text between two rules. UTF-16 units. */
const MAX_FRONT_MATTER = 6_000;

const FENCE = /^(`{3,}|~{3,})/;
const RULE = /^(?:-{3,}|={2,}|\*{3,}|_{3,}|(?:[-*_] ?){3,})$/;
const SETEXT = /^(?:=+|-{2,})$/;
const TABLE_ROW = /^\|/;
/** Converters turn pages into headings: 'Page 3' is a place in a file, not in its argument. */
const PAGE_HEADING = /^#{1,6}\s+(?:page|pagina|blz\.?|p\.)\s*\d+$/i;
const BLOCK_HTML_COMMENT = '<!--';

/** The block whose first character stands at `from`. */
export function markdownBlockAt(text: string, from: number, whole: Whole): Block {
  const { block, gaps } = blockAt(text, from, whole);
  return mended(text, block, whole.traits, gaps);
}

interface Found {
  readonly block: Block;
  /** What stands at the page borders that it runs on over. */
  readonly gaps: readonly Span[];
}

function blockAt(text: string, from: number, whole: Whole): Found {
  const line = lineAt(text, from);
  const at = before(text, from);
  const words = marked(text, line);
  if (!at.midLine) {
    const code = codeEnd(text, line, words);
    if (code !== undefined) return alone({ start: from, end: code, kind: 'code', level: 0 });
    const level = atxLevel(words);
    if (level > 0 && !PAGE_HEADING.test(words)) return alone({ start: from, end: line.end, kind: 'heading', level });
    if (isFurnitureLine(text, line, whole)) return alone({ start: from, end: line.end, kind: 'furniture', level: 0 });
    if (TABLE_ROW.test(words)) return alone({ start: from, end: line.end, kind: 'paragraph', level: 0 });
  }
  return run(text, line, { kind: at.midLine ? 'paragraph' : runKind(words), whole });
}

function alone(block: Block): Found {
  return { block, gaps: [] };
}

function marked(text: string, line: Line): string {
  return text.slice(line.from, Math.min(line.end, line.from + MAX_MARKED_LINE));
}

/** Depth of a '# heading', 0 for anything else. */
function atxLevel(words: string): number {
  const marks = /^(#{1,6})(?:\s|$)/.exec(words)?.[1];
  return marks?.length ?? 0;
}

function isFurnitureLine(text: string, line: Line, { traits }: Whole): boolean {
  return isMarkdownFurniture(marked(text, line), line) || isRunning(text, line, traits);
}

function isMarkdownFurniture(words: string, line: Line): boolean {
  if (PAGE_HEADING.test(words) || RULE.test(words)) return true;
  return line.end - line.from < MAX_MARKED_LINE && isFurniture(words);
}

function runKind(words: string): BlockKind {
  if (words.startsWith('>')) return 'quotation';
  if (isCaption(words.replace(/^[*_]+/, ''))) return 'caption';
  return listMark(words) === '' ? 'paragraph' : 'listItem';
}

/** Where fenced code, front matter or an HTML comment ends that starts at `line`. */
function codeEnd(text: string, line: Line, words: string): number | undefined {
  if (line.start === 0 && words === '---') return frontMatterEnd(text, line);
  const fence = FENCE.exec(words)?.[1];
  if (fence) return fenceEnd(text, line, fence);
  if (!words.startsWith(BLOCK_HTML_COMMENT)) return undefined;
  const close = text.indexOf('-->', line.from + BLOCK_HTML_COMMENT.length);
  return close < 0 ? trimmedEnd(text, line.from) : lineAt(text, close).end;
}

function frontMatterEnd(text: string, line: Line): number | undefined {
  const stop = Math.min(text.length, MAX_FRONT_MATTER);
  for (let at = line.next; at < stop; ) {
    const next = lineAt(text, at);
    if (/^(?:---|\.\.\.)$/.test(text.slice(next.start, next.end))) return next.end;
    at = next.next;
  }
  return undefined;
}

/** An open fence runs to the end of the text, as in CommonMark. */
function fenceEnd(text: string, line: Line, fence: string): number {
  for (let at = line.next; at < text.length; ) {
    const next = lineAt(text, at);
    const mark = text.slice(next.from, Math.min(next.end, next.from + 100));
    if (mark.startsWith(fence) && mark === fence.charAt(0).repeat(mark.length)) return next.end;
    at = next.next;
  }
  return trimmedEnd(text, line.from);
}

function trimmedEnd(text: string, from: number): number {
  return from + text.slice(from).trimEnd().length;
}

interface Run {
  readonly kind: BlockKind;
  readonly whole: Whole;
}

/** A paragraph, item, quotation or caption: up to a blank line or a line that starts something else. */
function run(text: string, first: Line, { kind, whole }: Run): Found {
  const gaps: Span[] = [];
  let last = first;
  while (true) {
    const next = following(text, last, whole.layout);
    const level = kind === 'paragraph' && next?.start === last.next ? setextLevel(text, last, next) : 0;
    if (next && level > 0 && next.end - first.from <= MAX_BLOCK) {
      return { block: { start: first.from, end: next.end, kind: 'heading', level }, gaps };
    }
    const goesOn = next !== undefined && !interrupts(text, { last, next, kind, whole });
    const line = goesOn ? next : isNote(text, first) ? undefined : overPageBorder(text, last, { kind, whole });
    if (!line || line.end - first.from > MAX_BLOCK) break;
    if (!goesOn) gaps.push({ start: last.end, end: line.from });
    last = line;
  }
  return { block: { start: first.from, end: last.end, kind, level: 0 }, gaps };
}

function setextLevel(text: string, last: Line, next: Line): number {
  const words = marked(text, next);
  if (!isLineEnd(text.charCodeAt(last.next - 1)) || !SETEXT.test(words)) return 0;
  return words.startsWith('=') ? 1 : 2;
}

function overPageBorder(text: string, last: Line, { kind, whole }: Run): Line | undefined {
  const next = lineOverPageBorder(text, last, (line) => isFurnitureLine(text, line, whole));
  return next && !interrupts(text, { last, next, kind, whole }) ? next : undefined;
}

function following(text: string, line: Line, layout: Whole['layout']): Line | undefined {
  if (line.pageEnd || line.next >= text.length) return undefined;
  const next = lineAt(text, line.next);
  if (!isBlank(next)) return next;
  return layout === 'normal' || isClosed(text, line.from, line.end) ? undefined : acrossBlank(text, next);
}

interface Junction extends Run {
  readonly last: Line;
  readonly next: Line;
}

/** Whether a line breaks off the paragraph above it. Only '1.' may start a list there, as in CommonMark. */
function interrupts(text: string, { last, next, kind, whole }: Junction): boolean {
  if (!isLineEnd(text.charCodeAt(last.next - 1))) return false;
  const words = marked(text, next);
  if (kind === 'quotation' && words.startsWith('>')) return false;
  if (atxLevel(words) > 0 || FENCE.test(words) || TABLE_ROW.test(words) || words.startsWith('>')) return true;
  if (isFurnitureLine(text, next, whole)) return true;
  const mark = listMark(words);
  return mark !== '' && (kind === 'listItem' || !/^\(?[a-z\d]/.test(mark) || /^1[.)]/.test(mark));
}
