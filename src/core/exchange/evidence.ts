/**
 * Why a code was suggested, as a row tells it: the indicator, its words, and what it adds in log-odds, under 0 where it speaks against
 * the code: `coach*: coaches (+1.79)`.
 */
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
  const told = new Set<string>();
  const pieces = suggestion.evidence.map(({ indicator, id, adds, start: from, end }) => {
    const words = piece(indicator, wordsOf(text, from + shift, end + shift));
    // Several words of one indicator count once: so that the figures of a row add up, the first has it.
    const isFirst = !told.has(id);
    told.add(id);
    return isFirst ? `${words} (${signed(adds)})` : words;
  });
  return pieces.filter((each, index) => pieces.findIndex((other) => isAlike(each, other)) === index);
}

/** What it adds to the log-odds of the code, `+1.79`. */
function signed(adds: number): string {
  return `${adds < 0 ? '' : '+'}${adds.toFixed(2)}`;
}

/** The same words of the same indicator again, which come without a figure. */
function isAlike(each: string, other: string): boolean {
  return each === other || other.startsWith(`${each} (`);
}

/** A decision remembers what spoke for it when it was made; a suggestion says what speaks for it now. */
export function evidenceOf(coding: Coding, text: string): readonly string[] {
  const origin = coding.annotation?.origin;
  if (origin !== undefined) return origin.kind === 'suggestion' ? origin.evidence : [];
  if (coding.suggestion === undefined || coding.span === undefined) return [];
  return suggestedBy(coding.suggestion, coding.span.start, text);
}
