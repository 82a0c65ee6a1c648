/** What follows from a file that was made, changed or deleted: each is told to the part that keeps it. */
import { isPassing } from './atomicWrite.js';
import type { CodebookStore } from './codebookStore.js';
import type { Documents } from './documents.js';
import type { Folder, Folders } from './folders.js';
import type { Files } from './ports.js';
import type { DocumentRef } from './state.js';
import type { TaskQueue } from './taskQueue.js';
import type { Versions } from './versions.js';

export interface FileChangesParts {
  readonly files: Pick<Files, 'list' | 'relative'>;
  readonly tasks: TaskQueue;
  readonly folders: Folders;
  readonly codebooks: CodebookStore;
  readonly documents: Documents;
  readonly versions: Pick<Versions, 'afterReplacing'>;
  /** Other codebooks are in force. */
  codebooksChanged(): void;
  /** Decisions may be others, or count from another time on. */
  decisionsChanged(): void;
  /** Files may have other problems, and these documents (URIs) another state. */
  noted(documents: readonly string[]): void;
}

export class FileChanges {
  readonly #parts: FileChangesParts;

  constructor(parts: FileChangesParts) {
    this.#parts = parts;
  }

  /** A file below a folder's `.policy-lens`, or a document that is not open. */
  async changed(uri: string): Promise<void> {
    if (isPassing(uri)) return;
    const { folders, codebooks, documents, noted, codebooksChanged, decisionsChanged } = this.#parts;
    const folder = folders.holding(uri);
    if (folder && codebooks.owns(folder.uri, uri)) {
      await codebooks.reload(folder.uri, uri);
      codebooksChanged();
    } else if (folder?.annotations.owns(uri)) await this.#annotationsChanged(folder, uri);
    else if (folder?.variables.owns(uri)) {
      await folder.variables.load();
      noted(documents.urisIn(folder.uri));
    } else if (folder?.learning.owns(uri)) {
      await folder.learning.load();
      noted([]);
      decisionsChanged();
    } else if (folder && folders.isOwn(folder, uri)) await this.#folderChanged(folder, uri);
    else documents.fileChanged(uri);
  }

  /**
   * The annotation files of a document that is opened are looked at again: watchers of whole trees miss what is written in a folder
   * that was made a moment before.
   */
  async opened({ folder: uri, path: document }: DocumentRef): Promise<void> {
    const folder = uri === undefined ? undefined : this.#parts.folders.get(uri);
    if (!folder) return;
    const { annotations } = folder;
    const files = annotations.coders().map((coder) => annotations.uriOf({ coder, document }));
    await Promise.all(files.map((file) => this.#annotationsChanged(folder, file)));
  }

  async #annotationsChanged(folder: Folder, uri: string): Promise<void> {
    const { tasks, documents, versions, noted, decisionsChanged } = this.#parts;
    // Behind the decisions that are being written: what they wrote is no news then.
    const paths = await tasks.inOrder(async () => {
      const before = folder.annotations.stored(uri);
      const changed = await folder.annotations.reload(uri);
      if (folder.annotations.stored(uri) === before) return undefined;
      if (changed.length > 0 && before?.text !== undefined) await versions.afterReplacing(uri, before.text);
      return changed;
    });
    // As it was: most files of a document that is opened, and what comes back to us of our own writing.
    if (!paths) return;
    documents.annotationsChanged(folder, paths);
    noted([]);
    if (paths.length > 0) decisionsChanged();
  }

  /** A folder that comes or goes as a whole (a checkout, a colleague's first decision) is told of without its files. */
  async #folderChanged(folder: Folder, uri: string): Promise<void> {
    const { files, codebooks } = this.#parts;
    const known = [...folder.annotations.files().map((file) => file.uri), ...codebooks.uris(folder.uri)];
    // What is no folder, or cannot be listed, holds nothing.
    const found = await files.list(uri).catch(() => []);
    const below = [...found, ...known].filter((file) => files.relative(uri, file) !== undefined);
    const isOurs = (file: string) => folder.annotations.owns(file) || codebooks.owns(folder.uri, file);
    await Promise.all([...new Set(below)].filter(isOurs).map((file) => this.changed(file)));
  }
}
