/**
 * Where the annotations of one document are in the text as it is now. Spans follow every edit exactly; only an annotation
 * that is new here, or lost, is looked for.
 */
import type { Annotation, PlacedAnnotation, Target } from '../core/annotation/annotation.js';
import type { AnnotationFile } from '../core/annotation/annotationFile.js';
import type { Place } from '../core/annotation/resolve.js';
import { prepareShift, trimEdits } from '../core/annotation/shift.js';
import { sameTarget, targetOf } from '../core/annotation/target.js';
import type { TextEdit } from '../core/text/span.js';

/** An annotation in its place, as long as the document is at hand. */
export interface LivePlace extends PlacedAnnotation {
  /** Whether its words were edited in the editor, before the person's eyes. */
  readonly isEdited: boolean;
  /** What its words were when they were deleted: they come back when that is undone, or pasted elsewhere. */
  readonly lost: Target | undefined;
}

/** Finds a target of an annotation file in the text as it is now. */
export type FindTarget = (target: Target, file: Pick<AnnotationFile, 'sha256'>) => Place;

export class Places {
  #live = new Map<string, LivePlace>();
  #generation = 0;

  placed(): readonly PlacedAnnotation[] {
    return [...this.#live.values()];
  }

  get(coder: string, id: string): LivePlace | undefined {
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
        const known = this.get(file.coder, annotation.id);
        if (known?.annotation === annotation) continue;
        if (known && sameTarget(known.annotation.target, annotation.target)) {
          this.#live.set(keyOf(file.coder, annotation.id), { ...known, annotation });
          continue;
        }
        this.put(file.coder, annotation, find(annotation.target, file));
        yield;
      }
    }
  }

  /**
   * After annotations have been written with targets that say where they are now: they are where they were, and `anchored`.
   */
  written(coder: string, annotations: readonly Annotation[]): void {
    for (const annotation of annotations) {
      const key = keyOf(coder, annotation.id);
      const live = this.#live.get(key);
      if (live?.span) this.#live.set(key, { ...live, annotation, state: 'anchored', isEdited: false });
    }
  }

  /** After edits of `text`, in which they count. An annotation that loses all its words is an orphan; its quote is kept. */
  shift(text: string, edits: readonly TextEdit[]): void {
    const trimmed = trimEdits(text, edits);
    const { shift, touches } = prepareShift(trimmed);
    for (const [key, live] of this.#live) {
      if (!live.span) continue;
      const span = shift(live.span);
      const isEdited = live.isEdited || touches(live.span);
      if (!span) this.#live.set(key, { ...live, span, state: 'orphan', lost: targetOf(text, live.span), isEdited });
      else if (span !== live.span || isEdited !== live.isEdited) this.#live.set(key, { ...live, span, isEdited });
    }
  }

  /** Looks again for what has no place, where an edit has brought its words: an undone deletion, a passage put elsewhere. */
  refind(edits: readonly TextEdit[], find: (target: Target) => Place): void {
    for (const [key, live] of this.#live) {
      if (live.span) continue;
      const target = live.lost ?? live.annotation.target;
      if (!edits.some(({ text }) => text.includes(target.quote))) continue;
      const place = find(target);
      if (place.span) this.#live.set(key, { ...live, ...place, lost: undefined });
    }
  }
}

function keyOf(coder: string, id: string): string {
  return `${coder}\n${id}`;
}
