import * as vscode from 'vscode';
import type { Files } from '../project/ports.js';
import type { Project } from '../project/project.js';
import { MAX_SIZE, readStored, tooLarge } from '../project/storedText.js';
import { refOf } from './platform/documentRef.js';

/** VS Code gives an extension a text soon after it shows its tab, or never. Milliseconds. */
const GRACE = 400;

/**
 * Says why a text that the user opened is not read: VS Code keeps binary files and those over 50 MB from extensions, so
 * that they are tabs without a document.
 */
export class UnreadTabs implements vscode.Disposable {
  readonly #subscriptions: vscode.Disposable[];
  readonly #reported = new Map<string, vscode.Uri>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly project: Project,
    private readonly files: Files,
  ) {
    this.#subscriptions = [
      vscode.window.tabGroups.onDidChangeTabs(() => this.#lookSoon()),
      vscode.window.tabGroups.onDidChangeTabGroups(() => this.#lookSoon()),
    ];
    this.#lookSoon();
  }

  #lookSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(), GRACE);
  }

  async #look(): Promise<void> {
    const open = new Map(textTabs().map((uri) => [uri.toString(), uri]));
    for (const [key, uri] of this.#reported) {
      if (!open.has(key)) {
        this.#reported.delete(key);
        this.project.setProblems(refOf(uri), []);
      }
    }
    for (const [key, uri] of open) {
      if (this.#reported.has(key) || hasDocument(key)) continue;
      this.#reported.set(key, uri);
      const messages = await this.#reasons(uri);
      // The tab may have been closed, or its text have come, while the file was read.
      if (this.#reported.has(key) && !hasDocument(key)) this.project.setProblems(refOf(uri), messages);
    }
  }

  async #reasons(uri: vscode.Uri) {
    const { path } = refOf(uri);
    const size = await vscode.workspace.fs.stat(uri).then(
      (stat) => stat.size,
      () => 0,
    );
    if (size > MAX_SIZE) return [tooLarge(path, size)];
    return (await readStored(this.files, uri.toString(), path))?.messages ?? [];
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

/** Tabs that claim to be of a text, by the ending of its name. */
function textTabs(): readonly vscode.Uri[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const uris = tabs.flatMap(({ input }) => (input instanceof vscode.TabInputText ? [input.uri] : []));
  return uris.filter(({ path }) => /\.(?:txt|md|markdown)$/i.test(path));
}

function hasDocument(uri: string): boolean {
  return vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri);
}
