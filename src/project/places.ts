/**
 * Where the annotations of one document are in the text as it is now. Spans follow every edit exactly; only an annotation
 * that is new here is looked for.
 */
import type { Annotation, PlacedAnnotation } from '../core/annotation/annotation.js';
import type { AnnotationFile } from '../core/annotation/annotationFile.js';
import type { TextChange } from '../core/annotation/editTrail.js';
import type { Place } from '../core/annotation/placing/place.js';
import { sameTarget } from '../core/annotation/target.js';
import type { Span } from '../core/text/span.js';
import { type EditedPlaces, type Follow, LiveEdits } from './liveEdits.js';
import { keyOf, keyOnWords, type LivePlace, livePlace, placedOf } from './livePlace.js';

/** Places of what was deleted or put elsewhere, for when that is undone. */
const MAX_PAST = 20_000;

/** What a file has that has no place yet. */
export interface Unplaced {
  readonly file: AnnotationFile;
  readonly annotations: readonly Annotation[];
}

export interface Taken {
  readonly unplaced: readonly Unplaced[];
  /** False from the moment on that files were taken over anew, or the text is another. */
  isCurrent(): boolean;
}

/** Takes spans of the text of one moment to where they are at a later one. */
export interface Following {
  now(span: Span): Span | undefined;
  /** False once there is another text, which has nothing to do with the one before. */
  isCurrent(): boolean;
  end(): void;
}

export class Places {
  readonly #live = new Map<string, LivePlace>();
  /** By annotation and words. They follow edits too. */
  readonly #past = new Map<string, LivePlace>();
  readonly #edits = new LiveEdits();
  readonly #followers = new Set<Follow[]>();
  #generation = 0;

  /** As they are at this moment. What is being looked for is nowhere. */
  placed(): readonly PlacedAnnotation[] {
    const placed: PlacedAnnotation[] = [];
    for (const live of this.#live.values()) if (!live.isSought) placed.push(placedOf(live));
    return placed;
  }

  get(coder: string, id: string): Readonly<LivePlace> | undefined {
    return this.#live.get(keyOf(coder, id));
  }

  /** Another text: nothing is where it was. */
  forget(): void {
    this.#generation++;
    this.#live.clear();
    this.#past.clear();
    this.#edits.clear();
    this.#followers.clear();
  }

  /** As they are at this moment, to be `expect`ed by the places of the same text under another name. */
  copies(): readonly LivePlace[] {
    return Array.from(this.#all(), (live) => ({ ...live })).filter(({ isSought }) => !isSought);
  }

  /** Where annotations are that will come. */
  expect(places: readonly LivePlace[]): void {
    for (const place of places) this.#retire({ ...place });
  }

  /** Puts an annotation in its place, from where it follows all edits. */
  put(coder: string, annotation: Annotation, place: Place): void {
    this.#set(coder, annotation, livePlace(coder, annotation, place));
  }

  #set(coder: string, annotation: Annotation, live: LivePlace): void {
    const key = keyOf(coder, annotation.id);
    const before = this.#live.get(key);
    if (before && before !== live) this.#retire(before);
    this.#live.set(key, live);
  }

  #retire(live: LivePlace): void {
    const key = keyOnWords(live.coder, live.annotation);
    this.#past.delete(key);
    this.#past.set(key, live);
    if (this.#past.size <= MAX_PAST) return;
    for (const [oldest] of this.#past) {
      this.#past.delete(oldest);
      break;
    }
  }

  /**
   * Puts an annotation where it is, or was before it was deleted or put elsewhere. False where that is not known. `isElsewhere`: it
   * is not where it is now, though it reads the same.
   */
  recall(coder: string, annotation: Annotation, isElsewhere = false): boolean {
    const known = this.#live.get(keyOf(coder, annotation.id));
    if (!isElsewhere && known && sameTarget(known.annotation.target, annotation.target)) {
      known.annotation = annotation;
      return true;
    }
    const key = keyOnWords(coder, annotation);
    const past = this.#past.get(key);
    if (!past) return false;
    this.#past.delete(key);
    past.annotation = annotation;
    this.#set(coder, annotation, past);
    return true;
  }

  /** Takes over what the files say now. What is new here is to be `put`. */
  take(files: readonly AnnotationFile[]): Taken {
    const generation = ++this.#generation;
    const wanted = new Set(files.flatMap(({ coder, annotations }) => annotations.map(({ id }) => keyOf(coder, id))));
    for (const [key, live] of this.#live) {
      if (wanted.has(key)) continue;
      this.#live.delete(key);
      this.#retire(live);
    }
    const unplaced = files.map((file): Unplaced => {
      return { file, annotations: file.annotations.filter((annotation) => !this.recall(file.coder, annotation)) };
    });
    return {
      unplaced: unplaced.filter(({ annotations }) => annotations.length > 0),
      isCurrent: () => generation === this.#generation,
    };
  }

  /** After annotations have been written; `stated`: ids of those whose targets say where they are in the stored text now. */
  written(coder: string, annotations: readonly Annotation[], stated: ReadonlySet<string>): void {
    for (const annotation of annotations) {
      const live = this.#live.get(keyOf(coder, annotation.id));
      if (!live) continue;
      const isSame = sameTarget(live.annotation.target, annotation.target);
      if (stated.has(annotation.id)) {
        if (!isSame) live.state = 'anchored';
        live.annotation = annotation;
      } else if (isSame) live.annotation = annotation;
    }
  }

  /** Takes everything through an edit. What was deleted or put elsewhere before follows too. */
  edit(change: TextChange, growsAtEdges: boolean): EditedPlaces {
    return this.#edits.apply(change, this.#all(), {
      growsAtEdges,
      follow: (by) => {
        for (const follower of this.#followers) follower.push(by);
      },
    });
  }

  *#all(): Generator<LivePlace> {
    yield* this.#live.values();
    yield* this.#past.values();
  }

  /** From this moment on, until it is ended. */
  follow(): Following {
    const steps: Follow[] = [];
    this.#followers.add(steps);
    return {
      now: (span) => steps.reduce<Span | undefined>((now, step) => now && step(now), span),
      isCurrent: () => this.#followers.has(steps),
      end: () => this.#followers.delete(steps),
    };
  }
}
