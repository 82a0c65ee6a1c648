/**
 * Where the annotations of one document are in the text as it is now. Spans follow every edit exactly; only an annotation
 * that is new here, or lost, is looked for.
 */
import type { AnchorState, Annotation, PlacedAnnotation, Target } from '../core/annotation/annotation.js';
import type { AnnotationFile } from '../core/annotation/annotationFile.js';
import type { Place } from '../core/annotation/resolve.js';
import { prepareShift, trimEdits } from '../core/annotation/shift.js';
import { sameTarget, targetOf } from '../core/annotation/target.js';
import type { Span, TextEdit } from '../core/text/span.js';

/** An annotation in its place, as long as the document is at hand; changed in place, for a keystroke may move thousands. */
interface LivePlace extends PlacedAnnotation {
  annotation: Annotation;
  state: AnchorState;
  span: Span | undefined;
  /** Whether its words were edited in the editor, before the person's eyes. */
  isEdited: boolean;
  /** What its words were when they were deleted: they come back when that is undone, or pasted elsewhere. */
  lost: Target | undefined;
}

/** Finds a target of an annotation file in the text as it is now. */
export type FindTarget = (target: Target, file: Pick<AnnotationFile, 'sha256'>) => Place;

export class Places {
  #live = new Map<string, LivePlace>();
  #generation = 0;

  /** As they are at this moment. */
  placed(): readonly PlacedAnnotation[] {
    return Array.from(this.#live.values(), ({ annotation, coder, state, span }) => ({
      annotation,
      coder,
      state,
      span,
    }));
  }

  get(coder: string, id: string): Readonly<LivePlace> | undefined {
    return this.#live.get(keyOf(coder, id));
  }

  /** Another text: nothing is where it was. */
  forget(): void {
    this.#generation++;
    this.#live.clear();
  }

  /** Puts an annotation in its place before it is written, so that it follows the edits made meanwhile. */
  put(coder: string, annotation: Annotation, place: Place): void {
    this.#live.set(keyOf(coder, annotation.id), { annotation, coder, ...place, isEdited: false, lost: undefined });
  }

  /**
   * Takes over what the files say now, step by step: a caller that pauses in between lets other work through. Places that
   * are known are kept. A newer call ends an older one.
   */
  *take(files: readonly AnnotationFile[], find: FindTarget): Generator<void> {
    const generation = ++this.#generation;
    const before = this.#live;
    const wanted = new Set(files.flatMap(({ coder, annotations }) => annotations.map(({ id }) => keyOf(coder, id))));
    this.#live = new Map([...before].filter(([key]) => wanted.has(key)));
    for (const file of files) {
      for (const annotation of file.annotations) {
        if (generation !== this.#generation) return;
        const known = this.#live.get(keyOf(file.coder, annotation.id));
        if (known && sameTarget(known.annotation.target, annotation.target)) {
          known.annotation = annotation;
          continue;
        }
        this.put(file.coder, annotation, find(annotation.target, file));
        yield;
      }
    }
  }

  /** After annotations have been written: those whose targets were brought up to date are `anchored` where they are. */
  written(coder: string, annotations: readonly Annotation[]): void {
    for (const annotation of annotations) {
      const live = this.#live.get(keyOf(coder, annotation.id));
      if (!live) continue;
      const isUpToDate = live.span && !sameTarget(live.annotation.target, annotation.target);
      if (isUpToDate) Object.assign(live, { state: 'anchored', isEdited: false });
      live.annotation = annotation;
    }
  }

  /**
   * After edits of `text`, in which they count. An annotation that loses all its words is an orphan; its quote is kept. Gives
   * whether the words of any were edited; the others were at most pushed along.
   */
  shift(text: string, edits: readonly TextEdit[]): boolean {
    const trimmed = trimEdits(text, edits);
    const { shift, touches } = prepareShift(trimmed);
    let isAnyEdited = false;
    for (const live of this.#live.values()) {
      if (!live.span) continue;
      const isEdited = touches(live.span);
      live.isEdited ||= isEdited;
      isAnyEdited ||= isEdited;
      const before = live.span;
      live.span = shift(before);
      if (live.span) continue;
      live.state = 'orphan';
      live.lost = targetOf(text, before);
      isAnyEdited = true;
    }
    return isAnyEdited;
  }

  /**
   * Looks again for what has no place, where an edit has brought its words: an undone deletion, a passage put elsewhere. Gives
   * whether any was found.
   */
  refind(edits: readonly TextEdit[], find: (target: Target) => Place): boolean {
    let isAnyFound = false;
    for (const live of this.#live.values()) {
      if (live.span) continue;
      const target = live.lost ?? live.annotation.target;
      if (!edits.some(({ text }) => text.includes(target.quote))) continue;
      const place = find(target);
      if (!place.span) continue;
      Object.assign(live, place, { lost: undefined });
      isAnyFound = true;
    }
    return isAnyFound;
  }
}

function keyOf(coder: string, id: string): string {
  return `${coder}\n${id}`;
}
