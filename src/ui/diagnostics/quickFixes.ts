import * as vscode from 'vscode';
import { DOUBLE_ROLE, openDoubleRoles } from '../../core/analysis/doubleRoles.js';
import type { Code } from '../../core/codebook/codebook.js';
import type { DocumentState } from '../../project/state.js';
import type { CodingTarget } from '../platform/codingTarget.js';
import { toRange } from '../platform/positions.js';
import { isDoubleRoleProblem } from './doubleRole.js';

export interface QuickFixSource {
  document(uri: string): DocumentState | undefined;
  code(path: string): Code | undefined;
}

/** What a writer can do about a double role, in the menu of the light bulb (Ctrl+.) and of the Problems panel. */
export function registerQuickFixes(source: QuickFixSource): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    '*',
    {
      provideCodeActions(document, range, { diagnostics }) {
        const problems = diagnostics.filter(isDoubleRoleProblem);
        return problems.length === 0 ? [] : actionsFor(targetsIn(document, range, source), problems);
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

function targetsIn(document: vscode.TextDocument, range: vscode.Range, source: QuickFixSource): CodingTarget[] {
  const uri = document.uri.toString();
  const code = source.code(DOUBLE_ROLE);
  const roles = code ? openDoubleRoles(source.document(uri)?.codings ?? [], code) : [];
  const here = roles.filter(({ place }) => toRange(document, place).intersection(range));
  return here.map(({ coding }) => ({ uri, codingId: coding.id }));
}

function actionsFor(targets: readonly CodingTarget[], diagnostics: vscode.Diagnostic[]): vscode.CodeAction[] {
  const fix = (title: string, command: string) => {
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    // As views hand over what is selected in them: one, and all.
    action.command = { command, title, arguments: [targets[0], targets] };
    action.diagnostics = diagnostics;
    return action;
  };
  if (targets.length === 0) return [];
  if (targets.length > 1) {
    const title = vscode.l10n.t('Mark {0} double roles as intended', targets.length);
    return [fix(title, 'policyLens.markIntended')];
  }
  return [
    fix(vscode.l10n.t('Mark as intended'), 'policyLens.markIntended'),
    fix(vscode.l10n.t('Show both roles'), 'policyLens.showBothRoles'),
    fix(vscode.l10n.t('Open the definition of the double role'), 'policyLens.showCode'),
  ];
}
