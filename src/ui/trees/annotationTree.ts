import * as vscode from 'vscode';
import { entryFilter } from '../../core/analysis/filter.js';
import { outlineOf } from '../../core/analysis/grouping.js';
import {
  childrenOf,
  emptyOutline,
  type GroupBy,
  indexOf,
  type Outline,
  type Placed,
} from '../../core/analysis/outline.js';
import { changesBetween } from '../../core/analysis/treeDiff.js';
import type { Message } from '../../core/message.js';
import type { ProjectChange } from '../../project/state.js';
import { codedDocument, Lines } from '../platform/codedDocument.js';
import type { CodingTarget } from '../platform/codingTarget.js';
import type { ContextKeys } from '../platform/contextKeys.js';
import { type GroupNode, NodeCache, type TreeNode, targetsOfNode } from '../platform/outlineNodes.js';
import type { Explain } from '../platform/reasonText.js';
import { onDidChangeSettings } from '../platform/settings.js';
import { TreeKeyboard } from '../platform/treeKeyboard.js';
import { itemOf } from './annotationItems.js';
import { problemsWithRows, viewStateOf } from './annotationState.js';
import { codingTooltip } from './codingTooltip.js';
import type { TreeSource } from './source.js';

const GROUP_BY_KEY = 'policyLens.groupBy';
const FILTER_KEY = 'policyLens.filter';

export interface AnnotationTreeParts {
  readonly source: TreeSource;
  readonly keys: ContextKeys;
  /** Keeps the grouping and the filter of this workspace. */
  readonly memory: vscode.Memento;
  readonly formatMessage: (message: Message) => string;
  readonly explain: Explain;
}

/** The view `policyLens.annotations`: every coding at hand, by code, by document or by status. */
export class AnnotationTree implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  readonly #parts: AnnotationTreeParts;
  readonly #changed = new vscode.EventEmitter<TreeNode[] | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #nodes = new NodeCache();
  readonly #lines = new Lines();
  readonly #view: vscode.TreeView<TreeNode>;
  readonly #subscriptions: { dispose(): void }[];
  #groupBy: GroupBy;
  #filter: string;
  #outline: Outline = emptyOutline;
  /** Whether the project changed while nobody looked: the outline is then made when the view is shown again. */
  #isStale = false;
  readonly #keyboard: TreeKeyboard;
  /** Made when it is first needed after a change. */
  #index: ReadonlyMap<string, Placed> | undefined;

  constructor(parts: AnnotationTreeParts) {
    this.#parts = parts;
    this.#groupBy = storedGroupBy(parts.memory);
    this.#filter = parts.memory.get(FILTER_KEY, '');
    this.#view = vscode.window.createTreeView('policyLens.annotations', {
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
      parts.source.onDidChange((change) => this.#projectChanged(change)),
      this.#view.onDidChangeVisibility(() => this.#catchUp()),
      // The language of names and definitions may be another one.
      onDidChangeSettings(() => this.#rebuild(true)),
      vscode.window.tabGroups.onDidChangeTabs(() => this.#activeTabChanged()),
    ];
    this.#rebuild();
  }

  get groupBy(): GroupBy {
    return this.#groupBy;
  }

  get filter(): string {
    return this.#filter;
  }

  setGroupBy(groupBy: GroupBy): void {
    this.#groupBy = groupBy;
    void this.#parts.memory.update(GROUP_BY_KEY, groupBy);
    this.#rebuild();
  }

  /** Shows the codings that have every word of `text`; everything when it is empty. */
  setFilter(text: string): void {
    this.#filter = text;
    void this.#parts.memory.update(FILTER_KEY, text);
    this.#rebuild();
  }

  selection(): readonly TreeNode[] {
    return this.#view.selection;
  }

  /** The codings at or beneath what is selected. */
  selectedTargets(): readonly CodingTarget[] {
    return this.#view.selection.flatMap(targetsOfNode);
  }

  /** The codings of what a key that is pressed in the tree is about. */
  async targetsAtKeyboard(): Promise<readonly CodingTarget[]> {
    return (await this.#keyboard.nodes()).flatMap(targetsOfNode);
  }

  /** To be called when that has been done. */
  returnKeyboard(): Promise<void> {
    return this.#keyboard.giveBack();
  }

  targetsOfNode(node: unknown): readonly CodingTarget[] {
    return targetsOfNode(node);
  }

  /** Selects a coding in the tree; does nothing where the filter or the grouping leaves it out. */
  async reveal(uri: string, codingId: string): Promise<void> {
    this.#catchUp();
    for (const { node } of this.#rows().values()) {
      if (node.kind !== 'coding' || node.uri !== uri || node.coding.id !== codingId) continue;
      await this.#view.reveal(this.#nodes.nodeOf(node), { select: true, focus: false });
      return;
    }
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
    const { source, formatMessage } = this.#parts;
    return itemOf(node, {
      codeOf: (path) => source.code(path),
      formatMessage,
      isOpenAtFirst: (group) => this.#isOpenAtFirst(group),
    });
  }

  resolveTreeItem(item: vscode.TreeItem, node: TreeNode): vscode.TreeItem {
    if (node.kind === 'coding') {
      const { source, explain } = this.#parts;
      item.tooltip = codingTooltip(node.row, { uri: node.uri, codeOf: (path) => source.code(path), explain });
    }
    return item;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #rows(): ReadonlyMap<string, Placed> {
    this.#index ??= indexOf(this.#outline);
    return this.#index;
  }

  /** Few groups at the top are open, so that the first look shows what was found; long lists wait to be opened. */
  #isOpenAtFirst({ row }: GroupNode): boolean {
    const { kind } = row.subject;
    if (kind === 'document') return this.#outline.roots.length === 1;
    return kind !== 'code';
  }

  #projectChanged({ recoded, codebooks, problems }: ProjectChange): void {
    if (recoded.size === 0 && !codebooks && !problems) return;
    if (this.#view.visible) {
      this.#rebuild(codebooks);
      return;
    }
    this.#isStale = true;
    this.#updateSurroundings();
  }

  /** A tab of a file that cannot be read may be all that there is to speak of. */
  #activeTabChanged(): void {
    if (this.#view.visible) this.#rebuild();
    else this.#updateSurroundings();
  }

  #catchUp(): void {
    if (this.#isStale) this.#rebuild();
  }

  /** Makes the outline again and draws the rows that differ; every row with `isEveryRowNew`. */
  #rebuild(isEveryRowNew = false): void {
    const before = this.#outline;
    // Codebooks may have changed too while nobody looked.
    const isAllNew = isEveryRowNew || this.#isStale;
    this.#isStale = false;
    const { source } = this.#parts;
    const codebooks = source.codebooks();
    this.#outline = outlineOf({
      documents: source.documents().map((state) => codedDocument(state, this.#lines)),
      codebooks,
      problems: problemsWithRows(source),
      groupBy: this.#groupBy,
      isWanted: entryFilter(this.#filter, codebooks),
    });
    this.#index = undefined;
    this.#nodes.update(this.#outline.roots);
    this.#updateSurroundings();
    this.#draw(isAllNew ? 'all' : changesBetween(before, this.#outline));
  }

  #draw(changes: ReturnType<typeof changesBetween>): void {
    if (changes === 'all') {
      this.#changed.fire(undefined);
      return;
    }
    // Rows that were never asked for have no element, and nothing to draw.
    const nodes = changes.flatMap((id) => this.#nodes.get(id) ?? []);
    if (nodes.length > 0) this.#changed.fire(nodes);
  }

  #updateSurroundings(): void {
    const { source, keys } = this.#parts;
    const { shown, total } = this.#outline;
    const filter = this.#filter.trim();
    keys.groupBy.set(this.#groupBy);
    keys.isFiltered.set(filter !== '');
    keys.viewState.set(viewStateOf(source));
    const message = filter ? vscode.l10n.t('{0} of {1} shown, filter “{2}”', shown, total, filter) : '';
    // Setting it draws the head of the view again, even when it says the same.
    if (message !== (this.#view.message ?? '')) this.#view.message = message;
  }
}

function storedGroupBy(memory: vscode.Memento): GroupBy {
  const stored = memory.get<unknown>(GROUP_BY_KEY);
  return stored === 'document' || stored === 'status' ? stored : 'code';
}
