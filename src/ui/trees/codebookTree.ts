import * as vscode from 'vscode';
import { countByCode } from '../../core/analysis/codeCounts.js';
import { usualCodes } from '../../core/codebook/enabledCodes.js';
import type { ProjectChange } from '../../project/state.js';
import { rowAtKeyboard } from '../platform/rowAtKeyboard.js';
import { onDidChangeSettings } from '../platform/settings.js';
import { codebookItemOf, codebookTooltip } from './codebookItems.js';
import { type CodebookNode, type CodebookTreeNode, type CodeNode, codebookNode, codeNodes } from './codebookNodes.js';
import type { TreeSource } from './source.js';

/** Which codes are highlighted in the text. */
export interface CodeVisibility {
  isOn(path: string): boolean;
  readonly onDidChange: vscode.Event<void>;
}

export interface CodebookTreeParts {
  readonly source: Pick<TreeSource, 'documents' | 'codebooks' | 'codebookFile' | 'onDidChange'>;
  readonly visibility: CodeVisibility;
  /** The user switched the highlights of these codes (second level paths) on or off. */
  readonly onToggle: (paths: readonly string[], on: boolean) => unknown;
}

/** The view `policyLens.codebook`: every code with its definition, how often it occurs, and a switch for its highlights. */
export class CodebookTree implements vscode.TreeDataProvider<CodebookTreeNode>, vscode.Disposable {
  readonly #parts: CodebookTreeParts;
  readonly #changed = new vscode.EventEmitter<CodebookTreeNode[] | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<CodebookTreeNode>;
  readonly #subscriptions: { dispose(): void }[];
  #roots: readonly CodebookNode[];
  #counts: ReadonlyMap<string, number>;

  constructor(parts: CodebookTreeParts) {
    this.#parts = parts;
    this.#roots = parts.source.codebooks().map(codebookNode);
    this.#counts = this.#countNow();
    this.#view = vscode.window.createTreeView('policyLens.codebook', {
      treeDataProvider: this,
      showCollapseAll: true,
      manageCheckboxStateManually: true,
    });
    this.#subscriptions = [
      this.#view,
      this.#changed,
      this.#view.onDidChangeCheckboxState(({ items }) => this.#toggled(items)),
      parts.visibility.onDidChange(() => this.#changed.fire([...this.#roots])),
      // The language of names and definitions may be another one.
      onDidChangeSettings(() => this.#startAfresh()),
      parts.source.onDidChange((change) => this.#projectChanged(change)),
    ];
  }

  /** Shows a code with what its codebook says about it; does nothing for an unknown one. */
  async revealCode(path: string): Promise<void> {
    const node = this.#codes().find(({ id }) => id === path);
    if (node) await this.#view.reveal(node, { select: true, focus: true, expand: true });
  }

  /** Path of the code that a key pressed here is about: that of the row, or of what stands under it. */
  async codeAtKeyboard(): Promise<string | undefined> {
    const node = await rowAtKeyboard(this.#view);
    const code = node?.kind === 'fact' ? node.parent : node;
    return code?.kind === 'code' ? code.id : undefined;
  }

  getChildren(parent?: CodebookTreeNode): CodebookTreeNode[] {
    if (!parent) return [...this.#roots];
    return parent.kind === 'fact' ? [] : [...parent.children];
  }

  getParent(node: CodebookTreeNode): CodebookTreeNode | undefined {
    return node.parent;
  }

  getTreeItem(node: CodebookTreeNode): vscode.TreeItem {
    return codebookItemOf(node, {
      countOf: (path) => this.#counts.get(path) ?? 0,
      isOn: (path) => this.#parts.visibility.isOn(path),
      fileOf: (id) => this.#parts.source.codebookFile(id)?.path,
    });
  }

  resolveTreeItem(item: vscode.TreeItem, node: CodebookTreeNode): vscode.TreeItem {
    item.tooltip ??= codebookTooltip(node);
    return item;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #codes(): readonly CodeNode[] {
    return this.#roots.flatMap((root) => [...codeNodes(root)]);
  }

  #countNow(): ReadonlyMap<string, number> {
    return countByCode(this.#parts.source.documents().filter(({ isOpen }) => isOpen));
  }

  #startAfresh(): void {
    this.#roots = this.#parts.source.codebooks().map(codebookNode);
    this.#changed.fire(undefined);
  }

  #toggled(items: readonly [CodebookTreeNode, vscode.TreeItemCheckboxState][]): void {
    for (const [node, state] of items) {
      const on = state === vscode.TreeItemCheckboxState.Checked;
      this.#parts.onToggle(switchedWith(node, on), on);
    }
  }

  #projectChanged({ recoded, codebooks }: ProjectChange): void {
    const before = this.#counts;
    if (recoded.size > 0 || codebooks) this.#counts = this.#countNow();
    if (codebooks) {
      this.#roots = this.#parts.source.codebooks().map(codebookNode);
      this.#changed.fire(undefined);
      return;
    }
    const isChanged = ({ id }: CodeNode) => (before.get(id) ?? 0) !== (this.#counts.get(id) ?? 0);
    // A codebook shows the sum of its codes: it changes with them, and is drawn again with all that is beneath it.
    const changed = this.#roots.flatMap((root): readonly CodebookTreeNode[] => {
      return root.children.some(isChanged) ? [root] : [...codeNodes(root)].filter(isChanged);
    });
    if (changed.length > 0) this.#changed.fire(changed);
  }
}

/**
 * The codes that a switch stands for. Switching a codebook on leaves the codes alone that it has off by default: each of
 * those has to be asked for.
 */
function switchedWith(node: CodebookTreeNode, on: boolean): readonly string[] {
  if (node.kind === 'code') return [node.id];
  if (node.kind === 'fact') return [];
  const { codebook } = node;
  return (on ? usualCodes(codebook) : codebook.codes).map(({ path }) => path);
}
