/** What an export knows of one document, and how a place in its text is named for analysis. */
import type { Coding } from '../analysis/coding.js';
import type { Language, ParsedBlock, PolicyText } from '../text/policyText.js';

/** Values of a document by the name of the variable, as in `documents.csv`. */
export type Variables = Readonly<Record<string, string>>;

/** A document that was looked at, with all that is coded in it: also when that is nothing. */
export interface ExportDocument {
  /** As rows name it; with `/`. */
  readonly path: string;
  /** Of the text that all positions count in. */
  readonly sha256: string;
  /** The language of most of it. */
  readonly language: Language;
  readonly text: PolicyText;
  /** One for each block of `text`. */
  readonly parsed: readonly ParsedBlock[];
  /** In document order, those without a place last. */
  readonly codings: readonly Coding[];
  readonly variables: Variables;
  /**
   * Whose text it is: that of the file, or what an editor shows and has not saved. `missing`: there is no document any more,
   * only its annotations; it has no text, and `sha256` is of the text that they were made in.
   */
  readonly source: 'stored' | 'unsaved' | 'missing';
}
