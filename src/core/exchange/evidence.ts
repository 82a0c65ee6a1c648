/** Why a code was suggested, as a row tells it. */
import type { Coding } from '../analysis/coding.js';
import type { Suggestion } from '../detection/suggestion.js';

/** `coach*: coaches`, or only the words where the indicator is those words. */
function piece(indicator: string, words: string): string {
  return words === '' || indicator.toLowerCase() === words.toLowerCase() ? indicator : `${indicator}: ${words}`;
}

/** On one line, without the hyphens that only broke a word. */
function wordsOf(text: string, start: number, end: number): string {
  const unbroken = text.slice(start, end).replace(/\u00AD\s*|-[ \t]*[\r\n]+\s*/g, '');
  return unbroken.replace(/\s+/g, ' ').trim();
}

function suggestedBy(suggestion: Suggestion, start: number, text: string): readonly string[] {
  // Evidence counts like the suggestion that holds it, be that from its block or from the document.
  const shift = start - suggestion.start;
  const pieces = suggestion.evidence.map((evidence) =>
    piece(evidence.indicator, wordsOf(text, evidence.start + shift, evidence.end + shift)),
  );
  return [...new Set(pieces)];
}

/** A decision remembers what spoke for it when it was made; a suggestion says what speaks for it now. */
export function evidenceOf(coding: Coding, text: string): readonly string[] {
  const origin = coding.annotation?.origin;
  if (origin !== undefined) return origin.kind === 'suggestion' ? origin.evidence : [];
  if (coding.suggestion === undefined || coding.span === undefined) return [];
  return suggestedBy(coding.suggestion, coding.span.start, text);
}
