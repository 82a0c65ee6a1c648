/** Whether the likeliest place of a target may be taken without asking a person. */
import type { Found } from './search.js';

/** How likely a place must be: what is left to chance goes to a person. */
const LIKELY = 0.93;

/** A place with less of its context than this, 0..1, needs more evidence by its words. */
const LITTLE_CONTEXT = 0.3;
const ENOUGH_EVIDENCE = 12;

/** A place whose neighbours say the same is certain by itself; any other has its words and what stands right beside them. */
export function isCertain(found: Found): boolean {
  const { best, likely, isBackedUp } = found;
  if (!best) return false;
  if (isBackedUp) return likely >= LIKELY && (best.context >= LITTLE_CONTEXT || best.evidence >= ENOUGH_EVIDENCE);
  return (likely >= LIKELY || isClear(found)) && best.adjacent >= neededContext(found);
}

/**
 * The share of the context that must still stand beside a quotation that is by itself. A short one ("samen") is anywhere; a
 * long one that occurs once proves its place, and one that occurs more than once does so only with some context.
 */
const SHORT_QUOTE = 8;
const LONG_QUOTE = 40;
const CONTEXT_OF_SHORT = 0.6;
const CONTEXT_OF_REPEATED = 0.25;

function neededContext({ sought, ranked }: Found): number {
  const missing = Math.max(0, Math.min(1, (LONG_QUOTE - sought.quote.length) / (LONG_QUOTE - SHORT_QUOTE)));
  const isRepeated = ranked.filter(({ candidate }) => candidate.likeness >= SAME).length > 1;
  return Math.max(missing * CONTEXT_OF_SHORT, isRepeated ? CONTEXT_OF_REPEATED : 0);
}

/** The share of a quotation from which on it counts as the same words. */
const SAME = 0.9;

/** By how much another place of the same words must have less of the context. */
const MARGIN = 0.25;

/** The very words with context at their side, and no other place that has both: what few targets cannot say together. */
function isClear({ best, ranked }: Found): boolean {
  if (!best || best.likeness < 1 || best.adjacent < 0.5) return false;
  return ranked.every(
    ({ candidate }) => candidate === best || candidate.likeness < SAME || candidate.adjacent + MARGIN <= best.adjacent,
  );
}

/** A place that a person would take for a possible one: most of the words, with what stood around them. */
const LIKE = 0.7;
const SOME_CONTEXT = 0.5;

/** Whether a target that is not certain is likelier in one of its places than in none. */
export function isDoubtful(found: Found): boolean {
  const { best, gone, isBackedUp } = found;
  if (!best || gone >= 0.5 || best.likeness < LIKE || best.context < SOME_CONTEXT) return false;
  return isBackedUp || best.adjacent >= neededContext(found);
}
