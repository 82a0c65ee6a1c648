/** Choosing a code, or a place for one, from a list. */
import * as vscode from 'vscode';
import { type CodeChange, refusalOf } from '../../core/codebook/changeCodesCheck.js';
import { allCodes, type Code, type Codebook } from '../../core/codebook/codebook.js';
import { codeTitle } from '../platform/codingText.js';
import { inDisplayLanguage } from '../platform/language.js';
import { roleColour } from '../platform/themeColours.js';

interface PlaceItem extends vscode.QuickPickItem {
  readonly path?: string;
}

interface Choice {
  readonly title: string;
  readonly placeHolder: string;
  readonly codebooks: readonly Codebook[];
  readonly isOffered: (code: Code) => boolean;
  /** Whether the top of a codebook can be chosen too. */
  readonly isTopOffered?: (codebook: Codebook) => boolean;
  /** A code that is likely to be meant: it comes first. */
  readonly likely?: string | undefined;
}

/** The path of a code, or the id of a codebook for its top; undefined where the user changed their mind. */
export async function choosePlace(choice: Choice): Promise<string | undefined> {
  const { title, placeHolder } = choice;
  const items = itemsOf(choice);
  const options = { title, placeHolder, matchOnDescription: true, matchOnDetail: true };
  return (await vscode.window.showQuickPick<PlaceItem>(items, options))?.path;
}

function itemsOf({ codebooks, isOffered, isTopOffered = () => false, likely }: Choice): PlaceItem[] {
  const codes = new Map(codebooks.flatMap((each) => [...allCodes(each.codes)]).map((code) => [code.path, code]));
  const item = (code: Code) => codeItem(code, (path) => codes.get(path));
  const first = likely === undefined ? undefined : codes.get(likely);
  const items: PlaceItem[] = first ? [separator(vscode.l10n.t('Most alike')), item(first)] : [];
  for (const codebook of codebooks) {
    items.push(separator(inDisplayLanguage(codebook.title)));
    if (isTopOffered(codebook)) items.push(topItem(codebook));
    items.push(...[...allCodes(codebook.codes)].filter((code) => code !== first && isOffered(code)).map(item));
  }
  // Headings without anything under them would only be in the way.
  return items.filter((each, index) => each.path !== undefined || items[index + 1]?.path !== undefined);
}

function codeItem({ path, definition, color }: Code, codeOf: (path: string) => Code | undefined): PlaceItem {
  return {
    label: codeTitle(path, codeOf),
    description: path,
    detail: inDisplayLanguage(definition),
    iconPath: new vscode.ThemeIcon('circle-filled', roleColour(color, 'mark')),
    path,
  };
}

function topItem({ id, title }: Codebook): PlaceItem {
  const label = vscode.l10n.t('At the top of {0}', inDisplayLanguage(title));
  return { label, description: id, iconPath: new vscode.ThemeIcon('book'), path: id };
}

function separator(label: string): PlaceItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

/** Any code that annotations can be given. */
export function isGivable({ derived }: Code): boolean {
  return derived === undefined;
}

/** Whether a change can be made; one that only needs another id can. */
export function isPossible(change: CodeChange, codebooks: readonly Codebook[]): boolean {
  const refusal = refusalOf(change, codebooks);
  return refusal === undefined || refusal.reason === 'taken';
}
