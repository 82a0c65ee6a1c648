/** A view that shows an outline as a tree: its elements, where the keyboard is, and drawing only the rows that differ. */
import * as vscode from 'vscode';
import {
  childrenOf,
  emptyOutline,
  indexOf,
  type Outline,
  type OutlineNode,
  type Placed,
} from '../../core/analysis/outline.js';
import { changesBetween } from '../../core/analysis/treeDiff.js';
import { NodeCache, type TreeNode } from './outlineNodes.js';
import { TreeKeyboard } from './treeKeyboard.js';

/** How rows look. */
export type RowLooks = Required<Pick<vscode.TreeDataProvider<TreeNode>, 'getTreeItem' | 'resolveTreeItem'>>;

export class OutlineView implements vscode.Disposable {
  readonly view: vscode.TreeView<TreeNode>;
  readonly #changed = new vscode.EventEmitter<TreeNode[] | undefined>();
  readonly #nodes = new NodeCache();
  readonly #keyboard: TreeKeyboard;
  #outline: Outline = emptyOutline;
  /** Made when it is first needed after a change. */
  #index: ReadonlyMap<string, Placed> | undefined;

  /** `id`: of the view, as the manifest has it. */
  constructor(id: string, looks: RowLooks) {
    const nodeOf = (row: OutlineNode) => this.#nodes.nodeOf(row);
    this.view = vscode.window.createTreeView(id, {
      treeDataProvider: {
        onDidChangeTreeData: this.#changed.event,
        getChildren: (parent) => (parent ? childrenOf(parent.row) : this.#outline.roots).map(nodeOf),
        getParent: (node) => {
          const parent = this.rows().get(node.id)?.parent;
          return parent && nodeOf(parent);
        },
        getTreeItem: (node) => looks.getTreeItem(node),
        resolveTreeItem: (item, node, token) => looks.resolveTreeItem(item, node, token),
      },
      canSelectMany: true,
      showCollapseAll: true,
    });
    this.#keyboard = new TreeKeyboard({ view: this.view, rows: () => this.rows(), nodeOf });
  }

  /** What is shown. */
  get outline(): Outline {
    return this.#outline;
  }

  /** The rows of this moment, by their id. */
  rows(): ReadonlyMap<string, Placed> {
    this.#index ??= indexOf(this.#outline);
    return this.#index;
  }

  /** Draws the rows that differ from what is shown; every row with `isEveryRowNew`. */
  show(outline: Outline, isEveryRowNew: boolean): void {
    const changes = isEveryRowNew ? 'all' : changesBetween(this.#outline, outline);
    this.#outline = outline;
    this.#index = undefined;
    this.#nodes.update(outline.roots);
    if (changes === 'all') {
      this.#changed.fire(undefined);
      return;
    }
    // Rows that were never asked for have no element, and nothing to draw.
    const nodes = changes.flatMap((id) => this.#nodes.get(id) ?? []);
    if (nodes.length > 0) this.#changed.fire(nodes);
  }

  /** Brings a row into sight and selects it; `focus`: with the keyboard on it. */
  async select(row: OutlineNode, { focus }: { readonly focus: boolean }): Promise<void> {
    await this.view.reveal(this.#nodes.nodeOf(row), { select: true, focus });
  }

  /** The rows that a key pressed in the view is about. */
  nodesAtKeyboard(): Promise<readonly TreeNode[]> {
    return this.#keyboard.nodes();
  }

  /** To be called when that has been done. */
  returnKeyboard(): Promise<void> {
    return this.#keyboard.giveBack();
  }

  dispose(): void {
    this.view.dispose();
    this.#changed.dispose();
  }
}
