/** Where a row stands in the tree, so that the keyboard can go on from there when a decision has made it another row. */
import { childrenOf, type Group, type OutlineNode, type Placed } from './outline.js';

export interface RowPlace {
  readonly row: OutlineNode;
  /** Undefined at the top. */
  readonly parent: RowPlace | undefined;
  /** Among the rows of its parent, from 0. */
  readonly position: number;
}

type Rows = ReadonlyMap<string, Placed>;

/** The place of a row in the outline that `rows` is the index of; undefined for a row that is not in it. */
export function placeOf(id: string, rows: Rows): RowPlace | undefined {
  const placed = rows.get(id);
  if (!placed) return undefined;
  const { node, parent } = placed;
  return {
    row: node,
    parent: parent && placeOf(parent.id, rows),
    position: parent ? parent.children.findIndex((child) => child.id === id) : 0,
  };
}

/**
 * The row to go on from in a later outline: the same one, else the same coding under its new id, else what has come in its
 * place, else the group above. Undefined when nothing of all this is left.
 */
export function heirOf({ row, parent, position }: RowPlace, rows: Rows): OutlineNode | undefined {
  const same = rows.get(row.id)?.node;
  if (same || !parent) return same;
  const group = rows.get(parent.row.id)?.node;
  if (group?.kind !== 'group') return heirOf(parent, rows);
  return sameCodingIn(group, row) ?? group.children[Math.min(position, group.children.length - 1)] ?? group;
}

/** A suggestion and the decision on it have different ids; what they say about the text is the same. */
function sameCodingIn(group: Group, row: OutlineNode): OutlineNode | undefined {
  if (row.kind !== 'coding') return undefined;
  const { uri, coding } = row;
  return childrenOf(group).find(
    (child) =>
      child.kind === 'coding' &&
      child.uri === uri &&
      child.coding.codePath === coding.codePath &&
      child.coding.span?.start === coding.span?.start,
  );
}
