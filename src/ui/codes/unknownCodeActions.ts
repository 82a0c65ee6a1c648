import * as vscode from 'vscode';
import type { MessageKey } from '../../core/message.js';

const UNKNOWN: MessageKey = 'annotations.unknownCode';
const SELECTOR: vscode.DocumentSelector = { pattern: '**/.policy-lens/annotations/**/*.json' };

/** The light bulb at what the Problems panel says of annotations whose code no codebook has. */
export function registerUnknownCodeActions(): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    SELECTOR,
    {
      provideCodeActions(_document, _range, { diagnostics }) {
        const problems = diagnostics.filter(({ source, code }) => source === 'Policy Lens' && code === UNKNOWN);
        if (problems.length === 0) return [];
        const title = vscode.l10n.t('Give annotations of an unknown code another code…');
        const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
        action.command = { command: 'policyLens.recodeUnknown', title };
        action.diagnostics = problems;
        return [action];
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}
