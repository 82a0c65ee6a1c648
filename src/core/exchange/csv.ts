/**
 * CSV after RFC 4180, with the line ends that it asks for. Cells that a spreadsheet would run as a formula get an apostrophe
 * in front (OWASP, CSV Injection); numbers stay numbers.
 */
import { stringify } from 'csv-stringify/sync';
import { COLUMNS, variableColumn } from './columns.js';
import type { Row } from './rows.js';

type Cell = string | number | null;

/** OWASP names the line feed too; the library leaves it. */
function withoutLeadingLineFeed(text: string): string {
  return text.startsWith('\n') ? `'${text}` : text;
}

const OPTIONS = {
  record_delimiter: 'windows',
  escape_formulas: true,
  // With a record delimiter of its own the library leaves a lone CR or LF in a cell unquoted.
  quoted_match: /[\r\n]/,
  cast: { string: withoutLeadingLineFeed },
} as const;

function cellsOf(row: Row, variables: readonly string[]): readonly Cell[] {
  const fixed = COLUMNS.map((column) => (column === 'evidence' ? row.evidence.join('; ') : row[column]));
  return [...fixed, ...variables.map((name) => row[variableColumn(name)] ?? '')];
}

/** The first record: the names of all columns, `variables` last. */
export function csvHeader(variables: readonly string[]): string {
  return stringify([[...COLUMNS, ...variables.map(variableColumn)]], OPTIONS);
}

/** Records with their ends; empty for no rows. The same `variables` as in the header. */
export function csvRows(rows: readonly Row[], variables: readonly string[]): string {
  return stringify(
    rows.map((row) => [...cellsOf(row, variables)]),
    OPTIONS,
  );
}
