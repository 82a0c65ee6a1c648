/** Variables of documents (year, programme, role ...), as `documents.csv` gives them. */
import { dsvFormat } from 'd3-dsv';
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
  const rows = dsvFormat(delimiterOf(text)).parseRows(text);
  const header = (rows[0] ?? []).map((name) => name.trim());
  const pathColumn = header.findIndex((name) => PATH_COLUMN.test(name));
  if (text.trim() === '') return { byPath: new Map(), messages: [] };
  if (pathColumn < 0) return { byPath: new Map(), messages: [problem('noPath', [], 1)] };
  const byPath = new Map<string, Variables>();
  const messages = headerProblems(header);
  let line = 1 + linesOf(rows[0] ?? []);
  for (const row of rows.slice(1)) {
    const path = normalPath(row[pathColumn] ?? '');
    const isEmpty = row.every((cell) => cell.trim() === '');
    if (!isEmpty && row.length !== header.length) messages.push(problem('cells', [row.length, header.length], line));
    if (!isEmpty && path === '') messages.push(problem('emptyPath', [], line));
    if (byPath.has(path)) messages.push(problem('twice', [path], line));
    else if (path !== '') byPath.set(path, variablesOf(header, row, pathColumn));
    line += linesOf(row);
  }
  return { byPath, messages };
}

/** Which of the usual separators the first line has most. */
function delimiterOf(text: string): string {
  const header = text.slice(0, Math.max(0, text.search(/\r?\n|$/)));
  const count = (separator: string) => header.split(separator).length;
  return [';', '\t'].reduce((best, separator) => (count(separator) > count(best) ? separator : best), ',');
}

function linesOf(row: readonly string[]): number {
  return row.reduce((lines, cell) => lines + cell.split('\n').length - 1, 1);
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

type Problem = 'noPath' | 'cells' | 'emptyPath' | 'twice' | 'column';

function problem(kind: Problem, args: readonly (string | number)[], line: number): Message {
  return message(`documents.csv.${kind}`, args, { line, column: 1 });
}
