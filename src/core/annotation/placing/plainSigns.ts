/** What becomes of each UTF-16 unit in a plain text: one look in a table. */

export const AS_IS = 1;
export const WHITE = 2;
export const HYPHEN = 3;
export const DROPPED = 4;
export const FOLDED = 5;
export const LIGATURE = 6;
export const MARK = 7;
export const COMBINING = 8;

const FOLDS: readonly (readonly [string, string])[] = [
  ["'", '‘’‚‛′ʼ'],
  ['"', '“”„‟″«»'],
  ['–', '—―‒'],
];

/** Marks of Markdown that stand around words. A bar parts the cells of a table, as space does elsewhere. */
const MARKS = '*`_\\';
const BARS = '|';

/** By UTF-16 unit; 0 where nobody has asked yet. */
const kinds = new Uint8Array(0x1_0000);

/** AS_IS beyond the end of a text, where charCodeAt gives NaN. */
export function kindOf(code: number): number {
  const known = kinds[code] ?? AS_IS;
  if (known !== 0) return known;
  const kind = classify(code);
  kinds[code] = kind;
  return kind;
}

function classify(code: number): number {
  const sign = String.fromCharCode(code);
  if (/\s/.test(sign) && code !== 0xfeff) return WHITE;
  if (BARS.includes(sign)) return WHITE;
  if ('-\u00ad\u2010\u2011'.includes(sign)) return HYPHEN;
  if ('\u200b\u200c\u200d\u2060\ufeff'.includes(sign)) return DROPPED;
  if (FOLDS.some(([, signs]) => signs.includes(sign))) return FOLDED;
  if (code >= 0xfb00 && code <= 0xfb06) return LIGATURE;
  if (MARKS.includes(sign)) return MARK;
  return code >= 0x300 && code <= 0x36f ? COMBINING : AS_IS;
}

/** What a folded sign or a ligature is written as. */
export function plainSign(sign: string): string {
  return FOLDS.find(([, signs]) => signs.includes(sign))?.[0] ?? sign.normalize('NFKC');
}
