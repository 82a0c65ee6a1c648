/** Asks whether annotations shall follow documents that were moved elsewhere. */
import * as vscode from 'vscode';
import type { FoundMove } from '../../project/movedElsewhere.js';

interface MoveItem extends vscode.QuickPickItem {
  readonly found: FoundMove;
}

/** One question, however many there are. Gives what is to be moved; nothing where the question is left alone. */
export async function askToMove(found: readonly FoundMove[]): Promise<readonly FoundMove[]> {
  const [only] = found;
  if (!only) return [];
  const notNow = vscode.l10n.t('Not Now');
  if (found.length === 1) {
    const move = vscode.l10n.t('Move');
    return (await vscode.window.showInformationMessage(question(only), move, notNow)) === move ? found : [];
  }
  const choose = vscode.l10n.t('Choose…');
  const several = vscode.l10n.t(
    '{0} documents with annotations are gone; texts like theirs are elsewhere. Move their annotations?',
    found.length,
  );
  return (await vscode.window.showInformationMessage(several, choose, notNow)) === choose ? pickMoves(found) : [];
}

function question({ from, to, annotations, text }: FoundMove): string {
  return text === 'same'
    ? vscode.l10n.t('{0} is gone; {1} has the same text. Move its annotations ({2})?', from.path, to.path, annotations)
    : vscode.l10n.t(
        '{0} is gone; {1} has its name and most of the words that were coded, but was edited. Move its annotations ({2})?',
        ...[from.path, to.path, annotations],
      );
}

/** Those with the same text are chosen already. */
export async function pickMoves(found: readonly FoundMove[]): Promise<readonly FoundMove[]> {
  const chosen = await vscode.window.showQuickPick(found.map(moveItem), {
    title: vscode.l10n.t('Move Annotations to Moved Documents'),
    placeHolder: vscode.l10n.t('Documents whose annotations are to be moved'),
    canPickMany: true,
    matchOnDescription: true,
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  return (chosen ?? []).map((item) => item.found);
}

export function moveItem(found: FoundMove): MoveItem {
  const { from, to, annotations, text, hasOwn } = found;
  const like =
    text === 'same' ? vscode.l10n.t('the same text') : vscode.l10n.t('the same name, and most of the words; edited');
  const own = hasOwn ? [vscode.l10n.t('has annotations of its own, which stay')] : [];
  return {
    label: `${from.path} → ${to.path}`,
    description: vscode.l10n.t('Annotations: {0}', annotations),
    detail: [like, ...own].join(' · '),
    picked: text === 'same' && !hasOwn,
    found,
  };
}
