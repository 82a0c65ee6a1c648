/** What an export knows of one document, and how a place in its text is named for analysis. */
import type { Coding } from '../analysis/coding.js';
import type { Language, ParsedBlock, PolicyText, Section } from '../text/policyText.js';

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
  readonly sections: readonly Section[];
  /** In document order, those without a place last. */
  readonly codings: readonly Coding[];
  readonly variables: Variables;
  /** Whether the text is what an editor shows, and not what is stored. */
  readonly unsaved: boolean;
}
