import * as vscode from 'vscode';
import type { OutlineNode, Placed } from '../../core/analysis/outline.js';
import { heirOf, placeOf, type RowPlace } from '../../core/analysis/rowPlace.js';
import type { TreeNode } from './outlineNodes.js';

export interface TreeKeyboardParts {
  readonly view: vscode.TreeView<TreeNode>;
  /** The rows of this moment, by their id. */
  rows(): ReadonlyMap<string, Placed>;
  nodeOf(row: OutlineNode): TreeNode;
}

/** What a key that is pressed in a tree is about. VS Code tells a view what is selected, but not where the keyboard is. */
export class TreeKeyboard {
  readonly #parts: TreeKeyboardParts;
  /** Where a key was pressed, while it is acted upon. */
  #place: RowPlace | undefined;

  constructor(parts: TreeKeyboardParts) {
    this.#parts = parts;
  }

  /**
   * The row that the keyboard is on; all that is selected where that row is part of it, as in menus. Selecting that row too,
   * and back again, tells which one it is.
   */
  async nodes(): Promise<readonly TreeNode[]> {
    const { view, rows } = this.#parts;
    const before = view.selection;
    await vscode.commands.executeCommand('list.toggleSelection');
    const after = view.selection;
    await vscode.commands.executeCommand('list.toggleSelection');
    const [added] = after.filter((node) => !before.includes(node));
    const [removed] = before.filter((node) => !after.includes(node));
    const focused = added ?? removed;
    this.#place = focused && placeOf(focused.id, rows());
    return added ? [added] : before;
  }

  /**
   * Puts the keyboard back where it was after what a key pressed in the tree has done. VS Code forgets it with the row,
   * and would begin at the top again: the next key would be about everything.
   */
  async giveBack(): Promise<void> {
    const { view, rows, nodeOf } = this.#parts;
    const place = this.#place;
    this.#place = undefined;
    const heir = place && heirOf(place, rows());
    if (!heir || heir.id === place.row.id || !view.visible) return;
    await view.reveal(nodeOf(heir), { select: false, focus: true });
  }
}
