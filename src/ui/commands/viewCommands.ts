import * as vscode from 'vscode';
import type { Codebook } from '../../core/codebook/codebook.js';
import { usualCodes } from '../../core/codebook/enabledCodes.js';
import { inDisplayLanguage } from '../platform/language.js';
import { readSettings, saveHighlightsEnabled } from '../platform/settings.js';
import { roleColour } from '../platform/themeColours.js';
import type { Visibility } from '../platform/visibility.js';
import { locate, type TargetSource, targetsOf } from './targets.js';

export interface ViewParts {
  readonly source: TargetSource;
  readonly codebooks: () => readonly Codebook[];
  readonly visibility: Visibility;
  readonly annotationTree: {
    setGroupBy(groupBy: 'code' | 'document' | 'status'): unknown;
    setFilter(text: string): unknown;
    readonly filter: string;
  };
  readonly codebookTree: { revealCode(path: string): Thenable<unknown> };
}

/** What is shown, and how it is ordered. */
export function viewCommands({ source, codebooks, visibility, annotationTree, codebookTree }: ViewParts) {
  return {
    groupByCode: () => annotationTree.setGroupBy('code'),
    groupByDocument: () => annotationTree.setGroupBy('document'),
    groupByStatus: () => annotationTree.setGroupBy('status'),
    filter: () => askFilter(annotationTree),
    clearFilter: () => annotationTree.setFilter(''),
    toggleHighlights: () => saveHighlightsEnabled(!readSettings().highlights.enabled),
    toggleCodes: () => chooseCodes(codebooks(), visibility),
    chooseCodebooks: () => chooseCodebooks(codebooks(), visibility),
    showCode: async (...args: readonly unknown[]) => {
      const [located] = locate(await targetsOf(args, source), source);
      if (located) await codebookTree.revealCode(located.coding.codePath);
    },
  };
}

/** Filters as the user types; Escape brings the old filter back. */
async function askFilter(tree: ViewParts['annotationTree']): Promise<void> {
  const before = tree.filter;
  const input = vscode.window.createInputBox();
  input.title = vscode.l10n.t('Filter annotations');
  input.prompt = vscode.l10n.t('Words of the passage, the memo, the code, the document or the coder');
  input.value = before;
  const isAccepted = await new Promise<boolean>((resolve) => {
    input.onDidChangeValue((value) => tree.setFilter(value));
    input.onDidAccept(() => resolve(true));
    input.onDidHide(() => resolve(false));
    input.show();
  });
  if (!isAccepted) tree.setFilter(before);
  input.dispose();
}

async function chooseCodes(codebooks: readonly Codebook[], visibility: Visibility): Promise<void> {
  const items = codebooks.flatMap((codebook) =>
    codebook.codes.map((code) => ({
      label: inDisplayLanguage(code.name),
      description: inDisplayLanguage(codebook.title),
      detail: inDisplayLanguage(code.definition),
      iconPath: new vscode.ThemeIcon('circle-filled', roleColour(code.color, 'mark')),
      picked: visibility.isOn(code.path),
      path: code.path,
    })),
  );
  const title = vscode.l10n.t('Codes to highlight');
  const chosen = await vscode.window.showQuickPick(items, { title, canPickMany: true, matchOnDetail: true });
  if (!chosen) return;
  const on = new Set(chosen.map(({ path }) => path));
  const all = items.map(({ path }) => path);
  await visibility.set(
    all.filter((path) => on.has(path)),
    true,
  );
  await visibility.set(
    all.filter((path) => !on.has(path)),
    false,
  );
}

/** A framework is turned on with its usual codes; one that stays on keeps the codes that were chosen of it. */
async function chooseCodebooks(codebooks: readonly Codebook[], visibility: Visibility): Promise<void> {
  const isOn = ({ codes }: Codebook) => codes.some(({ path }) => visibility.isOn(path));
  const items = codebooks.map((codebook) => ({
    label: inDisplayLanguage(codebook.title),
    description: codebook.codes.map(({ name }) => inDisplayLanguage(name)).join(' · '),
    detail: [inDisplayLanguage(codebook.description), codebook.source].filter(Boolean).join(' — '),
    iconPath: new vscode.ThemeIcon('book'),
    picked: isOn(codebook),
    codebook,
  }));
  const options = { title: vscode.l10n.t('Frameworks to read with'), canPickMany: true, matchOnDetail: true } as const;
  const chosen = await vscode.window.showQuickPick(items, { ...options, matchOnDescription: true });
  if (!chosen) return;
  const wanted = new Set(chosen.map(({ codebook }) => codebook));
  const turned = (on: boolean) => codebooks.filter((codebook) => wanted.has(codebook) === on && isOn(codebook) !== on);
  const paths = (codes: readonly { readonly path: string }[]) => codes.map(({ path }) => path);
  await visibility.set(paths(turned(true).flatMap(usualCodes)), true);
  await visibility.set(paths(turned(false).flatMap(({ codes }) => codes)), false);
}
