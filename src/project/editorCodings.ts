/** Codings as an editor has them, told in offsets of the stored text, where that has other line ends. */
import type { Coding } from '../core/analysis/coding.js';
import type { Suggestion } from '../core/detection/suggestion.js';
import type { Span } from '../core/text/span.js';

type Place = (offset: number) => number;

function mapSpan<T extends Span>(span: T, place: Place): T {
  return { ...span, start: place(span.start), end: place(span.end) };
}

function mapSuggestion(suggestion: Suggestion, place: Place): Suggestion {
  const evidence = suggestion.evidence.map((each) => mapSpan(each, place));
  return { ...mapSpan(suggestion, place), evidence };
}

/** `place` takes offsets of the editor's text to those of `text`. */
export function mapCoding(coding: Coding, place: Place, text: string): Coding {
  const span = coding.span && mapSpan(coding.span, place);
  const { candidates } = coding;
  return {
    ...coding,
    span,
    ...(candidates ? { candidates: candidates.map((each) => ({ ...each, span: mapSpan(each.span, place) })) } : {}),
    quote: span ? text.slice(span.start, span.end) : coding.quote,
    suggestion: coding.suggestion && mapSuggestion(coding.suggestion, place),
  };
}
