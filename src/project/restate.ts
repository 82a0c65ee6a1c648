/**
 * What an annotation file is to say of a text that was saved, or decided in. Only what followed the text before a person's eyes
 * is said anew, with the words as they were edited. What was found again (moved, changed, ambiguous, lost) keeps the target that a
 * person last saw, and says in which text that counts, until somebody accepts the place.
 */
import type { Annotation, Target } from '../core/annotation/annotation.js';
import type { AnnotationFile } from '../core/annotation/annotationFile.js';
import { inFileOf, sameTarget, targetOf } from '../core/annotation/target.js';
import { contentHash } from '../core/text/contentHash.js';
import { lineEndMap } from '../core/text/lineEnds.js';
import type { Places } from './places.js';
import type { StoredText } from './storedText.js';

export interface Restating {
  readonly places: Places;
  /** That the places count in. */
  readonly text: string;
  /** What is on disk; undefined where there is no such file. */
  readonly stored: StoredText | undefined;
  /** Ids of annotations that were just put on words in `text`. */
  readonly fresh: ReadonlySet<string>;
}

export interface Restated {
  /** The same object when nothing is to be changed. */
  readonly file: AnnotationFile;
  /** Ids of the annotations whose targets say where they are in the stored text. */
  readonly stated: ReadonlySet<string>;
}

export function restate(file: AnnotationFile, { places, text, stored: onDisk, fresh }: Restating): Restated {
  const stored = onDisk ?? unsavedText(text);
  const toStored = lineEndMap(text, stored.text);
  const stated = new Set<string>();
  const toTarget = (annotation: Annotation): Target | undefined => {
    const live = places.get(file.coder, annotation.id);
    if (!live?.span || !sameTarget(live.annotation.target, annotation.target)) return undefined;
    if (live.state !== 'anchored') return undefined;
    if (toStored) return targetOf(stored.text, { start: toStored(live.span.start), end: toStored(live.span.end) });
    return fresh.has(annotation.id) ? targetOf(text, live.span) : undefined;
  };
  const countsIn = toStored ? stored.sha256 : once(() => unsavedText(text).sha256);
  const targets = file.annotations.map(toTarget);
  // A text that nothing counts in is not the one to name.
  const isNamed = toStored && (targets.length === 0 || targets.some((target) => target));
  const sha256 = isNamed || file.sha256 === '' ? stored.sha256 : file.sha256;
  const annotations = file.annotations.map((annotation, index) => {
    const target = targets[index];
    if (target) {
      if (toStored) stated.add(annotation.id);
      return inFileOf(withTarget(annotation, target), typeof countsIn === 'string' ? countsIn : countsIn(), sha256);
    }
    const isUnknown = fresh.has(annotation.id) && annotation.target.sha256 === undefined;
    return inFileOf(annotation, isUnknown ? '' : file.sha256, sha256);
  });
  const isSame = sha256 === file.sha256 && annotations.every((each, index) => each === file.annotations[index]);
  return { file: isSame ? file : { ...file, sha256, annotations }, stated };
}

/** As it would be on disk. */
export function unsavedText(text: string): StoredText {
  return { text, sha256: contentHash(new TextEncoder().encode(text)) };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The annotation itself where nothing is said otherwise of it. */
function withTarget(annotation: Annotation, target: Target): Annotation {
  const { target: before } = annotation;
  if (isSame(target, before)) return annotation;
  const { unknown } = before;
  return { ...annotation, target: unknown ? { ...target, unknown } : target };
}

function isSame(a: Target, b: Target): boolean {
  return (
    sameTarget(a, b) && a.prefix === b.prefix && a.suffix === b.suffix && a.sha256 === b.sha256 && a.kept === b.kept
  );
}
