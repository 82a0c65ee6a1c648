/** The documents of a project: read while they are open, listed while they have annotations. */

import type { Variables } from '../core/exchange/exportDocument.js';
import type { Message } from '../core/message.js';
import type { Format } from '../core/text/policyText.js';
import type { Span, TextEdit } from '../core/text/span.js';
import { CarriedPlaces } from './carriedPlaces.js';
import type { DocumentContext } from './documentContext.js';
import { type CodingContext, DocumentEntry, type EditorText } from './documentEntry.js';
import type { Folder } from './folders.js';
import { type Edited, OpenDocument } from './openDocument.js';
import { Placing } from './placing.js';
import { isBelowFolder } from './safePath.js';
import type { DocumentRef, DocumentState } from './state.js';
import { tooLarge } from './storedText.js';
import { TaskQueue } from './taskQueue.js';

export class Documents {
  readonly #context: DocumentContext;
  readonly #placing: Placing;
  readonly #entries = new Map<string, DocumentEntry>();
  /** Documents that are not open are read one by one: there may be thousands. */
  readonly #background = new TaskQueue();
  readonly carried = new CarriedPlaces(this.#entries);
  /** Every document that was ever seen here: undoing may be about one that is closed. */
  readonly #refs = new Map<string, DocumentRef>();

  constructor(context: DocumentContext) {
    this.#context = context;
    this.#placing = new Placing(context);
  }

  states(): readonly DocumentState[] {
    return [...this.#entries.values()]
      .sort((a, b) => (a.ref.path < b.ref.path ? -1 : a.ref.path > b.ref.path ? 1 : 0))
      .map((entry) => entry.state(this.#codingContext()));
  }

  state(uri: string): DocumentState | undefined {
    const entry = this.#entries.get(uri);
    return entry?.state(this.#codingContext());
  }

  #codingContext(): CodingContext {
    return { coder: this.#context.settings().coder, codebooks: this.#context.tools.codebooks() };
  }

  editor(uri: string): EditorText | undefined {
    return this.#entries.get(uri)?.editor;
  }

  frontMatter(uri: string): Variables {
    return this.#entries.get(uri)?.frontMatter ?? {};
  }

  /** The entry of a document that was seen here; of one that is not listed any more a new one. */
  entry(uri: string): DocumentEntry | undefined {
    const ref = this.#refs.get(uri);
    return this.#entries.get(uri) ?? (ref && this.#add(ref));
  }

  /** A document that may not have been seen here before: it is listed when it gets annotations. */
  meet(ref: DocumentRef): void {
    if (!this.#refs.has(ref.uri)) this.#refs.set(ref.uri, ref);
  }

  #add(ref: DocumentRef): DocumentEntry {
    const entry = new DocumentEntry(ref);
    this.#entries.set(ref.uri, entry);
    this.#refs.set(ref.uri, ref);
    return entry;
  }

  open(ref: DocumentRef, { text, format }: { readonly text: string; readonly format: Format }): void {
    const entry = this.#entries.get(ref.uri) ?? this.#add(ref);
    entry.editor?.reading?.close();
    const reading = this.#fits(text) ? new OpenDocument(text, format, this.#context.tools) : undefined;
    entry.editor = { text, format, reading };
    entry.version++;
    entry.places.forget();
    this.carried.handTo(entry);
    entry.opening = this.refreshStored(entry);
    entry.problems = reading ? [] : [tooLarge(ref.path, text.length, this.#context.settings().maxLength)];
    this.#changed(entry);
    this.#read(entry);
    void this.#context.tasks.track(this.#settleOpen(entry));
  }

  #fits(text: string): boolean {
    return text.length <= this.#context.settings().maxLength;
  }

  #changed(entry: DocumentEntry): void {
    entry.changed();
    this.#context.changed(entry.ref.uri);
  }

  #read(entry: DocumentEntry): void {
    const reading = entry.editor?.reading;
    if (!reading) return;
    const read = reading.read({
      blockRead: (block, found) => entry.suggested.foresee(found, block, reading.text.text),
      sliceRead: () => this.#sliceRead(entry),
    });
    void this.#context.tasks.track(read);
  }

  #sliceRead(entry: DocumentEntry): void {
    this.#changed(entry);
    if (!entry.isAwaited || !entry.editor?.reading?.isReadThrough()) return;
    entry.isAwaited = false;
    this.#context.publish();
  }

  /** A text that was saved reads as when it is opened. */
  settleText(entry: DocumentEntry): void {
    if (entry.editor?.reading?.settle()) this.#read(entry);
  }

  /** What a person sees of a document is read first, and told of at once. */
  look(uri: string, spans: readonly Span[]): void {
    const entry = this.#entries.get(uri);
    if (!entry?.editor?.reading?.isReading()) return;
    entry.editor.reading.readFirst(spans);
    entry.isAwaited = true;
  }

  /** Where the annotations of an open document are, once it is known what is on disk. */
  async #settleOpen(entry: DocumentEntry): Promise<void> {
    await this.place(entry);
    await entry.readFrontMatter();
    this.#changed(entry);
  }

  refreshStored(entry: DocumentEntry): Promise<readonly Message[]> {
    return entry.refreshStored(this.#context.surroundings.files);
  }

  /** Puts the annotations of all coders in their places, in slices. What has its place keeps it. */
  async place(entry: DocumentEntry): Promise<void> {
    await this.#placing.place(entry);
    this.#changed(entry);
  }

  /** Everything that follows from an edit and cannot wait; the rest is read in slices. */
  edit(uri: string, edits: readonly TextEdit[], newText: string): void {
    const entry = this.#entries.get(uri);
    const { editor } = entry ?? {};
    if (!entry || !editor) return;
    if (this.#fits(newText) !== (editor.reading !== undefined)) {
      this.#edit(entry, edits, newText);
      this.open(entry.ref, { text: newText, format: editor.format });
      return;
    }
    const { isReadOn, isRecoded } = this.#edit(entry, edits, newText);
    if (isReadOn) this.#read(entry);
    if (isRecoded) this.#changed(entry);
    else this.#context.pushed(uri);
  }

  #edit(entry: DocumentEntry, edits: readonly TextEdit[], newText: string): Edited {
    const { sought, ...edited } = entry.edit(edits, newText, this.#context.settings().growsAtEdges);
    for (const each of sought) this.#placing.seek(entry, each);
    return edited;
  }

  close(uri: string): void {
    const entry = this.#entries.get(uri);
    if (!entry?.editor) return;
    entry.closed(this.#codingContext());
    entry.problems = entry.savingProblems = [];
    this.#context.changed(uri);
    this.#settleInBackground(entry);
  }

  setProblems(ref: DocumentRef, messages: readonly Message[]): void {
    const entry = this.#entries.get(ref.uri) ?? this.#add(ref);
    entry.problems = messages;
    this.#changed(entry);
    if (!entry.editor) this.#forgetIfEmpty(entry);
  }

  /** A document that is not open is listed for its annotations or its problems only. */
  #forgetIfEmpty(entry: DocumentEntry): void {
    if (entry.editor || entry.problems.length > 0 || entry.places.placed().length > 0) return;
    this.#entries.delete(entry.ref.uri);
    this.#context.changed(entry.ref.uri);
  }

  #settleInBackground(entry: DocumentEntry): void {
    const settled = this.#background.inOrder(async () => {
      await this.#context.surroundings.pause();
      if (this.#entries.get(entry.ref.uri) === entry && !entry.editor) await this.#settleClosed(entry);
    });
    void this.#context.tasks.track(settled);
  }

  /** Puts the annotations of a document that is not open in their places in the text on disk. */
  async #settleClosed(entry: DocumentEntry): Promise<void> {
    const messages = await this.readClosed(entry);
    if (entry.editor) return;
    await entry.readFrontMatter();
    this.finishClosed(entry, messages);
  }

  /** Reads a document that is not open, which may be another text than last time. Gives what is wrong with it. */
  async readClosed(entry: DocumentEntry): Promise<readonly Message[]> {
    const messages = await this.refreshStored(entry);
    if (entry.editor) return [];
    entry.places.forget();
    await this.place(entry);
    return messages;
  }

  /** Shows what was found in the text, and lets the text go again. */
  finishClosed(entry: DocumentEntry, messages: readonly Message[]): void {
    if (entry.editor) return;
    const isListed = entry.places.placed().length > 0;
    entry.problems = isListed ? messages : [];
    entry.settleClosed(this.#codingContext());
    this.#context.changed(entry.ref.uri);
    this.#forgetIfEmpty(entry);
  }

  /** Settles an entry again, in the way that fits it. */
  #settle(entry: DocumentEntry): void {
    if (entry.editor) void this.#context.tasks.track(this.place(entry));
    else this.#settleInBackground(entry);
  }

  /** A folder has been read: its documents with annotations are listed. */
  folderChanged(uri: string): void {
    const folder = this.#context.folders.get(uri);
    if (!folder) return;
    this.annotationsChanged(folder, [...folder.annotations.documents()]);
  }

  annotationsChanged(folder: Folder, paths: readonly string[]): void {
    for (const path of new Set(paths)) {
      if (!isBelowFolder(path)) continue;
      const uri = this.#context.surroundings.files.join(folder.uri, ...path.split('/'));
      const entry = this.#entries.get(uri) ?? this.#add({ uri, folder: folder.uri, path });
      this.#settle(entry);
    }
  }

  /** A document has changed on disk. What is open follows its editor, which hears of it too. */
  fileChanged(uri: string): void {
    const entry = this.#entries.get(uri);
    if (entry && !entry.editor) this.#settleInBackground(entry);
  }

  folderRemoved(uri: string): void {
    for (const entry of this.#in(uri)) {
      if (entry.editor) void this.#context.tasks.track(this.place(entry));
      else {
        this.#entries.delete(entry.ref.uri);
        this.#context.changed(entry.ref.uri);
      }
    }
  }

  urisIn(folder: string): readonly string[] {
    return this.#in(folder).map((entry) => entry.ref.uri);
  }

  #in(folder: string): readonly DocumentEntry[] {
    return [...this.#entries.values()].filter((entry) => entry.ref.folder === folder);
  }

  codebooksChanged(): void {
    for (const entry of this.#entries.values()) {
      entry.editor?.reading?.codebooksChanged();
      this.#changed(entry);
      this.#read(entry);
    }
  }

  settingsChanged(): void {
    for (const entry of this.#entries.values()) {
      const { editor } = entry;
      if (!editor) this.#settleInBackground(entry);
      else if (this.#fits(editor.text) !== (editor.reading !== undefined)) this.open(entry.ref, editor);
      else this.#changed(entry);
    }
  }

  dispose(): void {
    for (const entry of this.#entries.values()) entry.editor?.reading?.close();
    this.#entries.clear();
  }
}
