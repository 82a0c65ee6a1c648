/**
 * Takes entries out of the lists of a codebook file and puts them into others, as their author laid them out: with the comments
 * that are theirs, indented as their new neighbours are.
 */
import {
  type CST,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  stringify,
  type YAMLSeq,
} from 'yaml';
import { CannotChange } from './changeCodesCheck.js';
import type { YamlPath } from './yamlSource.js';
import { YamlText } from './yamlText.js';

export interface Cut {
  /** The file without the entry; without the whole list where it was its only one. */
  readonly rest: string;
  /** The entry as a list of its own, from the first column on. */
  readonly entry: string;
}

/**
 * Takes the entry at a path, whose last step is its index, out of its list. As all here it throws `CannotChange` for a layout that
 * cannot be kept.
 */
export function cutEntry(file: YamlText, path: YamlPath): Cut {
  const { list, index } = entryAt(file, path);
  const entry = entryText(list, index, file.source);
  if (list.items.length === 1) return { rest: withoutKey(file, path.slice(0, -1)), entry };
  return { rest: list.flow ? outOfBrackets(list, index, file.source) : outOfLines(list, index, file.source), entry };
}

/** Changes the entry at a path, which is given as a list of its own. */
export function changeEntry(file: YamlText, path: YamlPath, change: (entry: string) => string): string {
  const { list, index } = entryAt(file, path);
  const { source } = file;
  const entry = change(entryText(list, index, source));
  if (list.flow) {
    const [start, end] = [startOf(list.items[index]), contentEnd(list.items[index], source)];
    return source.slice(0, start) + entry.slice('- '.length) + source.slice(end);
  }
  const { start, end, column } = linesOf(list, index, source);
  return source.slice(0, start) + withLineEnds(indented(entry, column), source) + source.slice(end);
}

function entryAt({ document }: YamlText, path: YamlPath): { readonly list: YAMLSeq; readonly index: number } {
  const list = document.getIn(path.slice(0, -1), true);
  const index = path.at(-1);
  if (!isSeq(list) || typeof index !== 'number') throw new CannotChange('layout', path.join('.'));
  return { list, index };
}

/** The entries of the list at a path, each as a list of its own; none where there is no such list. */
export function entriesAt({ document, source }: YamlText, path: YamlPath): readonly string[] {
  const list = document.getIn(path, true);
  return isSeq(list) ? list.items.map((_, index) => entryText(list, index, source)) : [];
}

/** The value of an entry that was cut. */
export function valueOfEntry(entry: string): unknown {
  const { document } = new YamlText(entry);
  // What it shares with other entries of its file is not in it.
  if (document.errors.length > 0) throw new CannotChange('layout', entry);
  const value: unknown = document.toJS();
  return Array.isArray(value) ? value[0] : undefined;
}

/** Puts an entry at the end of the list at a path; makes the list where the mapping above it, or the one above that, has none. */
export function appendEntry(file: YamlText, path: YamlPath, entry: string): string {
  const list = file.document.getIn(path, true);
  if (isSeq(list) && list.items.length > 0) return intoList(list, entry, file.source);
  const above = file.document.getIn(path.slice(0, -1), true);
  if (isMap(above) && above.items.length > 0) return intoMapping(file, path, { keys: path.slice(-1), entry });
  return intoMapping(file, path.slice(0, -1), { keys: path.slice(-2), entry });
}

function intoList(list: YAMLSeq, entry: string, source: string): string {
  if (list.flow) {
    const end = contentEnd(list.items.at(-1), source);
    return `${source.slice(0, end)}, ${flowOf(entry)}${source.slice(end)}`;
  }
  const last = linesOf(list, list.items.length - 1, source);
  const gap = list.items.length > 1 && isBlankAbove(last.start, source) ? '\n' : '';
  return intoLines(source, last.end, `${gap}${indented(entry, last.column)}`);
}

interface NewList {
  /** The key of the list, behind the one of the mapping that it is to stand in where that is new too. */
  readonly keys: YamlPath;
  readonly entry: string;
}

/** `path`: of the first of the keys. */
function intoMapping(file: YamlText, path: YamlPath, { keys, entry }: NewList): string {
  // A key that has nothing behind it is written anew.
  const isNew = file.document.getIn(path, true) === undefined && !file.document.hasIn(path);
  const { document, source } = isNew ? file : new YamlText(withoutKey(file, path));
  const map = document.getIn(path.slice(0, -1), true);
  const last = isMap(map) ? map.items.at(-1) : undefined;
  if (!isMap(map) || !last || !isNode(last.key)) throw new CannotChange('layout', path.join('.'));
  const end = contentEnd(last.value ?? last.key, source);
  if (map.flow) {
    const [outer = '', inner] = keys;
    const value = inner === undefined ? `[${flowOf(entry)}]` : `{ ${inner}: [${flowOf(entry)}] }`;
    return `${source.slice(0, end)}, ${outer}: ${value}${source.slice(end)}`;
  }
  const column = columnOf(startOf(map.items[0]?.key), source);
  const lines = keys.map((key, depth) => `${' '.repeat(column + 2 * depth)}${key}:`);
  const added = [...lines, indented(entry, column + 2 * keys.length)].join('\n');
  return intoLines(source, endOfLine(end, source), added);
}

/** Puts whole lines behind the line that ends at `at`. */
function intoLines(source: string, at: number, lines: string): string {
  const after = source.slice(at);
  return `${source.slice(0, at)}${withLineEnds(`\n${lines}`, source)}${after || withLineEnds('\n', source)}`;
}

function withLineEnds(lines: string, source: string): string {
  return source.includes('\r\n') ? lines.replaceAll('\n', '\r\n') : lines;
}

/** The entry on one line, for between brackets; one that stood between brackets already as it was written. */
function flowOf(entry: string): string {
  const node = parseDocument(entry).getIn([0], true);
  if (isCollection(node) && node.flow && node.range) return entry.slice(node.range[0], node.range[1]);
  return stringify([valueOfEntry(entry)], { collectionStyle: 'flow', lineWidth: 0 })
    .trim()
    .slice(1, -1)
    .trim();
}

function entryText(list: YAMLSeq, index: number, source: string): string {
  const item = list.items[index];
  if (!isNode(item) || !item.range) throw new CannotChange('layout', String(index));
  if (list.flow) return `- ${source.slice(item.range[0], item.range[1])}`;
  const { start, end, column } = linesOf(list, index, source);
  return source
    .slice(start, end)
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.slice(Math.min(column, line.length - line.trimStart().length)))
    .join('\n');
}

function indented(entry: string, column: number): string {
  return entry
    .split('\n')
    .map((line) => (line.trim() === '' ? line : ' '.repeat(column) + line))
    .join('\n');
}

function outOfBrackets(list: YAMLSeq, index: number, source: string): string {
  const [own, before, next] = [list.items[index], list.items[index - 1], list.items[index + 1]];
  const [start, end] = before
    ? [contentEnd(before, source), contentEnd(own, source)]
    : [startOf(own), next ? startOf(next) : contentEnd(own, source)];
  return source.slice(0, start) + source.slice(end);
}

function outOfLines(list: YAMLSeq, index: number, source: string): string {
  const { start, end } = linesOf(list, index, source);
  const isLast = source.slice(end).trim() === '';
  // One of the two empty lines that would meet, and the one before what was the end.
  const isGapLeft = isBlankAbove(start, source) && (isLast || lineAt(nextLine(end, source), source).trim() === '');
  const from = isGapLeft ? startOfLine(start - 1, source) : start;
  const after = source.slice(end).replace(/^\r?\n/, '');
  return source.slice(0, from) + after;
}

/** The file without a key of a mapping and all that is under it. */
function withoutKey({ document, source }: YamlText, path: YamlPath): string {
  const map = document.getIn(path.slice(0, -1), true);
  const index = isMap(map) ? map.items.findIndex(({ key }) => isScalar(key) && key.value === path.at(-1)) : -1;
  const pair = isMap(map) ? map.items[index] : undefined;
  if (!isMap(map) || !pair || !isNode(pair.key) || !pair.key.range || index === 0)
    throw new CannotChange('layout', path.join('.'));
  const end = contentEnd(pair.value ?? pair.key, source);
  if (map.flow) {
    const before = map.items[index - 1];
    const start = contentEnd(before?.value ?? before?.key, source);
    return source.slice(0, start) + source.slice(end);
  }
  const lineEnd = endOfLine(end, source);
  return source.slice(0, startOfLine(pair.key.range[0], source)) + source.slice(lineEnd).replace(/^\r?\n/, '');
}

function startOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

interface Lines {
  /** Offset of the first line, its comments above included. */
  readonly start: number;
  /** End of the last line, its line break not included. */
  readonly end: number;
  /** Of the hyphen. */
  readonly column: number;
}

function linesOf(list: YAMLSeq, index: number, source: string): Lines {
  const hyphen = hyphensOf(list)[index];
  if (hyphen === undefined) throw new CannotChange('layout', String(index));
  let start = startOfLine(hyphen, source);
  if (source.slice(start, hyphen).trim() !== '') throw new CannotChange('layout', String(index));
  const column = hyphen - start;
  const above = new RegExp(`^ {${column}}#`);
  while (start > 0 && above.test(lineAt(startOfLine(start - 1, source), source)))
    start = startOfLine(start - 1, source);
  return { start, end: withComments(endOfLine(contentEnd(list.items[index], source), source), column, source), column };
}

/** Comments below an entry that stand further in than its hyphen are its own. */
function withComments(end: number, column: number, source: string): number {
  const own = new RegExp(`^ {${column + 1},}#`);
  let last = end;
  for (let next = nextLine(last, source); own.test(lineAt(next, source)); next = nextLine(last, source)) {
    last = endOfLine(next, source);
  }
  return last;
}

function hyphensOf({ srcToken }: YAMLSeq & { srcToken?: CST.Token }): readonly number[] {
  if (srcToken?.type !== 'block-seq') return [];
  return srcToken.items.flatMap(({ start }) => start.find(({ type }) => type === 'seq-item-ind')?.offset ?? []);
}

/** Where the last words of a value end: comments behind it, which the library counts in, are not of it. */
function contentEnd(node: unknown, source: string): number {
  if (isCollection(node) && !node.flow && node.items.length > 0) {
    const last: unknown = node.items.at(-1);
    return contentEnd(isPair(last) ? (last.value ?? last.key) : last, source);
  }
  const end = isNode(node) ? node.range?.[1] : undefined;
  if (end === undefined) throw new CannotChange('layout', 'value');
  // Texts of several lines end after their last line break.
  return source.slice(0, end).trimEnd().length;
}

function isBlankAbove(start: number, source: string): boolean {
  return start > 0 && lineAt(startOfLine(start - 1, source), source).trim() === '';
}

function nextLine(end: number, source: string): number {
  const start = source.indexOf('\n', end);
  return start < 0 ? source.length : start + 1;
}

function lineAt(start: number, source: string): string {
  return source.slice(start, endOfLine(start, source));
}

function startOfLine(offset: number, source: string): number {
  return offset <= 0 ? 0 : source.lastIndexOf('\n', offset - 1) + 1;
}

/** Before its line break, whichever that is. */
function endOfLine(offset: number, source: string): number {
  const end = source.indexOf('\n', offset);
  if (end < 0) return source.length;
  return source.charAt(end - 1) === '\r' ? end - 1 : end;
}

function columnOf(offset: number, source: string): number {
  return offset - startOfLine(offset, source);
}
