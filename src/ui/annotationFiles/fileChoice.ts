import * as vscode from 'vscode';
import type { FileChange } from '../../project/history.js';
import { formatMessage } from '../platform/messages.js';
import { say } from '../platform/say.js';
import type { AnnotationFileParts } from './parts.js';

export interface Proposal {
  /** What the step is called in the history. */
  readonly label: string;
  /** What would come of it, in a sentence. */
  readonly outcome: string;
  /** What accepting it is called. */
  readonly accept: string;
  readonly changes: readonly FileChange[];
}

/** Shows what files would become, and writes them when that is accepted, as one step; the files are kept as versions. */
export async function proposeChanges(parts: AnnotationFileParts, proposal: Proposal): Promise<void> {
  const { project, documents } = parts;
  const { label, changes } = proposal;
  await showChanges(parts, proposal);
  const isAccepted = await isMeant(proposal);
  await documents.close();
  if (!isAccepted) return;
  const messages = await project.steps.apply(label, [], changes);
  for (const message of messages) void vscode.window.showWarningMessage(formatMessage(message));
  if (messages.length === 0) say(vscode.l10n.t('Done: {0}', label));
}

/** The first file that changes, before and after; the others are named in the question. */
async function showChanges({ project, documents }: AnnotationFileParts, { changes, accept }: Proposal): Promise<void> {
  const [first] = changes.filter(({ after }) => after !== undefined);
  if (!first) return;
  const old = first.before ?? changes.find(({ after }) => after === undefined)?.before ?? '';
  const path = project.check.pathOf(first.uri);
  const title = vscode.l10n.t('{0}: now, and after “{1}”', path, accept);
  await documents.show({ path, title, before: old, after: first.after ?? '' });
}

/** Asked in a list that stays open, so that the difference can be read meanwhile. */
async function isMeant({ label, outcome, accept, changes }: Proposal): Promise<boolean> {
  const files = new Set(changes.filter(({ after }) => after !== undefined).map(({ uri }) => uri)).size;
  const detail =
    files === 1
      ? vscode.l10n.t('One file is written; it is kept as a version before.')
      : vscode.l10n.t('{0} files are written; they are kept as versions before.', files);
  const items = [
    { label: `$(check) ${accept}`, detail, isMeant: true },
    { label: `$(circle-slash) ${vscode.l10n.t('Leave everything as it is')}`, isMeant: false },
  ];
  const options = { title: label, placeHolder: outcome, ignoreFocusOut: true };
  return (await vscode.window.showQuickPick(items, options))?.isMeant ?? false;
}
