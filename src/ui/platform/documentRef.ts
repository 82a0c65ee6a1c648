import * as vscode from 'vscode';
import type { DocumentRef } from '../../project/state.js';

/** How the project names a file: by its folder and its path below it. */
export function refOf(uri: vscode.Uri): DocumentRef {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  return {
    uri: uri.toString(),
    folder: folder?.uri.toString(),
    path: folder ? vscode.workspace.asRelativePath(uri, false) : (uri.path.split('/').at(-1) ?? uri.path),
  };
}
