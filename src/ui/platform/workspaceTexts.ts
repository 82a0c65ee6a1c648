import * as vscode from 'vscode';
import type { Project } from '../../project/project.js';
import type { DocumentRef } from '../../project/state.js';
import { refOf } from './documentRef.js';

/** Every text of the workspace, and every document that has annotations although it is of another kind, or gone. */
export async function textsOfWorkspace(
  project: Pick<Project, 'documents'>,
  token: vscode.CancellationToken,
): Promise<readonly DocumentRef[]> {
  const hidden = '**/{node_modules,.git,.policy-lens}/**';
  const files = await vscode.workspace.findFiles('**/*.{txt,md,markdown}', hidden, undefined, token);
  const refs = new Map(files.map((uri) => [uri.toString(), refOf(uri)]));
  for (const { ref } of project.documents()) if (ref.folder) refs.set(ref.uri, ref);
  return [...refs.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}
