/** Where sentences end: what retext decides, mended where policy texts are richer in abbreviations than it knows. */
import { ABBREVIATIONS, SENTENCE_OPENERS } from './abbreviations.js';
import { startsUpper } from './lineKinds.js';

/** Punctuation that may end a sentence, what closes after it, the white space, and what opens before the next word. */
const CANDIDATE = /(?<stop>[.!?…]+)(?<close>["'”’»)\]]*)\s+(?<open>["'“„‘«([–—-]*\s?)(?=(?<next>[\p{L}\p{N}]+))/gu;

/** A quotation longer than this holds sentences of its own. UTF-16 units. */
const MAX_QUOTATION = 1_000;

/**
 * Offsets at which sentences of `text` start, besides 0. `parsed` are those that retext found; they stay where there is no
 * punctuation to judge. Source of the rules: the borders in the test next to this file.
 */
export function sentenceStarts(text: string, parsed: readonly number[], language: 'nl' | 'en'): number[] {
  const starts = new Set(parsed);
  let sentence = 0;
  for (const match of text.matchAll(CANDIDATE)) {
    const start = startAfter(text, match);
    for (let at = match.index + 1; at < start; at++) starts.delete(at);
    if (endsSentence(text, match, { language, sentence })) {
      starts.add(start);
      sentence = start;
    } else starts.delete(start);
  }
  starts.delete(0);
  return withoutQuoted(
    text,
    [...starts].sort((a, b) => a - b),
  );
}

/** Where the next sentence would start: after the white space, at its opening quote if it has one. */
function startAfter(text: string, match: RegExpExecArray): number {
  const { stop = '', close = '' } = match.groups ?? {};
  let at = match.index + stop.length + close.length;
  while (/\s/.test(text.charAt(at))) at++;
  return at;
}

interface Place {
  readonly language: 'nl' | 'en';
  /** Where the sentence in hand starts. */
  readonly sentence: number;
}

function endsSentence(text: string, match: RegExpExecArray, { language, sentence }: Place): boolean {
  const { stop = '', close = '', next = '' } = match.groups ?? {};
  const isNumber = /^\p{N}/u.test(next);
  if (!isNumber && !startsUpper(next) && !/^['’`][stn]\s\p{Lu}/u.test(text.slice(startAfter(text, match))))
    return false;
  if (stop !== '.' || close.replace(/[")”’\]]/g, '') !== '') return true;
  const word = wordBefore(text, match.index);
  if (close !== '' && !word.includes('.')) return true;
  if (/^\(?(?:\p{N}+|\p{L}|[ivx]+)$/u.test(text.slice(sentence, match.index).trim())) return false;
  return !isAbbreviation(word, { next, isNumber, language });
}

/** The word that the full stop at `offset` closes, with the full stops inside it: 'o.a', '4.1.2', 'wet'. */
function wordBefore(text: string, offset: number): string {
  return /[\p{L}\p{M}\p{N}./'’-]{1,40}$/u.exec(text.slice(Math.max(0, offset - 40), offset))?.[0] ?? '';
}

interface Around {
  readonly next: string;
  readonly isNumber: boolean;
  readonly language: 'nl' | 'en';
}

function isAbbreviation(word: string, { next, isNumber, language }: Around): boolean {
  const { inside, either } = ABBREVIATIONS[language];
  const lower = word.toLowerCase();
  // 'min.' and 'no.' are words too, at the end of a sentence: before a capital only what is written as a title counts.
  if (inside.has(lower)) return isNumber || !AMBIGUOUS.has(lower);
  if (either.has(lower)) return !isNumber && isName(word) && !SENTENCE_OPENERS.has(next.toLowerCase());
  if (/^\p{Lu}$/u.test(word)) return !isNumber;
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word)) return isNumber || !SENTENCE_OPENERS.has(next.toLowerCase());
  // Without a vowel it is an abbreviation that nobody listed ('Stcrt. 12'), or one that is used as a word.
  return isNumber && /^[BCDFGHJKLMNPQRSTVWXZ]?[bcdfghjklmnpqrstvwxz]{2,4}$/.test(word) && !INITIALS.has(lower);
}

/** Initials that are used as words and end sentences. */
const INITIALS: ReadonlySet<string> = new Set('ggz btw bbp wlz zvw ggd vvt msz tv'.split(' '));

const AMBIGUOUS: ReadonlySet<string> = new Set(
  'no min max lid art app col est gen ms sen mar dec sep jan tel temp gem kon par fig ing al dir red pers pres'.split(
    ' ',
  ),
);

/** 'B.V.', 'U.S.', 'Inc.': part of a name, which goes on in capitals. */
function isName(word: string): boolean {
  return startsUpper(word);
}

const QUOTATION = /“[^“”]*”|„[^„”“]*[”“]|«[^«»]*»|(?<![\p{L}\p{N}])‘[^‘]*?’(?!\p{L})|(?<![\p{L}\p{N}])"[^"]*"/gu;

/** A quotation that its sentence goes on after is part of that sentence, whole. */
function withoutQuoted(text: string, starts: readonly number[]): number[] {
  if (starts.length === 0 || !/["“„«‘]/.test(text)) return [...starts];
  const inner = [...text.matchAll(QUOTATION)].filter((match) => goesOn(text, match));
  return starts.filter((start) => !inner.some((match) => match.index < start && start < match.index + match[0].length));
}

function goesOn(text: string, match: RegExpExecArray): boolean {
  if (match[0].length > MAX_QUOTATION) return false;
  const after = text.slice(match.index + match[0].length, match.index + match[0].length + 12);
  return /^[,;]?\s+\p{Ll}/u.test(after) || /^[,;:]/.test(after);
}
