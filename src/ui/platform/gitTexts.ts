import * as vscode from 'vscode';
import type { TextHistory } from '../../project/ports.js';

/** What is asked of the editor's own git extension, by version 1 of its interface. */
interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): Git;
}

interface Git {
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: vscode.Event<unknown>;
  getRepository(uri: vscode.Uri): Repository | null;
}

interface Repository {
  log(options: { readonly path: string; readonly maxEntries: number }): Promise<readonly { readonly hash: string }[]>;
  buffer(ref: string, path: string): Promise<Uint8Array>;
}

/** Commits of a document that are looked into: each costs git some hundredths of a second. */
const MAX_COMMITS = 50;

/** Milliseconds that a document may take, and all of a session together: others wait for their turn. */
const MAX_TIME = 3000;
const MAX_TIME_IN_ALL = 60_000;

/** Milliseconds in which git has found its repositories, when the editor starts. */
const STARTING = 10_000;

/** The committed versions of documents. The git extension reads them, where the user has it on and trusts the workspace. */
export function gitTexts(): TextHistory {
  let spent = 0;
  return {
    async *versions(uri) {
      const file = vscode.Uri.parse(uri, true);
      if (spent > MAX_TIME_IN_ALL) return;
      const repository = await repositoryOf(file);
      const began = performance.now();
      const commits = (await repository?.log({ path: file.fsPath, maxEntries: MAX_COMMITS })) ?? [];
      for (const { hash } of commits.slice(0, MAX_COMMITS)) {
        if (performance.now() - began > MAX_TIME) break;
        const asked = performance.now();
        // A commit that deletes the document, or moves it here, does not have it under this name.
        const bytes = await repository?.buffer(hash, file.fsPath).catch(() => undefined);
        spent += performance.now() - asked;
        if (bytes) yield bytes;
      }
    },
  };
}

async function repositoryOf(file: vscode.Uri): Promise<Repository | undefined> {
  if (file.scheme !== 'file' || !vscode.workspace.isTrusted) return undefined;
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  const exports = extension && (extension.isActive ? extension.exports : await extension.activate());
  if (!exports?.enabled) return undefined;
  const git = exports.getAPI(1);
  await isReady(git);
  return git.getRepository(file) ?? undefined;
}

async function isReady(git: Git): Promise<void> {
  if (git.state === 'initialized') return;
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      listening.dispose();
      resolve();
    };
    const timer = setTimeout(done, STARTING);
    const listening = git.onDidChangeState(done);
  });
}
