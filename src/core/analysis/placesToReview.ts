/**
 * Annotations that do not lie where they were, as rows of a tree: a person looks at each, and nothing is decided for them. Only
 * one's own can be decided on.
 */
import type { AnchorState } from '../annotation/annotation.js';
import { bySpan } from '../text/span.js';
import type { Coding } from './coding.js';
import { bucketed, byPath, groupOf } from './groups.js';
import type { CodedDocument, Entry, Group, Leaf, Outline, OutlineNode, Untold } from './outline.js';
import { leavesOf } from './outline.js';

/** What needs a choice comes before what needs a nod. */
const ORDER: Readonly<Record<AnchorState, number>> = { ambiguous: 0, orphan: 1, changed: 2, moved: 3, anchored: 4 };

/**
 * From this many own annotations of a document on that were only moved, they get a group of their own: whoever adds a line at the
 * top of a text moves everything in it, and what needs more than a nod must not be lost among them.
 */
export const MANY_MOVED = 5;

/** Whether a coding is to be looked at: it does not lie where it was. A rejection without a place holds nothing back any more. */
export function isOutOfPlace(coding: Coding): boolean {
  if (coding.state === 'anchored' || !coding.annotation) return false;
  return coding.status !== 'rejected' || coding.span !== undefined;
}

/** Whether a person has said that it is kept without a place. One that was found again needs a look after all. */
export function isKept({ state, annotation }: Coding): boolean {
  return state === 'orphan' && annotation?.target.kept === true;
}

/** Whether a coding waits for the coder. */
export function isWaiting(coding: Coding): boolean {
  return coding.editable && isOutOfPlace(coding) && !isKept(coding);
}

/**
 * A group for each document, by path, those with annotations of one's own first; in it one's own first, then those of others;
 * and at the end what is kept without a place. One row for an annotation, however many codes it has.
 */
export function placesToReview(documents: readonly CodedDocument[]): Outline {
  const entries = documents.flatMap(entriesOf);
  const waiting = entries.filter(({ coding }) => !isKept(coding));
  const kept = entries.filter(({ coding }) => isKept(coding));
  const groups = [...bucketed(waiting, ({ uri }) => uri).values()].map(documentGroup).sort(byOwnerAndPath);
  const roots = [...groups, ...keptGroups(kept)];
  return { roots, shown: entries.length, total: entries.length };
}

/** How many annotations of the coder wait in an outline of `placesToReview`. */
export function countWaiting({ roots }: Pick<Outline, 'roots'>): number {
  return waitingLeaves(roots).filter(({ coding }) => coding.editable).length;
}

/** The rows that wait, one's own and others', in the order of the tree: what a person steps through. */
export function waitingLeaves(roots: readonly OutlineNode[]): readonly Leaf[] {
  return roots.flatMap((root) => [...leavesOf(root)].filter(({ coding }) => !isKept(coding)));
}

function entriesOf({ uri, path, codings, lineOf }: CodedDocument): readonly Entry[] {
  const rows = new Map<string, Entry>();
  for (const coding of codings) {
    if (!isOutOfPlace(coding) || rows.has(keyOf(coding))) continue;
    rows.set(keyOf(coding), { uri, path, coding, line: coding.span && lineOf(coding.span.start) });
  }
  return [...rows.values()];
}

/** An annotation; a colleague who copied a folder has the same ids. */
function keyOf({ coder, annotation }: Coding): string {
  return `${coder}|${annotation?.id}`;
}

function documentGroup(entries: readonly Entry[]): Group {
  const { uri, path } = entries[0] ?? { uri: '', path: '' };
  const id = `places|${uri}`;
  const rows = leaves(entries, id, { code: true, document: false });
  return groupOf(id, { kind: 'document', uri, path }, withMovedApart(rows, `${id}|moved`));
}

function withMovedApart(rows: readonly Leaf[], id: string): readonly OutlineNode[] {
  const isMoved = ({ coding }: Leaf) => coding.editable && coding.state === 'moved';
  const moved = rows.filter(isMoved);
  if (moved.length < MANY_MOVED || moved.length === rows.length) return rows;
  const own = rows.filter((row) => row.coding.editable && !isMoved(row));
  const others = rows.filter(({ coding }) => !coding.editable);
  return [...own, groupOf(id, { kind: 'moved' }, moved), ...others];
}

function keptGroups(entries: readonly Entry[]): readonly Group[] {
  const rows = leaves(entries, 'places|kept', { code: true, document: true });
  return rows.length === 0 ? [] : [groupOf('places|kept', { kind: 'kept' }, rows)];
}

function leaves(entries: readonly Entry[], groupId: string, untold: Untold): readonly Leaf[] {
  return [...entries].sort(inOrder).map((entry): Leaf => {
    return { kind: 'coding', id: `${groupId}|${entry.uri}|${keyOf(entry.coding)}`, untold, ...entry };
  });
}

function inOrder(a: Entry, b: Entry): number {
  return (
    byPath(a, b) ||
    Number(b.coding.editable) - Number(a.coding.editable) ||
    ORDER[a.coding.state] - ORDER[b.coding.state] ||
    bySpan(spanOf(a.coding), spanOf(b.coding))
  );
}

/** Where it is, else where it was. */
function spanOf({ span, annotation }: Coding) {
  return span ?? annotation?.target ?? { start: 0, end: 0 };
}

function byOwnerAndPath(a: Group, b: Group): number {
  const isOwn = (group: Group) => [...leavesOf(group)].some(({ coding }) => coding.editable);
  const pathOf = ({ subject }: Group) => ({ path: subject.kind === 'document' ? subject.path : '' });
  return Number(isOwn(b)) - Number(isOwn(a)) || byPath(pathOf(a), pathOf(b));
}
