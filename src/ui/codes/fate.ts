/** What becomes of annotations whose code is changed or gone: the question, and the answer as data. */
import * as vscode from 'vscode';

export type Fate = 'follow' | 'other' | 'leave' | 'delete';

interface FateItem extends vscode.QuickPickItem {
  readonly fate: Fate;
}

export interface FateQuestion {
  /** How many there are, in words. */
  readonly title: string;
  /** The code that takes the place of theirs, in words, where there is one. */
  readonly successor?: string | undefined;
}

/** Asks with a list, which is read aloud and works by keyboard alone. Undefined where the user changed their mind. */
export async function askFate({ title, successor }: FateQuestion): Promise<Fate | undefined> {
  const placeHolder = vscode.l10n.t('What becomes of these annotations?');
  const items = [...(successor === undefined ? [] : [followItem(successor)]), ...otherItems()];
  return (await vscode.window.showQuickPick(items, { title, placeHolder, ignoreFocusOut: true }))?.fate;
}

function followItem(successor: string): FateItem {
  return { label: `$(arrow-right) ${vscode.l10n.t('Give them “{0}”', successor)}`, fate: 'follow' };
}

function otherItems(): readonly FateItem[] {
  return [
    { label: `$(tag) ${vscode.l10n.t('Give them another code…')}`, fate: 'other' },
    {
      label: `$(question) ${vscode.l10n.t('Leave them under the old code')}`,
      detail: vscode.l10n.t('They are kept, and shown under “Unknown codes” until they are given another.'),
      fate: 'leave',
    },
    {
      label: `$(trash) ${vscode.l10n.t('Delete them')}`,
      detail: vscode.l10n.t('Annotations that have another code too keep that one.'),
      fate: 'delete',
    },
  ];
}

/** Tells which files would stay as they are; true where the user goes on without them. */
export async function goOnWithout(files: readonly string[]): Promise<boolean> {
  if (files.length === 0) return true;
  const goOn = vscode.l10n.t('Go On');
  const question =
    files.length === 1
      ? vscode.l10n.t('One file of annotations cannot be written. Go on without it?')
      : vscode.l10n.t('{0} files of annotations cannot be written. Go on without them?', files.length);
  const detail = `${vscode.l10n.t('Their annotations keep the old code:')}\n${listed(files)}`;
  return (await vscode.window.showWarningMessage(question, { modal: true, detail }, goOn)) === goOn;
}

/** A dialog grows with its text. */
const MOST_LISTED = 12;

function listed(files: readonly string[]): string {
  const more = files.length - MOST_LISTED;
  const shown = files.slice(0, MOST_LISTED);
  return [...shown, ...(more > 0 ? [vscode.l10n.t('and {0} more', more)] : [])].join('\n');
}
