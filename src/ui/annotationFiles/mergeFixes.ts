/** Offers to resolve what git left of a merge in an annotation file, where the marks are. */
import * as vscode from 'vscode';
import type { MessageKey } from '../../core/message.js';

/** What the Problems panel says of a file with marks. */
export const MARKS: MessageKey = 'annotations.conflictMarks';

/** In the menu of the light bulb (Ctrl+.) and of the Problems panel. */
export function registerMergeFixes(): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    { pattern: '**/.policy-lens/annotations/**/*.json' },
    {
      provideCodeActions({ uri }, _range, { diagnostics }) {
        const ours = diagnostics.filter(({ code }) => code === MARKS);
        if (ours.length === 0) return [];
        const title = vscode.l10n.t('Resolve: merge both versions annotation by annotation…');
        const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
        action.command = { command: 'policyLens.resolveMerge', title, arguments: [uri.toString()] };
        action.diagnostics = ours;
        action.isPreferred = true;
        return [action];
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}
