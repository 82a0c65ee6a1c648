/** How a quotation is written down so that it can be found again. */
import type { Span } from '../text/span.js';
import { type Annotation, CONTEXT_LENGTH, type Target } from './annotation.js';

/** The target of a span of a text: the words there, and the words around them. */
export function targetOf(text: string, { start, end }: Span): Target {
  return {
    start,
    end,
    quote: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT_LENGTH), start),
    suffix: text.slice(end, end + CONTEXT_LENGTH),
  };
}

/** Whether two targets name the same place by the same words (their context may differ). */
export function sameTarget(a: Target, b: Target): boolean {
  return a.start === b.start && a.end === b.end && a.quote === b.quote;
}

/** Hex digest of the text that a target's offsets count in; empty where nobody knows. `fileHash`: of the file that it is in. */
export function hashOfTarget({ sha256 }: Target, fileHash: string): string {
  return sha256 ?? fileHash;
}

/**
 * An annotation of a file of one hash as it is to stand in a file of another: it still says which text its offsets count in. The
 * same object where nothing is to be said otherwise.
 */
export function inFileOf(annotation: Annotation, from: string, to: string): Annotation {
  const { sha256: own, ...target } = annotation.target;
  const counted = own ?? from;
  if (counted === to) return own === undefined ? annotation : { ...annotation, target };
  return own === counted ? annotation : { ...annotation, target: { ...target, sha256: counted } };
}

/** A target that is, or is not any more, kept without a place. */
export function keptTarget({ kept: _, ...target }: Target, isKept: boolean): Target {
  return isKept ? { ...target, kept: true } : target;
}

/** A span without the white space at its edges: what a person means who selects a little more. Undefined if only that. */
export function trimSpan(text: string, span: Span): Span | undefined {
  const words = text.slice(span.start, span.end);
  const start = span.start + words.length - words.trimStart().length;
  const end = span.start + words.trimEnd().length;
  return start < end ? { start, end } : undefined;
}
