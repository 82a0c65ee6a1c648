/** The one store that every view reads. It only wires its parts: reading, annotations, codebooks, history, events. */
import type { AnnotationFile } from '../core/annotation/annotationFile.js';
import type { Code, Codebook } from '../core/codebook/codebook.js';
import type { PackedIndexes } from '../core/codebook/compile.js';
import type { Variables } from '../core/exchange/exportDocument.js';
import type { Message } from '../core/message.js';
import type { Format, PolicyText } from '../core/text/policyText.js';
import type { Span, TextEdit } from '../core/text/span.js';
import { AnnotationCheck } from './annotationCheck.js';
import { BlockReading } from './blockReading.js';
import { type ChangeListener, ChangePublisher } from './changePublisher.js';
import { CodebookStore } from './codebookStore.js';
import { CodeChanges } from './codeChanges.js';
import { Decisions } from './decisions.js';
import type { DocumentContext } from './documentContext.js';
import { Documents } from './documents.js';
import { EarlierTexts } from './earlierTexts.js';
import { FileChanges } from './fileChanges.js';
import { Folders } from './folders.js';
import { Learning } from './learning.js';
import { Moves } from './moves.js';
import type { ReadingTools } from './openDocument.js';
import type { Disposable, Surroundings } from './ports.js';
import { type ProjectSettings, sameEntries } from './projectSettings.js';
import type { DocumentRef, DocumentState, FileProblem } from './state.js';
import { StepFiles } from './stepFiles.js';
import { Steps } from './steps.js';
import { TaskQueue } from './taskQueue.js';
import { Versions } from './versions.js';

export interface ProjectParts {
  readonly surroundings: Surroundings;
  /** Asked once, when the project is made. */
  readonly builtInCodebooks: () => Promise<readonly Codebook[]>;
  /** Those codebooks, compiled beforehand. */
  readonly packedIndexes?: PackedIndexes;
  readonly settings: ProjectSettings;
}

export class Project implements Disposable {
  readonly #publisher: ChangePublisher;
  readonly #tasks = new TaskQueue();
  readonly #codebooks: CodebookStore;
  readonly #folders: Folders;
  readonly #documents: Documents;
  readonly #decisions: Decisions;
  readonly #fileChanges: FileChanges;
  #settings: ProjectSettings;
  #haveCodebooks = false;
  readonly #isKnown = (code: string) => !this.#haveCodebooks || this.#codebooks.code(code) !== undefined;
  /** What texts are read with: an export that uses it too finds the same codes as the editor. */
  readonly readingTools: ReadingTools;
  readonly learning: Learning;
  /** On which annotations were made. */
  readonly earlierTexts: EarlierTexts;
  /** Earlier versions of annotation files. */
  readonly versions: Versions;
  /** Everything that was decided in this session. */
  readonly steps: Steps;
  readonly moves: Moves;
  readonly codeChanges: CodeChanges;
  readonly check: AnnotationCheck;

  constructor({ surroundings, builtInCodebooks, packedIndexes, settings }: ProjectParts) {
    this.#settings = settings;
    this.#publisher = new ChangePublisher(surroundings);
    this.#codebooks = new CodebookStore(surroundings.files, builtInCodebooks, packedIndexes);
    this.#folders = new Folders(surroundings);
    this.earlierTexts = new EarlierTexts(surroundings, this.#folders);
    const reading = new BlockReading();
    this.learning = new Learning({
      ...{ surroundings, reading, tasks: this.#tasks, folders: this.#folders },
      isOn: () => this.#settings.learns,
      codebooks: () => this.codebooks(),
      compiled: () => (this.#haveCodebooks ? this.#codebooks.asWritten(this.#settings.enabledCodes) : undefined),
      learned: () => this.#rescore(),
    });
    const compiled = () => this.#codebooks.compiled(this.#settings, this.learning.overlay);
    this.readingTools = { surroundings, reading, codebooks: () => (this.#haveCodebooks ? compiled() : undefined) };
    const context: DocumentContext = {
      surroundings,
      tasks: this.#tasks,
      tools: this.readingTools,
      folders: this.#folders,
      earlierTexts: this.earlierTexts,
      settings: () => this.#settings,
      changed: (uri) => this.#publisher.note({ documents: [uri], recoded: [uri] }),
      pushed: (uri) => this.#publisher.note({ documents: [uri] }),
      publish: () => this.#publisher.publish(),
    };
    this.#documents = new Documents(context);
    this.versions = new Versions(surroundings, this.#folders);
    this.#decisions = new Decisions(context, { documents: this.#documents, versions: this.versions });
    this.steps = new Steps({
      ...{ tasks: this.#tasks, decisions: this.#decisions },
      files: new StepFiles({
        ...{ surroundings, folders: this.#folders, versions: this.versions },
        // Not awaited: what follows from it waits for the step.
        written: (uri) => void this.fileChanged(uri),
      }),
      now: surroundings.now,
      coder: () => this.#settings.coder,
      decided: () => {
        this.#publisher.note({ history: true, problems: true });
        // A person who decides sees it at once.
        this.#publisher.publish();
        this.learning.changed();
      },
    });
    this.moves = new Moves({
      ...{ surroundings, tasks: this.#tasks, folders: this.#folders },
      ...{ documents: this.#documents, steps: this.steps, versions: this.versions },
    });
    const coded = { surroundings, folders: this.#folders, codebooks: this.#codebooks, steps: this.steps };
    this.codeChanges = new CodeChanges({ ...coded, isKnown: this.#isKnown });
    this.check = new AnnotationCheck({ surroundings, folders: this.#folders, isKnown: this.#isKnown });
    this.#fileChanges = new FileChanges({
      ...{ files: surroundings.files, tasks: this.#tasks, folders: this.#folders },
      ...{ codebooks: this.#codebooks, documents: this.#documents, versions: this.versions },
      codebooksChanged: () => this.#codebooksChanged(),
      decisionsChanged: () => this.learning.changed(),
      noted: (documents) => this.#publisher.note({ problems: true, documents }),
    });
    void this.#tasks.track(this.#loadCodebooks());
  }

  async #loadCodebooks(): Promise<void> {
    await this.#codebooks.loadBuiltIn();
    this.#haveCodebooks = true;
    this.#codebooksChanged();
  }

  /** Settings that are left out stay as they are. */
  configure(settings: Partial<ProjectSettings>): void {
    const before = this.#settings;
    this.#settings = { ...before, ...settings };
    const { coder, sensitivity, enabledCodes, maxLength, learns } = this.#settings;
    const areOtherCodes = !sameEntries(enabledCodes, before.enabledCodes);
    if (areOtherCodes) this.#codebooks.codesChanged();
    if (areOtherCodes) this.#codebooksChanged();
    else if (sensitivity !== before.sensitivity) this.#rescore();
    if (learns !== before.learns) this.learning.changed();
    if (coder !== before.coder || maxLength !== before.maxLength) this.#documents.settingsChanged();
  }

  #codebooksChanged(): void {
    this.#documents.codebooksChanged();
    this.#publisher.note({ codebooks: true, problems: true });
    this.learning.changed();
  }

  /** What was found counts otherwise. */
  #rescore(): void {
    this.#codebooks.scoringChanged();
    this.#documents.codebooksChanged();
  }

  /** Reads what the folder keeps in `.policy-lens`. Never rejects: what cannot be read is among the problems. */
  addFolder({ uri }: { readonly uri: string; readonly name: string }): Promise<void> {
    return this.#tasks.track(
      (async () => {
        await Promise.all([this.#folders.add(uri), this.#codebooks.addFolder(uri)]);
        if (!this.#folders.get(uri)) return this.#codebooks.removeFolder(uri);
        this.#codebooksChanged();
        this.#documents.folderChanged(uri);
        this.#publisher.note({ problems: true });
      })(),
    );
  }

  removeFolder(uri: string): void {
    this.#folders.remove(uri);
    this.#codebooks.removeFolder(uri);
    this.#documents.folderRemoved(uri);
    this.#codebooksChanged();
  }

  /** A file below a folder's `.policy-lens`, or a document that is not open, was made, changed or deleted. */
  fileChanged(uri: string): Promise<void> {
    return this.#tasks.track(this.#fileChanges.changed(uri));
  }

  /** A text that the editor shows. Opening one that is open replaces it. */
  open(ref: DocumentRef, text: string, format: Format): void {
    this.#documents.open(ref, { text, format });
    void this.#tasks.track(this.#fileChanges.opened(ref));
    this.learning.wake();
  }

  /** Where a person looks in a text that is being read: that is read, and told of, before the rest. */
  look(uri: string, spans: readonly Span[]): void {
    this.#documents.look(uri, spans);
  }

  /** The text of an open document, as its editor was last said to have it. */
  textOf(uri: string): string | undefined {
    return this.#documents.editor(uri)?.text;
  }

  /** An open document's text with its blocks, which a long text has only after a while; undefined where it is not read. */
  async splitText(uri: string): Promise<PolicyText | undefined> {
    await this.#documents.editor(uri)?.reading?.whenSplit();
    return this.document(uri)?.text;
  }

  /** `edits` all count in the text before them and do not overlap; `newText` is the text after. Cheap. */
  edit(uri: string, edits: readonly TextEdit[], newText: string): void {
    this.#documents.edit(uri, edits, newText);
  }

  /**
   * The editor has saved the document. Annotations are brought up to date with it: words inside a quotation were edited before
   * the person's eyes, and the quotation that is kept follows the text.
   */
  saved(uri: string): Promise<void> {
    return this.#tasks.inOrder(() => this.#decisions.saved(uri));
  }

  /** What was decided stays in view, as far as it is on disk. */
  close(uri: string): void {
    this.#documents.close(uri);
  }

  /** A document that cannot be read (not text, too large ...); no messages: it is a document like any other again. */
  setProblems(ref: DocumentRef, messages: readonly Message[]): void {
    this.#documents.setProblems(ref, messages);
  }

  /** Open documents and those with annotations, by path. */
  documents(): readonly DocumentState[] {
    return this.#documents.states();
  }

  document(uri: string): DocumentState | undefined {
    return this.#documents.state(uri);
  }

  codebooks(): readonly Codebook[] {
    return this.#codebooks.codebooks();
  }

  /** The file of a codebook; undefined for one that comes with the tool. */
  codebookFile(id: string): { readonly uri: string; readonly path: string } | undefined {
    return this.#codebooks.fileOf(id);
  }

  code(path: string): Code | undefined {
    return this.#codebooks.code(path);
  }

  /** Files that could not be used, or not wholly. */
  problems(): readonly FileProblem[] {
    return [...this.#codebooks.problems(), ...this.#folders.problems(this.#isKnown)];
  }

  /** The annotation files about a document, of all coders. */
  annotations({ folder, path }: DocumentRef): readonly AnnotationFile[] {
    return (folder && this.#folders.get(folder)?.annotations.of(path)) || [];
  }

  /** From `documents.csv`, over what a Markdown text says of itself in its front matter. */
  variables(ref: DocumentRef): Variables {
    const fromTable = ref.folder ? this.#folders.get(ref.folder)?.variables.of(ref.path) : undefined;
    return { ...this.#documents.frontMatter(ref.uri), ...fromTable };
  }

  /** Events come in the pauses of what happens, after decisions at once. */
  onDidChange(listener: ChangeListener): Disposable {
    return this.#publisher.onDidChange(listener);
  }

  /** Resolves when all that was begun has been read and written. */
  whenIdle(): Promise<void> {
    return this.#tasks.whenIdle();
  }

  dispose(): void {
    this.learning.dispose();
    this.#documents.dispose();
    this.#publisher.dispose();
  }
}
