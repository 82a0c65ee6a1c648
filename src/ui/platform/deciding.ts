/** What every command that decides needs: the text to decide in, and a word about what came of it. */
import * as vscode from 'vscode';
import type { Coding } from '../../core/analysis/coding.js';
import type { Change } from '../../core/annotation/annotation.js';
import type { Deciding } from '../../core/annotation/decide.js';
import type { Message } from '../../core/message.js';
import type { DocumentState } from '../../project/state.js';
import { formatMessage } from './messages.js';
import { say } from './say.js';

export interface DecidingParts {
  /** Decides, as one step that can be undone under `label`. */
  readonly apply: (label: string, changes: readonly Change[]) => Promise<readonly Message[]>;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** The text is asked of the editor only where it is needed: for a document that is not open and whose words have moved. */
export async function decidingIn(
  document: DocumentState,
  codings: readonly Coding[],
  { now, newId }: Pick<DecidingParts, 'now' | 'newId'>,
): Promise<Deciding> {
  const { uri } = document.ref;
  const isSettled = codings.every(({ annotation, state }) => annotation && state === 'anchored');
  const text = document.text?.text ?? (isSettled ? '' : await textOf(uri));
  return { document: uri, text, now: now().toISOString(), newId };
}

async function textOf(uri: string): Promise<string> {
  return (await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true))).getText();
}

/** Says that a step is done, or what stood in its way. */
export function tellOutcome(messages: readonly Message[], label: string): void {
  for (const message of messages) void vscode.window.showWarningMessage(formatMessage(message));
  if (messages.length === 0) say(vscode.l10n.t('Done: {0}', label));
}
