/**
 * Merges two versions of one annotation file, annotation by annotation, over the version that both come from. Gives the same
 * whichever of the two is called ours, and adds nothing when it is done again.
 */
import type { Annotation } from './annotation.js';
import { annotationToJson } from './annotationFields.js';
import { type AnnotationFile, inDocumentOrder } from './annotationFile.js';
import { copyId } from './copyId.js';
import { mergeAnnotation } from './mergeAnnotation.js';
import { mergeFileFields } from './mergeFileFields.js';
import { sameJson } from './sameJson.js';
import { sameTarget } from './target.js';

export interface FileSides {
  /** As both sides last had it; undefined where that is not known: then ids and times of change decide. */
  readonly base: AnnotationFile | undefined;
  readonly ours: AnnotationFile;
  readonly theirs: AnnotationFile;
}

/** An annotation of which both sides made something else. */
export interface MergeClash {
  readonly id: string;
  /** `changed`: both changed one thing; `deleted`: one side deleted what the other changed, and it stays. */
  readonly kind: 'changed' | 'deleted';
  /** Under which id the other version stands beside it. */
  readonly beside?: string;
}

export interface MergedFile {
  readonly file: AnnotationFile;
  /** Annotations that were taken as only this side had made, changed or deleted them. */
  readonly fromOurs: number;
  readonly fromTheirs: number;
  /** Annotations of which each side changed something else. */
  readonly combined: number;
  /** Both versions are in the file. */
  readonly clashes: readonly MergeClash[];
}

/** Undefined where the two are not about one document of one coder. */
export function mergeAnnotationFiles(sides: FileSides): MergedFile | undefined {
  const fields = mergeFileFields(sides);
  if (!fields) return undefined;
  const place = placeSide(sides);
  const merged = [...allIds(sides)].map((id) => mergeOne(id, sides, place));
  const annotations = merged.flatMap(({ results }) => results);
  const file: AnnotationFile = {
    ...fields,
    sha256: sides[place].sha256,
    // What was merged before may hold the copy already.
    annotations: inDocumentOrder([...new Map(annotations.map((each) => [each.id, each])).values()]),
  };
  const count = (wanted: Source) => merged.filter(({ source }) => source === wanted).length;
  return {
    file,
    ...{ fromOurs: count('ours'), fromTheirs: count('theirs'), combined: count('both') },
    clashes: merged.flatMap(({ clash }) => clash ?? []),
  };
}

function allIds({ base, ours, theirs }: FileSides): ReadonlySet<string> {
  const files = [base, ours, theirs].flatMap((file) => file ?? []);
  return new Set(files.flatMap(({ annotations }) => annotations.map(({ id }) => id)));
}

const indexes = new WeakMap<AnnotationFile, ReadonlyMap<string, Annotation>>();

function annotationIn(file: AnnotationFile | undefined, id: string): Annotation | undefined {
  if (!file) return undefined;
  const index = indexes.get(file) ?? new Map(file.annotations.map((annotation) => [annotation.id, annotation]));
  indexes.set(file, index);
  return index.get(id);
}

type Source = 'ours' | 'theirs' | 'both' | 'neither';

interface MergedOne {
  readonly results: readonly Annotation[];
  readonly source: Source;
  readonly clash?: MergeClash;
}

function mergeOne(id: string, files: FileSides, place: 'ours' | 'theirs'): MergedOne {
  const base = annotationIn(files.base, id);
  const ours = annotationIn(files.ours, id);
  const theirs = annotationIn(files.theirs, id);
  // The one that was changed last keeps the id, whichever side it is on.
  const isOursLast = ours !== undefined && theirs !== undefined && isLater(ours, theirs);
  const [first, last] = isOursLast ? [theirs, ours] : [ours, theirs];
  const isPlaceFirst = files.ours.sha256 !== files.theirs.sha256 && (place === 'ours') !== isOursLast;
  const sides = { ours: first, theirs: last, place: isPlaceFirst ? ('ours' as const) : ('theirs' as const) };
  const { result, beside, isClash } = mergeAnnotation({ base, ...sides });
  const copy = beside && { ...beside, id: copyId(beside) };
  const results = [result, copy].flatMap((each) => (each ? withHash(id, each, files, place) : []));
  if (!isClash) return { results, source: sourceOf(result, { base, ours, theirs }) };
  const kind = ours && theirs ? 'changed' : 'deleted';
  return { results, source: 'neither', clash: { id, kind, ...(copy ? { beside: copy.id } : {}) } };
}

function isLater(a: Annotation, b: Annotation): boolean {
  if (a.modified !== b.modified) return a.modified > b.modified;
  return JSON.stringify(annotationToJson(a)) > JSON.stringify(annotationToJson(b));
}

function sourceOf(
  result: Annotation | undefined,
  { base, ours, theirs }: Readonly<Record<'base' | 'ours' | 'theirs', Annotation | undefined>>,
): Source {
  if (sameJson(ours, theirs)) return 'neither';
  if (sameJson(result, ours)) return base !== undefined && sameJson(base, ours) ? 'neither' : 'ours';
  if (sameJson(result, theirs)) return base !== undefined && sameJson(base, theirs) ? 'neither' : 'theirs';
  return 'both';
}

/**
 * Whose offsets count in the text as it is after the merge, as far as can be told: of the side on which the document was
 * changed, else of the one that was changed last.
 */
function placeSide({ base, ours, theirs }: FileSides): 'ours' | 'theirs' {
  if (base && base.sha256 !== '' && ours.sha256 !== theirs.sha256) {
    if (base.sha256 === ours.sha256) return 'theirs';
    if (base.sha256 === theirs.sha256) return 'ours';
  }
  const [a, b] = [lastChange(ours), lastChange(theirs)];
  return a === b ? (ours.sha256 > theirs.sha256 ? 'ours' : 'theirs') : a > b ? 'ours' : 'theirs';
}

/** ISO 8601 in UTC sorts as text. */
function lastChange({ annotations }: AnnotationFile): string {
  return (
    annotations
      .map(({ modified }) => modified)
      .sort()
      .at(-1) ?? ''
  );
}

/** An annotation whose offsets count in the text of the other side than the file's hash names says so itself. */
function withHash(id: string, annotation: Annotation, files: FileSides, place: 'ours' | 'theirs'): Annotation {
  const [main, other] = place === 'ours' ? [files.ours, files.theirs] : [files.theirs, files.ours];
  const isOf = (file: AnnotationFile) => {
    const there = annotationIn(file, id);
    return there !== undefined && sameTarget(there.target, annotation.target);
  };
  if (main.sha256 === other.sha256 || isOf(main) || !isOf(other)) return annotation;
  const { target } = annotation;
  return { ...annotation, target: { ...target, sha256: target.sha256 ?? other.sha256 } };
}
