/** Writes what was learned into a codebook of the workspace, as an edit that the user sees, undoes or saves. */
import * as vscode from 'vscode';
import { isAdvice } from '../../core/codebook/advice.js';
import type { Codebook } from '../../core/codebook/codebook.js';
import type { LearnedOfCode } from '../../core/detection/lessons.js';
import type { Adoption } from '../../project/learningFile.js';
import { builtInText, mayCopy } from '../platform/codebookCopy.js';
import { inDisplayLanguage } from '../platform/language.js';
import { say } from '../platform/say.js';

export interface AdoptionParts {
  readonly extension: vscode.Uri;
  /** Id of the codebook that was asked for; undefined: the user is asked. */
  readonly wanted: string | undefined;
  codebooks(): readonly Codebook[];
  /** The file of a codebook of the workspace; undefined for one that comes with the extension. */
  codebookFile(id: string): { readonly uri: string } | undefined;
  learned(): readonly LearnedOfCode[];
  adopted(adoption: Adoption): Promise<void>;
  now(): Date;
}

export async function adopt(parts: AdoptionParts): Promise<void> {
  const codebook = await chooseCodebook(parts);
  if (!codebook) return;
  const own = parts.codebookFile(codebook.id);
  const uri = own ? vscode.Uri.parse(own.uri, true) : await copyBuiltIn(codebook, parts.extension);
  if (!uri) return;
  const document = await vscode.workspace.openTextDocument(uri);
  const { adoptLearned, parseCodebook } = await import('../../core/handwritten.js');
  const source = document.getText();
  const read = parseCodebook(source, uri.path);
  if (!read.codebook || read.messages.some((message) => !isAdvice(message))) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'There are mistakes in this codebook. Solve them first, so that what was learned is written in the right place.',
      ),
    );
    await vscode.window.showTextDocument(document);
    return;
  }
  const after = adoptLearned(source, read.codebook, parts.learned());
  if (after === source) return say(vscode.l10n.t('Nothing was learned that would change this codebook.'));
  await vscode.window.showTextDocument(document);
  if (!(await replace(document, after))) return;
  await parts.adopted({ codebook: codebook.id, version: read.codebook.version + 1, at: parts.now().toISOString() });
  void vscode.window.showInformationMessage(
    vscode.l10n.t('What was learned is written in the codebook. Save it to use it; Undo takes it back.'),
  );
}

/** Those of which something was learned. */
async function chooseCodebook({ codebooks, learned, wanted }: AdoptionParts): Promise<Codebook | undefined> {
  const ids = new Set(learned().map(({ codePath }) => codePath.split('/')[0]));
  const items = codebooks()
    .filter(({ id }) => ids.has(id) && (wanted === undefined || wanted === id))
    .map((codebook) => ({ label: inDisplayLanguage(codebook.title), description: codebook.id, codebook }));
  if (items.length === 0) {
    say(vscode.l10n.t('Nothing was learned yet.'));
    return undefined;
  }
  if (items.length === 1) return items[0]?.codebook;
  const title = vscode.l10n.t('Adopt what was learned into which codebook?');
  return (await vscode.window.showQuickPick(items, { title }))?.codebook;
}

/** Asks first, for from then on the copy counts. Undefined where the user does not want it, or there is no folder. */
async function copyBuiltIn({ id, title }: Codebook, extension: vscode.Uri): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) return undefined;
  const question = vscode.l10n.t(
    '“{0}” comes with Policy Lens. Adopt into a copy in this workspace?',
    inDisplayLanguage(title),
  );
  if (!(await mayCopy(question))) return undefined;
  const to = vscode.Uri.joinPath(folder.uri, '.policy-lens', 'codebooks', `${id}.yaml`);
  await vscode.workspace.fs.writeFile(to, new TextEncoder().encode(await builtInText(extension, id)));
  return to;
}

/** Only from the first character that is another to the last: what is around stays as it is shown. */
async function replace(document: vscode.TextDocument, after: string): Promise<boolean> {
  const before = document.getText();
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before[start] === after[start]) start++;
  let end = 0;
  while (end < shortest - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const range = new vscode.Range(document.positionAt(start), document.positionAt(before.length - end));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, after.slice(start, after.length - end));
  return vscode.workspace.applyEdit(edit);
}
