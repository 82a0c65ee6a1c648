/** What each UTF-16 unit is to a reader of words: one look in a table instead of a regular expression. */

export const OTHER = 1;
export const LETTER = 2;
export const DIGIT = 3;
/** Combining: part of a word, but none begins with it. */
export const MARK = 4;
/** Half of a character outside the basic plane: what it is shows only together with the other half. */
export const SURROGATE = 5;
/** May stand inside a word, between two letters or digits: what is around it decides. */
export const JOINER = 6;
export const SPACE = 7;
/** May end a sentence. */
export const STOP = 8;
/** Parts clauses: brackets, semicolons, dashes. A comma, colon, full stop and hyphen are joiners first. */
export const PARTING = 9;

const STOPS = '!?…‽';
const JOINERS = `.,:/&@_-·'’‘ʼ\`´‐‑\u00ad\u200c\u200d`;
const PARTINGS = ';()[]{}–—‒―\n';

/** By UTF-16 unit; 0 where nobody has asked yet. */
const classes = new Uint8Array(0x1_0000);

function classify(code: number): number {
  const sign = String.fromCharCode(code);
  if (STOPS.includes(sign)) return STOP;
  if (JOINERS.includes(sign)) return JOINER;
  if (PARTINGS.includes(sign)) return PARTING;
  if (code >= 0xd800 && code <= 0xdfff) return SURROGATE;
  return classOfSign(sign);
}

function classOfSign(sign: string): number {
  if (/\p{L}/u.test(sign)) return LETTER;
  if (/\p{N}/u.test(sign)) return DIGIT;
  if (/\p{M}/u.test(sign)) return MARK;
  return /\s/.test(sign) ? SPACE : OTHER;
}

/** The class of the unit at `offset`; `OTHER` outside the text. */
export function classAt(text: string, offset: number): number {
  if (offset < 0 || offset >= text.length) return OTHER;
  const code = text.charCodeAt(offset);
  let kind = classes[code] ?? OTHER;
  if (kind === 0) {
    kind = classify(code);
    classes[code] = kind;
  }
  return kind === SURROGATE ? classOfPair(text, offset) : kind;
}

/** The end of the letters, digits and marks from `offset` on, as far as they are known: a loop without calls, for speed. */
export function afterLetters(text: string, offset: number): number {
  let at = offset;
  while (at < text.length) {
    const kind = classes[text.charCodeAt(at)] ?? 0;
    if (kind < LETTER || kind > MARK) break;
    at++;
  }
  return at;
}

/** A letter or digit outside the basic plane takes two units, both of them of its class; half a character is `OTHER`. */
function classOfPair(text: string, offset: number): number {
  const isSecond = (text.charCodeAt(offset) & 0xfc00) === 0xdc00;
  const point = text.codePointAt(isSecond ? offset - 1 : offset) ?? 0;
  return point > 0xffff ? classOfSign(String.fromCodePoint(point)) : OTHER;
}

/** Whether a word may begin with a unit of this class. */
export function beginsWord(kind: number): boolean {
  return kind === LETTER || kind === DIGIT;
}

/** Whether a unit of this class is part of the word before it. */
export function isInWord(kind: number): boolean {
  return kind >= LETTER && kind <= MARK;
}

export function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019 || code === 0x2018 || code === 0x02bc || code === 0x60 || code === 0xb4;
}

export function isHyphen(code: number): boolean {
  return code === 0x2d || code === 0x2010 || code === 0x2011;
}

/** Whether the character at `offset` is a capital. */
export function isUpperAt(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  if (code < 128) return code >= 65 && code <= 90;
  return /^[\p{Lu}\p{Lt}]/u.test(text.slice(offset, offset + 2));
}

export function isLowerAt(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  if (code < 128) return code >= 97 && code <= 122;
  return /^\p{Ll}/u.test(text.slice(offset, offset + 2));
}
