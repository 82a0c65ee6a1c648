/** A quotation as a row of a list shows it: on one line, and not without the words that matter. */
import { speakingFor } from '../detection/suggestion.js';
import type { Coding } from './coding.js';

/** UTF-16 units kept before the words that matter: room for about two words, even in a narrow list. */
const LEAD = 16;

/** UTF-16 units that even a narrow list shows: a passage that ends in the words that matter keeps more before them. */
const ROW = 32;

/**
 * A coding's quotation from shortly before the words that speak for it: sentences of policy texts begin alike ("The
 * minister…"), and a narrow list shows little more than their beginning. On one line, without soft hyphens, with `…` where
 * the beginning was left out.
 */
export function excerptOf({ quote, span, suggestion }: Coding): string {
  const evidence = span && speakingFor(suggestion?.evidence ?? [])[0];
  const from = evidence ? evidence.start - span.start : 0;
  // A quotation whose words were edited or chosen anew need not hold the evidence of today's suggestion.
  if (from <= 0 || from >= quote.length) return oneLine(quote).trim();
  const rest = oneLine(quote.slice(from)).trimEnd();
  return lastWords(oneLine(quote.slice(0, from)).trimStart(), Math.max(LEAD, ROW - rest.length)) + rest;
}

function oneLine(text: string): string {
  return text.replace(/\u00AD/g, '').replace(/\s+/g, ' ');
}

function lastWords(text: string, length: number): string {
  if (text.length <= length) return text;
  const space = text.indexOf(' ', text.length - length - 1);
  return `…${space === -1 ? '' : text.slice(space + 1)}`;
}
