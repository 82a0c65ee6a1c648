/** What a stretch of plain text that is a target's says to a person: where it is, and in which state. */
import type { Span } from '../../text/span.js';
import type { RankedPlace, Target } from '../annotation.js';
import type { Place } from './place.js';
import { originalSpan, type PlainText, plainWords } from './plainText.js';

/** Today's text, as it is and plain. */
export interface NewText {
  readonly text: string;
  readonly plain: PlainText;
}

/** A stretch of the plain text, as the place of a target. */
export function placeAt({ text, plain }: NewText, target: Target, found: Span): Place {
  const span = withMarks(text, target, originalSpan(plain, found));
  if (text.slice(span.start, span.end) === target.quote) {
    return { state: span.start === target.start ? 'anchored' : 'moved', span };
  }
  if (target.quote.length > MOST_COMPARED) return { state: 'changed', span };
  const words = plainWords(target.quote).text.trim();
  return { state: isSameWords(words, plain.text.slice(found.start, found.end)) ? 'moved' : 'changed', span };
}

/** Line ends, hyphens and the like are no words: what differs in nothing else has only moved. */
function isSameWords(words: string, others: string): boolean {
  return words === others || words.replaceAll('-', '') === others.replaceAll('-', '');
}

/** Marks and white space at the edges that the quotation has and plain text has not, where they still stand. */
function withMarks(text: string, { quote }: Target, { start, end }: Span): Span {
  if (quote.length > MOST_MARKED) return { start, end };
  const { starts, ends } = plainWords(quote);
  const before = quote.slice(0, starts[0] ?? 0);
  const after = quote.slice(ends.at(-1) ?? quote.length);
  const isBefore = before !== '' && text.endsWith(before, start);
  const isAfter = after !== '' && text.startsWith(after, end);
  return { start: isBefore ? start - before.length : start, end: isAfter ? end + after.length : end };
}

/** UTF-16 units up to which a quotation's edges are looked at, and its words are compared with those found. */
const MOST_MARKED = 20_000;
const MOST_COMPARED = 100_000;

/** Places to choose from, of a target whose own is not certain. */
export function unplaced(state: 'ambiguous' | 'orphan', candidates: readonly RankedPlace[]): Place {
  return { state, span: undefined, ...(candidates.length > 0 ? { candidates } : {}) };
}

/** How sure a place is whose edges a person has to set, 0..1. */
const OF_LOOSE = 0.9;

/** A place that is known, but not where it begins and ends. */
export function loose({ plain }: NewText, found: Span): Place {
  return unplaced('ambiguous', [{ span: originalSpan(plain, found), score: OF_LOOSE }]);
}
