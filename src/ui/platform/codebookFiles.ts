import * as vscode from 'vscode';

/** The user's own codebooks, in the workspace. */
export const codebookSelector: vscode.DocumentSelector = { pattern: '**/.policy-lens/codebooks/*.{yaml,yml}' };

export function isCodebookFile(uri: vscode.Uri): boolean {
  return /\/\.policy-lens\/codebooks\/[^/]+\.ya?ml$/.test(uri.path);
}

/** Whether a codebook file is open: then what is wrong with it is shown as it stands in the editor, not as it was saved. */
export function isOpenCodebook(uri: string): boolean {
  return vscode.workspace.textDocuments.some(
    (document) => !document.isClosed && isCodebookFile(document.uri) && document.uri.toString() === uri,
  );
}
