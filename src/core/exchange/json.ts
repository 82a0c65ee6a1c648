/**
 * The JSON export, piece by piece: rows come document by document and are let go, so that the memory it takes does not grow
 * with them. The list of documents is written after the rows, for only then is it known; the order of members means nothing.
 */
import { allCodes, type Bilingual, type Codebook } from '../codebook/codebook.js';
import type { DocumentEntry } from './documentEntry.js';
import type { Row } from './rows.js';

export const EXPORT_SCHEMA = 'policy-lens/export@1';
/** The `$id` of media/schemas/export-1.schema.json: a name, not an address on a network. */
export const EXPORT_SCHEMA_URI = 'policy-lens:/schemas/export-1.schema.json';

export interface Tool {
  readonly name: string;
  readonly version: string;
}

/** What an export says of itself before its rows. */
export interface ExportHead {
  readonly tool: Tool;
  /** ISO 8601, UTC. */
  readonly exportedAt: string;
  readonly codebooks: readonly Codebook[];
}

export interface CodeEntry {
  readonly path: string;
  readonly name: Bilingual;
  readonly definition: Bilingual;
}

export interface CodebookEntry {
  readonly id: string;
  readonly version: number;
  readonly title: Bilingual;
  readonly source: string;
  /** Parents before their sub-codes. */
  readonly codes: readonly CodeEntry[];
}

export function codebookEntry({ id, version, title, source, codes }: Codebook): CodebookEntry {
  const entries = [...allCodes(codes)].map(({ path, name, definition }) => ({ path, name, definition }));
  return { id, version, title, source, codes: entries };
}

export interface ExportObject {
  readonly $schema: typeof EXPORT_SCHEMA_URI;
  readonly schema: typeof EXPORT_SCHEMA;
  readonly tool: Tool;
  readonly exported_at: string;
  readonly codebooks: readonly CodebookEntry[];
  readonly annotations: readonly Row[];
  readonly documents: readonly DocumentEntry[];
}

/** Everything up to the first row. */
export function jsonStart({ tool, exportedAt, codebooks }: ExportHead): string {
  const head = {
    $schema: EXPORT_SCHEMA_URI,
    schema: EXPORT_SCHEMA,
    tool,
    exported_at: exportedAt,
    codebooks: codebooks.map(codebookEntry),
  } satisfies Partial<ExportObject>;
  const text = JSON.stringify(head, undefined, 2);
  return `${text.slice(0, text.lastIndexOf('\n}'))},\n  "annotations": [`;
}

/** Rows, a line each, to be joined by commas; empty for no rows. */
export function jsonRows(rows: readonly Row[]): string {
  return rows.map((row) => `\n    ${JSON.stringify(row)}`).join(',');
}

/** Everything after the last row. */
export function jsonEnd(documents: readonly DocumentEntry[]): string {
  const lines = documents.map((document) => `\n    ${JSON.stringify(document)}`).join(',');
  return `\n  ],\n  "documents": [${lines}\n  ]\n}\n`;
}
