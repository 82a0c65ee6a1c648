/** What goes to a scanning thread and comes back: plain data, rows already written in their format. */
import type { Codebook } from '../core/codebook/codebook.js';
import type { Variables } from '../core/exchange/exportDocument.js';
import type { RowFormat } from '../core/exchange/formats.js';
import type { Message } from '../core/message.js';
import type { WrittenDocument } from '../project/exportPieces.js';

/** The same for every document of a scan. */
export interface ScanSettings {
  readonly codebooks: readonly Codebook[];
  /** See `CodebooksInForce`. */
  readonly areBuiltIn: boolean;
  /** 0..1; undefined: the detector's own. */
  readonly minScore: number | undefined;
  readonly format: RowFormat;
  /** Names of the variables that rows have. */
  readonly variables: readonly string[];
}

/** A document to scan: by its file, or with its text. */
export interface ScanSource {
  readonly name: string;
  readonly variables: Variables;
  readonly from: { readonly file: string } | { readonly text: string };
}

export interface ScannedDocument extends WrittenDocument {
  readonly name: string;
  readonly problems: readonly Message[];
}
