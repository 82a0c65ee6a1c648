/** What PDF extraction and typesetting do to running text, and what to read instead. */
import { cellBorders } from './columns.js';
import { isLetterSpaced, listMark } from './lineKinds.js';
import type { BlockKind } from './policyText.js';
import { blank, type Replacement } from './replacement.js';
import { isPlainSpace, type Suspects, suspectsIn } from './suspects.js';

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

const FINDING = new RegExp(COMMON.join('|'), 'uy');
const FINDINGS_WITH_MARKS = new RegExp(['(?<marked>\\p{L}\\p{M}+)', ...COMMON].join('|'), 'gu');

/** What to read of a block of plain text. */
export interface PlainReading {
  /** In order, without overlap. */
  readonly replacements: readonly Replacement[];
  /** Whether line ends, tabs and hard spaces are read as spaces wherever nothing is replaced; else that is part of the replacements. */
  readonly isSpaced: boolean;
}

/** `isWhole`: nothing else is to be replaced in the block but what its document mends. */
export function plainReading(raw: string, { kind, isWhole }: { kind: BlockKind; isWhole: boolean }): PlainReading {
  if (kind === 'heading' && isLetterSpaced(raw)) return { replacements: closeUp(raw), isSpaced: false };
  const suspects = suspectsIn(raw);
  const mark = leadingMark(raw, kind);
  const first = mark > 0 ? [blank(0, mark)] : [];
  const borders = bordersIn(raw, suspects).filter(({ start }) => start >= mark);
  const isSpaced = isWhole && borders.length === 0 && kind !== 'quotation' && !suspects.hasMarks;
  const found = suspects.hasMarks ? foundWithMarks(raw) : foundAt(raw, suspects.places, isSpaced);
  const replacements = [...first, ...found.filter(({ start }) => start >= mark)];
  if (kind === 'quotation') replacements.push(...quoteMarks(raw));
  if (borders.length === 0 && kind !== 'quotation') return { replacements, isSpaced };
  return { replacements: inOrder([...borders, ...replacements]), isSpaced };
}

function bordersIn(raw: string, { hasGap, hasLoneLetters }: Suspects): Replacement[] {
  const borders = hasGap ? cellBorders(raw) : [];
  if (hasLoneLetters) borders.push(...closedUp(raw));
  return borders;
}

/** `skipsSpaces`: line ends and the like are left out. */
function foundAt(raw: string, places: readonly number[], skipsSpaces: boolean): Replacement[] {
  const found: Replacement[] = [];
  let end = 0;
  for (const at of places) {
    if (at < end) continue;
    if (isPlainSpace(raw.charCodeAt(at))) {
      if (skipsSpaces) continue;
      end = at + 1;
      while (isPlainSpace(raw.charCodeAt(end))) end++;
      found.push(blank(at, end));
      continue;
    }
    FINDING.lastIndex = at;
    const match = FINDING.exec(raw);
    if (!match) continue;
    end = at + match[0].length;
    found.push({ start: at, end, text: reads(match) });
  }
  return found;
}

function foundWithMarks(raw: string): Replacement[] {
  const found: Replacement[] = [];
  // One match at a time: with all of them at hand, a long text would fill the memory.
  for (const match of raw.matchAll(FINDINGS_WITH_MARKS)) {
    found.push({ start: match.index, end: match.index + match[0].length, text: reads(match) });
  }
  return found;
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
