import * as vscode from 'vscode';

/** Listed in `documents.ts` as no document of the workspace. */
const SCHEME = 'policy-lens-version';

/** Two versions of a file, in words. */
export interface Difference {
  /** Of the document that they are about. */
  readonly path: string;
  readonly title: string;
  readonly before: string;
  readonly after: string;
}

/** Shows two versions beside each other in an editor that cannot be written in. */
export class VersionDocuments implements vscode.Disposable, vscode.TextDocumentContentProvider {
  readonly #texts = new Map<string, string>();
  readonly #registration: vscode.Disposable;
  #count = 0;

  constructor() {
    this.#registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.toString()) ?? '';
  }

  async show({ path, title, before, after }: Difference): Promise<void> {
    await this.close();
    this.#texts.clear();
    const [left, right] = [this.#keep(path, before), this.#keep(path, after)];
    await vscode.commands.executeCommand('vscode.diff', left, right, title, { preview: true });
  }

  /** New addresses each time: the editor asks for the text of one only once. */
  #keep(path: string, text: string): vscode.Uri {
    this.#count++;
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${path}.annotations`, query: String(this.#count) });
    this.#texts.set(uri.toString(), text);
    return uri;
  }

  /** Closes what is shown. */
  async close(): Promise<void> {
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    const ours = tabs.filter(
      ({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.scheme === SCHEME,
    );
    if (ours.length > 0) await vscode.window.tabGroups.close(ours);
  }

  dispose(): void {
    this.#registration.dispose();
  }
}
