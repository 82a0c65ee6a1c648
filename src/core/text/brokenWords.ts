/** Whether two pieces on both sides of a line end, or of a space, are one word, and how it is spelled. */
import type { DocumentWords } from './documentWords.js';
import {
  BOUND_ENDS,
  ENDINGS,
  HYPHENATED_STARTS,
  NEVER_WORDS,
  PARTICLES,
  PREFIXES,
  SPACED_PREFIXES,
  STANDALONE,
  SUSPENDING,
} from './wordPieces.js';

/** Two pieces in lower case, as `wordAt` gives them. */
export interface Pieces {
  readonly first: string;
  readonly second: string;
}

/** How sure it is that pieces without any mark between them are one word. */
export type Breakage = 'none' | 'likely' | 'sure';

/** Shorter than this, pieces meet by chance. */
const SHORTEST_JOINED = 5;

/** A joined word that is this frequent is what was meant where both pieces are words too. */
const FREQUENT = 3;

/**
 * 'Volksgezond' and 'heid', at a line end. `sure` holds in any text; `likely` in one that is known to break words so, where the
 * same words would otherwise be two by intention.
 */
export function breakage({ first, second }: Pieces, words: DocumentWords): Breakage {
  if (first.length + second.length < SHORTEST_JOINED || first.length < 2 || second.length < 2) return 'none';
  if (NEVER_WORDS.has(second)) return first.length > 2 ? 'sure' : 'none';
  const whole = words.countJoined(first, second);
  if (whole === 0) return 'none';
  if (STANDALONE.has(second)) return isRestLikeWord({ first, second }, words, whole) ? 'sure' : 'none';
  if (PREFIXES.has(first) && words.countInside(first) === 0) return 'sure';
  const isFirstWord = STANDALONE.has(first) || PARTICLES.has(first) || words.countInside(first) > 0;
  const isSecondWord = words.countInside(second) > 0 && !BOUND_ENDS.has(second);
  if (!isFirstWord && !isSecondWord) return 'sure';
  if (isPrefixed({ first, second }, words, whole)) return 'sure';
  return isLikely({ first, second }, { whole, isFirstWord, isSecondWord }) ? 'likely' : 'none';
}

/** 'instituti' and 'ons': the second piece only looks like a word where the first one can be none. */
function isRestLikeWord({ first, second }: Pieces, words: DocumentWords, whole: number): boolean {
  if (ENDINGS.has(second) || STANDALONE.has(first) || PARTICLES.has(first)) return false;
  return whole > 1 && first.length > 3 && words.count(first) <= 1 && words.countInside(first) === 0;
}

/** 'onder' and 'steuning': what begins many words stands before no word that only the whole one has. */
function isPrefixed({ first, second }: Pieces, words: DocumentWords, whole: number): boolean {
  if (!PARTICLES.has(first) || second.length < 6 || second.endsWith('en')) return false;
  return whole > 1 && words.count(second) <= 1 && words.countInside(second) === 0;
}

interface Known {
  /** How often the joined word stands whole in the text. */
  readonly whole: number;
  readonly isFirstWord: boolean;
  readonly isSecondWord: boolean;
}

function isLikely({ first, second }: Pieces, { whole, isFirstWord, isSecondWord }: Known): boolean {
  if (STANDALONE.has(first) || PARTICLES.has(first)) {
    return !isSecondWord && second.length > 2 && whole >= (PARTICLES.has(first) ? 2 : FREQUENT);
  }
  if (!isSecondWord) return second.length > 2 || BOUND_ENDS.has(second);
  if (!isFirstWord) return first.length > 2;
  return whole >= FREQUENT && first.length > 3 && second.length > 4;
}

/** Whether a space inside a line broke a word: only where a piece can be no word and the whole one stands elsewhere. */
export function isBrokenBySpace({ first, second }: Pieces, words: DocumentWords): boolean {
  if (STANDALONE.has(second) || first.length + second.length < SHORTEST_JOINED) return false;
  if (NEVER_WORDS.has(second)) return words.countJoined(first, second) > 0 && !STANDALONE.has(first);
  return SPACED_PREFIXES.has(first) && words.countJoined(first, second) > 1;
}

/** What is read in the place of a hyphen, the line end after it and the letter after that; undefined: it is left as it is. */
export type HyphenReading = { readonly hyphen: boolean; readonly trema: string } | undefined;

const TREMA: Readonly<Record<string, string>> = { e: 'ë', i: 'ï', o: 'ö', u: 'ü' };

/** A hyphen at a line end: part of the word ('e-mail'), or only of the line ('zorg-' 'verlener'). */
export function hyphenAtLineEnd({ first, second }: Pieces, words: DocumentWords): HyphenReading {
  if (SUSPENDING.has(second)) return undefined;
  const joined = words.countJoined(first, second);
  const hyphenated = words.count(`${first}-${second}`);
  if (hyphenated > joined || (joined === 0 && (first.length === 1 || HYPHENATED_STARTS.has(first)))) {
    return { hyphen: true, trema: '' };
  }
  const trema = TREMA[second.charAt(0)];
  const isClash = joined === 0 && trema !== undefined && /[aeiou]$/.test(first);
  if (isClash && words.count(first + trema + second.slice(1)) > 0) return { hyphen: false, trema };
  return { hyphen: false, trema: '' };
}
