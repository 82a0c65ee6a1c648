/** Which rows of a tree look different now: only those are drawn again. */
import type { Coding } from './coding.js';
import { evidenceOf } from './filter.js';
import type { Leaf, Outline, OutlineNode } from './outline.js';

/** Ids of the rows to draw again, each with everything beneath it; `all` where the top rows are not the same ones. */
export type Changes = 'all' | readonly string[];

/** From this many changed rows of one group on, the group is drawn again as a whole: one answer instead of many. */
export const MANY_ROWS = 20;

/** Codebooks are taken to be the same: when one changes, everything is drawn again. */
export function changesBetween(before: Outline, after: Outline): Changes {
  return changedIn(before.roots, after.roots) ?? 'all';
}

/** Ids of changed rows among siblings and beneath them; undefined where the siblings themselves are not the same ones. */
function changedIn(before: readonly OutlineNode[], after: readonly OutlineNode[]): string[] | undefined {
  if (before.length !== after.length) return undefined;
  const changed: string[] = [];
  for (const [index, now] of after.entries()) {
    const then = before[index];
    if (then?.id !== now.id) return undefined;
    changed.push(...changedAt(then, now));
  }
  return changed;
}

function changedAt(then: OutlineNode, now: OutlineNode): readonly string[] {
  if (then === now) return [];
  if (then.kind === 'group' && now.kind === 'group') {
    if (then.count !== now.count) return [now.id];
    const beneath = changedIn(then.children, now.children);
    return beneath && beneath.length < MANY_ROWS ? beneath : [now.id];
  }
  return looksAlike(then, now) ? [] : [now.id];
}

function looksAlike(then: OutlineNode, now: OutlineNode): boolean {
  if (then.kind === 'coding' && now.kind === 'coding') return isSameLeaf(then, now);
  if (then.kind !== 'problem' || now.kind !== 'problem') return false;
  return JSON.stringify(then.message) === JSON.stringify(now.message);
}

function isSameLeaf(then: Leaf, now: Leaf): boolean {
  return (
    then.line === now.line &&
    then.path === now.path &&
    then.untold.document === now.untold.document &&
    (then.coding === now.coding || isSameCoding(then.coding, now.coding))
  );
}

/** Whether two codings read the same. Their offsets may differ: an edit above moves them without a visible change. */
function isSameCoding(then: Coding, now: Coding): boolean {
  return (
    then.quote === now.quote &&
    then.status === now.status &&
    then.state === now.state &&
    then.score === now.score &&
    then.memo === now.memo &&
    isSameList(then.annotation?.codes ?? [], now.annotation?.codes ?? []) &&
    then.coder === now.coder &&
    then.editable === now.editable &&
    then.origin === now.origin &&
    isSameList(evidenceOf(then), evidenceOf(now))
  );
}

function isSameList(then: readonly string[], now: readonly string[]): boolean {
  return then.length === now.length && then.every((each, index) => each === now[index]);
}
