/**
 * The annotation files of one workspace folder: all coders' are read, only the user's own are written. What is on disk is
 * read again before every write, for another window or program may have been there.
 */
import type { Annotation } from '../core/annotation/annotation.js';
import { type AnnotationFile, type ReadAnnotations, readAnnotationFile } from '../core/annotation/annotationFile.js';
import { type Message, message } from '../core/message.js';
import {
  decoded,
  decodedQuietly,
  type FileAccess,
  type StoredAnnotations,
  type Updated,
  type UpdateFile,
  updateFile,
} from './annotationUpdate.js';
import { isTemporary, recoverLeftovers, removeLeftovers } from './atomicWrite.js';
import type { Files, Surroundings } from './ports.js';
import { reasonOf } from './reason.js';
import { annotationSegments, isBelowFolder, isSameName } from './safePath.js';
import type { FileProblem } from './state.js';

export type { StoredAnnotations, Updated, UpdateFile } from './annotationUpdate.js';

const FOLDER = ['.policy-lens', 'annotations'] as const;

/** Files that are read at the same time. */
const AT_ONCE = 32;

export interface OwnFile {
  readonly document: string;
  readonly coder: string;
}

export class AnnotationStore {
  readonly #surroundings: Pick<Surroundings, 'files' | 'newId' | 'now'>;
  readonly #folder: string;
  readonly #root: string;
  readonly #stored = new Map<string, StoredAnnotations>();
  #byDocument: ReadonlyMap<string, readonly AnnotationFile[]> | undefined;
  #unreadable: Message | undefined;

  constructor(surroundings: Pick<Surroundings, 'files' | 'newId' | 'now'>, folder: string) {
    this.#surroundings = surroundings;
    this.#folder = folder;
    this.#root = surroundings.files.join(folder, ...FOLDER);
  }

  /** Reads all files anew. */
  async load(): Promise<void> {
    const { files, now } = this.#surroundings;
    this.#stored.clear();
    this.#byDocument = undefined;
    this.#unreadable = undefined;
    try {
      const uris = await files.list(this.#root);
      const recovered = await this.#recover(uris, files.lock);
      await removeLeftovers(files, uris, now());
      const all = [...uris, ...recovered];
      for (let first = 0; first < all.length; first += AT_ONCE) {
        await Promise.all(all.slice(first, first + AT_ONCE).map((uri) => this.reload(uri)));
      }
    } catch (error) {
      this.#unreadable = message('document.unreadable', [FOLDER.join('/'), reasonOf(error)]);
    }
  }

  /** Whether `uri` is, or would be, one of the files here. */
  owns(uri: string): boolean {
    const isBelow = this.#surroundings.files.relative(this.#root, uri) !== undefined;
    return isBelow && uri.toLowerCase().endsWith('.json') && !isTemporary(uri);
  }

  /** Reads one file again; gives the paths of the documents whose annotations are others now. */
  async reload(uri: string): Promise<readonly string[]> {
    if (!this.owns(uri)) return [];
    const before = this.#stored.get(uri);
    const after = await this.#read(uri);
    if (after && after === before) return [];
    this.#set(uri, after);
    return [before, after].flatMap((stored) => (stored?.file ? [stored.file.document] : []));
  }

  /** Everybody of whom there is a file. */
  coders(): readonly string[] {
    return [...new Set(this.all().map(({ coder }) => coder))];
  }

  /** Paths of all documents with an annotation file. */
  documents(): ReadonlySet<string> {
    return new Set(this.#ofDocuments().keys());
  }

  /** The files about a document, of all coders, by the coder's name. */
  of(document: string): readonly AnnotationFile[] {
    return this.#ofDocuments().get(document) ?? [];
  }

  /** The files about all documents, of all coders. */
  all(): readonly AnnotationFile[] {
    return [...this.#ofDocuments().values()].flat();
  }

  #ofDocuments(): ReadonlyMap<string, readonly AnnotationFile[]> {
    if (this.#byDocument) return this.#byDocument;
    const files = [...this.#stored.values()].flatMap(({ file }) =>
      file && isBelowFolder(file.document) ? [file] : [],
    );
    files.sort((a, b) => (a.coder < b.coder ? -1 : a.coder > b.coder ? 1 : 0));
    const byDocument = new Map<string, AnnotationFile[]>();
    for (const file of files) byDocument.set(file.document, [...(byDocument.get(file.document) ?? []), file]);
    this.#byDocument = byDocument;
    return byDocument;
  }

  #set(uri: string, stored: StoredAnnotations | undefined): void {
    if (stored) this.#stored.set(uri, stored);
    else this.#stored.delete(uri);
    this.#byDocument = undefined;
  }

  /** As the file at `uri` was last read or written. */
  stored(uri: string): StoredAnnotations | undefined {
    return this.#stored.get(uri);
  }

  files(): readonly StoredAnnotations[] {
    return [...this.#stored.values()];
  }

  problems(): readonly FileProblem[] {
    const problems = [...this.#stored.values()].filter(({ messages }) => messages.length > 0);
    const ofFiles = problems.map(({ uri, path, messages }): FileProblem => ({ uri, path, messages }));
    const folder = { uri: this.#root, path: FOLDER.join('/') };
    return this.#unreadable ? [{ ...folder, messages: [this.#unreadable] }, ...ofFiles] : ofFiles;
  }

  /** Whether there is a file, in whatever state. */
  has(own: OwnFile): boolean {
    return this.#stored.has(this.uriOf(own));
  }

  /** As messages name the file. */
  pathOf(own: OwnFile): string {
    return this.#relative(this.uriOf(own));
  }

  uriOf({ coder, document }: OwnFile): string {
    return this.#surroundings.files.join(this.#root, ...annotationSegments(coder, document));
  }

  /**
   * Changes a coder's file of a document, beginning from what is on disk now, and gives it as it is after. `update` may be asked
   * more than once. Gives messages instead where it could not: the file has problems of its own, or the file system refuses;
   * both leave the file as it was.
   */
  async update(own: OwnFile, update: UpdateFile): Promise<Updated> {
    const uri = this.uriOf(own);
    try {
      return await updateFile(this.#access(own, uri), update);
    } catch (error) {
      return { messages: [message('annotations.readOnly', [this.#relative(uri), reasonOf(error)])] };
    }
  }

  #access(own: OwnFile, uri: string): FileAccess {
    return {
      ...{ uri, path: this.#relative(uri), empty: { ...own, sha256: '', annotations: [] } },
      ...{ files: this.#surroundings.files, newId: this.#surroundings.newId },
      known: () => this.#stored.get(uri),
      read: () => this.#read(uri),
      recovered: () => this.#recovered(own),
      set: (stored) => this.#set(uri, stored),
    };
  }

  /** A version that was on its way when a program was ended, and whose file is gone. */
  async #recovered({ coder, document }: OwnFile): Promise<StoredAnnotations | undefined> {
    const { files } = this.#surroundings;
    const folder = files.join(this.#root, ...annotationSegments(coder, document).slice(0, -1));
    const uri = this.uriOf({ coder, document });
    await this.#recover((await files.list(folder)).filter((each) => each.startsWith(uri)));
    return this.#read(uri);
  }

  #recover(uris: readonly string[], lock?: Files['lock']): Promise<readonly string[]> {
    const isSound = (bytes: Uint8Array, uri: string) =>
      this.#inPlace(uri, readAnnotationFile(decodedQuietly(bytes) ?? '')).writable;
    return recoverLeftovers(this.#surroundings.files, uris, { isSound, lock });
  }

  async #read(uri: string): Promise<StoredAnnotations | undefined> {
    const path = this.#relative(uri);
    let text: string;
    try {
      const bytes = await this.#surroundings.files.read(uri);
      if (!bytes) return undefined;
      text = decoded(bytes);
    } catch (error) {
      const messages = [message('document.unreadable', [path, reasonOf(error)])];
      return { uri, path, messages, writable: false };
    }
    const known = this.#stored.get(uri);
    if (known?.text === text) return known;
    const read = this.#inPlace(uri, readAnnotationFile(text));
    return this.#isOldName(read, text) ? undefined : { ...read, text };
  }

  /** Where upper and lower case are one, a renamed file answers to its old name too; it is there once. */
  #isOldName({ uri, file }: StoredAnnotations, text: string): boolean {
    const now = file && this.uriOf(file);
    return now !== undefined && now !== uri && isSameName(uri, now) && this.#stored.get(now)?.text === text;
  }

  /** A file that lies where its `document` and `coder` do not say is shown, but there is no telling which of the two is true. */
  #inPlace(uri: string, read: ReadAnnotations): StoredAnnotations {
    const path = this.#relative(uri);
    const expected = read.file ? this.uriOf(read.file) : uri;
    const isOutside = read.file !== undefined && !isBelowFolder(read.file.document);
    if (expected.normalize() === uri.normalize() && !isOutside) return { uri, path, ...read };
    const misplaced = message('annotations.misplaced', [this.#relative(expected)]);
    return { uri, path, ...read, messages: [...read.messages, misplaced], writable: false };
  }

  #relative(uri: string): string {
    return this.#surroundings.files.relative(this.#folder, uri) ?? uri;
  }
}

/** How many annotations have a code. */
export function codeCounts(annotations: readonly Annotation[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { codes } of annotations) for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}
