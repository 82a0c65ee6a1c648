/**
 * Where in a YAML file a place is, as a path of keys and positions: for completion and hover, so also in a file that is not
 * valid because someone is typing in it. Goes by lines and indentation, the way such a file is read by eye.
 */
import { scanFlow, unquoted } from './yamlFlow.js';
import type { YamlPath } from './yamlSource.js';

export interface YamlSpot {
  /** `key`: of the mapping in which a key is being typed; `value`: of the value. */
  readonly path: YamlPath;
  /** `key` also for an entry of a list, which may become a mapping. */
  readonly expects: 'key' | 'value';
  /** UTF-16 offset where what is being typed starts. */
  readonly start: number;
  /** Keys that the mapping has already, above the place. */
  readonly keys: readonly string[];
}

/** A mapping or list that is open at a line, by the column in which its keys or hyphens stand. */
type Level =
  | { readonly kind: 'map'; readonly column: number; key: string; readonly keys: string[] }
  | { readonly kind: 'list'; readonly column: number; index: number };

const KEY = /^("[^"]*"|'[^']*'|[^\s#"'[\]{},:&*!|>%@`-][^\s#:{}[\],]*)\s*:(?=\s|$)/u;

/** What stands at an offset; undefined inside comments and texts over several lines. */
export function yamlSpotAt(source: string, offset: number): YamlSpot | undefined {
  const levels: Level[] = [];
  let lineStart = 0;
  while (lineStart <= offset) {
    const newline = source.indexOf('\n', lineStart);
    const lineEnd = newline < 0 ? source.length : newline;
    const isLast = offset <= lineEnd;
    const line = readLine(source, { start: lineStart, end: isLast ? offset : lineEnd }, levels, isLast);
    if (isLast && line.isComment) return undefined;
    const value = source.charAt(line.valueStart);
    if (value === '{' || value === '[') {
      const { closedAt, spot } = scanFlow(source, line.valueStart, offset);
      if (closedAt === undefined) return { ...spot, path: [...pathOf(levels), ...spot.path] };
      if (isLast) return undefined;
      lineStart = nextLine(source, closedAt);
      continue;
    }
    if (isLast) return spotInLine(levels, line);
    lineStart = lineEnd + 1;
    if (/^[|>][-+\d]*\s*(#.*)?$/.test(source.slice(line.valueStart, lineEnd))) {
      lineStart = afterBlockText(source, lineStart, line.column);
      if (lineStart > offset) return undefined;
    }
  }
  return undefined;
}

interface Line {
  /** Column of the key, or of what stands behind the hyphens. */
  readonly column: number;
  readonly hasKey: boolean;
  readonly isComment: boolean;
  /** Offset of the value, or of the unfinished key. */
  readonly valueStart: number;
}

/** Reads one line and brings the open levels up to date. `isLast`: an empty line counts, the cursor stands there. */
function readLine(
  source: string,
  { start, end }: { start: number; end: number },
  levels: Level[],
  isLast: boolean,
): Line {
  const text = source.slice(start, end);
  let column = /^ */.exec(text)?.[0].length ?? 0;
  const isEmpty = column === text.trimEnd().length || text.trim() === '';
  const isComment = text.charAt(column) === '#' || (isLast && /\s#/.test(text.replace(/"[^"]*"|'[^']*'/g, '')));
  if (isComment || (isEmpty && !isLast)) return { column, hasKey: false, isComment, valueStart: end };
  for (let hyphen = /^-( +|$)/.exec(text.slice(column)); hyphen; hyphen = /^-( +|$)/.exec(text.slice(column))) {
    enterList(levels, column);
    column += hyphen[0].length;
  }
  const key = KEY.exec(text.slice(column));
  if (key || isLast) closeDeeper(levels, column);
  if (!key) return { column, hasKey: false, isComment: false, valueStart: start + column };
  enterKey(levels, column, unquoted(key[1] ?? ''));
  const value = column + key[0].length + (/^\s*/.exec(text.slice(column + key[0].length))?.[0].length ?? 0);
  return { column, hasKey: true, isComment: false, valueStart: start + value };
}

function closeDeeper(levels: Level[], column: number): void {
  for (let last = levels.at(-1); last; last = levels.at(-1)) {
    if (last.column < column || (last.column === column && last.kind === 'map')) return;
    levels.pop();
  }
}

function enterList(levels: Level[], column: number): void {
  for (let last = levels.at(-1); last && last.column > column; last = levels.at(-1)) levels.pop();
  const last = levels.at(-1);
  if (last?.kind === 'list' && last.column === column) last.index++;
  else levels.push({ kind: 'list', column, index: 0 });
}

function enterKey(levels: Level[], column: number, key: string): void {
  const last = levels.at(-1);
  if (last?.kind === 'map' && last.column === column) {
    last.key = key;
    last.keys.push(key);
  } else {
    levels.push({ kind: 'map', column, key, keys: [key] });
  }
}

function spotInLine(levels: readonly Level[], line: Line): YamlSpot {
  const start = line.valueStart;
  if (line.hasKey) return { path: pathOf(levels), expects: 'value', start, keys: [] };
  const last = levels.at(-1);
  // A key beside others: the path is that of the mapping, without the key that came last.
  if (last?.kind === 'map' && last.column === line.column) {
    return { path: pathOf(levels.slice(0, -1)), expects: 'key', start, keys: last.keys };
  }
  return { path: pathOf(levels), expects: 'key', start, keys: [] };
}

function pathOf(levels: readonly Level[]): YamlPath {
  return levels.map((level) => (level.kind === 'map' ? level.key : level.index));
}

function nextLine(source: string, offset: number): number {
  const newline = source.indexOf('\n', offset);
  return newline < 0 ? source.length + 1 : newline + 1;
}

/** Start of the first line after a text over several lines, which goes on as long as lines stand further in. */
function afterBlockText(source: string, from: number, column: number): number {
  let lineStart = from;
  while (lineStart < source.length) {
    const line = source.slice(lineStart, nextLine(source, lineStart));
    const indent = /^ */.exec(line)?.[0].length ?? 0;
    if (line.trim() !== '' && indent <= column) return lineStart;
    lineStart = nextLine(source, lineStart);
  }
  return lineStart;
}
