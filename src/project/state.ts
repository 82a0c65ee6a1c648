/** The snapshot that every view reads. Only `Project` makes new ones. */
import type { Coding } from '../core/analysis/coding.js';
import type { Message } from '../core/message.js';
import type { ParsedBlock, PolicyText } from '../core/text/policyText.js';

/** A document by the URI that the editor knows and the path that exports name. */
export interface DocumentRef {
  readonly uri: string;
  /** URI of the workspace folder that holds it; undefined for a file without a folder, whose decisions cannot be kept. */
  readonly folder: string | undefined;
  /** Path below the folder, with `/`; the file's name where there is no folder. */
  readonly path: string;
}

export interface DocumentState {
  readonly ref: DocumentRef;
  /** Whether the text is open in the editor: only then are there suggestions. */
  readonly isOpen: boolean;
  /** Whether the first analysis has not finished yet. */
  readonly isReading: boolean;
  /** Undefined for a document that is not open, or that cannot be read (see `problems`). */
  readonly text: PolicyText | undefined;
  /** One for each block of `text`, as far as it has been read. */
  readonly parsed: readonly (ParsedBlock | undefined)[];
  /** All codings in document order; those without a place last. Rejected ones included: views leave them out. */
  readonly codings: readonly Coding[];
  readonly problems: readonly Message[];
}

/** A file that could not be used, and why. */
export interface FileProblem {
  readonly uri: string;
  /** As exports and messages name it. */
  readonly path: string;
  readonly messages: readonly Message[];
}

/** What has changed since the last event. */
export interface ProjectChange {
  /** URIs of the documents whose state is new. */
  readonly documents: ReadonlySet<string>;
  /**
   * Those among them whose codings may be others, read otherwise or stand on other lines. In the rest an edit only pushed codings
   * along, as editors do with marks by themselves.
   */
  readonly recoded: ReadonlySet<string>;
  readonly codebooks: boolean;
  readonly problems: boolean;
  readonly history: boolean;
}
