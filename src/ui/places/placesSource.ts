import type { AnnotationFile } from '../../core/annotation/annotationFile.js';
import type { Code } from '../../core/codebook/codebook.js';
import type { PolicyText } from '../../core/text/policyText.js';
import type { Disposable } from '../../project/ports.js';
import type { DocumentRef, DocumentState, ProjectChange } from '../../project/state.js';

/** What the review of places asks of the project. */
export interface PlacesSource {
  documents(): readonly DocumentState[];
  document(uri: string): DocumentState | undefined;
  code(path: string): Code | undefined;
  /** An open document's text with its blocks; undefined where it is not read. */
  splitText(uri: string): Promise<PolicyText | undefined>;
  /** The annotation files about a document, of all coders. */
  annotations(document: DocumentRef): readonly AnnotationFile[];
  /** The texts that annotations were made on, as far as they are kept. */
  readonly earlierTexts: { find(sha256: string, uri: string): Promise<string | undefined> };
  onDidChange(listener: (change: ProjectChange) => void): Disposable;
}
