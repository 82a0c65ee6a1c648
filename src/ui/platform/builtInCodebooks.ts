import * as vscode from 'vscode';
import type { Codebook } from '../../core/codebook/codebook.js';
import type { PackedIndexes } from '../../core/codebook/compile.js';
import { unpackCodebook } from '../../core/codebook/shippedCodebook.js';

/** The codebooks that ship with the extension: made from media/codebooks and checked by the build, so taken as they are. */
export async function builtInCodebooks(extension: vscode.Uri): Promise<readonly Codebook[]> {
  const dist = vscode.Uri.joinPath(extension, 'dist');
  const ids = JSON.parse(await readText(vscode.Uri.joinPath(dist, 'codebooks.json'))) as readonly string[];
  const read = (id: string) =>
    Promise.all([
      readText(vscode.Uri.joinPath(dist, 'codebooks', `${id}.json`)),
      readText(vscode.Uri.joinPath(extension, 'media', 'codebooks', `${id}.yaml`)),
    ]);
  return Promise.all(ids.map(async (id) => unpackCodebook(...(await read(id)))));
}

/** What the build compiled of them; what it is of no use for goes to the log. */
export function packedIndexes(extension: vscode.Uri, log: vscode.LogOutputChannel): PackedIndexes {
  return {
    read: (language) => readText(vscode.Uri.joinPath(extension, 'dist', 'codebooks', `${language}.index`)),
    unusable: (language, reason) =>
      log.warn(`The compiled codebooks (${language}) are of no use, so they are compiled again: ${reason}`),
  };
}

async function readText(file: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
}
