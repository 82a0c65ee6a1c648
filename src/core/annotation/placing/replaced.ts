/** New words that stand where words at an edge of a passage are gone. */
import type { Alignment } from './alignment.js';

export interface Replaced {
  /** New words that were put in the place of those of the passage. */
  readonly words: number;
  /** New words of which one cannot tell whether they were. */
  readonly doubtful: number;
}

/** Before a matched word, for `words` old ones of the passage. */
export function replacedBefore({ toAfter, toBefore }: Alignment, old: number, now: number, words: number): Replaced {
  let gone = 0;
  while (gone < old && gone <= MOST_REPLACED && toAfter[old - 1 - gone] === -1) gone++;
  let typed = 0;
  while (typed < now && typed <= MOST_DOUBTFUL && toBefore[now - 1 - typed] === -1) typed++;
  return replaced(words, gone, typed);
}

/** After a matched word, for `words` old ones of the passage. */
export function replacedAfter({ toAfter, toBefore }: Alignment, old: number, now: number, words: number): Replaced {
  let gone = 0;
  while (old + 1 + gone < toAfter.length && gone <= MOST_REPLACED && toAfter[old + 1 + gone] === -1) gone++;
  let typed = 0;
  while (now + 1 + typed < toBefore.length && typed <= MOST_DOUBTFUL && toBefore[now + 1 + typed] === -1) typed++;
  return replaced(words, gone, typed);
}

/** Words up to which an edit puts others in their place; what is longer was deleted, and something else typed there. */
const MOST_REPLACED = 5;
const MOST_TYPED = 8;
const MOST_DOUBTFUL = 16;

/** As with typing: a replacement that reaches over an edge is no part of the stretch. */
function replaced(words: number, gone: number, typed: number): Replaced {
  if (words === 0 || typed === 0 || typed > MOST_DOUBTFUL) return { words: 0, doubtful: 0 };
  if (gone === words && typed <= MOST_FOR_ONE * gone) return { words: typed, doubtful: 0 };
  if (isOneEdit(words, gone, typed)) return { words: 0, doubtful: 0 };
  return { words: inPlace(words, gone, typed), doubtful: typed };
}

/** Words put in the place of one, at most, for it to be certain that they were; one more may have been typed beside it. */
const MOST_FOR_ONE = 2;

/** Words up to which what is gone on both sides of an edge went by one edit, which then reached over the edge. */
const MOST_AT_ONCE = 2;

function isOneEdit(words: number, gone: number, typed: number): boolean {
  return gone > words && gone <= MOST_AT_ONCE && typed <= gone;
}

function inPlace(words: number, gone: number, typed: number): number {
  if (gone > MOST_REPLACED || typed > MOST_TYPED || typed > 2 * gone + 2) return 0;
  if (gone === words) return typed;
  return gone === typed ? words : 0;
}
