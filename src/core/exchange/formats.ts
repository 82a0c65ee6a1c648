/** The three forms of an export as one shape, so that whoever writes one need not know which. */
import { csvHeader, csvRows } from './csv.js';
import type { DocumentEntry } from './documentEntry.js';
import { type ExportHead, jsonEnd, jsonRows, jsonStart } from './json.js';
import { jsonLines } from './jsonl.js';
import type { RowFormat } from './rowFormats.js';
import type { Row } from './rows.js';

export type { RowFormat } from './rowFormats.js';

/** Written as start, rows (pieces that are not empty, `between` in between), end. `variables`: names of all documents'. */
export interface ExportFormat {
  start(head: ExportHead, variables: readonly string[]): string;
  rows(rows: readonly Row[], variables: readonly string[]): string;
  readonly between: string;
  end(documents: readonly DocumentEntry[]): string;
}

export const EXPORT_FORMATS: Readonly<Record<RowFormat, ExportFormat>> = {
  json: { start: jsonStart, rows: jsonRows, between: ',', end: jsonEnd },
  jsonl: { start: () => '', rows: jsonLines, between: '', end: () => '' },
  csv: { start: (_head, variables) => csvHeader(variables), rows: csvRows, between: '', end: () => '' },
};

/** Puts pieces of rows after one another; each call gives what to write for the next one. */
export function rowJoiner(format: ExportFormat): (piece: string) => string {
  let isFirst = true;
  return (piece) => {
    if (piece === '') return '';
    const joined = isFirst ? piece : `${format.between}${piece}`;
    isFirst = false;
    return joined;
  };
}
