import * as vscode from 'vscode';
import type { Coding } from '../../core/analysis/coding.js';
import {
  childrenOf,
  emptyOutline,
  indexOf,
  type Leaf,
  type Outline,
  type Placed,
} from '../../core/analysis/outline.js';
import { countWaiting, isOutOfPlace, placesToReview, waitingLeaves } from '../../core/analysis/placesToReview.js';
import { type Changes, changesBetween } from '../../core/analysis/treeDiff.js';
import type { DocumentState, ProjectChange } from '../../project/state.js';
import { codedDocument, Lines } from '../platform/codedDocument.js';
import type { ContextKeys } from '../platform/contextKeys.js';
import { NodeCache, type TreeNode } from '../platform/outlineNodes.js';
import { onDidChangeSettings } from '../platform/settings.js';
import { TreeKeyboard } from '../platform/treeKeyboard.js';
import { placeGroupItem, placeItem } from './placeItems.js';
import type { PlacesSource } from './placesSource.js';
import { placeTooltip, waitingText } from './placeText.js';

/** The view `policyLens.places`: annotations that do not lie where they were, by document. */
export class PlacesTree implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  readonly #source: PlacesSource;
  readonly #keys: Pick<ContextKeys, 'canReviewPlaces'>;
  readonly #changed = new vscode.EventEmitter<TreeNode[] | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #nodes = new NodeCache();
  readonly #lines = new Lines();
  /** Of each state of a document, what is listed: most documents are the same from one change to the next. */
  readonly #listed = new WeakMap<DocumentState, readonly Coding[]>();
  readonly #view: vscode.TreeView<TreeNode>;
  readonly #keyboard: TreeKeyboard;
  readonly #subscriptions: readonly { dispose(): void }[];
  #outline: Outline = emptyOutline;
  /** Made when it is first needed after a change. */
  #index: ReadonlyMap<string, Placed> | undefined;

  constructor(source: PlacesSource, keys: Pick<ContextKeys, 'canReviewPlaces'>) {
    this.#source = source;
    this.#keys = keys;
    this.#view = vscode.window.createTreeView('policyLens.places', {
      treeDataProvider: this,
      canSelectMany: true,
      showCollapseAll: true,
    });
    this.#keyboard = new TreeKeyboard({
      view: this.#view,
      rows: () => this.#rows(),
      nodeOf: (row) => this.#nodes.nodeOf(row),
    });
    this.#subscriptions = [
      this.#view,
      this.#changed,
      source.onDidChange((change) => this.#projectChanged(change)),
      // The language of the names of codes may be another one.
      onDidChangeSettings(() => this.#rebuild(true)),
    ];
    this.#rebuild();
  }

  /** What waits, one's own and others', in the order of the rows. */
  waiting(): readonly Leaf[] {
    return waitingLeaves(this.#outline.roots);
  }

  /** Neither folded nor in a side bar that shows something else. */
  isVisible(): boolean {
    return this.#view.visible;
  }

  selection(): readonly TreeNode[] {
    return this.#view.selection;
  }

  /** The rows that a key pressed in the view is about. */
  nodesAtKeyboard(): Promise<readonly TreeNode[]> {
    return this.#keyboard.nodes();
  }

  /** To be called when that has been done. */
  returnKeyboard(): Promise<void> {
    return this.#keyboard.giveBack();
  }

  /** Shows the view with a row selected, and the keyboard on it. */
  async select({ id }: Leaf): Promise<void> {
    const row = this.#rows().get(id)?.node;
    if (row) await this.#view.reveal(this.#nodes.nodeOf(row), { select: true, focus: true });
  }

  getChildren(parent?: TreeNode): TreeNode[] {
    const rows = parent ? childrenOf(parent.row) : this.#outline.roots;
    return rows.map((row) => this.#nodes.nodeOf(row));
  }

  getParent(node: TreeNode): TreeNode | undefined {
    const parent = this.#rows().get(node.id)?.parent;
    return parent && this.#nodes.nodeOf(parent);
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    if (node.kind === 'coding') return placeItem(node, (path) => this.#source.code(path));
    return node.kind === 'group' ? placeGroupItem(node) : new vscode.TreeItem(node.id);
  }

  resolveTreeItem(item: vscode.TreeItem, node: TreeNode): vscode.TreeItem {
    if (node.kind === 'coding') item.tooltip = placeTooltip(node.row, (path) => this.#source.code(path));
    return item;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #rows(): ReadonlyMap<string, Placed> {
    this.#index ??= indexOf(this.#outline);
    return this.#index;
  }

  #projectChanged({ recoded, codebooks }: ProjectChange): void {
    if (recoded.size > 0 || codebooks) this.#rebuild(codebooks);
  }

  /** Makes the outline again and draws the rows that differ; every row with `isEveryRowNew`. */
  #rebuild(isEveryRowNew = false): void {
    const before = this.#outline;
    const documents = this.#source.documents().map((state) => {
      return { ...codedDocument(state, this.#lines), codings: this.#listedIn(state) };
    });
    this.#outline = placesToReview(documents);
    this.#index = undefined;
    this.#nodes.update(this.#outline.roots);
    this.#keys.canReviewPlaces.set(this.#outline.roots.length > 0);
    this.#showCount();
    this.#draw(isEveryRowNew ? 'all' : changesBetween(before, this.#outline));
  }

  #listedIn(state: DocumentState): readonly Coding[] {
    const listed = this.#listed.get(state) ?? state.codings.filter(isOutOfPlace);
    this.#listed.set(state, listed);
    return listed;
  }

  #draw(changes: Changes): void {
    if (changes === 'all') {
      this.#changed.fire(undefined);
      return;
    }
    // Rows that were never asked for have no element, and nothing to draw.
    const nodes = changes.flatMap((id) => this.#nodes.get(id) ?? []);
    if (nodes.length > 0) this.#changed.fire(nodes);
  }

  /** On the view's icon, and in its head, which shows while the view is folded. */
  #showCount(): void {
    const value = countWaiting(this.#outline);
    if (value === (this.#view.badge?.value ?? 0)) return;
    this.#view.badge = value === 0 ? undefined : { value, tooltip: waitingText(value) };
    this.#view.description = value === 0 ? '' : String(value);
  }
}
