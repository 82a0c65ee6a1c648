/** The files among which a document that was moved is looked for. */
import * as vscode from 'vscode';
import type { Candidate, ListCandidates } from '../../project/movedElsewhere.js';

/** A workspace with more texts than this is no folder of documents. */
const MOST = 5000;

/** Files that are asked for their size at the same time. */
const AT_ONCE = 32;

const HIDDEN = '**/{node_modules,.git,.policy-lens}/**';

/** Whether a file or a folder may be, or hold, a document. */
export function mayBeText({ path }: vscode.Uri): boolean {
  return !/\/(?:node_modules|\.git|\.policy-lens)(?:\/|$)/.test(path);
}

/** All files of the workspace with such endings, but for those that are hidden from it. */
export const textsOfWorkspace: ListCandidates = async (endings) => {
  // What else stands in an ending would have a meaning of its own in a pattern.
  const plain = [...endings].filter((ending) => /^[\p{L}\p{N}_-]+$/u.test(ending));
  return sized(await vscode.workspace.findFiles(`**/*.{${plain.join(',')}}`, HIDDEN, MOST));
};

/** Files with their sizes; of a folder, what lies in it. */
export async function sized(uris: readonly vscode.Uri[]): Promise<readonly Candidate[]> {
  const found: Candidate[] = [];
  for (let first = 0; first < uris.length; first += AT_ONCE) {
    const some = uris.slice(first, first + AT_ONCE);
    found.push(...(await Promise.all(some.map((uri) => sizedOne(uri)))).flat());
  }
  return found;
}

async function sizedOne(uri: vscode.Uri): Promise<readonly Candidate[]> {
  const stat = await vscode.workspace.fs.stat(uri).then(
    (found) => found,
    () => undefined,
  );
  if (!stat) return [];
  if ((stat.type & vscode.FileType.File) !== 0) return [{ uri: uri.toString(), size: stat.size }];
  if (stat.type !== vscode.FileType.Directory) return [];
  return sized(await vscode.workspace.findFiles(new vscode.RelativePattern(uri, '**'), HIDDEN, MOST));
}
