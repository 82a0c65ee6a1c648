import * as vscode from 'vscode';
import type { ProjectChange } from '../project/state.js';
import { onDidChangeSettings, readSettings } from './platform/settings.js';

export interface HistoryStatusSource {
  readonly steps: { readonly undoLabel: string | undefined };
  onDidChange(listener: (change: ProjectChange) => void): { dispose(): void };
}

/**
 * What the next undo would undo, by its name, behind the language in the status bar: a command cannot change its title. Only where
 * there is something to undo.
 */
export class HistoryStatus implements vscode.Disposable {
  readonly #source: HistoryStatusSource;
  readonly #subscriptions: readonly { dispose(): void }[];
  #item: vscode.LanguageStatusItem | undefined;

  constructor(source: HistoryStatusSource) {
    this.#source = source;
    this.#subscriptions = [
      source.onDidChange(({ history }) => {
        if (history) this.#refresh();
      }),
      onDidChangeSettings(() => this.#refresh()),
    ];
  }

  #refresh(): void {
    const { undoLabel } = this.#source.steps;
    if (undoLabel === undefined) {
      this.#hide();
      return;
    }
    this.#item ??= vscode.languages.createLanguageStatusItem('policyLens.history', []);
    this.#item.selector = readSettings().languageIds.map((language) => ({ language }));
    this.#item.name = vscode.l10n.t('Annotation history');
    this.#item.text = `$(history) ${undoLabel}`;
    this.#item.accessibilityInformation = { label: vscode.l10n.t('Policy Lens, undo: {0}', undoLabel) };
    this.#item.command = { command: 'policyLens.undo', title: vscode.l10n.t('Undo') };
  }

  #hide(): void {
    this.#item?.dispose();
    this.#item = undefined;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#hide();
  }
}
