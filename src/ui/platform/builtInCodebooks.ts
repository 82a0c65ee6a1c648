import * as vscode from 'vscode';
import type { Codebook } from '../../core/codebook/codebook.js';

/** The codebooks that ship with the extension: made from media/codebooks and checked by the build, so taken as they are. */
export async function builtInCodebooks(extension: vscode.Uri): Promise<readonly Codebook[]> {
  const dist = vscode.Uri.joinPath(extension, 'dist');
  const ids = await readJson<readonly string[]>(vscode.Uri.joinPath(dist, 'codebooks.json'));
  return Promise.all(ids.map((id) => readJson<Codebook>(vscode.Uri.joinPath(dist, 'codebooks', `${id}.json`))));
}

async function readJson<T>(file: vscode.Uri): Promise<T> {
  return JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file))) as T;
}
