/** Places of targets that are looked for by their quotations. */
import type { RankedPlace, Target } from '../annotation.js';
import { isCertain, isDoubtful } from './certain.js';
import { placeAt, unplaced } from './foundPlace.js';
import type { Place } from './place.js';
import { originalSpan } from './plainText.js';
import type { PreparedText } from './preparedText.js';
import { type Found, searchTargets } from './search.js';
import { settle } from './settle.js';

export interface ToSearch {
  readonly text: string;
  readonly prepared: PreparedText;
  readonly targets: readonly Target[];
  /** Of each word of today's text the old word that it is known to be, or -1: what is known to be another passage is none of these. */
  readonly taken?: Int32Array;
}

const STEP = 64;

/** In the order of the targets. */
export function* placeBySearch({ text, prepared, targets, taken }: ToSearch): Generator<void, readonly Place[]> {
  const { plain } = prepared;
  const searched = { ...prepared, ...(taken ? { taken } : {}) };
  const places: Place[] = [];
  for (const [index, found] of (yield* searchTargets(searched, targets)).entries()) {
    const { sought } = found;
    const span = isCertain(found) ? settle(searched, found) : undefined;
    if (span) places[index] = placeAt({ text, plain }, sought.target, span);
    else places[index] = unplaced(isDoubtful(found) ? 'ambiguous' : 'orphan', rankedPlaces(found, prepared));
    if (index % STEP === STEP - 1) yield;
  }
  return places;
}

const MOST_RANKED = 5;

/** The share of a quotation that must be somewhere for the place to be offered. */
const OFFERED = 0.5;

/** For a person to choose from, best first. */
function rankedPlaces({ ranked }: Found, { plain }: PreparedText): readonly RankedPlace[] {
  return ranked
    .filter(({ candidate }) => candidate.likeness >= OFFERED)
    .map(({ candidate, share }) => ({
      span: originalSpan(plain, candidate.span),
      score: Math.min(1, Math.max(share, (candidate.likeness * (1 + candidate.context)) / 4)),
    }))
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_RANKED);
}
