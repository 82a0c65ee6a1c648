/** Changes of codes that reach their annotations, of all coders in all documents: what they would touch, and doing them as one step. */
import { type FileToRecode, type Recoding, recodeAnnotations } from '../core/annotation/recodeAnnotations.js';
import type { CodeChange, CodePaths, Refusal } from '../core/codebook/changeCodesCheck.js';
import type { Message } from '../core/message.js';
import { codeCounts, type StoredAnnotations } from './annotationStore.js';
import type { CodebookStore } from './codebookStore.js';
import type { Folder, Folders } from './folders.js';
import type { FileChange } from './history.js';
import type { Surroundings } from './ports.js';
import { isBelowFolder } from './safePath.js';
import type { Steps } from './steps.js';

export interface CodeChangesParts {
  readonly surroundings: Pick<Surroundings, 'files' | 'now'>;
  readonly folders: Folders;
  readonly codebooks: CodebookStore;
  readonly steps: Steps;
  /** Whether a codebook has a code. */
  isKnown(code: string): boolean;
}

/** The annotations that have one of some codes. */
export interface Touched {
  readonly annotations: number;
  readonly documents: number;
  /** How many each coder has, by name. */
  readonly coders: ReadonlyMap<string, number>;
  /** Files that have such annotations, or may have them, and cannot be written; as messages name them. */
  readonly unwritable: readonly string[];
}

/** A code that annotations have and no codebook has. */
export interface UnknownCode extends Touched {
  readonly path: string;
}

/** The files of codebooks as they would be. */
export interface PreparedChange {
  readonly files: readonly FileChange[];
  readonly paths: CodePaths;
}

export interface CodesStep {
  /** In the user's language. */
  readonly label: string;
  readonly recoding: Recoding;
  readonly files: readonly FileChange[];
}

/** One file of annotations, with the URI of its document. */
interface Found extends FileToRecode {
  readonly stored: StoredAnnotations;
}

/** The text of a codebook that comes with the tool. */
export type BuiltInText = (id: string) => Promise<string>;

export class CodeChanges {
  readonly #parts: CodeChangesParts;

  constructor(parts: CodeChangesParts) {
    this.#parts = parts;
  }

  /** What is affected when something becomes of these codes. Files that cannot be read may have them too. */
  touched(codes: Iterable<string>): Touched {
    const wanted = new Set(codes);
    const tally = new Tally();
    if (wanted.size === 0) return tally.sum([]);
    for (const found of this.#files()) {
      const count = found.file.annotations.filter((each) => each.codes.some((code) => wanted.has(code))).length;
      if (count > 0) tally.add(found, count);
    }
    const unread = this.#parts.folders.all().flatMap(({ annotations }) => annotations.files());
    return tally.sum(unread.flatMap(({ file, path }) => (file ? [] : [path])));
  }

  /** By path. */
  unknownCodes(): readonly UnknownCode[] {
    const tallies = new Map<string, Tally>();
    for (const found of this.#files()) {
      for (const [code, count] of codeCounts(found.file.annotations)) {
        if (this.#parts.isKnown(code)) continue;
        const tally = tallies.get(code) ?? new Tally();
        tallies.set(code, tally);
        tally.add(found, count);
      }
    }
    const paths = [...tallies].sort(([a], [b]) => (a < b ? -1 : 1));
    return paths.map(([path, tally]) => ({ path, ...tally.sum([]) }));
  }

  /**
   * Works out what a change does to the files of codebooks; nothing is written. One that comes with the tool is changed in a copy
   * in the first folder, which takes its place.
   */
  async prepare(change: CodeChange, builtInText: BuiltInText): Promise<PreparedChange | { readonly refused: Refusal }> {
    const sources = new Map<string, Source>();
    for (const id of codebooksOf(change)) {
      const source = await this.#source(id, builtInText);
      if (!source) return { refused: { reason: 'mistakes', names: [id] } };
      sources.set(id, source);
    }
    const { changeCodes } = await import('../core/handwritten.js');
    const texts = new Map([...sources].map(([id, { text }]) => [id, text.replace(BYTE_ORDER_MARK, '')]));
    const changed = changeCodes(change, texts);
    if ('refused' in changed) return changed;
    const files = [...sources].flatMap(([id, { uri, text, isNew }]): FileChange[] => {
      const after = changed.texts.get(id);
      const mark = BYTE_ORDER_MARK.exec(text)?.[0] ?? '';
      return after === undefined ? [] : [{ uri, before: isNew ? undefined : text, after: mark + after }];
    });
    return { files, paths: changed.paths };
  }

  /** Ids of the codebooks of a change that come with the tool: they would be copied. */
  copies(change: CodeChange): readonly string[] {
    return codebooksOf(change).filter((id) => !this.#parts.codebooks.fileOf(id));
  }

  async #source(id: string, builtInText: BuiltInText): Promise<Source | undefined> {
    const { surroundings, codebooks, folders } = this.#parts;
    const file = codebooks.fileOf(id);
    if (file) {
      const bytes = await surroundings.files.read(file.uri);
      const text = bytes && decoded(bytes);
      return text === undefined ? undefined : { uri: file.uri, text, isNew: false };
    }
    const [folder] = folders.all();
    if (!folder) return undefined;
    const uri = surroundings.files.join(folder.uri, '.policy-lens', 'codebooks', `${id}.yaml`);
    return { uri, text: await builtInText(id), isNew: true };
  }

  /** Does it, as one step that can be undone. Where a codebook cannot be written nothing is done; what cannot be kept is told. */
  apply({ label, recoding, files }: CodesStep): Promise<readonly Message[]> {
    const { surroundings, steps } = this.#parts;
    const writable = this.#files().filter(({ stored }) => stored.writable);
    return steps.apply(label, recodeAnnotations(writable, recoding, surroundings.now().toISOString()), files);
  }

  #files(): readonly Found[] {
    return this.#parts.folders.all().flatMap((folder) => this.#filesIn(folder));
  }

  #filesIn({ uri, annotations }: Folder): readonly Found[] {
    const { files } = this.#parts.surroundings;
    return annotations.files().flatMap((stored) => {
      const { file } = stored;
      if (!file || !isBelowFolder(file.document)) return [];
      return [{ document: files.join(uri, ...file.document.split('/')), file, stored }];
    });
  }
}

/** Counts annotations over files. */
class Tally {
  readonly #coders = new Map<string, number>();
  readonly #documents = new Set<string>();
  readonly #unwritable: string[] = [];

  add({ document, file: { coder }, stored }: Found, count: number): void {
    this.#documents.add(document);
    this.#coders.set(coder, (this.#coders.get(coder) ?? 0) + count);
    if (!stored.writable) this.#unwritable.push(stored.path);
  }

  /** `unread`: files that could not be looked into. */
  sum(unread: readonly string[]): Touched {
    const annotations = [...this.#coders.values()].reduce((sum, count) => sum + count, 0);
    const unwritable = [...this.#unwritable, ...unread];
    return { annotations, documents: this.#documents.size, coders: this.#coders, unwritable };
  }
}

interface Source {
  readonly uri: string;
  /** As it stands on disk. */
  readonly text: string;
  /** Whether there is no file yet. */
  readonly isNew: boolean;
}

const BYTE_ORDER_MARK = /^\uFEFF/;

/** Undefined for what is no UTF-8: writing it back would lose something. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function codebooksOf(change: CodeChange): readonly string[] {
  const target = change.kind === 'merge' ? change.into : change.kind === 'move' ? change.under : change.path;
  return [...new Set([change.path, target].map((path) => path.split('/', 1)[0] ?? ''))];
}
