/** Puts the targets of an annotation file in their places in today's text. */
import type { RankedPlace, Target } from '../annotation.js';
import { alignTexts } from './alignTexts.js';
import { loose, placeAt, unplaced } from './foundPlace.js';
import { type MappedPart, mapSpan } from './mapSpan.js';
import type { Place, ToPlace } from './place.js';
import { placeBySearch } from './placeBySearch.js';
import { originalSpan, type PlainText, plainOffset, plainTextOf } from './plainText.js';
import { type PreparedText, prepareText } from './preparedText.js';

/** The share of a passage's letters whose words must be together for it to be still there. */
const STILL_THERE = 0.45;

/** The share from which on a part of a passage is worth showing. */
const WORTH_SHOWING = 0.15;

const STEP = 128;

/**
 * One Place for each target, in the same order. Yields every few milliseconds of work at most, so that a caller can pause.
 *
 * With the text that the targets were made in: its words are matched with today's, and each passage follows its words. What
 * remains is looked for in what no word was matched with. Without it, and for a quotation that does not stand at its offsets
 * there: by quotation, context, and what all quotations together say of how the text has moved.
 */
export function* placeTargets({ targets, text, before }: ToPlace): Generator<void, readonly Place[]> {
  const places: Place[] = [];
  const adrift: number[] = [];
  const held: number[] = [];
  targets.forEach((target, index) => {
    if (before === undefined || !isThere(before, target)) adrift.push(index);
    else if (before === text) places[index] = { state: 'anchored', span: { start: target.start, end: target.end } };
    else held.push(index);
  });
  if (adrift.length + held.length === 0) return places;
  const prepared = yield* prepareText(yield* plainTextOf(text));
  const put = (indexes: readonly number[], found: readonly Place[]): void =>
    indexes.forEach((index, at) => {
      places[index] = found[at] ?? unplaced('orphan', []);
    });
  const of = (indexes: readonly number[]) => indexes.flatMap((index) => targets[index] ?? []);
  if (adrift.length > 0) put(adrift, yield* placeBySearch({ text, prepared, targets: of(adrift) }));
  if (before !== undefined && held.length > 0) {
    put(held, yield* placeByAlignment({ targets: of(held), text, prepared, before }));
  }
  return places;
}

/** Whether a quotation stands at its offsets. */
export function isThere(text: string, { start, end, quote }: Target): boolean {
  return quote.length > 0 && end - start === quote.length && text.startsWith(quote, start);
}

interface ToAlign {
  readonly targets: readonly Target[];
  readonly text: string;
  readonly prepared: PreparedText;
  readonly before: string;
}

function* placeByAlignment({ targets, text, prepared, before }: ToAlign): Generator<void, readonly Place[]> {
  const { plain: after, vocabulary, index: words } = prepared;
  const plain = yield* plainTextOf(before);
  const { texts: aligned, taken } = yield* alignTexts({ before: plain, after, afterWords: words.words, vocabulary });
  const places: Place[] = [];
  const lost: number[] = [];
  for (const [index, target] of targets.entries()) {
    const span = { start: plainOffset(plain, target.start), end: plainOffset(plain, target.end) };
    const parts = mapSpan(aligned, span);
    const [best] = parts;
    if (best && best.share >= STILL_THERE) {
      const texts = { text, plain: after };
      places[index] = best.isLoose ? loose(texts, best.span) : placeAt(texts, target, best.span);
    } else {
      places[index] = torn(parts, after);
      if (places[index]?.state === 'orphan') lost.push(index);
    }
    if (index % STEP === STEP - 1) yield;
  }
  const targetsLeft = lost.flatMap((index) => targets[index] ?? []);
  const found = yield* placeBySearch({ text, prepared, targets: targetsLeft, taken });
  lost.forEach((index, at) => {
    const place = found[at];
    if (place && (place.state !== 'orphan' || !places[index]?.candidates)) places[index] = place;
  });
  return places;
}

/** A passage of which no part is most of it: torn apart, or mostly gone. */
function torn(parts: readonly MappedPart[], plain: PlainText): Place {
  const together = parts.reduce((sum, { share }) => sum + share, 0);
  const shown = parts
    .filter(({ share, span }) => share >= WORTH_SHOWING && span.end > span.start)
    .map(({ share, span }): RankedPlace => ({ span: originalSpan(plain, span), score: share }));
  return unplaced(together >= STILL_THERE && shown.length > 1 ? 'ambiguous' : 'orphan', shown);
}
