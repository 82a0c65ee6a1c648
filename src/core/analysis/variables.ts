/** Variables of documents (year, programme, role ...), as `documents.csv` gives them. */
import { CsvError, parse } from 'csv-parse/sync';
import type { Variables } from '../exchange/exportDocument.js';
import { type Message, message } from '../message.js';

export interface ReadVariables {
  /** By the path of the document. */
  readonly byPath: ReadonlyMap<string, Variables>;
  readonly messages: readonly Message[];
}

const PATH_COLUMN = /^(?:path|pad|document|file|bestand)$/i;

/**
 * Reads a table with one document a row: a column `path` (below the workspace folder) and any others. Spreadsheets of
 * different countries separate by comma, semicolon or tab: the header says which. Never throws.
 */
export function readVariables(csv: string): ReadVariables {
  const text = csv.replace(/^\uFEFF/, '');
  const table = recordsOf(text);
  if ('problem' in table) return { byPath: new Map(), messages: [table.problem] };
  const [first, ...rows] = table.records;
  if (!first || text.trim() === '') return { byPath: new Map(), messages: [] };
  const header = first.cells.map((name) => name.trim());
  const pathColumn = header.findIndex((name) => PATH_COLUMN.test(name));
  if (pathColumn < 0) return { byPath: new Map(), messages: [problem('noPath', [], 1)] };
  const byPath = new Map<string, Variables>();
  const messages = headerProblems(header);
  for (const { cells, line } of rows) {
    const path = normalPath(cells[pathColumn] ?? '');
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (cells.length !== header.length) messages.push(problem('cells', [cells.length, header.length], line));
    if (path === '') messages.push(problem('emptyPath', [], line));
    if (byPath.has(path)) messages.push(problem('twice', [path], line));
    else if (path !== '') byPath.set(path, variablesOf(header, cells, pathColumn));
  }
  return { byPath, messages };
}

interface TableRecord {
  readonly cells: readonly string[];
  /** Of its last line, from 1. */
  readonly line: number;
}

/** RFC 4180, and the liberties that spreadsheets take with it. Only a quote that is never closed cannot be read. */
function recordsOf(text: string): { readonly records: readonly TableRecord[] } | { readonly problem: Message } {
  try {
    const options = { delimiter: delimiterOf(text), info: true, relax_column_count: true, relax_quotes: true } as const;
    // With `info` each record comes with its place, which the library's types leave out.
    const parsed = parse(text, options) as unknown as readonly { record: string[]; info: { lines: number } }[];
    return { records: parsed.map(({ record, info }) => ({ cells: record, line: info.lines })) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { problem: problem('quote', [], typeof error.lines === 'number' ? error.lines : 1) };
  }
}

/** Which of the usual separators the first line has most. */
function delimiterOf(text: string): string {
  const header = text.slice(0, Math.max(0, text.search(/\r?\n|$/)));
  const count = (separator: string) => header.split(separator).length;
  return [';', '\t'].reduce((best, separator) => (count(separator) > count(best) ? separator : best), ',');
}

/** `.\notes\letter.md` is how a person on Windows writes `notes/letter.md`. */
function normalPath(path: string): string {
  return path.trim().replaceAll('\\', '/').replace(/^\.\//, '');
}

function variablesOf(header: readonly string[], row: readonly string[], pathColumn: number): Variables {
  const cells = header.flatMap((name, column): [string, string][] =>
    name === '' || column === pathColumn ? [] : [[name, (row[column] ?? '').trim()]],
  );
  return Object.fromEntries(cells);
}

function headerProblems(header: readonly string[]): Message[] {
  return header.flatMap((name, column) =>
    name !== '' && header.indexOf(name) < column ? [problem('column', [name], 1)] : [],
  );
}

type Problem = 'noPath' | 'cells' | 'emptyPath' | 'twice' | 'column' | 'quote';

function problem(kind: Problem, args: readonly (string | number)[], line: number): Message {
  return message(`documents.csv.${kind}`, args, { line, column: 1 });
}
