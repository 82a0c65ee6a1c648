/** Keeps what a person decides: one document after the other, each in that coder's own file. */
import type { Change } from '../core/annotation/annotation.js';
import { type Message, message } from '../core/message.js';
import { lineEndMap } from '../core/text/lineEnds.js';
import type { DocumentContext } from './documentContext.js';
import { followSave, type Kept, keepDecisions, placeAtOnce } from './documentDecisions.js';
import type { DocumentEntry } from './documentEntry.js';
import type { Documents } from './documents.js';
import type { DocumentRef } from './state.js';
import type { StoredText } from './storedText.js';
import type { Versions } from './versions.js';

/** What one coder decided in one document. */
interface OfFile {
  readonly document: string;
  readonly coder: string;
}

type KeptOfFile = Kept & OfFile;

export interface DecisionsParts {
  readonly documents: Documents;
  readonly versions: Versions;
}

export class Decisions {
  readonly #context: DocumentContext;
  readonly #documents: Documents;
  readonly #versions: Versions;

  constructor(context: DocumentContext, { documents, versions }: DecisionsParts) {
    this.#context = context;
    this.#versions = versions;
    this.#documents = documents;
  }

  /** New annotations are in their places at once, before anything is written. */
  place(coder: string, changes: readonly Change[]): void {
    for (const [{ document, coder: maker }, ofFile] of byFile(coder, changes)) {
      const entry = this.#documents.entry(document);
      if (entry?.editor) placeAtOnce(entry, maker, ofFile);
    }
  }

  /** A document that perhaps nobody has opened, about which something is going to be decided. */
  meet(document: DocumentRef): void {
    this.#documents.meet(document);
  }

  /**
   * Writes the decisions, file by file; one that cannot be written does not keep the others from it. `bulk`: what is being done,
   * where it is done to many at once.
   */
  async keep(coder: string, changes: readonly Change[], bulk?: string): Promise<readonly KeptOfFile[]> {
    const all: KeptOfFile[] = [];
    for (const [file, ofFile] of byFile(coder, changes)) {
      const kept = await this.#keepIn(file, ofFile, bulk);
      const ofWhom = file.coder === coder ? {} : { coder: file.coder };
      all.push({ ...kept, ...file, changes: kept.changes.map((change) => ({ ...change, ...ofWhom })) });
    }
    return all;
  }

  async #keepIn({ document: uri, coder }: OfFile, changes: readonly Change[], bulk?: string): Promise<Kept> {
    const entry = this.#documents.entry(uri);
    const { folder } = entry?.ref ?? {};
    const store = folder === undefined ? undefined : this.#context.folders.get(folder)?.annotations;
    if (!entry || !store) return refused(message('annotations.noFolder', [entry?.ref.path ?? uri]));
    if (coder === '') return refused(message('annotations.noCoder'));
    const unread = entry.editor ? await this.#documents.refreshStored(entry) : await this.#documents.readClosed(entry);
    const annotations = store.uriOf({ coder, document: entry.ref.path });
    await (bulk === undefined ? this.#versions.beforeWrite(annotations) : this.#versions.beforeBulk(annotations, bulk));
    const { newId } = this.#context.surroundings;
    const kept = await keepDecisions({ entry, store, coder, changes, newId });
    await this.#settle(entry, unread);
    return kept;
  }

  async #settle(entry: DocumentEntry, unread: readonly Message[]): Promise<void> {
    await this.#documents.place(entry);
    this.#documents.finishClosed(entry, unread);
  }

  /** Brings annotations up to date with a document that was saved. */
  async saved(uri: string): Promise<void> {
    const entry = this.#documents.entry(uri);
    const { folder } = entry?.ref ?? {};
    if (!entry?.editor) return;
    this.#documents.settleText(entry);
    const { version, editor } = entry;
    await this.#documents.refreshStored(entry);
    // In an encoding that is not ours to know; what was just saved is what the editor shows.
    if (entry.version === version) entry.stored = asSaved(entry.stored, editor.text);
    await entry.readFrontMatter();
    const store = folder === undefined ? undefined : this.#context.folders.get(folder)?.annotations;
    const { coder } = this.#context.settings();
    if (store && coder !== '') entry.savingProblems = await followSave(entry, store, coder);
    await this.#documents.place(entry);
  }
}

function asSaved(stored: StoredText | undefined, text: string): StoredText | undefined {
  return stored && !lineEndMap(text, stored.text) ? { ...stored, text } : stored;
}

function refused(reason: Message): Kept {
  return { isKept: false, changes: [], messages: [reason] };
}

function byFile(coder: string, changes: readonly Change[]): readonly (readonly [OfFile, readonly Change[]])[] {
  const groups = new Map<string, [OfFile, Change[]]>();
  for (const change of changes) {
    const file = { document: change.document, coder: change.coder ?? coder };
    const key = `${file.coder}\n${file.document}`;
    const group = groups.get(key);
    if (group) group[1].push(change);
    else groups.set(key, [file, [change]]);
  }
  return [...groups.values()];
}
