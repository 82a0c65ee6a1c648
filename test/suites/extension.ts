import { assert } from 'chai';
import * as vscode from 'vscode';
import type { Coding } from '../../src/core/analysis/coding.js';
import type { PolicyLens } from '../../src/extension.js';

/** What the suites, the same for both hosts, need of VS Code. Only `workspace.fs`: a web worker has no other files. */

export async function extension(): Promise<PolicyLens> {
  const found = vscode.extensions.getExtension<PolicyLens>('policy-lens.policy-lens');
  assert.ok(found, 'the extension is installed');
  return found.activate();
}

export function workspaceUri(...path: readonly string[]): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'a folder is open');
  return vscode.Uri.joinPath(folder.uri, ...path);
}

/** Writes a file into the workspace, and opens it in an editor, read to the end. */
export async function openText(path: string, text: string): Promise<vscode.TextEditor> {
  await writeText(path, text);
  return openFile(path);
}

export async function openFile(path: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(workspaceUri(...path.split('/')));
  const editor = await vscode.window.showTextDocument(document);
  await (await extension()).whenIdle();
  return editor;
}

export async function writeText(path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(workspaceUri(...path.split('/')), new TextEncoder().encode(text));
}

export async function readText(path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(workspaceUri(...path.split('/'))));
}

export async function exists(path: string): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(workspaceUri(...path.split('/')));
    return true;
  } catch {
    return false;
  }
}

export async function codingsOf(editor: vscode.TextEditor): Promise<readonly Coding[]> {
  const lens = await extension();
  await lens.whenIdle();
  return lens.codings(editor.document.uri);
}

/**
 * Waits until `look` finds something; for what VS Code does in its own time. `patience`: milliseconds, more than ten seconds for what
 * works out all codebooks anew on a busy machine.
 */
export async function eventually<T>(
  look: () => Promise<T | undefined> | T | undefined,
  what: string,
  patience = 10_000,
): Promise<T> {
  const started = Date.now();
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    assert.ok(Date.now() - started < patience, `waited ${patience / 1000} seconds for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A coder's name, so that no test waits for somebody to type one. */
export async function nameCoder(name: string): Promise<void> {
  await vscode.workspace.getConfiguration('policyLens').update('coder', name, vscode.ConfigurationTarget.Global);
}
