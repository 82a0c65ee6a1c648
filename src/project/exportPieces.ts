/** An export as text, piece by piece, for whoever writes it: to a file, to standard output. */
import type { DocumentEntry } from '../core/exchange/documentEntry.js';
import { EXPORT_FORMATS, type RowFormat, rowJoiner } from '../core/exchange/formats.js';
import type { ExportHead } from '../core/exchange/json.js';

export interface ExportToWrite {
  readonly format: RowFormat;
  readonly head: ExportHead;
  /** Names of the variables that rows have. */
  readonly variables: readonly string[];
}

/** A document whose rows are written already, in the format of the export. */
export interface WrittenDocument {
  /** Undefined where the document could not be read. */
  readonly entry: DocumentEntry | undefined;
  readonly rows: string;
}

/** Rows as their documents come; the list of documents, which is only known then, at the end. */
export async function* exportPieces(
  { format: name, head, variables }: ExportToWrite,
  documents: AsyncIterable<WrittenDocument>,
): AsyncGenerator<string> {
  const format = EXPORT_FORMATS[name];
  const join = rowJoiner(format);
  const entries: DocumentEntry[] = [];
  yield format.start(head, variables);
  for await (const { entry, rows } of documents) {
    if (entry) entries.push(entry);
    yield join(rows);
  }
  yield format.end(entries);
}
