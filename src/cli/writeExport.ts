/** Writes an export as its documents come, with progress and a word about every document that has a problem. */
import type { Codebook } from '../core/codebook/codebook.js';
import type { RowFormat } from '../core/exchange/formats.js';
import { exportPieces } from '../project/exportPieces.js';
import { withOutput } from './output.js';
import type { Report } from './report.js';
import type { ScannedDocument } from './scanTask.js';
import { TOOL } from './tool.js';

export interface FileToWrite {
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
  { format, out, codebooks, variables, total }: FileToWrite,
  scanned: AsyncIterable<ScannedDocument>,
  report: Report,
): Promise<void> {
  let done = 0;
  async function* reported(): AsyncGenerator<ScannedDocument> {
    for await (const document of scanned) {
      done += 1;
      report.progress(`${done} of ${total} documents`);
      report.messages(document.name, document.problems);
      yield document;
    }
  }
  const head = { tool: TOOL, exportedAt: new Date().toISOString(), codebooks };
  await withOutput(out, async (write) => {
    for await (const piece of exportPieces({ format, head, variables }, reported())) await write(piece);
  });
  report.endProgress();
}
