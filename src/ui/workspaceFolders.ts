import * as vscode from 'vscode';
import type { Project } from '../project/project.js';

/**
 * Keeps the project informed of the workspace's folders and of what happens in their `.policy-lens`: another window, git or
 * a colleague may change it at any time.
 */
export class WorkspaceFolders implements vscode.Disposable {
  readonly #subscriptions: vscode.Disposable[] = [];
  readonly #watchers = new Map<string, vscode.Disposable>();

  constructor(
    private readonly project: Project,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.#subscriptions.push(
      vscode.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const folder of removed) this.#remove(folder);
        for (const folder of added) void this.#add(folder);
      }),
    );
    const read = (vscode.workspace.workspaceFolders ?? []).map((folder) => this.#add(folder));
    this.#report(Promise.allSettled(read).then(() => this.project.earlierTexts.tidy()));
  }

  #add(folder: vscode.WorkspaceFolder): Promise<void> {
    const pattern = new vscode.RelativePattern(folder, '.policy-lens/**');
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    const changed = (uri: vscode.Uri) => this.#report(this.project.fileChanged(uri.toString()));
    watcher.onDidChange(changed);
    watcher.onDidCreate(changed);
    watcher.onDidDelete(changed);
    this.#watchers.set(folder.uri.toString(), watcher);
    const read = this.project.addFolder({ uri: folder.uri.toString(), name: folder.name });
    this.#report(read);
    return read;
  }

  #remove(folder: vscode.WorkspaceFolder): void {
    this.#watchers.get(folder.uri.toString())?.dispose();
    this.#watchers.delete(folder.uri.toString());
    this.project.removeFolder(folder.uri.toString());
  }

  /** What goes wrong in the background is logged; what the user must know of is among the project's problems. */
  #report(work: Promise<void>): void {
    work.catch((error: unknown) => this.log.error(error instanceof Error ? error : String(error)));
  }

  dispose(): void {
    for (const subscription of [...this.#subscriptions, ...this.#watchers.values()]) subscription.dispose();
  }
}
