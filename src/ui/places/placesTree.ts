import * as vscode from 'vscode';
import type { Coding } from '../../core/analysis/coding.js';
import type { Leaf } from '../../core/analysis/outline.js';
import { countWaiting, isOutOfPlace, placesToReview, waitingLeaves } from '../../core/analysis/placesToReview.js';
import type { DocumentState, ProjectChange } from '../../project/state.js';
import { codedDocument, Lines } from '../platform/codedDocument.js';
import type { ContextKeys } from '../platform/contextKeys.js';
import type { TreeNode } from '../platform/outlineNodes.js';
import { OutlineView } from '../platform/outlineView.js';
import { onDidChangeSettings } from '../platform/settings.js';
import { placeGroupItem, placeItem } from './placeItems.js';
import type { PlacesSource } from './placesSource.js';
import { placeTooltip, waitingText } from './placeText.js';

/** The view `policyLens.places`: annotations that do not lie where they were, by document. */
export class PlacesTree implements vscode.Disposable {
  readonly #source: PlacesSource;
  readonly #keys: Pick<ContextKeys, 'canReviewPlaces'>;
  readonly #lines = new Lines();
  /** Of each state of a document, what is listed: most documents are the same from one change to the next. */
  readonly #listed = new WeakMap<DocumentState, readonly Coding[]>();
  readonly #rows: OutlineView;
  readonly #subscriptions: readonly { dispose(): void }[];

  constructor(source: PlacesSource, keys: Pick<ContextKeys, 'canReviewPlaces'>) {
    this.#source = source;
    this.#keys = keys;
    this.#rows = new OutlineView('policyLens.places', {
      getTreeItem: (node) => this.#itemOf(node),
      resolveTreeItem: (item, node) => {
        if (node.kind === 'coding') item.tooltip = placeTooltip(node.row, (path) => source.code(path));
        return item;
      },
    });
    this.#subscriptions = [
      this.#rows,
      source.onDidChange((change) => this.#projectChanged(change)),
      // The language of the names of codes may be another one.
      onDidChangeSettings(() => this.#rebuild(true)),
    ];
    this.#rebuild();
  }

  /** What waits, one's own and others', in the order of the rows. */
  waiting(): readonly Leaf[] {
    return waitingLeaves(this.#rows.outline.roots);
  }

  /** Neither folded nor in a side bar that shows something else. */
  isVisible(): boolean {
    return this.#rows.view.visible;
  }

  selection(): readonly TreeNode[] {
    return this.#rows.view.selection;
  }

  /** The rows that a key pressed in the view is about. */
  nodesAtKeyboard(): Promise<readonly TreeNode[]> {
    return this.#rows.nodesAtKeyboard();
  }

  /** To be called when that has been done. */
  returnKeyboard(): Promise<void> {
    return this.#rows.returnKeyboard();
  }

  /** Shows the view with a row selected, and the keyboard on it. */
  async select({ id }: Leaf): Promise<void> {
    const row = this.#rows.rows().get(id)?.node;
    if (row) await this.#rows.select(row, { focus: true });
  }

  #itemOf(node: TreeNode): vscode.TreeItem {
    if (node.kind === 'coding') return placeItem(node, (path) => this.#source.code(path));
    return node.kind === 'group' ? placeGroupItem(node) : new vscode.TreeItem(node.id);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #projectChanged({ recoded, codebooks }: ProjectChange): void {
    if (recoded.size > 0 || codebooks) this.#rebuild(codebooks);
  }

  /** Makes the outline again and draws the rows that differ; every row with `isEveryRowNew`. */
  #rebuild(isEveryRowNew = false): void {
    const documents = this.#source.documents().map((state) => {
      return { ...codedDocument(state, this.#lines), codings: this.#listedIn(state) };
    });
    const outline = placesToReview(documents);
    this.#keys.canReviewPlaces.set(outline.roots.length > 0);
    this.#showCount(countWaiting(outline));
    this.#rows.show(outline, isEveryRowNew);
  }

  #listedIn(state: DocumentState): readonly Coding[] {
    const listed = this.#listed.get(state) ?? state.codings.filter(isOutOfPlace);
    this.#listed.set(state, listed);
    return listed;
  }

  /** On the view's icon, and in its head, which shows while the view is folded. */
  #showCount(value: number): void {
    const { view } = this.#rows;
    if (value === (view.badge?.value ?? 0)) return;
    view.badge = value === 0 ? undefined : { value, tooltip: waitingText(value) };
    view.description = value === 0 ? '' : String(value);
  }
}
