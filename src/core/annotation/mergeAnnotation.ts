/**
 * Merges what two sides made of one annotation, field by field: what only one side has changed is taken from that side,
 * and codes are merged as a set. Where both have changed one thing, both are kept.
 */
import type { Annotation, Target, UnknownFields } from './annotation.js';
import { sameJson } from './sameJson.js';
import { sameTarget } from './target.js';

/** One annotation as three files have it; undefined where it is not in the file. */
export interface AnnotationSides {
  /** As both sides last had it. */
  readonly base: Annotation | undefined;
  readonly ours: Annotation | undefined;
  readonly theirs: Annotation | undefined;
  /** Whose offsets count in the text that is there now, where nobody chose other words. */
  readonly place: 'ours' | 'theirs';
}

export interface MergedAnnotation {
  /** What keeps the annotation's id; undefined where it was deleted. */
  readonly result: Annotation | undefined;
  /** Ours, to stand beside `result` under an id of its own. */
  readonly beside?: Annotation;
  /** Both sides changed one thing, or one deleted what the other changed; what there was of both is kept. */
  readonly isClash: boolean;
}

/** What both sides changed, each its own way. */
const CLASH = Symbol('clash');

type Merged<T> = T | typeof CLASH;

const DECISION = ['codes', 'status', 'memo', 'origin'] as const;

/** Whether a person decided the same; where the annotation sits does not matter. */
export function sameDecision(a: Annotation, b: Annotation): boolean {
  return DECISION.every((field) => sameJson(a[field], b[field])) && a.target.kept === b.target.kept;
}

export function mergeAnnotation(sides: AnnotationSides): MergedAnnotation {
  const { base, ours, theirs } = sides;
  if (!ours || !theirs) return oneSided(base, ours ?? theirs);
  // Both did the same, be it at another moment.
  if (sameDecided(ours, theirs) && sameTarget(ours.target, theirs.target)) return { result: theirs, isClash: false };
  const result = base ? mergeFields({ ...sides, base, ours, theirs }) : mergeUnrelated(ours, theirs);
  return result === CLASH ? { result: theirs, beside: ours, isClash: true } : { result, isClash: false };
}

/** In one file only. Deleted on the other side is deleted, but for what was decided anew on this side. */
function oneSided(base: Annotation | undefined, there: Annotation | undefined): MergedAnnotation {
  if (!base || !there) return { result: there, isClash: false };
  const isNew = isDecidedAnew(base, there);
  return { result: isNew ? there : undefined, isClash: isNew };
}

/** A target that a save has brought up to date has the same time of change: that is no decision. */
function isDecidedAnew(before: Annotation, after: Annotation): boolean {
  if (!sameDecision(before, after)) return true;
  if (!sameJson(before.unknown, after.unknown)) return true;
  return !sameTarget(before.target, after.target) && before.modified !== after.modified;
}

interface AllSides {
  readonly base: Annotation;
  readonly ours: Annotation;
  readonly theirs: Annotation;
  readonly place: 'ours' | 'theirs';
}

function mergeFields(sides: AllSides): Merged<Annotation> {
  const { base, ours, theirs } = sides;
  const codes = mergeCodes(base.codes, ours.codes, theirs.codes);
  const status = pick(base.status, ours.status, theirs.status);
  const memo = pick(base.memo, ours.memo, theirs.memo);
  const origin = pick(base.origin, ours.origin, theirs.origin);
  const target = mergeTargets(sides);
  const created = pick(base.created, ours.created, theirs.created);
  const modified = pick(base.modified, ours.modified, theirs.modified);
  const unknown = mergeUnknown(base.unknown, ours.unknown, theirs.unknown);
  if (codes === CLASH || status === CLASH || memo === CLASH || origin === CLASH) return CLASH;
  if (target === CLASH || unknown === CLASH) return CLASH;
  return {
    ...{ id: theirs.id, codes, status, target, memo, origin },
    created: created === CLASH ? earlier(ours.created, theirs.created) : created,
    modified: modified === CLASH ? later(ours.modified, theirs.modified) : modified,
    ...(unknown ? { unknown } : {}),
  };
}

/** Without a common ancestor the one that was changed last is what became of the other; but what only the other says stays. */
function mergeUnrelated(ours: Annotation, theirs: Annotation): Merged<Annotation> {
  if (ours.modified === theirs.modified) return sameDecided(ours, theirs) ? theirs : CLASH;
  const [old, last] = ours.modified < theirs.modified ? [ours, theirs] : [theirs, ours];
  const memo = old.memo === '' || last.memo.includes(old.memo) ? last.memo : last.memo === '' ? old.memo : CLASH;
  const unknown = mergeUnknown(undefined, old.unknown, last.unknown);
  const ofTarget = mergeUnknown(undefined, old.target.unknown, last.target.unknown);
  if (memo === CLASH || unknown === CLASH || ofTarget === CLASH) return CLASH;
  const target = withUnknown(last.target, ofTarget);
  return { ...last, target, memo, created: earlier(old.created, last.created), ...(unknown ? { unknown } : {}) };
}

/** Whether the two differ only in when it was decided, and where the words were found. */
function sameDecided(a: Annotation, b: Annotation): boolean {
  return sameDecision(a, b) && sameJson(a.unknown, b.unknown) && sameJson(a.target.unknown, b.target.unknown);
}

function pick<T>(base: T, ours: T, theirs: T): Merged<T> {
  if (sameJson(ours, theirs) || sameJson(base, ours)) return theirs;
  return sameJson(base, theirs) ? ours : CLASH;
}

/** As a set where both changed it: what either side took away is gone, what either gave is there. Never none at all. */
function mergeCodes(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): Merged<readonly string[]> {
  const picked = pick(base, ours, theirs);
  if (picked !== CLASH) return picked;
  const kept = base.filter((code) => ours.includes(code) && theirs.includes(code));
  const given = [...ours, ...theirs].filter((code) => !base.includes(code)).sort();
  const codes = [...new Set([...kept, ...given])];
  return codes.length > 0 ? codes : CLASH;
}

/**
 * Saving a document brings targets up to date all the time, so that both have mostly changed. Words that only one side has
 * changed count; words that two people chose differently are two annotations.
 */
function mergeTargets({ base, ours, theirs, place }: AllSides): Merged<Target> {
  const unknown = mergeUnknown(base.target.unknown, ours.target.unknown, theirs.target.unknown);
  if (unknown === CLASH) return CLASH;
  const side = placeOf({ base, ours, theirs, place });
  if (side === CLASH) return CLASH;
  const kept = pick(base.target.kept, ours.target.kept, theirs.target.kept);
  const { kept: _, ...target } = (side === 'ours' ? ours : theirs).target;
  return withUnknown(kept === true ? { ...target, kept } : target, unknown);
}

function placeOf({ base, ours, theirs, place }: AllSides): Merged<'ours' | 'theirs'> {
  if (sameTarget(base.target, ours.target)) return sameTarget(base.target, theirs.target) ? place : 'theirs';
  if (sameTarget(base.target, theirs.target)) return 'ours';
  const { quote } = base.target;
  if (ours.target.quote === theirs.target.quote) return place;
  if (ours.target.quote === quote) return 'theirs';
  if (theirs.target.quote === quote) return 'ours';
  const haveBothChosen = base.modified !== ours.modified && base.modified !== theirs.modified;
  return haveBothChosen ? CLASH : place;
}

function withUnknown({ unknown: _, ...target }: Target, unknown: UnknownFields | undefined): Target {
  return unknown ? { ...target, unknown } : target;
}

/** Field by field; undefined where there is none. */
export function mergeUnknown(
  base: UnknownFields | undefined,
  ours: UnknownFields | undefined,
  theirs: UnknownFields | undefined,
): Merged<UnknownFields | undefined> {
  if (!ours && !theirs) return undefined;
  const names = new Set([...Object.keys(theirs ?? {}), ...Object.keys(ours ?? {})]);
  const merged: [string, unknown][] = [];
  for (const name of names) {
    const value = pick(fieldOf(base, name), fieldOf(ours, name), fieldOf(theirs, name));
    if (value === CLASH) return CLASH;
    if (value !== undefined) merged.push([name, value]);
  }
  return merged.length > 0 ? Object.fromEntries(merged) : undefined;
}

function fieldOf(fields: UnknownFields | undefined, name: string): unknown {
  return fields && Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** ISO 8601 in UTC sorts as text; one that was left out says nothing. */
function earlier(a: string, b: string): string {
  return a !== '' && (b === '' || a < b) ? a : b;
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}
