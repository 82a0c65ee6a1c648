import * as vscode from 'vscode';
import { entryFilter } from '../../core/analysis/filter.js';
import { outlineOf } from '../../core/analysis/grouping.js';
import type { GroupBy } from '../../core/analysis/outline.js';
import type { Message } from '../../core/message.js';
import type { ProjectChange } from '../../project/state.js';
import { codedDocument, Lines } from '../platform/codedDocument.js';
import type { CodingTarget } from '../platform/codingTarget.js';
import type { ContextKeys } from '../platform/contextKeys.js';
import { type GroupNode, type TreeNode, targetsOfNode } from '../platform/outlineNodes.js';
import { OutlineView } from '../platform/outlineView.js';
import type { Explain } from '../platform/reasonText.js';
import { onDidChangeSettings } from '../platform/settings.js';
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
export class AnnotationTree implements vscode.Disposable {
  readonly #parts: AnnotationTreeParts;
  readonly #lines = new Lines();
  readonly #rows: OutlineView;
  readonly #subscriptions: { dispose(): void }[];
  #groupBy: GroupBy;
  #filter: string;
  /** Whether the project changed while nobody looked: the outline is then made when the view is shown again. */
  #isStale = false;

  constructor(parts: AnnotationTreeParts) {
    this.#parts = parts;
    this.#groupBy = storedGroupBy(parts.memory);
    this.#filter = parts.memory.get(FILTER_KEY, '');
    this.#rows = new OutlineView('policyLens.annotations', {
      getTreeItem: (node) => this.#itemOf(node),
      resolveTreeItem: (item, node) => this.#withTooltip(item, node),
    });
    this.#subscriptions = [
      this.#rows,
      parts.source.onDidChange((change) => this.#projectChanged(change)),
      this.#rows.view.onDidChangeVisibility(() => this.#catchUp()),
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
    return this.#rows.view.selection;
  }

  /** The codings at or beneath what is selected. */
  selectedTargets(): readonly CodingTarget[] {
    return this.#rows.view.selection.flatMap(targetsOfNode);
  }

  /** The codings of what a key that is pressed in the tree is about. */
  async targetsAtKeyboard(): Promise<readonly CodingTarget[]> {
    return (await this.#rows.nodesAtKeyboard()).flatMap(targetsOfNode);
  }

  /** To be called when that has been done. */
  returnKeyboard(): Promise<void> {
    return this.#rows.returnKeyboard();
  }

  targetsOfNode(node: unknown): readonly CodingTarget[] {
    return targetsOfNode(node);
  }

  /** Selects a coding in the tree; does nothing where the filter or the grouping leaves it out. */
  async reveal(uri: string, codingId: string): Promise<void> {
    this.#catchUp();
    for (const { node } of this.#rows.rows().values()) {
      if (node.kind !== 'coding' || node.uri !== uri || node.coding.id !== codingId) continue;
      await this.#rows.select(node, { focus: false });
      return;
    }
  }

  #itemOf(node: TreeNode): vscode.TreeItem {
    const { source, formatMessage } = this.#parts;
    return itemOf(node, {
      codeOf: (path) => source.code(path),
      formatMessage,
      isOpenAtFirst: (group) => this.#isOpenAtFirst(group),
    });
  }

  #withTooltip(item: vscode.TreeItem, node: TreeNode): vscode.TreeItem {
    if (node.kind === 'coding') {
      const { source, explain } = this.#parts;
      item.tooltip = codingTooltip(node.row, { uri: node.uri, codeOf: (path) => source.code(path), explain });
    }
    return item;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** Few groups at the top are open, so that the first look shows what was found; long lists wait to be opened. */
  #isOpenAtFirst({ row }: GroupNode): boolean {
    const { kind } = row.subject;
    if (kind === 'document') return this.#rows.outline.roots.length === 1;
    return kind !== 'code';
  }

  #projectChanged({ recoded, codebooks, problems }: ProjectChange): void {
    if (recoded.size === 0 && !codebooks && !problems) return;
    if (this.#rows.view.visible) {
      this.#rebuild(codebooks);
      return;
    }
    this.#isStale = true;
    this.#updateSurroundings();
  }

  /** A tab of a file that cannot be read may be all that there is to speak of. */
  #activeTabChanged(): void {
    if (this.#rows.view.visible) this.#rebuild();
    else this.#updateSurroundings();
  }

  #catchUp(): void {
    if (this.#isStale) this.#rebuild();
  }

  /** Makes the outline again and draws the rows that differ; every row with `isEveryRowNew`. */
  #rebuild(isEveryRowNew = false): void {
    // Codebooks may have changed too while nobody looked.
    const isAllNew = isEveryRowNew || this.#isStale;
    this.#isStale = false;
    const { source } = this.#parts;
    const codebooks = source.codebooks();
    const outline = outlineOf({
      documents: source.documents().map((state) => codedDocument(state, this.#lines)),
      codebooks,
      problems: problemsWithRows(source),
      groupBy: this.#groupBy,
      isWanted: entryFilter(this.#filter, codebooks),
    });
    this.#rows.show(outline, isAllNew);
    this.#updateSurroundings();
  }

  #updateSurroundings(): void {
    const { source, keys } = this.#parts;
    const { shown, total } = this.#rows.outline;
    const filter = this.#filter.trim();
    keys.groupBy.set(this.#groupBy);
    keys.isFiltered.set(filter !== '');
    keys.viewState.set(viewStateOf(source));
    const message = filter ? vscode.l10n.t('{0} of {1} shown, filter “{2}”', shown, total, filter) : '';
    // Setting it draws the head of the view again, even when it says the same.
    const { view } = this.#rows;
    if (message !== (view.message ?? '')) view.message = message;
  }
}

function storedGroupBy(memory: vscode.Memento): GroupBy {
  const stored = memory.get<unknown>(GROUP_BY_KEY);
  return stored === 'document' || stored === 'status' ? stored : 'code';
}
