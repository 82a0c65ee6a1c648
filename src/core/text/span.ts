/** A stretch of a text: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One replacement in a text, as an editor reports it: the old span and the text that stands there now. */
export interface TextEdit extends Span {
  readonly text: string;
}

export function spanLength(span: Span): number {
  return span.end - span.start;
}

/** Whether two spans share at least one UTF-16 unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** UTF-16 units that two spans share. */
export function overlapLength(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

export function containsOffset(span: Span, offset: number): boolean {
  return span.start <= offset && offset < span.end;
}

/** Document order: by start, the longer one first where both start alike. */
export function bySpan(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}
