import * as vscode from 'vscode';
import { isAdvice } from '../../core/codebook/advice.js';
import type { Message } from '../../core/message.js';
import { isCodebookFile } from '../platform/codebookFiles.js';

/** Typing goes on for a while in a line that is wrong until it is finished. */
const DELAY = 300;

export type FormatMessage = (message: Message) => string;

/** Shows what is wrong with a codebook while it is being written. */
export class CodebookDiagnostics implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('policyLens.codebooks');
  readonly #formatMessage: FormatMessage;
  readonly #waiting = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #subscriptions: readonly vscode.Disposable[];

  constructor(formatMessage: FormatMessage) {
    this.#formatMessage = formatMessage;
    this.#subscriptions = [
      vscode.workspace.onDidOpenTextDocument((document) => void this.#check(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#checkLater(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document.uri)),
    ];
    for (const document of vscode.workspace.textDocuments) void this.#check(document);
  }

  #checkLater(document: vscode.TextDocument): void {
    if (!isCodebookFile(document.uri)) return;
    const key = document.uri.toString();
    clearTimeout(this.#waiting.get(key));
    this.#waiting.set(
      key,
      setTimeout(() => {
        this.#waiting.delete(key);
        void this.#check(document);
      }, DELAY),
    );
  }

  async #check(document: vscode.TextDocument): Promise<void> {
    if (!isCodebookFile(document.uri)) return;
    const { version } = document;
    // With the YAML library: loaded when there is a codebook to look at.
    const { parseCodebook } = await import('../../core/handwritten.js');
    if (document.isClosed || document.version !== version) return;
    const { messages } = parseCodebook(document.getText(), document.uri.path);
    this.#collection.set(
      document.uri,
      messages.map((message) => this.#toDiagnostic(document, message)),
    );
  }

  #toDiagnostic(document: vscode.TextDocument, message: Message): vscode.Diagnostic {
    const { line, column } = message.place ?? { line: 1, column: 1 };
    const start = document.validatePosition(new vscode.Position(line - 1, column - 1));
    const word = document.getWordRangeAtPosition(start, /[^\s,[\]{}]+/);
    const range = word?.start.isEqual(start) ? word : new vscode.Range(start, document.lineAt(start).range.end);
    const severity = isAdvice(message) ? vscode.DiagnosticSeverity.Information : vscode.DiagnosticSeverity.Error;
    const diagnostic = new vscode.Diagnostic(range, this.#formatMessage(message), severity);
    diagnostic.source = 'Policy Lens';
    diagnostic.code = message.key;
    return diagnostic;
  }

  #forget(uri: vscode.Uri): void {
    clearTimeout(this.#waiting.get(uri.toString()));
    this.#waiting.delete(uri.toString());
    this.#collection.delete(uri);
  }

  dispose(): void {
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#collection.dispose();
  }
}
