/** What PDF extraction and typesetting do to running text, and what to read instead. */
import { cellBorders } from './columns.js';
import { isLetterSpaced, listMark } from './lineKinds.js';
import type { BlockKind } from './policyText.js';
import { blank, type Replacement } from './replacement.js';

/** Whether there is anything to do at all: many paragraphs of one line have nothing. */
const DAMAGE = /[\r\n\f\t\u00a0\u00ad\u200b\u2060\ufeff\ufb00-\ufb06\u0132\u0133¹²³⁰-⁹\d]|\p{M}/u;

const LIGATURES: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
  Ĳ: 'IJ',
  ĳ: 'ij',
};

/** Words that may follow a hyphen that stays: 'zorg- en welzijnssector'. */
const SUSPENDED = '(?!(?:en|of|and|or|als|tot|to|dan|maar|noch|nor)(?![\\p{L}\\p{M}]))';
const AROUND = '[ \\t\\u00a0]*(?:\\r\\n|[\\n\\r\\f])[\\s>]*';

/** Abbreviations that a number follows which is no note's: 'art.5', 'km2'. */
const UNIT = 'km|cm|mm|dm|mp|co|pm|art|par|nr|no|blz|lid|fig|vol|pp|sec|hfst|bijl|stb|kst';

/** Each alternative starts with a character that is rare in running text, and looks back from there: that keeps it fast. */
const COMMON = [
  // A soft hyphen, with the line end or the space that a converter put after it.
  `(?<soft>\\u00ad+(?:\\s+${SUSPENDED}(?=\\p{Ll})|))`,
  // A hyphen at a line end within a word: 'verant-\nwoordelijk'. After capitals or before them it belongs to the word.
  `(?<hyphen>[-‐](?<=\\p{Ll}.)${AROUND}${SUSPENDED}(?=\\p{Ll}))`,
  `(?<kept>[-‐](?<=[\\p{Lu}\\d].|\\p{Ll}.(?=\\s+\\p{Lu}))${AROUND}${SUSPENDED}(?=[\\p{L}\\d]))`,
  '(?<space>[\\r\\n\\f\\t\\u00a0]+)',
  '(?<nothing>[\\u200b\\u2060\\ufeff]+)',
  '(?<ligature>[\\ufb00-\\ufb06\\u0132\\u0133])',
  // A note's number, raised or glued to the word or full stop before it: 'koplopers.5 De', 'draagvlak5,'.
  '(?<note>[¹²³⁰⁴-⁹]+' +
    `|\\d{1,2}(?=$|[\\s,.;:!?)”’"])(?<=\\p{Ll}{2}\\d+)(?<!\\b(?:${UNIT})\\d+)` +
    `|\\d{1,2}(?=\\s+["“„‘(]?\\p{Lu}|\\s*$)(?<=\\p{Ll}{2}[.,;:!?]?[)”’"]?[.,;:!?]?\\d+)(?<!\\b(?:${UNIT}|p)\\.?\\d+))`,
];

const FINDINGS = new RegExp(COMMON.join('|'), 'gu');
const FINDINGS_WITH_MARKS = new RegExp(['(?<marked>\\p{L}\\p{M}+)', ...COMMON].join('|'), 'gu');

/** The replacements for a block of plain text, in order. */
export function plainReplacements(raw: string, kind: BlockKind): Replacement[] {
  const mark = leadingMark(raw, kind);
  const replacements: Replacement[] = mark > 0 ? [blank(0, mark)] : [];
  const borders = [...cellBorders(raw), ...closedUp(raw)].filter(({ start }) => start >= mark);
  if (kind === 'heading' && isLetterSpaced(raw)) return closeUp(raw);
  if (kind === 'quotation') replacements.push(...quoteMarks(raw));
  if (borders.length === 0 && !DAMAGE.test(raw)) return replacements;
  for (const match of raw.matchAll(/\p{M}/u.test(raw) ? FINDINGS_WITH_MARKS : FINDINGS)) {
    if (match.index < mark) continue;
    replacements.push({ start: match.index, end: match.index + match[0].length, text: reads(match) });
  }
  if (borders.length === 0) return kind === 'quotation' ? inOrder(replacements) : replacements;
  return inOrder([...borders, ...replacements]);
}

function reads(match: RegExpExecArray): string {
  const { soft, hyphen, kept, nothing, ligature, marked } = match.groups ?? {};
  if (soft !== undefined || hyphen !== undefined || nothing !== undefined) return '';
  if (kept !== undefined) return '-';
  if (ligature !== undefined) return LIGATURES[ligature] ?? ligature;
  if (marked !== undefined) return marked.normalize('NFC');
  return ' '.repeat(match[0].length);
}

/** A list item's mark and a heading's number are no part of what it says. */
function leadingMark(raw: string, kind: BlockKind): number {
  if (kind === 'listItem') return listMark(raw.slice(0, 40)).length;
  if (kind === 'heading') return /^\d{1,2}(?:\.\d{1,3})*[A-Z]?[.)]?\s+/.exec(raw)?.[0].length ?? 0;
  return 0;
}

/** '>' at the start of lines. */
function quoteMarks(raw: string): Replacement[] {
  const marks = [...raw.matchAll(/(?<=^|[\r\n]\s*)>[> ]*/g)];
  return marks.map((mark) => blank(mark.index, mark.index + mark[0].length));
}

/** By start; of two that overlap the first is kept. */
function inOrder(replacements: Replacement[]): Replacement[] {
  let end = 0;
  return replacements
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((one) => {
      const isFree = one.start >= end;
      if (isFree) end = one.end;
      return isFree;
    });
}

/** Single letters in running text, four or more: 'ons B E L E I D is'. */
const LETTER_SPACED = /(?<=^|[\s(“"'‘])\p{L}(?: \p{L}){3,}(?=$|[\s.,;:!?)”"’'])/gu;

function closedUp(raw: string): Replacement[] {
  if (!/ \S \S \S|^\S \S \S \S/.test(raw)) return [];
  return [...raw.matchAll(LETTER_SPACED)].map(({ index, 0: letters }) => {
    return { start: index, end: index + letters.length, text: letters.replaceAll(' ', '') };
  });
}

/** 'I n l e i d i n g' is one word; two or more spaces part words. */
function closeUp(raw: string): Replacement[] {
  const gaps = [...raw.matchAll(/(?<=\S) (?=\S)/g)];
  return gaps.map((gap) => ({ start: gap.index, end: gap.index + 1, text: '' }));
}
