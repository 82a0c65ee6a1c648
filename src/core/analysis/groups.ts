/** What every way of grouping is built from. */
import type { Coding } from './coding.js';
import type { Entry, Group, Leaf, OutlineNode, Subject, Untold } from './outline.js';

/**
 * From this many rows of several documents on, a group gets a level of documents: more than about two screens of rows is
 * read by document, fewer are read faster in one list.
 */
export const LONG_LIST = 50;

export interface RowContext {
  /** Whether a row must say in which document it is. */
  readonly hasSeveralDocuments: boolean;
}

/**
 * Whether an annotation is to be pointed out as not found. A rejection that lost its words is not: there is nothing left
 * that it could hold back.
 */
export function isLost({ state, status }: Pick<Coding, 'state' | 'status'>): boolean {
  return (state === 'orphan' || state === 'ambiguous') && status !== 'rejected';
}

/** `brief2.txt` before `brief10.txt`; in a fixed language, so that the order is the same on every computer. */
export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path.localeCompare(b.path, 'nl', { numeric: true });
}

/** Entries by key, keys in the order in which they first occur. */
export function bucketed(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string,
): ReadonlyMap<string, readonly Entry[]> {
  const buckets = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const bucket = buckets.get(key);
    if (bucket) bucket.push(entry);
    else buckets.set(key, [entry]);
  }
  return buckets;
}

export function groupOf(id: string, subject: Subject, children: readonly OutlineNode[]): Group {
  const count = children.reduce((sum, child) => sum + (child.kind === 'group' ? child.count : 1), 0);
  return { kind: 'group', id, subject, count, children };
}

/** The rows of a group: its codings, or its documents where there are too many to read in one list. */
export function rowsOf(entries: readonly Entry[], groupId: string, untold: Untold): readonly OutlineNode[] {
  if (!untold.document || entries.length < LONG_LIST) return leaves(entries, groupId, untold);
  const documents = bucketed(entries, ({ uri }) => uri);
  if (documents.size === 1) return leaves(entries, groupId, untold);
  return [...documents].map(([uri, bucket]) => {
    const id = `${groupId}|${uri}`;
    const subject = { kind: 'document', uri, path: bucket[0]?.path ?? uri } as const;
    return groupOf(id, subject, leaves(bucket, id, { ...untold, document: false }));
  });
}

function leaves(entries: readonly Entry[], groupId: string, untold: Untold): Leaf[] {
  return entries.map((entry) => ({
    kind: 'coding',
    id: `${groupId}|${entry.uri}|${entry.coding.id}`,
    untold,
    ...entry,
  }));
}
