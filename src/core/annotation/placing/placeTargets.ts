/** Puts the targets of an annotation file in their places in today's text. */
import { createResolver } from '../resolve.js';
import type { Place, ToPlace } from './place.js';

/** One Place for each target, in the same order. Yields every few milliseconds of work at most, so that a caller can pause. */
export function* placeTargets({ targets, text, before }: ToPlace): Generator<void, readonly Place[]> {
  const resolve = createResolver(text);
  const places: Place[] = [];
  for (const target of targets) {
    places.push(resolve(target, before === text));
    yield;
  }
  return places;
}
