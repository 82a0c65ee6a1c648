import type { Indicator } from './codebook.js';

/** What an indicator has when its author does not say otherwise. */
export const USUAL_INDICATOR = {
  combine: 'any',
  who: [],
  to: [],
  within: 'sentence',
  with: [],
  without: [],
  near: [],
  notNear: [],
  negated: 'skip',
  caseSensitive: false,
} as const satisfies Partial<Indicator>;
