/** Puts the targets of an annotation file in their places in today's text. */
import type { Target } from '../annotation.js';
import { searchTargets } from './search.js';
import { settle } from './settle.js';
import { indexWords } from './wordIndex.js';
import { Vocabulary, wordsIn } from './words.js';
import { mapSpan } from './mapSpan.js';
import type { Place, ToPlace } from './place.js';
import { originalSpan, plainTextOf } from './plainText.js';
import { alignTexts, plainSpan } from './withOld.js';

/** One Place for each target, in the same order. Yields every few milliseconds of work at most, so that a caller can pause. */
export function* placeTargets({ targets, text, before }: ToPlace): Generator<void, readonly Place[]> {
  const places: Place[] = [];
  if (before !== undefined) {
    const a = yield* plainTextOf(before);
    const b = yield* plainTextOf(text);
    const aligned = yield* alignTexts({ before: a, after: b });
    for (const target of targets) {
      const parts = mapSpan(aligned, plainSpan(a, target));
      const best = parts[0];
      if (best && best.share >= 0.45) places.push({ state: 'changed', span: originalSpan(b, best.span) });
      else places.push({ state: 'orphan', span: undefined, why: best?.share } as any);
      yield;
    }
    return places;
  }
  const plain = yield* plainTextOf(text);
  const vocabulary = new Vocabulary();
  const words = yield* wordsIn(plain.text, vocabulary);
  const index = yield* indexWords(words, vocabulary.size);
  const found = yield* searchTargets({ plain, index }, targets, vocabulary);
  for (const one of found) {
    const why = one.gone.toFixed(3) + ' | ' + one.ranked.slice(0, 4).map((r) => `${r.share.toFixed(3)} at ${plain.starts[r.candidate.span.start]} like ${r.candidate.likeness.toFixed(2)} ctx ${r.candidate.context.toFixed(2)} ev ${r.candidate.evidence.toFixed(1)}`).join('; ');
    const settled = one.best && one.likely >= 0.93 ? settle({ plain, index }, one) : undefined;
    if (settled) places.push({ state: 'changed', span: originalSpan(plain, settled), why } as any);
    else if (one.gone > 0.5) places.push({ state: 'orphan', span: undefined, why } as any);
    else places.push({ state: 'ambiguous', span: undefined, why } as any);
  }
  return places;
}
