import * as vscode from 'vscode';

const SCHEME = 'policy-lens-learned';

/** A read-only text that follows what was learned, as long as somebody looks at it. */
export class LearnedDocument implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #subscriptions: readonly { dispose(): unknown }[];

  constructor(text: () => Promise<string>, onDidLearn: (listener: () => void) => { dispose(): unknown }) {
    const provider: vscode.TextDocumentContentProvider = {
      onDidChange: this.#changed.event,
      provideTextDocumentContent: text,
    };
    this.#subscriptions = [
      this.#changed,
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, provider),
      onDidLearn(() => this.#changed.fire(this.#uri())),
    ];
  }

  #uri(): vscode.Uri {
    return vscode.Uri.from({ scheme: SCHEME, path: `/${vscode.l10n.t('What was learned')}.txt` });
  }

  async show(): Promise<void> {
    this.#changed.fire(this.#uri());
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(this.#uri()));
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
