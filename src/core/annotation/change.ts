/** Changes to the annotations of one document, as data: done, undone, and put over what another window has written. */
import type { Annotation, Change, Target } from './annotation.js';
import { keptTarget, sameTarget } from './target.js';

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
    const outcome = mergeAnnotation(byId.get(id), before, after);
    if (outcome.isClash) clashes++;
    set(document, id, outcome.result);
    if (outcome.beside) {
      const copy = { ...outcome.beside, id: newId() };
      set(document, copy.id, copy);
    }
  }
  return { annotations: [...byId.values()], changes: applied, clashes };
}

interface Merged {
  readonly result: Annotation | undefined;
  /** Ours, to stand beside `result`. */
  readonly beside?: Annotation;
  readonly isClash: boolean;
}

function mergeAnnotation(
  current: Annotation | undefined,
  before: Annotation | undefined,
  after: Annotation | undefined,
): Merged {
  if (!after) {
    const isClash = current !== undefined && before !== undefined && !sameDecision(current, before);
    return { result: isClash ? current : undefined, isClash };
  }
  if (!current) return { result: after, isClash: before !== undefined };
  if (sameDecision(current, after) && sameTarget(current.target, after.target) && isKeptAlike(current, after))
    return { result: current, isClash: false };
  if (!before || !canMerge(current, before, after)) return { result: current, beside: after, isClash: true };
  return { result: mergeFields(current, before, after), isClash: false };
}

const DECISION = ['codes', 'status', 'memo', 'origin'] as const;

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** Whether a person decided the same; where the annotation sits does not matter. */
export function sameDecision(a: Annotation, b: Annotation): boolean {
  return DECISION.every((field) => isSame(a[field], b[field]));
}

function canMerge(current: Annotation, before: Annotation, after: Annotation): boolean {
  return DECISION.every(
    (field) =>
      isSame(before[field], after[field]) ||
      isSame(before[field], current[field]) ||
      isSame(after[field], current[field]),
  );
}

/** A target that we did not change follows theirs: saving the document brings it up to date all the time. */
function mergeFields(current: Annotation, before: Annotation, after: Annotation): Annotation {
  const ours = <Field extends 'codes' | 'status' | 'memo' | 'origin'>(field: Field): Annotation[Field] =>
    isSame(before[field], after[field]) ? current[field] : after[field];
  return {
    ...current,
    codes: ours('codes'),
    status: ours('status'),
    memo: ours('memo'),
    origin: ours('origin'),
    target: mergeTarget(current.target, before, after),
    modified: after.modified,
  };
}

function mergeTarget(current: Target, before: Annotation, after: Annotation): Target {
  if (!sameTarget(before.target, after.target)) return after.target;
  return isKeptAlike(before, after) ? current : keptTarget(current, after.target.kept ?? false);
}

function isKeptAlike(a: Annotation, b: Annotation): boolean {
  return a.target.kept === b.target.kept;
}
