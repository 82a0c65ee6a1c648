import * as vscode from 'vscode';
import type { FoundMove, ListCandidates } from '../../project/movedElsewhere.js';
import type { DocumentMove, Rename } from '../../project/movePlan.js';
import type { Project } from '../../project/project.js';
import { askToMove } from './askToMove.js';
import { mayBeText, sized, textsOfWorkspace } from './candidates.js';
import { moveLabel, tellMoved } from './moveWords.js';

/** Milliseconds without another file that comes or goes: a checkout, or a program that moves many, is over then. */
const QUIET = 1000;

/** Milliseconds after which documents that were moved while nobody was here are looked for: first comes what is on the screen. */
const AFTER_START = 4000;

/** Files that came and may yet turn out to be a document that goes later. */
const MOST_REMEMBERED = 500;

/** Files that came or went in one go; after more than this every document is read again. */
const MOST_TOUCHED = 10_000;

/**
 * Has annotations follow their documents: at once where these are renamed or moved in the editor, and by a question, asked once,
 * where that was done elsewhere.
 */
export class MovedDocuments implements vscode.Disposable {
  readonly #project: Project;
  readonly #log: vscode.LogOutputChannel;
  readonly #subscriptions: vscode.Disposable[];
  #watchers: vscode.Disposable[] = [];
  /** URIs of files that came, oldest first. */
  readonly #came = new Set<string>();
  /** URIs of files and folders that came or went. */
  readonly #touched = new Set<string>();
  /** URIs of the documents that a question was about. */
  readonly #asked = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isEverything = true;

  constructor(project: Project, log: vscode.LogOutputChannel) {
    this.#project = project;
    this.#log = log;
    this.#subscriptions = [
      vscode.workspace.onWillRenameFiles(({ files }) => project.moves.renaming(files.map(renameOf))),
      vscode.workspace.onDidRenameFiles(({ files }) => this.#do(this.#renamed(files.map(renameOf)))),
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.#watch();
        this.#isEverything = true;
        this.#lookAfter(AFTER_START);
      }),
    ];
    this.#watch();
    this.#lookAfter(AFTER_START);
  }

  #watch(): void {
    for (const watcher of this.#watchers) watcher.dispose();
    this.#watchers = (vscode.workspace.workspaceFolders ?? []).map((folder) => {
      const watcher = vscode.workspace.createFileSystemWatcher(
        new vscode.RelativePattern(folder, '**'),
        ...([false, true, false] as const),
      );
      watcher.onDidCreate((uri) => this.#cameOrWent(uri, true));
      watcher.onDidDelete((uri) => this.#cameOrWent(uri, false));
      return watcher;
    });
  }

  /** There may be tens of thousands at once, when packages are installed: what follows waits for the end. */
  #cameOrWent(uri: vscode.Uri, isThere: boolean): void {
    if (!mayBeText(uri)) return;
    const key = uri.toString();
    if (this.#touched.size < MOST_TOUCHED) this.#touched.add(key);
    if (isThere) this.#came.add(key);
    const [oldest] = this.#came;
    if (oldest !== undefined && this.#came.size > MOST_REMEMBERED) this.#came.delete(oldest);
    this.#lookAfter(QUIET);
  }

  async #renamed(renames: readonly Rename[]): Promise<void> {
    const moved = await this.#project.moves.renamed(renames, moveLabel);
    // Whoever undoes this wants the annotations there, though the document is not.
    for (const { from } of moved.documents) this.#asked.add(from.uri);
    tellMoved(moved, this.#log);
  }

  #lookAfter(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#do(this.#look()), milliseconds);
  }

  /** Documents that came or went are read again. */
  #readAgain(): void {
    const [touched, areAll] = [new Set(this.#touched), this.#touched.size >= MOST_TOUCHED];
    this.#touched.clear();
    if (touched.size === 0) return;
    for (const { ref } of this.#project.documents()) {
      if (areAll || withFolders(ref.uri).some((uri) => touched.has(uri))) this.#do(this.#project.fileChanged(ref.uri));
    }
  }

  async #look(): Promise<void> {
    this.#readAgain();
    const { moves } = this.#project;
    // Who edits a text that was deleted elsewhere may save it again.
    const missing = (await moves.missing()).filter(({ uri }) => !this.#asked.has(uri) && !isDirty(uri));
    if (missing.length === 0) return;
    const came = [...this.#came];
    const list: ListCandidates = this.#isEverything
      ? textsOfWorkspace
      : () => sized(came.map((uri) => vscode.Uri.parse(uri, true)));
    this.#isEverything = false;
    this.#came.clear();
    const found = (await moves.find(missing, list)).filter(({ hasOwn }) => !hasOwn);
    if (found.length > 0) await this.#ask(found);
  }

  async #ask(found: readonly FoundMove[]): Promise<void> {
    for (const { from } of found) this.#asked.add(from.uri);
    await this.#follow(await askToMove(found));
  }

  async #follow(chosen: readonly DocumentMove[]): Promise<void> {
    if (chosen.length > 0) tellMoved(await this.#project.moves.follow(chosen, moveLabel), this.#log);
  }

  /** Nobody waits for it: what goes wrong is logged. */
  #do(work: Promise<void>): void {
    work.catch((error: unknown) => this.#log.error(error instanceof Error ? error : String(error)));
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const each of [...this.#subscriptions, ...this.#watchers]) each.dispose();
  }
}

function renameOf({ oldUri, newUri }: { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }): Rename {
  return { from: oldUri.toString(), to: newUri.toString() };
}

function isDirty(uri: string): boolean {
  return vscode.workspace.textDocuments.some((document) => document.isDirty && document.uri.toString() === uri);
}

/** A file and the folders around it: one that comes or goes as a whole is told of without what lies in it. */
function withFolders(uri: string): readonly string[] {
  const names = uri.split('/');
  return names.map((_, index) => names.slice(0, index + 1).join('/'));
}
