/** Changes to the annotations of one document, as data: done, undone, and put over what another window has written. */
import type { Annotation, Change } from './annotation.js';
import { type MergedAnnotation, mergeAnnotation, sameDecision } from './mergeAnnotation.js';
import { sameJson } from './sameJson.js';
import { sameTarget } from './target.js';

export { sameDecision } from './mergeAnnotation.js';

/** What undoes changes: the last one first, each the other way round. */
export function invertChanges(changes: readonly Change[]): readonly Change[] {
  return changes.map((change) => ({ ...change, before: change.after, after: change.before })).reverse();
}

export interface AppliedChanges {
  readonly annotations: readonly Annotation[];
  /** What was done to `annotations`, in terms of what was really there: this is what can be undone. */
  readonly changes: readonly Change[];
  /** How many changes met another decision about the same annotation; both were kept. */
  readonly clashes: number;
}

/**
 * Puts changes over annotations that may have been written by someone else since. Field by field: what only one side has
 * changed is taken from that side. Where both have, theirs keeps the id and ours stands beside it under an id of its own;
 * what one side deleted and the other changed stays.
 */
export function applyChanges(
  annotations: readonly Annotation[],
  changes: readonly Change[],
  newId: () => string,
): AppliedChanges {
  const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]));
  const applied: Change[] = [];
  let clashes = 0;
  const set = (document: string, id: string, after: Annotation | undefined) => {
    const before = byId.get(id);
    if (after) byId.set(id, after);
    else byId.delete(id);
    if (before !== after) applied.push({ document, before, after });
  };
  for (const { document, before, after } of changes) {
    const id = after?.id ?? before?.id;
    if (id === undefined) continue;
    const outcome = mergeChange(byId.get(id), before, after);
    if (outcome.isClash) clashes++;
    set(document, id, outcome.result);
    if (outcome.beside) {
      const copy = { ...outcome.beside, id: newId() };
      set(document, copy.id, copy);
    }
  }
  return { annotations: [...byId.values()], changes: applied, clashes };
}

/** A change that makes an annotation changes none that is there already under its id. */
function mergeChange(
  current: Annotation | undefined,
  before: Annotation | undefined,
  after: Annotation | undefined,
): MergedAnnotation {
  // What is to go is gone already.
  if (!after && !current) return { result: undefined, isClash: false };
  // Deleted elsewhere, but a person changes it here and now.
  if (after && !current) return { result: after, isClash: before !== undefined };
  if (after && current && !before) {
    const isThere = sameDecision(current, after) && sameTarget(current.target, after.target);
    return isThere ? { result: current, isClash: false } : { result: current, beside: after, isClash: true };
  }
  // Also a place that a person chose anew and that reads as the one before.
  if (before && after && current && isWrittenAlike(before, current)) return { result: after, isClash: false };
  return mergeAnnotation({ base: before, ours: after, theirs: current, place: 'ours' });
}

/** Whether nothing was changed; which text a target counts in follows from the file that it is in. */
function isWrittenAlike(a: Annotation, b: Annotation): boolean {
  return sameJson(withoutHash(a), withoutHash(b));
}

function withoutHash({ target: { sha256: _, ...target }, ...annotation }: Annotation): Annotation {
  return { ...annotation, target };
}
