/** JSON Lines: a row a line, nothing else. */
import type { Row } from './rows.js';

/** Lines with their ends; empty for no rows. */
export function jsonLines(rows: readonly Row[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}
