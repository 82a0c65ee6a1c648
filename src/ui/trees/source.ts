import type { Code, Codebook } from '../../core/codebook/codebook.js';
import type { Disposable } from '../../project/ports.js';
import type { DocumentState, FileProblem, ProjectChange } from '../../project/state.js';

/** What the two trees ask of the project. */
export interface TreeSource {
  documents(): readonly DocumentState[];
  document(uri: string): DocumentState | undefined;
  codebooks(): readonly Codebook[];
  /** The workspace's file that a codebook is in; undefined for one that comes with the extension. */
  codebookFile(id: string): { readonly path: string } | undefined;
  code(path: string): Code | undefined;
  problems(): readonly FileProblem[];
  onDidChange(listener: (change: ProjectChange) => void): Disposable;
}
