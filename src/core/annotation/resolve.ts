/**
 * Puts annotations back in their place in a text that may have been edited elsewhere: by position, else by the quotation
 * with what stands around it. Rather no place than a wrong one: a quotation that several places fit is `ambiguous`.
 */
import type { Span } from '../text/span.js';
import type { Annotation, PlacedAnnotation, Target } from './annotation.js';
import { indexOccurrences, type Occurrences } from './occurrences.js';
import type { Place } from './placing/place.js';
import { type SqueezedText, squeeze, squeezeText } from './squeeze.js';

export type { Place } from './placing/place.js';

export type Placement = Omit<PlacedAnnotation, 'coder'>;

/** Finds the place of one target at a time, so that a caller can do many in slices. */
export type Resolver = (target: Target, sameHash: boolean) => Place;

/** What context and nearness weigh. Context decides; nearness only between places whose context is alike. */
const CONTEXT_WEIGHT = 0.9;
const NEARNESS_WEIGHT = 0.1;

/** UTF-16 units at which nearness has halved: about a page's third, more than most edits push a text along. */
const NEAR = 1000;

/** How much better than the second best a place must be: half of what nearness alone can give. */
const MARGIN = 0.05;

/**
 * The share of the context that must still be there. A short quotation ("samen") is anywhere; a long one that occurs once
 * proves its place by itself, and one that occurs more than once does so only with some context.
 */
const SHORT_QUOTE = 8;
const LONG_QUOTE = 40;
const CONTEXT_OF_SHORT = 0.6;
const CONTEXT_OF_REPEATED = 0.25;

/** More places than this cannot be told apart in any useful time: such a quotation needs its whole context. */
const MAX_PLACES = 2000;

/** All annotations in today's text. `sameHash`: the text is the very one that the offsets were taken in. */
export function resolveAnnotations(
  annotations: readonly Annotation[],
  text: string,
  sameHash: boolean,
): readonly Placement[] {
  const resolve = createResolver(text);
  return annotations.map((annotation) => ({ annotation, ...resolve(annotation.target, sameHash) }));
}

/** The words are compared even where the hash is the same: files are edited by hand too. */
export function createResolver(text: string): Resolver {
  let searched: Searched | undefined;
  return (target, sameHash) => {
    if (
      isThere(text, target) &&
      (sameHash || contextShare(text, target, target) >= neededContext(target.quote, false))
    ) {
      return { state: 'anchored', span: { start: target.start, end: target.end } };
    }
    searched ??= searchedText(text);
    return search(searched, target);
  };
}

/** A text, made ready for searching. */
interface Searched {
  readonly original: string;
  readonly squeezed: SqueezedText;
  readonly occurrences: Occurrences;
}

function searchedText(original: string): Searched {
  const squeezed = squeezeText(original);
  return { original, squeezed, occurrences: indexOccurrences(squeezed.text) };
}

function isThere(text: string, target: Target): boolean {
  return target.quote.length > 0 && text.slice(target.start, target.end) === target.quote;
}

/**
 * Looks in the squeezed text, which finds a quotation whether or not its lines are broken as they were, and compares all
 * places together.
 */
function search({ original, squeezed, occurrences }: Searched, target: Target): Place {
  const quote = squeeze(target.quote);
  if (quote.trim() === '') return { state: 'orphan', span: undefined };
  const sought = { quote, prefix: squeeze(target.prefix).trimStart(), suffix: squeeze(target.suffix).trimEnd() };
  const starts = startsWithContext(occurrences, sought) ?? occurrences(quote, MAX_PLACES);
  const candidates = starts.map((start): Candidate => {
    const span = { start, end: start + quote.length };
    const context = contextShare(squeezed.text, span, sought);
    const first = squeezed.toOriginal(start);
    const nearness = 1 / (1 + Math.abs(first - target.start) / NEAR);
    return {
      span: { start: first, end: squeezed.toOriginal(span.end - 1) + 1 },
      context,
      score: CONTEXT_WEIGHT * context + NEARNESS_WEIGHT * nearness,
    };
  });
  return choose(original, target, candidates);
}

interface Candidate {
  readonly span: Span;
  /** 0..1 */
  readonly context: number;
  /** 0..1 */
  readonly score: number;
}

function choose(text: string, target: Target, candidates: readonly Candidate[]): Place {
  const [best, second] = [...candidates].sort((a, b) => b.score - a.score);
  if (!best) return { state: 'orphan', span: undefined };
  if (best.context < neededContext(target.quote, second !== undefined)) return { state: 'orphan', span: undefined };
  if (second && best.score - second.score < MARGIN) return { state: 'ambiguous', span: undefined };
  const { span } = best;
  if (text.slice(span.start, span.end) !== target.quote) return { state: 'changed', span };
  return { state: span.start === target.start ? 'anchored' : 'moved', span };
}

/** 0..1 */
function neededContext(quote: string, isRepeated: boolean): number {
  const missing = Math.max(0, Math.min(1, (LONG_QUOTE - quote.length) / (LONG_QUOTE - SHORT_QUOTE)));
  return Math.max(missing * CONTEXT_OF_SHORT, isRepeated ? CONTEXT_OF_REPEATED : 0);
}

type Sought = Pick<Target, 'quote' | 'prefix' | 'suffix'>;

/** Places with the whole context, which settle the matter cheaply; undefined where there are none. */
function startsWithContext(occurrences: Occurrences, { quote, prefix, suffix }: Sought): readonly number[] | undefined {
  if (prefix === '' && suffix === '') return undefined;
  const starts = occurrences(prefix + quote + suffix, MAX_PLACES);
  return starts.length > 0 ? starts.map((start) => start + prefix.length) : undefined;
}

/** The share, 0..1, of the stored context that still stands next to a span, counted outward from it. */
function contextShare(text: string, span: Span, { prefix, suffix }: Omit<Sought, 'quote'>): number {
  const whole = prefix.length + suffix.length;
  if (whole === 0) return 1;
  let before = 0;
  while (before < prefix.length && text[span.start - 1 - before] === prefix[prefix.length - 1 - before]) before++;
  let after = 0;
  while (after < suffix.length && text[span.end + after] === suffix[after]) after++;
  return (before + after) / whole;
}
