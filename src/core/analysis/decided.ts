/** Which suggestions a person has already decided on. */
import type { PlacedAnnotation } from '../annotation/annotation.js';
import type { Suggestion } from '../detection/suggestion.js';
import { overlapLength, type Span, spanLength } from '../text/span.js';
import { type Placed, SpanIndex } from './spanIndex.js';

/**
 * The share of the shorter stretch that a decision and a suggestion must have in common to be about the same thing: a
 * sentence that grew by a clause is still the one that was rejected.
 */
const SAME_PASSAGE = 0.5;

export interface Decided {
  /** The annotation by which the coder decided on a suggestion; undefined for a suggestion that is still open. */
  decisionOn(suggestion: Suggestion): PlacedAnnotation | undefined;
}

/** A decision is about every code that the annotation has, and about the one that was suggested in their place. */
export function decidedBy(annotations: readonly PlacedAnnotation[]): Decided {
  const byCode = new Map<string, Placed<PlacedAnnotation>[]>();
  for (const placed of annotations) {
    if (!placed.span) continue;
    for (const code of codesOf(placed)) {
      const list = byCode.get(code);
      if (list) list.push({ span: placed.span, item: placed });
      else byCode.set(code, [{ span: placed.span, item: placed }]);
    }
  }
  const indexes = new Map([...byCode].map(([code, list]) => [code, new SpanIndex(list)]));
  return {
    decisionOn: (suggestion) =>
      indexes
        .get(suggestion.codePath)
        ?.overlapping(suggestion)
        .find(({ span }) => isSamePassage(span, suggestion))?.item,
  };
}

function codesOf({ annotation }: PlacedAnnotation): ReadonlySet<string> {
  const suggested = annotation.origin.kind === 'suggestion' ? [annotation.origin.code] : [];
  return new Set([...annotation.codes, ...suggested]);
}

function isSamePassage(a: Span, b: Span): boolean {
  return overlapLength(a, b) >= SAME_PASSAGE * Math.min(spanLength(a), spanLength(b));
}
