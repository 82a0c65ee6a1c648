/** A first look at a block, one pass over its units: where extraction may have done something to it. Most blocks have nothing. */
import { classAt, MARK } from './characters.js';
import { isLineEnd } from './lines.js';

export interface Suspects {
  /** Offsets at which something may start that is not read as it stands. Ascending. */
  readonly places: readonly number[];
  /** Three spaces in a row, or a tab. */
  readonly hasGap: boolean;
  /** Three signs in a row that stand between spaces. */
  readonly hasLoneLetters: boolean;
  /** Combining marks: then letters and their marks must be looked for too. */
  readonly hasMarks: boolean;
}

const TAB = 9;
const SPACE = 32;
const HYPHEN = 45;
const NINE = 57;
const HARD_SPACE = 0xa0;
const TYPOGRAPHIC_HYPHEN = 0x2010;
const FIRST_MARK = 0x300;

/** White space other than the space that is read as a space. */
export function isPlainSpace(code: number): boolean {
  return isLineEnd(code) || code === TAB || code === HARD_SPACE;
}

export function suspectsIn(raw: string): Suspects {
  const places: number[] = [];
  let hasGap = false;
  let hasLoneLetters = false;
  let hasMarks = false;
  let lastSpace = -3;
  let run = 0;
  let lone = 0;
  for (let at = 0; at < raw.length; at++) {
    const code = raw.charCodeAt(at);
    // Letters, and the signs between and after those of ASCII.
    if (code > NINE && code < HARD_SPACE) continue;
    if (code === SPACE) {
      const step = at - lastSpace;
      run = step === 1 ? run + 1 : 0;
      lone = step === 2 ? lone + 1 : 0;
      if (run === 2) hasGap = true;
      if (lone === 2) hasLoneLetters = true;
      lastSpace = at;
      continue;
    }
    if (code === TAB) hasGap = true;
    if (code >= FIRST_MARK && classAt(raw, at) === MARK) hasMarks = true;
    if (isSuspect(raw, at, code)) places.push(at);
  }
  return { places, hasGap, hasLoneLetters, hasMarks };
}

function isSuspect(raw: string, at: number, code: number): boolean {
  if (code === HYPHEN || code === TYPOGRAPHIC_HYPHEN) return isBeforeLineEnd(raw, at + 1);
  if (isDigit(code)) return mayBeNote(raw, at);
  if (code < HARD_SPACE) return isPlainSpace(code);
  return isMended(code);
}

/** Soft hyphens, ligatures, raised numbers, signs without width, and the hard space. */
function isMended(code: number): boolean {
  if (code < 0x100) return code === HARD_SPACE || code === 0xad || code === 0xb2 || code === 0xb3 || code === 0xb9;
  if (code < 0x2000) return code === 0x132 || code === 0x133;
  if (code < 0x2100) return code === 0x200b || code === 0x2060 || (code >= 0x2070 && code <= 0x2079);
  return code === 0xfeff || (code >= 0xfb00 && code <= 0xfb06);
}

function isBeforeLineEnd(raw: string, from: number): boolean {
  let at = from;
  while (at < raw.length && isBlankInLine(raw.charCodeAt(at))) at++;
  return isLineEnd(raw.charCodeAt(at));
}

function isBlankInLine(code: number): boolean {
  return code === SPACE || code === TAB || code === HARD_SPACE;
}

/** The number of a note is glued to a word, or to the punctuation after one. It starts at the last digit but one, or the last. */
function mayBeNote(raw: string, digit: number): boolean {
  if (isDigit(raw.charCodeAt(digit + 1)) && isDigit(raw.charCodeAt(digit + 2))) return false;
  let start = digit;
  while (start > 0 && isDigit(raw.charCodeAt(start - 1))) start--;
  if (start === 0) return false;
  const before = raw.charCodeAt(start - 1);
  if (isLetterOrBeyond(before)) return true;
  return (
    before !== SPACE && start > 1 && !isDigit(raw.charCodeAt(start - 2)) && PUNCTUATION.includes(raw.charAt(start - 1))
  );
}

const PUNCTUATION = '.,;:!?)"';

function isLetterOrBeyond(code: number): boolean {
  return (code >= 97 && code <= 122) || code > HARD_SPACE;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= NINE;
}
