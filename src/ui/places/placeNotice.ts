import * as vscode from 'vscode';
import { isWaiting } from '../../core/analysis/placesToReview.js';
import type { DocumentState, ProjectChange } from '../../project/state.js';
import { say } from '../platform/say.js';
import type { PlacesSource } from './placesSource.js';
import { waitingText } from './placeText.js';

/**
 * Says of the text in the active editor that annotations do not lie where they were: behind the language in the status bar as
 * long as it is so, and once in words for each text that is opened. Nothing that must be clicked away.
 */
export class PlaceNotice implements vscode.Disposable {
  readonly #source: PlacesSource;
  readonly #subscriptions: readonly { dispose(): void }[];
  readonly #told = new Set<string>();
  #item: vscode.LanguageStatusItem | undefined;
  #shown = '';

  constructor(source: PlacesSource) {
    this.#source = source;
    this.#subscriptions = [
      source.onDidChange((change) => this.#projectChanged(change)),
      vscode.window.onDidChangeActiveTextEditor(() => this.#refresh()),
    ];
    this.#refresh();
  }

  #projectChanged({ documents, recoded }: ProjectChange): void {
    for (const uri of documents) if (!this.#source.document(uri)?.isOpen) this.#told.delete(uri);
    if (recoded.has(activeDocument()?.uri.toString() ?? '')) this.#refresh();
  }

  #refresh(): void {
    const document = activeDocument();
    const uri = document?.uri.toString() ?? '';
    const count = countIn(this.#source.document(uri));
    if (document && count > 0) this.#show(document, count);
    else this.#hide();
  }

  #show({ uri, languageId }: vscode.TextDocument, count: number): void {
    const key = `${uri} ${languageId} ${count}`;
    if (key === this.#shown) return;
    this.#shown = key;
    const text = waitingText(count);
    this.#item ??= vscode.languages.createLanguageStatusItem('policyLens.places', []);
    Object.assign(this.#item, { selector: { language: languageId, scheme: uri.scheme }, text });
    this.#item.name = vscode.l10n.t('Places of annotations');
    this.#item.severity = vscode.LanguageStatusSeverity.Warning;
    this.#item.accessibilityInformation = { label: text };
    const [command, title] = ['policyLens.reviewPlaces', vscode.l10n.t('Review')];
    this.#item.command = { command, title, arguments: [uri.toString()] };
    if (this.#told.has(uri.toString())) return;
    this.#told.add(uri.toString());
    say(vscode.l10n.t('{0}: see Places to Review', text));
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

/** Annotations, however many codes they have. */
function countIn(state: DocumentState | undefined): number {
  return new Set(state?.codings.filter(isWaiting).map(({ annotation }) => annotation?.id)).size;
}

function activeDocument(): vscode.TextDocument | undefined {
  return vscode.window.activeTextEditor?.document;
}
