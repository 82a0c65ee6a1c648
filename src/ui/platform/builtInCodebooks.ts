import * as vscode from 'vscode';
import type { Codebook } from '../../core/codebook/codebook.js';

/** The codebooks that ship with the extension: made from media/codebooks and checked by the build, so taken as they are. */
export async function builtInCodebooks(extension: vscode.Uri): Promise<readonly Codebook[]> {
  const folder = vscode.Uri.joinPath(extension, 'dist', 'codebooks');
  const files = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name).sort();
  return Promise.all(
    files.map(async (name) => {
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name));
      return JSON.parse(new TextDecoder().decode(bytes)) as Codebook;
    }),
  );
}
