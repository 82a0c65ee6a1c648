/** Which annotation files follow when files or whole folders get another name. */
import type { AnnotationStore, StoredAnnotations } from './annotationStore.js';
import type { Folder, Folders } from './folders.js';
import type { Files } from './ports.js';
import { annotationSegments, isBelowFolder } from './safePath.js';
import type { DocumentRef } from './state.js';

/** A file or a folder that has another name now. URIs. */
export interface Rename {
  readonly from: string;
  readonly to: string;
}

/** A document, and where it is now. */
export interface DocumentMove {
  readonly from: DocumentRef;
  readonly to: DocumentRef;
}

export interface PlannedMove extends DocumentMove {
  readonly store: AnnotationStore;
  /** Of all coders. */
  readonly files: readonly StoredAnnotations[];
}

/** Below the folder, above the coder's name: `.policy-lens/annotations`. */
const LEVELS_ABOVE_CODER = 2;

export class MovePlan {
  readonly #files: Pick<Files, 'join' | 'relative'>;
  readonly #folders: Folders;

  constructor(files: Pick<Files, 'join' | 'relative'>, folders: Folders) {
    this.#files = files;
    this.#folders = folders;
  }

  /** A file by the innermost workspace folder that holds it; `folder` is undefined where none does. */
  refOf(uri: string): DocumentRef {
    const folder = this.#folders.holding(uri);
    const path = folder && this.#files.relative(folder.uri, uri);
    return { uri, folder: folder?.uri, path: path ?? uri.slice(uri.lastIndexOf('/') + 1) };
  }

  /** The documents with annotation files that a rename is about. */
  moves(rename: Rename): readonly PlannedMove[] {
    return this.#folders.all().flatMap((folder) => this.#inFolder(folder, rename));
  }

  #inFolder(folder: Folder, rename: Rename): readonly PlannedMove[] {
    const byDocument = new Map<string, StoredAnnotations[]>();
    const renamed = this.#files.relative(folder.uri, rename.from);
    if (renamed === undefined) return [];
    for (const stored of folder.annotations.files()) {
      const document = documentOf(stored, renamed);
      if (document === undefined) continue;
      const files = byDocument.get(document);
      if (files) files.push(stored);
      else byDocument.set(document, [stored]);
    }
    return [...byDocument].map(([path, files]) => {
      const below = path.slice(renamed.length + 1);
      const uri = below === '' ? rename.to : this.#files.join(rename.to, ...below.split('/'));
      const from = { uri: this.#files.join(folder.uri, ...path.split('/')), folder: folder.uri, path };
      return { from, to: this.refOf(uri), store: folder.annotations, files };
    });
  }
}

/** The document that an annotation file is about, where that is `renamed` or lies below it. */
function documentOf(stored: StoredAnnotations, renamed: string): string | undefined {
  const document = stored.file?.document;
  if (document === undefined || document === '') return unreadDocument(stored, renamed);
  const isMeant = document === renamed || document.startsWith(`${renamed}/`);
  return isMeant && isBelowFolder(document) && !isEmpty(stored) ? document : undefined;
}

/** A file whose last annotation was deleted has nothing that could get lost. */
function isEmpty({ file, writable }: StoredAnnotations): boolean {
  return writable && file?.annotations.length === 0;
}

/** Of a file that says nothing, only where it lies tells what it is about. */
function unreadDocument({ path }: StoredAnnotations, renamed: string): string | undefined {
  const lies = path.split('/').slice(LEVELS_ABOVE_CODER + 1);
  const asFile = annotationSegments('', renamed).slice(1);
  const asFolder = annotationSegments('', `${renamed}/_`).slice(1, -1);
  if (lies.join('/') === asFile.join('/')) return renamed;
  if (lies.length <= asFolder.length || !asFolder.every((name, level) => name === lies[level])) return undefined;
  return [renamed, ...lies.slice(asFolder.length)].join('/').replace(/\.json$/, '');
}
