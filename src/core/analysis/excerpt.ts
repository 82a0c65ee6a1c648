/** A quotation as a row of a list shows it: on one line, and not without the words that matter. */
import type { Span } from '../text/span.js';
import type { Coding } from './coding.js';

export interface Excerpt {
  /** One line, without soft hyphens; `…` where its beginning was left out. */
  readonly text: string;
  /** The words that matter, in `text`; undefined where there are none in particular. */
  readonly focus: Span | undefined;
}

/** UTF-16 units kept before the words that matter: room for about two words, even in a narrow list. */
const LEAD = 16;

/**
 * A coding's quotation from shortly before the words that speak for it: sentences of policy texts begin alike ("The
 * minister…"), and a narrow list shows little more than their beginning.
 */
export function excerptOf({ quote, span, suggestion }: Coding): Excerpt {
  const evidence = span && suggestion?.evidence[0];
  const from = evidence ? evidence.start - span.start : 0;
  const to = evidence ? evidence.end - span.start : 0;
  // A quotation whose words were edited or chosen anew need not hold the evidence of today's suggestion.
  if (from < 0 || to > quote.length || to <= from) return { text: oneLine(quote).trim(), focus: undefined };
  const lead = shortened(oneLine(quote.slice(0, from)).trimStart());
  const words = oneLine(quote.slice(from, to));
  const text = lead + words + oneLine(quote.slice(to)).trimEnd();
  return { text, focus: { start: lead.length, end: lead.length + words.length } };
}

function oneLine(text: string): string {
  return text.replace(/\u00AD/g, '').replace(/\s+/g, ' ');
}

/** The last words of what stands before, as far as they fit. */
function shortened(before: string): string {
  if (before.length <= LEAD) return before;
  const space = before.indexOf(' ', before.length - LEAD - 1);
  return `…${space === -1 ? '' : before.slice(space + 1)}`;
}
