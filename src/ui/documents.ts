import * as vscode from 'vscode';
import { applyEdits } from '../core/text/applyEdits.js';
import type { Format } from '../core/text/policyText.js';
import type { TextEdit } from '../core/text/span.js';
import type { Project } from '../project/project.js';
import type { ContextKeys } from './platform/contextKeys.js';
import { refOf } from './platform/documentRef.js';
import { lengthOf, toEdits, toSpan } from './platform/positions.js';
import { onDidChangeSettings, readSettings } from './platform/settings.js';

/** Texts from git, diffs and output channels are not documents of the workspace, nor is what was learned from these. */
const NOT_FILES: ReadonlySet<string> = new Set([
  'git',
  'output',
  'vscode',
  'walkThrough',
  'policy-lens-version',
  'policy-lens-check',
  'search-editor',
  'policy-lens-learned',
  'policy-lens-places',
]);

/** Hands every open text to the project, and every change of it, as long as it is open and of a language that is read. */
export class Documents implements vscode.Disposable {
  readonly #subscriptions: vscode.Disposable[];
  #languageIds: ReadonlySet<string> = new Set(readSettings().languageIds);

  constructor(
    private readonly project: Project,
    private readonly keys: ContextKeys,
  ) {
    const { workspace } = vscode;
    this.#subscriptions = [
      workspace.onDidOpenTextDocument((document) => this.#open(document)),
      workspace.onDidCloseTextDocument((document) => this.project.close(document.uri.toString())),
      workspace.onDidChangeTextDocument((event) => this.#edit(event)),
      workspace.onDidSaveTextDocument((document) => void this.project.saved(document.uri.toString())),
      vscode.window.onDidChangeActiveTextEditor(() => this.#updateKeys()),
      vscode.window.onDidChangeVisibleTextEditors((editors) => this.#look(editors)),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#look([textEditor])),
      onDidChangeSettings(() => this.#languagesChanged()),
    ];
    for (const document of workspace.textDocuments) this.#open(document);
    this.#look(vscode.window.visibleTextEditors);
  }

  isRead(document: vscode.TextDocument): boolean {
    return !NOT_FILES.has(document.uri.scheme) && this.#languageIds.has(document.languageId);
  }

  #open(document: vscode.TextDocument): void {
    if (this.isRead(document)) this.project.open(refOf(document.uri), document.getText(), formatOf(document));
    this.#updateKeys();
  }

  #edit(event: vscode.TextDocumentChangeEvent): void {
    if (event.contentChanges.length === 0 || !this.isRead(event.document)) return;
    const edits = toEdits(event.contentChanges);
    this.project.edit(event.document.uri.toString(), edits, this.#textAfter(event.document, edits));
  }

  /** `getText` joins all lines, which takes as long as everything else at a keystroke: only where edits are not all there is. */
  #textAfter(document: vscode.TextDocument, edits: readonly TextEdit[]): string {
    const before = this.project.textOf(document.uri.toString());
    const after = before === undefined ? undefined : applyEdits(before, edits);
    return after?.length === lengthOf(document) ? after : document.getText();
  }

  /** What is in sight is read before the rest. */
  #look(editors: readonly vscode.TextEditor[]): void {
    for (const { document, visibleRanges } of editors) {
      const spans = visibleRanges.map((range) => toSpan(document, range));
      this.project.look(document.uri.toString(), spans);
    }
  }

  #languagesChanged(): void {
    this.#languageIds = new Set(readSettings().languageIds);
    for (const document of vscode.workspace.textDocuments) {
      const isOpen = this.project.document(document.uri.toString())?.isOpen ?? false;
      if (this.isRead(document) && !isOpen) this.#open(document);
      else if (!this.isRead(document) && isOpen) this.project.close(document.uri.toString());
    }
    this.#updateKeys();
  }

  #updateKeys(): void {
    const active = vscode.window.activeTextEditor?.document;
    this.keys.isReadable.set(active !== undefined && this.isRead(active));
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

function formatOf(document: vscode.TextDocument): Format {
  return document.languageId === 'markdown' ? 'markdown' : 'plain';
}
