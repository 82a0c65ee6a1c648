/** Notes values in a codebook file and leaves all the rest as its author laid it out, comments and line breaks too. */
import { type Document, isAlias, isMap, isNode, isScalar, type Pair, parseDocument, type YAMLMap } from 'yaml';
import type { YamlPath } from './yamlSource.js';

/** A value to be put under a key of the mapping at a path. */
export interface YamlNote {
  /** Path of a mapping, or of an indicator that is only a pattern, which becomes the `any` of a mapping. */
  readonly path: YamlPath;
  readonly key: string;
  /** On one line, as YAML; undefined: the key is taken away. */
  readonly value: string | undefined;
  /** A new key is put after the last of these that is there; after all others where none is. */
  readonly after: readonly string[];
}

interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The file with all notes in it; a note on a path that the file does not have is passed over. The same twice changes nothing. */
export function noteInYaml(source: string, notes: readonly YamlNote[]): string {
  const document = parseDocument(source, { keepSourceTokens: false, uniqueKeys: false });
  const splices = notes.flatMap((note) => spliceOf(note, document, source) ?? []);
  return [...splices]
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end), source);
}

function spliceOf(note: YamlNote, document: Document, source: string): Splice | undefined {
  const node = document.getIn(note.path, true);
  if (isMap(node)) return inMapping(note, node, source);
  if (note.value === undefined || !isNode(node) || !node.range || !(isScalar(node) || isAlias(node))) return undefined;
  const [start, end] = node.range;
  return { start, end, text: `{ any: ${quoted(source.slice(start, end))}, ${note.key}: ${note.value} }` };
}

/** Words that mean the same in brackets as without: everything else has to stand in quotes there, unless it already does. */
function quoted(written: string): string {
  return /^["']/.test(written) || /^[\p{L}\p{N}][\p{L}\p{N}*'’ .-]*$/u.test(written)
    ? written
    : JSON.stringify(written);
}

/** One entry of a mapping, with its places in the file. */
interface Entry {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

function inMapping({ key, value, after }: YamlNote, map: YAMLMap, source: string): Splice | undefined {
  const entries = map.items.flatMap((pair) => entryOf(pair, source) ?? []);
  const index = entries.findIndex((entry) => entry.key === key);
  const known = entries[index];
  if (known && value !== undefined) return { start: known.start, end: known.end, text: `${key}: ${value}` };
  if (known) return map.flow ? outOfBrackets(entries, index) : outOfLines(known, source);
  const last = entries.findLast((entry) => after.includes(entry.key)) ?? entries.at(-1);
  if (value === undefined || !last) return undefined;
  if (map.flow) return { start: last.end, end: last.end, text: `, ${key}: ${value}` };
  const lineEnd = source.indexOf('\n', last.end);
  const start = lineEnd < 0 ? source.length : lineEnd;
  return { start, end: start, text: `\n${indentOf(entries[0]?.start ?? 0, source)}${key}: ${value}` };
}

function entryOf({ key, value }: Pair, source: string): Entry | undefined {
  if (!isScalar(key) || !key.range) return undefined;
  const valueEnd = isNode(value) ? (value.range?.[1] ?? key.range[1]) : key.range[1];
  // Lists and mappings of several lines end after their last line break.
  const end = source.slice(0, valueEnd).trimEnd().length;
  return { key: String(key.value), start: key.range[0], end };
}

function outOfBrackets(entries: readonly Entry[], index: number): Splice | undefined {
  const own = entries[index];
  const before = entries[index - 1];
  const next = entries[index + 1];
  if (!own) return undefined;
  if (before) return { start: before.end, end: own.end, text: '' };
  return { start: own.start, end: next?.start ?? own.end, text: '' };
}

/** The entry with its line break; not for the first one of a list item, whose line holds the hyphen too. */
function outOfLines({ start, end }: Entry, source: string): Splice | undefined {
  const lineStart = source.lastIndexOf('\n', start - 1);
  if (lineStart < 0 || source.slice(lineStart, start).trim() !== '') return undefined;
  const lineEnd = source.indexOf('\n', end);
  return { start: lineStart, end: lineEnd < 0 ? source.length : lineEnd, text: '' };
}

/** Blanks up to the column of a key: it may have a hyphen before it. */
function indentOf(start: number, source: string): string {
  return ' '.repeat(start - (source.lastIndexOf('\n', start - 1) + 1));
}
