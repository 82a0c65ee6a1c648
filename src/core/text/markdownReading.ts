/** What of a Markdown block is prose: everything that remark does not give as text is blanked. */
import type { Nodes } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { blank, CELL_BORDER, type Replacement } from './replacement.js';
import type { Span } from './span.js';

/** Blocks without any of these are prose throughout, and remark need not look at them. */
const MARKS = /[*_`<>[\]\\&#|~]|^\s*(?:[-+]|\d{1,9}[.)])\s|\n[=-]+\s*$|https?:|www\./;

/**
 * What a text node still holds besides prose: note marks, bare links, heading ids, the backslash of an escape, character
 * references, and the bars between the cells of a table, which CommonMark does not know.
 */
const NOT_PROSE =
  /\[\^[^\]\s]{1,40}\]:?|(?:https?:\/\/|www\.)[^\s<>)\]]+|\{#[^}\s]{1,80}\}|\\(?=[!-/:-@[-`{-~])|&[#\w]{2,32};|(?<!\\)\|/g;

/** Lists in lists in lists, on one line: nobody's text, and remark's time grows with the square of their depth. */
const NESTED_TOO_DEEP = /^(?:[ \t]*(?:\d{1,9}[.)]|[-+*>])){20}/m;

/** Built at the first Markdown block: nothing heavy happens when the module loads. */
let processor: { parse(text: string): Nodes } | undefined;

/** A block comes without its surroundings: its indentation tells of a list that it stands in, never of code. */
function parser(): { parse(text: string): Nodes } {
  processor ??= unified()
    .data('micromarkExtensions', [{ disable: { null: ['codeIndented'] } }])
    .use(remarkParse)
    .freeze();
  return processor;
}

/** What to read, in order, where a block is not prose. */
export function markdownReplacements(raw: string): Replacement[] {
  if (!MARKS.test(raw) || NESTED_TOO_DEEP.test(raw)) return [];
  const isTableRow = raw.trimStart().startsWith('|');
  const replacements: Replacement[] = [];
  let at = 0;
  for (const span of proseOf(raw)) {
    if (span.start > at) replacements.push(gap(raw, at, span.start));
    for (const found of raw.slice(span.start, span.end).matchAll(NOT_PROSE)) {
      const start = span.start + found.index;
      replacements.push({ start, end: start + found[0].length, text: readsAs(found[0], isTableRow) });
    }
    at = span.end;
  }
  if (at < raw.length) replacements.push(gap(raw, at, raw.length));
  return replacements;
}

/** What opens a block whose text is all the rest of it: a heading of one line, or an item. */
const LEAD = /^(?:#{1,6}[ \t]+(?![^\r\n\f]*[\r\n\f#])|(?:[-+*]|\d{1,9}[.)])[ \t]+)/;

/** What may have a meaning in CommonMark, where it stands: all marks inside a line, and those that open one. */
const MEANT = /[*_`<[\\]|&[#\w]|(?:^|[\r\n\f])[ \t]*(?:[-+#>=]|\d{1,9}[.)]|~~~)/;

/** The stretches of prose, in order. What is plainly one stretch is not given to remark, which takes long to begin. */
function proseOf(raw: string): readonly Span[] {
  const start = LEAD.exec(raw)?.[0].length ?? 0;
  return MEANT.test(raw.slice(start)) ? proseIn(parser().parse(raw), raw) : [{ start, end: raw.length }];
}

/**
 * The text nodes, in order: link targets, code, HTML and image sources are none. Without recursion, for a line of '> > >'
 * nests as deep as it is long.
 */
function proseIn(root: Nodes, raw: string): Span[] {
  const prose: Span[] = [];
  const open: Nodes[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    const start = node.position?.start.offset ?? 0;
    const isAutolink = node.type === 'link' && raw.charAt(start) === '<';
    if (node.type === 'text') prose.push({ start, end: node.position?.end.offset ?? start });
    else if ('children' in node && !isAutolink) open.push(...node.children.toReversed());
  }
  return prose;
}

/** Emphasis inside a word leaves no gap in it. */
function gap(raw: string, start: number, end: number): Replacement {
  const isInWord = /^[*_]+$/.test(raw.slice(start, end)) && isLetter(raw, start - 1) && isLetter(raw, end);
  return isInWord ? { start, end, text: '' } : blank(start, end);
}

function isLetter(raw: string, offset: number): boolean {
  return /\p{L}/u.test(raw.charAt(offset));
}

function readsAs(found: string, isTableRow: boolean): string {
  if (found === '|') return isTableRow ? CELL_BORDER : '|';
  return found.startsWith('&') ? decoded(found) : ' '.repeat(found.length);
}

/** What a character reference stands for: `&eacute;` is é. */
function decoded(reference: string): string {
  const paragraph = parser().parse(reference);
  const child = 'children' in paragraph ? paragraph.children[0] : undefined;
  const text = child && 'children' in child ? child.children[0] : undefined;
  return text?.type === 'text' ? text.value : reference;
}
