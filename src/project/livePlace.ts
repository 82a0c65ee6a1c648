/** An annotation in its place, as long as its document is at hand; changed in place, for a keystroke may move thousands. */
import type { AnchorState, Annotation, PlacedAnnotation, RankedPlace, Target } from '../core/annotation/annotation.js';
import type { Place } from '../core/annotation/placing/place.js';
import type { Span } from '../core/text/span.js';

/** Words that were deleted: they come back when that is undone, or when they are pasted elsewhere. */
export interface Lost {
  /** All that was deleted with it, without the white space around. */
  readonly block: string;
  /** The words, with offsets in `block`. */
  readonly target: Target;
  /** What was known of it before. */
  readonly state: AnchorState;
}

/** What an edit may change of a place. */
export interface Where {
  readonly state: AnchorState;
  readonly span: Span | undefined;
  readonly lost: Lost | undefined;
  readonly candidates: readonly RankedPlace[] | undefined;
}

export interface LivePlace extends Where {
  readonly coder: string;
  annotation: Annotation;
  state: AnchorState;
  span: Span | undefined;
  lost: Lost | undefined;
  candidates: readonly RankedPlace[] | undefined;
  /** Its text was replaced as a whole: it is being looked for in the new one, and is nowhere until then. */
  isSought: boolean;
}

export function livePlace(coder: string, annotation: Annotation, { state, span, candidates }: Place): LivePlace {
  return { coder, annotation, state, span, candidates, lost: undefined, isSought: false };
}

export function whereOf({ state, span, lost, candidates }: LivePlace): Where {
  return { state, span, lost, candidates };
}

export function placedOf({ annotation, coder, state, span, candidates }: LivePlace): PlacedAnnotation {
  return { annotation, coder, state, span, ...(candidates ? { candidates } : {}) };
}

export function keyOf(coder: string, id: string): string {
  return `${coder}\n${id}`;
}

/** Names an annotation on certain words, as an undone decision has it again. */
export function keyOnWords(coder: string, { id, target: { start, end, quote } }: Annotation): string {
  return `${coder}\n${id}\n${start}\n${end}\n${quote}`;
}
