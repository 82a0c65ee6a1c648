/** Puts a person's decisions about one document, and what a save has moved, into that coder's annotation file. */
import type { Annotation, Change, Target } from '../core/annotation/annotation.js';
import type { AnnotationFile } from '../core/annotation/annotationFile.js';
import { applyChanges } from '../core/annotation/change.js';
import { sameDecision } from '../core/annotation/mergeAnnotation.js';
import { inFileOf, sameTarget } from '../core/annotation/target.js';
import { type Message, message } from '../core/message.js';
import type { AnnotationStore } from './annotationStore.js';
import type { DocumentEntry } from './documentEntry.js';
import { restate } from './restate.js';

export interface Kept {
  /** Whether the decisions are on disk. */
  readonly isKept: boolean;
  /** What was done to what was really there; empty when nothing was. */
  readonly changes: readonly Change[];
  readonly messages: readonly Message[];
}

/** Those of the changes that put an annotation on other words than before, or are new: their targets count in the editor's text. */
function withNewTarget(changes: readonly Change[]): readonly Change[] {
  return changes.filter((change) => change.after && (!isOnSameWords(change) || isChosenAnew(change)));
}

function isOnSameWords({ before, after }: Change): boolean {
  return before !== undefined && after !== undefined && sameTarget(before.target, after.target);
}

/** Nothing was decided but the place, and that reads as the one before: of several alike a person chose the one where it was. */
function isChosenAnew({ before, after }: Change): boolean {
  return (
    before?.modified !== after?.modified && before !== undefined && after !== undefined && sameDecision(before, after)
  );
}

/**
 * Shows annotations in their place from this moment, so that they follow edits made while they are being written. What is not
 * where it says, as a decision that was undone after its text had changed, is put in its place once it is written.
 */
export function placeAtOnce(entry: DocumentEntry, coder: string, changes: readonly Change[]): void {
  const { text = '', places } = entry;
  for (const change of withNewTarget(changes)) {
    const { after } = change;
    if (!after || places.recall(coder, after, isOnSameWords(change)) || !standsIn(text, after.target)) continue;
    const { start, end } = after.target;
    places.put(coder, after, { state: 'anchored', span: { start, end } });
  }
}

/** Whether a target counts in a text, as far as that can be seen. */
function standsIn(text: string, { start, end, quote, prefix, suffix, sha256 }: Target): boolean {
  if (sha256 !== undefined || quote === '' || text.slice(start, end) !== quote) return false;
  return text.slice(Math.max(0, start - prefix.length), start) === prefix && text.startsWith(suffix, end);
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
  // Of a document that is not open the text is only now at hand.
  if (!entry.editor) placeAtOnce(entry, coder, changes);
  let applied: ReturnType<typeof applyChanges> = { annotations: [], changes: [], clashes: 0 };
  const fresh = new Set(withNewTarget(changes).flatMap(({ after }) => (after ? [after.id] : [])));
  let stated: ReadonlySet<string> = new Set();
  let hashBefore = '';
  const { file, messages } = await store.update(own, (before) => {
    hashBefore = before.sha256;
    applied = applyChanges(before.annotations, changes, newId);
    if (applied.changes.length === 0) return before;
    const after = { ...before, annotations: applied.annotations };
    // Where there is no text, what the file says of it is all that is known.
    if (entry.text === undefined) return inOwnText(after);
    const restated = restateIn(entry, after, fresh);
    stated = restated.stated;
    return restated.file;
  });
  if (!file) return { isKept: false, changes: [], messages };
  entry.places.written(coder, file.annotations, stated);
  const done = asWritten(applied.changes, { hashBefore, file });
  const clash = message('annotations.changedElsewhere', [store.pathOf(own), applied.clashes]);
  return { isKept: true, changes: done, messages: [...messages, ...(applied.clashes > 0 ? [clash] : [])] };
}

/** After the document was saved: targets say where everything is now. Nothing is written when they did already. */
export async function followSave(
  entry: DocumentEntry,
  store: AnnotationStore,
  coder: string,
): Promise<readonly Message[]> {
  const own = { coder, document: entry.ref.path };
  if (!store.has(own)) return [];
  let stated: ReadonlySet<string> = new Set();
  const { file, messages } = await store.update(own, (before) => {
    const restated = restateIn(entry, before, new Set());
    stated = restated.stated;
    return restated.file;
  });
  if (file) entry.places.written(coder, file.annotations, stated);
  return messages;
}

/** What counts in the file's own text need not say so. */
function inOwnText(file: AnnotationFile): AnnotationFile {
  const { sha256 } = file;
  return { ...file, annotations: file.annotations.map((annotation) => inFileOf(annotation, sha256, sha256)) };
}

function restateIn({ places, text = '', stored }: DocumentEntry, file: AnnotationFile, fresh: ReadonlySet<string>) {
  return restate(file, { places, text, stored, fresh });
}

/** Changes as they stand in the files, each saying which text it counts in: they may be undone when that is another one. */
function asWritten(
  changes: readonly Change[],
  { hashBefore, file }: { readonly hashBefore: string; readonly file: AnnotationFile },
): readonly Change[] {
  const written = new Map(file.annotations.map((annotation) => [annotation.id, annotation]));
  return changes.map(({ before, after, ...change }) => ({
    ...change,
    before: before && countingIn(before, hashBefore),
    after: after && countingIn(written.get(after.id) ?? after, file.sha256),
  }));
}

function countingIn(annotation: Annotation, sha256: string): Annotation {
  const { target } = annotation;
  return target.sha256 === undefined ? { ...annotation, target: { ...target, sha256 } } : annotation;
}
