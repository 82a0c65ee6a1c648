import * as vscode from 'vscode';
import type { FoundMove } from '../../project/movedElsewhere.js';
import type { DocumentMove } from '../../project/movePlan.js';
import type { Project } from '../../project/project.js';
import type { DocumentRef } from '../../project/state.js';
import { refOf } from '../platform/documentRef.js';
import { ProblemNode } from '../platform/outlineNodes.js';
import { moveItem, pickMoves } from './askToMove.js';
import { textsOfWorkspace } from './candidates.js';
import { moveLabel, tellMoved } from './moveWords.js';

export interface FindMovedParts {
  readonly project: Pick<Project, 'moves'>;
  readonly log: vscode.LogOutputChannel;
}

/** `Find Moved Documents…`: for all documents that are not there, or for the one whose row it was chosen on. */
export function findMovedCommand({ project: { moves }, log }: FindMovedParts) {
  return {
    findMoved: async (...args: readonly unknown[]) => {
      const [row] = args;
      const missing = await moves.missing();
      const wanted = row instanceof ProblemNode ? missing.filter(({ uri }) => uri === row.row.uri) : missing;
      if (wanted.length === 0) {
        void vscode.window.showInformationMessage(vscode.l10n.t('All documents with annotations are there.'));
        return;
      }
      const title = vscode.l10n.t('Looking for moved documents…');
      const found = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () =>
        moves.find(wanted, textsOfWorkspace),
      );
      const chosen = await choose(wanted, found);
      if (chosen.length > 0) tellMoved(await moves.follow(chosen, moveLabel), log);
    },
  };
}

async function choose(wanted: readonly DocumentRef[], found: readonly FoundMove[]): Promise<readonly DocumentMove[]> {
  const [only] = wanted;
  if (only && wanted.length === 1) return chooseFor(only, found);
  if (found.length > 0) return pickMoves(found);
  void vscode.window.showInformationMessage(
    vscode.l10n.t('{0} documents with annotations are gone, and no text here is like theirs.', wanted.length),
  );
  return [];
}

/** Of one document a person may know better where it is. */
async function chooseFor(from: DocumentRef, found: readonly FoundMove[]): Promise<readonly DocumentMove[]> {
  const byHand = { label: vscode.l10n.t('Choose a File…'), iconPath: new vscode.ThemeIcon('folder-opened') };
  const items: readonly (vscode.QuickPickItem & { readonly found?: FoundMove })[] = [...found.map(moveItem), byHand];
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Where is {0} now?', from.path),
    placeHolder:
      found.length > 0
        ? vscode.l10n.t('Its annotations move there')
        : vscode.l10n.t('No text here is like it. Its annotations move to the file that you choose'),
    ignoreFocusOut: true,
  });
  if (!chosen) return [];
  if (chosen.found) return [chosen.found];
  const [uri] = (await vscode.window.showOpenDialog({ title: vscode.l10n.t('Where is {0} now?', from.path) })) ?? [];
  return uri ? [{ from, to: refOf(uri) }] : [];
}
