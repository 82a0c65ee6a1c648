/** Finds targets one at a time in one text, which is made ready when it is first needed: for what cannot be placed together. */
import type { Target } from './annotation.js';
import { finished } from './placing/finished.js';
import type { Place } from './placing/place.js';
import { placeBySearch } from './placing/placeBySearch.js';
import { plainTextOf } from './placing/plainText.js';
import { type PreparedText, prepareText } from './placing/preparedText.js';

export type Resolver = (target: Target) => Place;

/** As `placeTargets` without the text before, for one target: it has no neighbours to go by. */
export function createResolver(text: string): Resolver {
  let prepared: PreparedText | undefined;
  return (target) => {
    prepared ??= finished(prepareText(finished(plainTextOf(text))));
    const [place] = finished(placeBySearch({ text, prepared, targets: [target] }));
    return place ?? { state: 'orphan', span: undefined };
  };
}
