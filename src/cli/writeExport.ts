/** Writes an export as its documents come, with progress and a word about every document that has a problem. */
import type { Codebook } from '../core/codebook/codebook.js';
import type { DocumentEntry } from '../core/exchange/documentEntry.js';
import { EXPORT_FORMATS, type RowFormat, rowJoiner } from '../core/exchange/formats.js';
import { withOutput } from './output.js';
import type { Report } from './report.js';
import type { ScannedDocument } from './scanTask.js';
import { TOOL } from './tool.js';

export interface ExportToWrite {
  readonly format: RowFormat;
  /** File to write; undefined: standard output. */
  readonly out: string | undefined;
  readonly codebooks: readonly Codebook[];
  /** Names of the variables that rows have. */
  readonly variables: readonly string[];
  /** How many documents will come. */
  readonly total: number;
}

export async function writeExport(
  { format: name, out, codebooks, variables, total }: ExportToWrite,
  scanned: AsyncIterable<ScannedDocument>,
  report: Report,
): Promise<void> {
  const format = EXPORT_FORMATS[name];
  const join = rowJoiner(format);
  const entries: DocumentEntry[] = [];
  let done = 0;
  await withOutput(out, async (write) => {
    await write(format.start({ tool: TOOL, exportedAt: new Date().toISOString(), codebooks }, variables));
    for await (const document of scanned) {
      done += 1;
      report.progress(`${done} of ${total} documents`);
      report.messages(document.name, document.problems);
      if (document.entry !== undefined) entries.push(document.entry);
      await write(join(document.rows));
    }
    await write(format.end(entries));
  });
  report.endProgress();
}
