import type { Span } from '../text/span.js';
import type { Evidence } from './suggestion.js';

/** A suggestion or the like, with its evidence, pushed along: from offsets in its block to those in the document, or back. */
export function placeSuggestion<Found extends Span & { readonly evidence: readonly Evidence[] }>(
  found: Found,
  by: number,
): Found {
  if (by === 0) return found;
  return {
    ...found,
    start: found.start + by,
    end: found.end + by,
    evidence: found.evidence.map((each) => ({ ...each, start: each.start + by, end: each.end + by })),
  };
}
