/** A passage with its surroundings, as it was coded and as it is: for a person to compare. */
import { CONTEXT_LENGTH, type Target } from '../annotation/annotation.js';
import { surroundings } from '../annotation/likelyPlaces.js';
import type { Span } from '../text/span.js';

export interface Compared {
  readonly target: Target;
  /** Where it is now. */
  readonly span: Span;
  readonly text: string;
  /** The text that the target counts in, where it is at hand. */
  readonly earlier?: string | undefined;
}

export interface BeforeAndAfter {
  readonly before: string;
  readonly after: string;
}

/** UTF-16 units on either side where both texts are at hand: a few sentences. */
const AROUND = 400;

/** Without the earlier text, as much around it as is kept with the quotation. */
export function beforeAndAfter({ target, span, text, earlier }: Compared): BeforeAndAfter {
  const isThere = earlier !== undefined && earlier.slice(target.start, target.end) === target.quote;
  if (isThere) return { before: around(earlier, target, AROUND), after: around(text, span, AROUND) };
  return { before: asKept(target), after: around(text, span, CONTEXT_LENGTH) };
}

function around(text: string, span: Span, length: number): string {
  const { before, words, after } = surroundings(text, span, length);
  return before + words + after;
}

/** A context of full length was cut from a longer text: its outermost word may not be whole. */
function asKept({ quote, prefix, suffix }: Target): string {
  const isCut = (context: string) => context.length >= CONTEXT_LENGTH;
  const before = isCut(prefix) ? prefix.slice(prefix.search(/\s/) + 1) : prefix;
  return before + quote + (isCut(suffix) ? suffix.replace(/\S*$/, '') : suffix);
}

/** White space after what ends a sentence, before what may begin one. */
const BETWEEN_SENTENCES = /(?<=[.!?…]["”’»)\]]?)[ \t]+(?=["“‘«(]?\p{Lu})/gu;

/** A sentence on each line: a paragraph on one long line would be compared out of sight. */
export function inSentenceLines({ before, after }: BeforeAndAfter): BeforeAndAfter {
  const inLines = (text: string) => text.replace(BETWEEN_SENTENCES, '\n');
  return { before: inLines(before), after: inLines(after) };
}
