import type { RowFields } from './rows.js';

/** The columns of a row for analysis, in the order of the CSV file. Names and meanings are a promise (export@1). */
export const COLUMNS = [
  'annotation_id',
  'document',
  'document_sha256',
  'language',
  'section',
  'paragraph',
  'sentence',
  'start',
  'end',
  'start_cp',
  'end_cp',
  'line',
  'column',
  'quote',
  'prefix',
  'suffix',
  'codebook',
  'code',
  'code_path',
  'code_name_nl',
  'code_name_en',
  'coder',
  'status',
  'origin',
  'score',
  'evidence',
  'anchor_state',
  'memo',
  'created',
  'modified',
] as const satisfies readonly (keyof RowFields)[];

/** The column of a document variable. */
export function variableColumn(name: string): `var_${string}` {
  return `var_${name}`;
}
