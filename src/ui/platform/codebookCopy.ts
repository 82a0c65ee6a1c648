/** Codebooks that come with the extension are changed in a copy in the workspace, which takes their place there. */
import * as vscode from 'vscode';

/** `question`: what is to be done in the copy. From then on the copy counts, so that a person says yes first. */
export async function mayCopy(question: string): Promise<boolean> {
  const copy = vscode.l10n.t('Make a Copy');
  const detail = vscode.l10n.t(
    'The copy takes its place here, in .policy-lens/codebooks. New versions of Policy Lens no longer change it; delete the copy to go back.',
  );
  return (await vscode.window.showInformationMessage(question, { modal: true, detail }, copy)) === copy;
}

/** A codebook as it comes with the extension, as its author wrote it. */
export async function builtInText(extension: vscode.Uri, id: string): Promise<string> {
  const file = vscode.Uri.joinPath(extension, 'media', 'codebooks', `${id}.yaml`);
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
}
