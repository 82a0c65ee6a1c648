import * as vscode from 'vscode';

/** Listed in `documents.ts` as no document of the workspace. */
const SCHEME = 'policy-lens-places';

export interface BeforeAndAfter {
  /** Name of the document: its ending says the language. */
  readonly name: string;
  readonly title: string;
  readonly before: string;
  readonly after: string;
}

/** Passages as they were and as they are, side by side: read-only texts that last as long as somebody looks at them. */
export class PlaceTexts implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #subscription: vscode.Disposable;
  #count = 0;

  constructor() {
    this.#subscription = vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#texts.delete(uri.toString())),
    );
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    // A window that was loaded again asks for what it showed before.
    return this.#texts.get(uri.toString()) ?? vscode.l10n.t('Show before and after again from Places to Review.');
  }

  async show({ name, title, before, after }: BeforeAndAfter): Promise<void> {
    this.#count++;
    const uriOf = (side: string, text: string) => {
      const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${this.#count}/${side}/${name}` });
      this.#texts.set(uri.toString(), text);
      return uri;
    };
    await vscode.commands.executeCommand('vscode.diff', uriOf('before', before), uriOf('after', after), title);
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}
