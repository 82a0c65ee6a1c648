/** What a person reads of annotations that are moved. */
import * as vscode from 'vscode';
import type { DocumentMove } from '../../project/movePlan.js';
import type { Moved } from '../../project/moves.js';
import { formatMessage } from '../platform/messages.js';
import { say } from '../platform/say.js';

/** What undoing it is called. */
export function moveLabel(documents: readonly DocumentMove[]): string {
  const [only] = documents;
  return only && documents.length === 1
    ? vscode.l10n.t('Move the annotations of {0} to {1}', only.from.path, only.to.path)
    : vscode.l10n.t('Move the annotations of {0} documents', documents.length);
}

/** In the status bar; what stayed behind is shown, for a person has to do something about it. */
export function tellMoved({ documents, annotations, messages }: Moved, log: vscode.LogOutputChannel): void {
  const [only] = documents;
  if (only && documents.length === 1) say(vscode.l10n.t('Annotations moved to {0}: {1}', only.to.path, annotations));
  else if (only) say(vscode.l10n.t('Annotations of {0} documents moved: {1}', documents.length, annotations));
  const [first, ...others] = messages.map(formatMessage);
  for (const text of [first, ...others]) if (text !== undefined) log.warn(text);
  if (first === undefined) return;
  const more = vscode.l10n.t('({0} more such messages are in the output “Policy Lens”.)', others.length);
  void vscode.window.showWarningMessage(others.length > 0 ? `${first} ${more}` : first);
}
