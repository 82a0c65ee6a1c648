/** From codings to the rows of the annotation tree: by code, by document or by status. */
import type { Codebook } from '../codebook/codebook.js';
import type { Message } from '../message.js';
import { groupByCode } from './codeGroups.js';
import type { CodingStatus } from './coding.js';
import { bucketed, byPath, groupOf, isLost, type RowContext, rowsOf } from './groups.js';
import type { CodedDocument, Entry, Group, GroupBy, Outline, ProblemRow } from './outline.js';

export interface OutlineInput {
  readonly documents: readonly CodedDocument[];
  readonly codebooks: readonly Codebook[];
  /** Files that cannot be used as they are. */
  readonly problems: readonly { readonly uri: string; readonly path: string; readonly messages: readonly Message[] }[];
  readonly groupBy: GroupBy;
  /** Whether a coding is wanted; see `entryFilter`. */
  readonly isWanted: (entry: Entry) => boolean;
}

/**
 * The annotation tree. Files with problems come first, then annotations that were not found in today's text, then
 * everything else: codes in the order of their codebook, documents by path, passages in document order. Rejected codings
 * are in the outline by status only.
 */
export function outlineOf({ documents, codebooks, problems, groupBy, isWanted }: OutlineInput): Outline {
  const entries = entriesOf(documents, groupBy);
  const shown = entries.filter(isWanted);
  const context: RowContext = { hasSeveralDocuments: documents.filter((each) => each.codings.length > 0).length > 1 };
  const found = shown.filter(({ coding }) => !isLost(coding));
  const lost = shown.filter(({ coding }) => isLost(coding));
  return {
    roots: [
      ...problemGroups(problems),
      ...lostGroups(lost, groupBy, context),
      ...placedGroups(found, { codebooks, groupBy, context }),
    ],
    shown: shown.length,
    total: entries.length,
  };
}

function entriesOf(documents: readonly CodedDocument[], groupBy: GroupBy): Entry[] {
  const entries: Entry[] = [];
  for (const { uri, path, codings, lineOf } of [...documents].sort(byPath)) {
    for (const coding of codings) {
      if (coding.status === 'rejected' && groupBy !== 'status') continue;
      entries.push({ uri, path, coding, line: coding.span && lineOf(coding.span.start) });
    }
  }
  return entries;
}

/** A file may be reported on from several sides: its reasons are numbered through. */
function problemGroups(problems: OutlineInput['problems']): Group[] {
  const numbers = new Map<string, number>();
  const rows = problems.flatMap(({ uri, path, messages }) =>
    messages.map((message): ProblemRow => {
      const number = numbers.get(uri) ?? 0;
      numbers.set(uri, number + 1);
      return { kind: 'problem', id: `problem|${uri}|${number}`, uri, path, message };
    }),
  );
  return rows.length === 0 ? [] : [groupOf('problems', { kind: 'problems' }, rows)];
}

function lostGroups(entries: readonly Entry[], groupBy: GroupBy, context: RowContext): Group[] {
  const id = `${groupBy}|notFound`;
  const rows = rowsOf(entries, id, { code: true, document: context.hasSeveralDocuments });
  return rows.length === 0 ? [] : [groupOf(id, { kind: 'notFound' }, rows)];
}

interface Arrangement {
  readonly codebooks: readonly Codebook[];
  readonly groupBy: GroupBy;
  readonly context: RowContext;
}

function placedGroups(entries: readonly Entry[], { codebooks, groupBy, context }: Arrangement): Group[] {
  switch (groupBy) {
    case 'code':
      return groupByCode(entries, codebooks, context);
    case 'document':
      return groupByDocument(entries);
    case 'status':
      return groupByStatus(entries, context);
  }
}

function groupByDocument(entries: readonly Entry[]): Group[] {
  return [...bucketed(entries, ({ uri }) => uri)].map(([uri, bucket]) => {
    const id = `document|${uri}`;
    const subject = { kind: 'document', uri, path: bucket[0]?.path ?? uri } as const;
    return groupOf(id, subject, rowsOf(bucket, id, { code: true, document: false }));
  });
}

/** What waits for a decision first. */
const STATUSES: readonly CodingStatus[] = ['suggested', 'confirmed', 'rejected'];

function groupByStatus(entries: readonly Entry[], context: RowContext): Group[] {
  const buckets = bucketed(entries, ({ coding }) => coding.status);
  return STATUSES.flatMap((status) => {
    const id = `status|${status}`;
    const rows = rowsOf(buckets.get(status) ?? [], id, { code: true, document: context.hasSeveralDocuments });
    return rows.length === 0 ? [] : [groupOf(id, { kind: 'status', status }, rows)];
  });
}
