/** Whether a likely place is certain enough, and where exactly it begins and ends. */
import type { Span } from '../../text/span.js';
import type { Candidate, Searched } from './candidates.js';
import { layAlong } from './layAlong.js';
import type { Found } from './search.js';
import { LONGEST, type Sought } from './sought.js';
import { wordAfter, wordAt } from './words.js';

/** The share of a quotation that must be there: more of a short one, whose words are soon found anywhere. */
const LEAST_OF_LONG = 0.5;
const LEAST_OF_SHORT = 0.75;
const LONG = 40;
const SHORT = 8;

/** By how much the context may make up for what the quotation lacks. */
const BY_CONTEXT = 0.25;

/** The place in the plain text, or undefined where most of the words are gone. */
export function settle(searched: Searched, { best, sought }: Found): Span | undefined {
  if (!best) return undefined;
  if (best.likeness === 1) return long(best.span, sought);
  const { words } = searched.index;
  const laid = layAlong(searched, sought, wordAt(words, best.span.start), wordAfter(words, best.span.end));
  const isThere = laid && laid.span.start < best.span.end && best.span.start < laid.span.end;
  const likeness = Math.max(best.likeness, isThere ? laid.likeness : 0);
  if (likeness < least(sought.quote.length, best)) return undefined;
  return long(isThere && laid.likeness >= LAID ? laid.span : best.span, sought);
}

/** The share of its length that a quotation must have left: of a very long one only the ends were compared. */
const LEAST_LENGTH = 0.3;

function long(span: Span, { target: { quote } }: Sought): Span | undefined {
  return quote.length > LONGEST && span.end - span.start < LEAST_LENGTH * quote.length ? undefined : span;
}

/** The share of the words from which on their places tell better than the letters do where a quotation ends. */
const LAID = 0.3;

function least(length: number, { context }: Candidate): number {
  const short = Math.max(0, Math.min(1, (LONG - length) / (LONG - SHORT)));
  return LEAST_OF_LONG + short * (LEAST_OF_SHORT - LEAST_OF_LONG) - BY_CONTEXT * context * short;
}
