/** Where sentences end: decided at each place between two words that holds a full stop, '!', '?' or '…', or two line ends. */
import { ABBREVIATIONS, AMBIGUOUS, INITIALS, SENTENCE_OPENERS, TITLES } from './abbreviations.js';
import { classAt, DIGIT, isApostrophe, isLowerAt, isUpperAt, STOP } from './characters.js';
import { isSpace, skipSpace } from './lines.js';
import { withoutQuoted } from './quotations.js';
import type { WordPlaces } from './words.js';

/** A reading with its words. */
export interface WordedText {
  readonly text: string;
  readonly places: WordPlaces;
  /** The words, folded, in order. */
  readonly folded: readonly string[];
  readonly language: 'nl' | 'en';
}

/** Offsets at which sentences of the text start, besides 0. Source of the rules: the borders in the test of this file. */
export function sentenceStarts(worded: WordedText): number[] {
  const { text, places } = worded;
  const starts: number[] = [];
  let firstWord = 0;
  for (const after of places.stops) {
    if (after === 0 || after === places.starts.length) continue;
    const start = startAfter(worded, after, firstWord);
    if (start === undefined) continue;
    starts.push(start);
    firstWord = after;
  }
  return withoutQuoted(text, starts);
}

/** Where the next sentence starts behind the first `after` words; undefined where the sentence goes on. */
function startAfter(worded: WordedText, after: number, firstWord: number): number | undefined {
  const { text, places } = worded;
  const end = places.ends[after - 1] ?? 0;
  const to = places.starts[after] ?? 0;
  // 'o.a.': its last full stop is the word's and perhaps the sentence's too.
  const from = text.charCodeAt(end - 1) === FULL_STOP ? end - 1 : end;
  const hard = lineEnds(text, from, to);
  if (hard !== undefined) return skipSpace(text, hard);
  const ending = lastEnding(text, from, to);
  if (!ending) return undefined;
  const isGlued = ending.closed === to;
  if (isGlued ? !isLostSpace(text, ending, { from, to }) : !isSpace(text.charCodeAt(ending.closed))) return undefined;
  const start = skipSpace(text, ending.closed);
  const next = nextOf(worded, after, start);
  return next && endsSentence(worded, ending, { after, firstWord, from, next }) ? start : undefined;
}

/** Two line ends in a row part sentences for good. */
function lineEnds(text: string, from: number, to: number): number | undefined {
  for (let at = from; at + 1 < to; at++) {
    if (text.charCodeAt(at) === LINE_FEED && text.charCodeAt(at + 1) === LINE_FEED) return at;
  }
  return undefined;
}

const FULL_STOP = 0x2e;
const LINE_FEED = 0x0a;

/** The punctuation that may end a sentence, and where what closes after it ends. */
interface Ending {
  readonly start: number;
  readonly end: number;
  readonly closed: number;
}

function isStop(text: string, at: number): boolean {
  return text.charCodeAt(at) === FULL_STOP || classAt(text, at) === STOP;
}

const CLOSING = '"\'”’»)]';

/** The last run of full stops and the like between two words; one alone in brackets, '(!)' or '[…]', is a remark. */
function lastEnding(text: string, from: number, to: number): Ending | undefined {
  let ending: Ending | undefined;
  let at = from;
  while (at < to) {
    if (!isStop(text, at)) {
      at++;
      continue;
    }
    const start = at;
    while (at < to && isStop(text, at)) at++;
    const end = at;
    while (at < to && CLOSING.includes(text.charAt(at))) at++;
    const isRemark = '(['.includes(text.charAt(start - 1) || ' ') && ')]'.includes(text.charAt(end) || ' ');
    if (!isRemark) ending = { start, end, closed: at };
  }
  return ending;
}

interface Gap {
  readonly from: number;
  readonly to: number;
}

/** 'de gemeente.De rest': the space after a full stop was lost. */
function isLostSpace(text: string, { start, end, closed }: Ending, { from, to }: Gap): boolean {
  if (start !== from || end !== start + 1 || closed !== to) return false;
  const isBetweenWords = isLowerAt(text, from - 1) && isLowerAt(text, from - 2);
  return isBetweenWords && isUpperAt(text, to) && isLowerAt(text, to + 1);
}

interface Next {
  readonly isNumber: boolean;
  /** A bracket opens before it. */
  readonly isBracketed: boolean;
  /** A word that opens sentences more often than it follows an abbreviation, and stands there as such. */
  readonly isOpener: boolean;
}

const BULLETS = '•●○▪▫■□◦‣⁃∙►▶➢✓✔';

/** What comes after the punctuation, or undefined where it does not begin a sentence. */
function nextOf({ text, places, folded }: WordedText, after: number, start: number): Next | undefined {
  const at = places.starts[after] ?? 0;
  const following = places.starts[after + 1] ?? text.length;
  const isNumber = classAt(text, at) === DIGIT;
  const isElided = isApostrophe(text.charCodeAt(at)) && isUpperAt(text, following);
  if (!isNumber && !isElided && !isUpperAt(text, at) && !BULLETS.includes(text.charAt(start))) return undefined;
  // 'P. De Vries' and 'Kamer J. In 't Veld' are names.
  const isOpener = SENTENCE_OPENERS.has(folded[after] ?? '') && !isUpperAt(text, following);
  return { isNumber, isBracketed: text.charAt(start) === '(', isOpener };
}

interface Decision {
  /** How many words come before the punctuation, and which of them is the first of the sentence. */
  readonly after: number;
  readonly firstWord: number;
  /** Where the word before the punctuation ends, its own full stop left out. */
  readonly from: number;
  readonly next: Next;
}

function endsSentence(worded: WordedText, ending: Ending, { after, firstWord, from, next }: Decision): boolean {
  const { text, places } = worded;
  if (ending.end !== ending.start + 1 || text.charCodeAt(ending.start) !== FULL_STOP) return true;
  // '100%.', 'gemeente).': what is not a word is no abbreviation.
  if (ending.start !== from) return true;
  const word = text.slice(places.starts[after - 1], from);
  if (ending.closed > ending.end && !word.includes('.')) return true;
  if (after - 1 === firstWord && ENUMERATOR.test(word)) return false;
  const lower = worded.folded[after - 1] ?? '';
  return !isAbbreviation(word, lower.endsWith('.') ? lower.slice(0, -1) : lower, next, worded.language);
}

/** '1. Wij', 'a. Wij', 'iv. Wij' at the start of a sentence. */
const ENUMERATOR = /^(?:\p{N}+(?:\.\p{N}+)*|\p{L}|[ivx]+)$/u;

/** `lower`: the word, folded, without its last full stop. */
function isAbbreviation(word: string, lower: string, next: Next, language: 'nl' | 'en'): boolean {
  const { isNumber, isBracketed, isOpener } = next;
  const { inside, either } = ABBREVIATIONS[language];
  const isCapital = isUpperAt(word, 0);
  if (inside.has(lower)) {
    // 'min.' and 'no.' are words too, at the end of a sentence: before a capital only what is written as a title counts.
    return isNumber || !AMBIGUOUS.has(lower) || (isCapital && !isOpener && TITLES.has(lower));
  }
  // 'B.V.', 'U.S.', 'Inc.': part of a name, which goes on in capitals.
  // A number in brackets, a year or an amount, goes with what it follows.
  if (either.has(lower)) return isNumber ? isBracketed : isCapital && !isOpener;
  if (/^\p{Lu}$/u.test(word)) return !isNumber && !isOpener;
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word)) return isNumber || !isOpener;
  // Without a vowel it is an abbreviation that nobody listed ('Stcrt. 12'), or one that is used as a word.
  return isNumber && /^[BCDFGHJKLMNPQRSTVWXZ]?[bcdfghjklmnpqrstvwxz]{2,4}$/.test(word) && !INITIALS.has(lower);
}
