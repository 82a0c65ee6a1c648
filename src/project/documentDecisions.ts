/** Puts a person's decisions about one document, and what a save has moved, into that coder's annotation file. */
import type { Change } from '../core/annotation/annotation.js';
import { applyChanges } from '../core/annotation/change.js';
import { sameTarget } from '../core/annotation/target.js';
import { type Message, message } from '../core/message.js';
import type { AnnotationStore } from './annotationStore.js';
import type { DocumentEntry } from './documentEntry.js';

export interface Kept {
  /** Whether the decisions are on disk. */
  readonly isKept: boolean;
  /** What was done to what was really there; empty when nothing was. */
  readonly changes: readonly Change[];
  readonly messages: readonly Message[];
}

/** Those of the changes that put an annotation on other words than before, or are new: their targets count in the editor's text. */
function withNewTarget(changes: readonly Change[]): readonly Change[] {
  return changes.filter(({ before, after }) => after && !(before && sameTarget(before.target, after.target)));
}

/** Shows annotations in their place from this moment, so that they follow edits made while they are being written. */
export function placeAtOnce(entry: DocumentEntry, coder: string, changes: readonly Change[]): void {
  for (const { after } of withNewTarget(changes)) {
    if (after) entry.places.put(coder, after, entry.find(after.target, { sha256: '' }));
  }
}

interface Decisions {
  readonly entry: DocumentEntry;
  readonly store: AnnotationStore;
  readonly coder: string;
  readonly changes: readonly Change[];
  newId(): string;
}

/** `entry.stored` must be what is on disk. What cannot be written leaves everything as it was, and says why. */
export async function keepDecisions({ entry, store, coder, changes, newId }: Decisions): Promise<Kept> {
  const own = { coder, document: entry.ref.path };
  let applied: ReturnType<typeof applyChanges> = { annotations: [], changes: [], clashes: 0 };
  const fresh = new Set(withNewTarget(changes).flatMap(({ after }) => (after ? [after.id] : [])));
  const { file, messages } = await store.update(own, (before) => {
    applied = applyChanges(before.annotations, changes, newId);
    if (applied.changes.length === 0) return before;
    const after = { ...before, annotations: applied.annotations };
    // Where there is no text, what the file says of it is all that is known.
    return entry.text === undefined ? after : entry.restate(after, fresh);
  });
  if (!file) return { isKept: false, changes: [], messages };
  entry.places.written(coder, file.annotations);
  const clash = message('annotations.changedElsewhere', [store.pathOf(own), applied.clashes]);
  return { isKept: true, changes: applied.changes, messages: applied.clashes > 0 ? [clash] : [] };
}

/** After the document was saved: targets say where everything is now. Nothing is written when they did already. */
export async function followSave(
  entry: DocumentEntry,
  store: AnnotationStore,
  coder: string,
): Promise<readonly Message[]> {
  const own = { coder, document: entry.ref.path };
  if (!store.has(own)) return [];
  const { file, messages } = await store.update(own, (before) => entry.restate(before, new Set()));
  if (file) entry.places.written(coder, file.annotations);
  return messages;
}
