/** What the workspace folders keep: annotations, document variables, and from when on to learn. */
import { message } from '../core/message.js';
import { AnnotationStore, codeCounts } from './annotationStore.js';
import { DocumentVariables } from './documentVariables.js';
import { LearningFile } from './learningFile.js';
import type { Surroundings } from './ports.js';
import type { FileProblem } from './state.js';

export interface Folder {
  readonly uri: string;
  readonly annotations: AnnotationStore;
  readonly variables: DocumentVariables;
  readonly learning: LearningFile;
}

export class Folders {
  readonly #surroundings: Surroundings;
  readonly #folders = new Map<string, Folder>();

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  /** Reads all that the folder keeps; it is there for others once that is done. */
  async add(uri: string): Promise<Folder> {
    const folder: Folder = {
      uri,
      annotations: new AnnotationStore(this.#surroundings, uri),
      variables: new DocumentVariables(this.#surroundings.files, uri),
      learning: new LearningFile(this.#surroundings, uri),
    };
    await Promise.all([folder.annotations.load(), folder.variables.load(), folder.learning.load()]);
    this.#folders.set(uri, folder);
    return folder;
  }

  remove(uri: string): void {
    this.#folders.delete(uri);
  }

  get(uri: string): Folder | undefined {
    return this.#folders.get(uri);
  }

  all(): readonly Folder[] {
    return [...this.#folders.values()];
  }

  /** The innermost folder that holds a file. */
  holding(uri: string): Folder | undefined {
    return [...this.#folders.values()]
      .filter((folder) => this.#surroundings.files.relative(folder.uri, uri) !== undefined)
      .sort((a, b) => b.uri.length - a.uri.length)[0];
  }

  /** A file as messages name it: by its path below its folder. */
  pathOf(uri: string): string {
    const folder = this.holding(uri);
    return (folder && this.#surroundings.files.relative(folder.uri, uri)) ?? uri;
  }

  /** Whether a URI is the folder's `.policy-lens`, or lies below it. */
  isOwn({ uri: folder }: Folder, uri: string): boolean {
    const { files } = this.#surroundings;
    const own = files.join(folder, '.policy-lens');
    return uri === own || files.relative(own, uri) !== undefined;
  }

  /** `isKnown`: whether a codebook has a code. */
  problems(isKnown: (code: string) => boolean): readonly FileProblem[] {
    return [...this.#folders.values()].flatMap(({ annotations, variables, learning }) => [
      ...annotations.problems(),
      ...unknownCodes(annotations, isKnown),
      ...variables.problems(),
      ...learning.problems(),
    ]);
  }
}

function unknownCodes(store: AnnotationStore, isKnown: (code: string) => boolean): readonly FileProblem[] {
  return store.files().flatMap(({ uri, path, file }) => {
    const unknown = [...codeCounts(file?.annotations ?? [])].filter(([code]) => !isKnown(code));
    const messages = unknown.map(([code, count]) => message('annotations.unknownCode', [code, count]));
    return messages.length > 0 ? [{ uri, path, messages }] : [];
  });
}
