import * as vscode from 'vscode';
import { balanceOf, countSentences } from '../core/analysis/balance.js';
import { DOUBLE_ROLE } from '../core/analysis/doubleRoles.js';
import type { Code } from '../core/codebook/codebook.js';
import type { DocumentState, ProjectChange } from '../project/state.js';
import { codeName } from './platform/codingText.js';
import { onDidChangeSettings } from './platform/settings.js';

export interface BalanceStatusSource {
  document(uri: string): DocumentState | undefined;
  code(path: string): Code | undefined;
  onDidChange(listener: (change: ProjectChange) => void): { dispose(): void };
}

/** What the item shows; drawn again only when it differs. */
interface Shown {
  readonly language: string;
  readonly scheme: string;
  readonly text: string;
  readonly detail: string;
  readonly spoken: string;
  readonly busy: boolean;
}

/**
 * The balance of the text in the active editor, behind the language in the status bar: in how many sentences it speaks as
 * partner, as principal, and how often as both. Only for texts that are read.
 */
export class BalanceStatus implements vscode.Disposable {
  readonly #source: BalanceStatusSource;
  readonly #subscriptions: readonly { dispose(): void }[];
  #item: vscode.LanguageStatusItem | undefined;
  #shown = '';
  /** Of the text that is shown, as many as were counted. */
  #sentences = 0;

  constructor(source: BalanceStatusSource) {
    this.#source = source;
    this.#subscriptions = [
      source.onDidChange((change) => {
        if (this.#isConcerned(change)) this.#refresh();
      }),
      vscode.window.onDidChangeActiveTextEditor(() => this.#refresh()),
      onDidChangeSettings(() => this.#refresh()),
    ];
    this.#refresh();
  }

  /** An edit that only pushed codings along changes no more than the number of sentences. */
  #isConcerned({ documents, recoded, codebooks }: ProjectChange): boolean {
    const uri = activeDocument()?.uri.toString() ?? '';
    if (codebooks || recoded.has(uri)) return true;
    const state = documents.has(uri) ? this.#source.document(uri) : undefined;
    return state !== undefined && countSentences(state) !== this.#sentences;
  }

  #refresh(): void {
    const document = activeDocument();
    const state = document && this.#source.document(document.uri.toString());
    const code = this.#source.code(DOUBLE_ROLE);
    if (document && state?.text && code) this.#show(this.#describe(document, state, code));
    else this.#hide();
  }

  #describe({ languageId, uri }: vscode.TextDocument, state: DocumentState, code: Code): Shown {
    const { parts, meetings, sentences } = balanceOf(state, code);
    this.#sentences = sentences;
    const nameOf = (path: string) => codeName(path, (each) => this.#source.code(each));
    const counts = parts.map((part) => `${nameOf(part.codePath)} ${part.sentences}`);
    const text = [...counts, `${nameOf(code.path)} ${meetings}`].join(' · ');
    const detail = vscode.l10n.t('of {0} sentences', sentences);
    const spoken = vscode.l10n.t('Policy Lens, sentences by role: {0}, {1}', text.replaceAll(' · ', ', '), detail);
    return { language: languageId, scheme: uri.scheme, text, detail, spoken, busy: state.isReading };
  }

  #show(wanted: Shown): void {
    const key = JSON.stringify(wanted);
    if (key === this.#shown) return;
    this.#shown = key;
    const { language, scheme, text, detail, spoken, busy } = wanted;
    this.#item ??= vscode.languages.createLanguageStatusItem('policyLens.balance', []);
    Object.assign(this.#item, { selector: { language, scheme }, text, detail, busy });
    this.#item.name = vscode.l10n.t('Balance of roles');
    this.#item.accessibilityInformation = { label: spoken };
    this.#item.command = { command: 'policyLens.showBalance', title: vscode.l10n.t('Show in the tree') };
  }

  #hide(): void {
    this.#item?.dispose();
    this.#item = undefined;
    this.#shown = '';
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#hide();
  }
}

function activeDocument(): vscode.TextDocument | undefined {
  return vscode.window.activeTextEditor?.document;
}
