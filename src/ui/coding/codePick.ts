import * as vscode from 'vscode';
import { allCodes, type Code, type Codebook } from '../../core/codebook/codebook.js';
import { codeTitle } from '../platform/codingText.js';
import { inDisplayLanguage } from '../platform/language.js';
import { roleColour } from '../platform/themeColours.js';

const STORAGE_KEY = 'policyLens.recentCodes';
/** How many codes are remembered as used last: a screenful. */
const RECENT = 8;

interface CodeItem extends vscode.QuickPickItem {
  readonly path?: string;
}

export interface CodePickSource {
  codebooks(): readonly Codebook[];
  code(path: string): Code | undefined;
}

/** Chooses codes by typing: the ones used last come first, then each codebook in its own order. */
export class CodePick {
  constructor(
    private readonly source: CodePickSource,
    private readonly memento: vscode.Memento,
  ) {}

  /** One code, or undefined when the user changed their mind. `title` says what it is for. */
  async one(title: string): Promise<string | undefined> {
    const placeHolder = vscode.l10n.t('Type to find a code by name or definition');
    const chosen = await vscode.window.showQuickPick<CodeItem>(this.#items(), { title, placeHolder, ...MATCHING });
    if (chosen?.path) await this.#remember([chosen.path]);
    return chosen?.path;
  }

  /** One or more codes; undefined when the user changed their mind or ticked none. */
  async several(title: string, ticked: readonly string[] = []): Promise<readonly string[] | undefined> {
    const placeHolder = vscode.l10n.t('Tick the codes for this passage, then press Enter');
    const items = this.#items().map((item) => ({ ...item, picked: ticked.includes(item.path ?? '') }));
    const options = { title, placeHolder, canPickMany: true as const, ...MATCHING };
    const chosen = await vscode.window.showQuickPick<CodeItem & { picked: boolean }>(items, options);
    const paths = (chosen ?? []).map(({ path }) => path).filter((path) => path !== undefined);
    if (paths.length === 0) return undefined;
    await this.#remember(paths);
    return paths;
  }

  #items(): CodeItem[] {
    const codebooks = this.source.codebooks();
    const recent = this.#recent().filter((path) => this.source.code(path));
    const items: CodeItem[] = [];
    if (recent.length > 0) items.push(separator(vscode.l10n.t('Used last')));
    for (const path of recent) items.push(this.#item(path));
    for (const codebook of codebooks) {
      items.push(separator(inDisplayLanguage(codebook.title)));
      for (const code of allCodes(codebook.codes)) {
        if (!code.derived && !recent.includes(code.path)) items.push(this.#item(code.path));
      }
    }
    return items;
  }

  #item(path: string): CodeItem {
    const code = this.source.code(path);
    return {
      label: codeTitle(path, (part) => this.source.code(part)),
      description: path,
      detail: code ? inDisplayLanguage(code.definition) : '',
      ...(code ? { iconPath: new vscode.ThemeIcon('circle-filled', roleColour(code.color, 'mark')) } : {}),
      path,
    };
  }

  #recent(): readonly string[] {
    const stored = this.memento.get<unknown>(STORAGE_KEY);
    return Array.isArray(stored) ? stored.filter((path) => typeof path === 'string') : [];
  }

  async #remember(paths: readonly string[]): Promise<void> {
    const recent = [...new Set([...paths, ...this.#recent()])].slice(0, RECENT);
    await this.memento.update(STORAGE_KEY, recent);
  }
}

const MATCHING = { matchOnDescription: true, matchOnDetail: true };

function separator(label: string): CodeItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
