import * as vscode from 'vscode';
import type { Message } from '../core/message.js';
import type { DocumentState, FileProblem, ProjectChange } from '../project/state.js';
import { isCodebookFile, isOpenCodebook } from './platform/codebookFiles.js';
import { formatMessage } from './platform/messages.js';

export interface ProblemSource {
  documents(): readonly DocumentState[];
  problems(): readonly FileProblem[];
  onDidChange(listener: (change: ProjectChange) => void): { dispose(): void };
}

/**
 * Lists in the Problems panel what could not be read, or not be written: the file, the place and the reason. A codebook that
 * is open is left to `CodebookDiagnostics`, which sees it as it stands in the editor.
 */
export class FileDiagnostics implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection('policyLens.files');
  #shown = '';
  readonly #subscriptions: readonly { dispose(): void }[];

  constructor(source: ProblemSource) {
    const refreshFor = ({ uri }: vscode.TextDocument) => {
      if (isCodebookFile(uri)) this.#refresh(source);
    };
    this.#subscriptions = [
      source.onDidChange(() => this.#refresh(source)),
      vscode.workspace.onDidOpenTextDocument(refreshFor),
      vscode.workspace.onDidCloseTextDocument(refreshFor),
    ];
    this.#refresh(source);
  }

  #refresh(source: ProblemSource): void {
    const wanted = new Map<string, vscode.Diagnostic[]>();
    const add = (uri: string, messages: readonly Message[]) => {
      // The codebooks of the extension itself have no file to point to; the view lists them.
      if (messages.length === 0 || uri === '') return;
      wanted.set(uri, [...(wanted.get(uri) ?? []), ...messages.map(toDiagnostic)]);
    };
    for (const { uri, messages } of source.problems()) {
      // What two files have between them cannot be seen in one.
      const isBetweenFiles = ({ key }: Message) => key === 'codebook.duplicateCodebook';
      add(uri, isOpenCodebook(uri) ? messages.filter(isBetweenFiles) : messages);
    }
    for (const { ref, problems } of source.documents()) add(ref.uri, problems);
    // Every keystroke in any text comes by here, and hardly one changes what is wrong with a file.
    const shown = JSON.stringify([...wanted]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#collection.clear();
    for (const [uri, diagnostics] of wanted) this.#collection.set(vscode.Uri.parse(uri), diagnostics);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#collection.dispose();
  }
}

function toDiagnostic(message: Message): vscode.Diagnostic {
  const place = message.place ?? { line: 1, column: 1 };
  const at = new vscode.Position(Math.max(0, place.line - 1), Math.max(0, place.column - 1));
  const diagnostic = new vscode.Diagnostic(
    // From the place to the end of its line, so that it can be seen; the editor cuts it to what is there.
    new vscode.Range(at, at.with({ character: at.character + 200 })),
    formatMessage(message),
    vscode.DiagnosticSeverity.Warning,
  );
  diagnostic.source = 'Policy Lens';
  diagnostic.code = message.key;
  return diagnostic;
}
