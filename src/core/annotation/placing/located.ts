import type { Span } from '../../text/span.js';

/** A stretch of today's plain text, and how much of a quotation stands there, 0..1. */
export interface Located {
  readonly span: Span;
  readonly likeness: number;
}
