import * as vscode from 'vscode';
import { DOUBLE_ROLE, isWithinCode, openDoubleRoles, partPaths } from '../../core/analysis/doubleRoles.js';
import { toRange } from '../platform/positions.js';
import { say } from '../platform/say.js';
import { locate, type TargetSource, targetsOf } from './targets.js';

export interface RoleParts {
  readonly source: TargetSource;
  readonly annotationTree: { reveal(uri: string, codingId: string): Promise<unknown> };
}

/** Partner, principal and the double role: where its two sides are, and the document's balance. */
export function roleCommands({ source, annotationTree }: RoleParts) {
  return {
    showBothRoles: (...args: readonly unknown[]) => showBothRoles(args, source),
    showBalance: async () => {
      const uri = vscode.window.activeTextEditor?.document.uri.toString() ?? '';
      const id = firstInBalance(uri, source);
      if (id !== undefined) await annotationTree.reveal(uri, id);
      await vscode.commands.executeCommand('policyLens.annotations.focus');
    },
  };
}

/** In a peek view: it stands beside the text, is left with Escape, and a screen reader goes through it as a list. */
async function showBothRoles(args: readonly unknown[], source: TargetSource): Promise<void> {
  const [located] = locate(await targetsOf(args, source), source);
  const code = located && source.code(located.coding.codePath);
  const roles = located && code ? openDoubleRoles(located.document.codings, code) : [];
  const role = roles.find(({ coding }) => coding.id === located?.coding.id);
  if (!located || !role) return say(vscode.l10n.t('There is no double role here any more.'));
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(located.document.ref.uri, true));
  const { selection } = await vscode.window.showTextDocument(document);
  const words = role.sides.flatMap((side) => side.words);
  const places = words.map((span) => new vscode.Location(document.uri, toRange(document, span)));
  const range = toRange(document, role.place);
  // Where the writer is, if that is in the passage: the text need not move then.
  const at = range.contains(selection.active) ? selection.active : range.start;
  await vscode.commands.executeCommand('editor.action.peekLocations', document.uri, at, places, 'peek');
}

/** What the balance is most worth a look at: the first double role, else the first passage of either role. */
function firstInBalance(uri: string, source: TargetSource): string | undefined {
  const code = source.code(DOUBLE_ROLE);
  const codings = source.document(uri)?.codings.filter(({ span, status }) => span && status !== 'rejected') ?? [];
  const paths = code ? [code.path, ...partPaths(code)] : [];
  const firsts = paths.map((path) => codings.find(({ codePath }) => isWithinCode(codePath, path)));
  return firsts.find((coding) => coding !== undefined)?.id;
}
