/**
 * The elements that VS Code holds on to. An element is the same object as long as its row is the same row, and always
 * speaks of today's state: commands that get one never act on an old coding.
 */
import type { Coding } from '../../core/analysis/coding.js';
import {
  childrenOf,
  type Group,
  type Leaf,
  leavesOf,
  type OutlineNode,
  type ProblemRow,
} from '../../core/analysis/outline.js';
import type { CodingTarget } from './codingTarget.js';

abstract class Node<Row extends OutlineNode> {
  #row: Row;

  constructor(row: Row) {
    this.#row = row;
  }

  /** As the outline of this moment has it. */
  get row(): Row {
    return this.#row;
  }

  get id(): string {
    return this.#row.id;
  }

  show(row: Row): void {
    this.#row = row;
  }
}

export class CodingNode extends Node<Leaf> {
  readonly kind = 'coding';

  get uri(): string {
    return this.row.uri;
  }

  get coding(): Coding {
    return this.row.coding;
  }
}

export class GroupNode extends Node<Group> {
  readonly kind = 'group';
}

export class ProblemNode extends Node<ProblemRow> {
  readonly kind = 'problem';
}

export type TreeNode = CodingNode | GroupNode | ProblemNode;

/** The codings of a node, so that a command on a group acts on all beneath it; nothing for what is not a node. */
export function targetsOfNode(node: unknown): readonly CodingTarget[] {
  if (!(node instanceof CodingNode || node instanceof GroupNode)) return [];
  return Array.from(leavesOf(node.row), ({ uri, coding }) => ({ uri, codingId: coding.id }));
}

/** The elements by id. Made when a row is first asked for, brought up to date when the outline changes. */
export class NodeCache {
  #nodes = new Map<string, TreeNode>();

  nodeOf(row: OutlineNode): TreeNode {
    const known = this.#nodes.get(row.id);
    if (known && showsNow(known, row)) return known;
    const made = nodeFor(row);
    this.#nodes.set(row.id, made);
    return made;
  }

  get(id: string): TreeNode | undefined {
    return this.#nodes.get(id);
  }

  /**
   * Gives every element its row of today and forgets those whose row is gone. Rows beneath a group that was never asked
   * for have no elements: they are not looked at, however many they are.
   */
  update(roots: readonly OutlineNode[]): void {
    const known = this.#nodes;
    const kept = new Map<string, TreeNode>();
    const keep = (rows: readonly OutlineNode[]): void => {
      for (const row of rows) {
        const node = known.get(row.id);
        if (!node || !showsNow(node, row)) continue;
        kept.set(row.id, node);
        keep(childrenOf(row));
      }
    };
    keep(roots);
    this.#nodes = kept;
  }
}

function nodeFor(row: OutlineNode): TreeNode {
  switch (row.kind) {
    case 'coding':
      return new CodingNode(row);
    case 'group':
      return new GroupNode(row);
    case 'problem':
      return new ProblemNode(row);
  }
}

/** Makes `node` show `row`; false where they are of different kinds. */
function showsNow(node: TreeNode, row: OutlineNode): boolean {
  if (node.kind === 'coding' && row.kind === 'coding') node.show(row);
  else if (node.kind === 'group' && row.kind === 'group') node.show(row);
  else if (node.kind === 'problem' && row.kind === 'problem') node.show(row);
  else return false;
  return true;
}
