import * as vscode from 'vscode';
import type { Message } from '../../core/message.js';
import { formatMessage } from '../platform/messages.js';

export interface HistorySource {
  undo(): Promise<{ readonly label: string; readonly messages: readonly Message[] } | undefined>;
  redo(): Promise<{ readonly label: string; readonly messages: readonly Message[] } | undefined>;
}

/** Undo and redo of annotation changes, apart from the editor's own undo of the text. */
export function historyCommands(project: HistorySource) {
  return {
    undo: async () => {
      const step = await project.undo();
      say(step, step && vscode.l10n.t('Undone: {0}', step.label));
    },
    redo: async () => {
      const step = await project.redo();
      say(step, step && vscode.l10n.t('Done again: {0}', step.label));
    },
  };
}

function say(step: { readonly messages: readonly Message[] } | undefined, done: string | undefined): void {
  vscode.window.setStatusBarMessage(done ?? vscode.l10n.t('There is no annotation change to undo or redo.'), 5000);
  for (const message of step?.messages ?? []) void vscode.window.showWarningMessage(formatMessage(message));
}
