/**
 * What a block's reading needs to know from the document as a whole: words that line ends broke without a mark, hyphens that
 * belong to their word, and the page border that a sentence runs on over.
 */
import { breakage, hyphenAtLineEnd, isBrokenBySpace } from './brokenWords.js';
import { hasCells } from './columns.js';
import type { DocumentTraits } from './documentTraits.js';
import { lineEndIn, type Meeting, piecesAround, piecesBetween } from './pieces.js';
import type { Block } from './policyText.js';
import type { Replacement } from './replacement.js';
import type { Span } from './span.js';
import { SPACED_PREFIXES, STANDALONE } from './wordPieces.js';

/** The block with its mends; `gaps` are what it runs on over, in the text. */
export function mended(text: string, block: Block, traits: DocumentTraits, gaps: readonly Span[] = []): Block {
  if (block.kind === 'code' || block.kind === 'furniture') return block;
  const mends = [
    ...gapMends(text, gaps, traits),
    ...lineEndMends(text, block, traits),
    ...spaceMends(text, block, traits),
  ];
  if (mends.length === 0) return block;
  const ordered = mends.sort((a, b) => a.start - b.start || b.end - a.end);
  const relative = withoutOverlap(ordered).map((mend) => ({
    start: mend.start - block.start,
    end: mend.end - block.start,
    text: mend.text,
  }));
  return { ...block, mends: relative };
}

function withoutOverlap(ordered: readonly Replacement[]): Replacement[] {
  let end = 0;
  return ordered.filter((mend) => {
    const isFree = mend.start >= end;
    if (isFree) end = mend.end;
    return isFree;
  });
}

/** A space stands for what is passed over, unless it broke a word. */
function gapMends(text: string, gaps: readonly Span[], traits: DocumentTraits): Replacement[] {
  return gaps.map(({ start, end }) => {
    const meeting = piecesBetween(text, start, end);
    const mend = meeting && isOneWord(meeting, traits) ? mendOf(text, meeting, traits) : undefined;
    if (mend) return mend;
    const isKept = meeting?.mark !== '\u00ad' || meeting === undefined;
    return { start: isKept ? start : meeting.start, end, text: ' ' };
  });
}

/** Over the border of a page another column may go on than the one that broke off: a small word there is no rest of one. */
function isOneWord({ mark, first, second }: Meeting, { words }: DocumentTraits): boolean {
  return mark === '' || !STANDALONE.has(second) || words.countJoined(first, second) > 0;
}

function lineEndMends(text: string, block: Block, traits: DocumentTraits): Replacement[] {
  const mends: Replacement[] = [];
  let isInCells: boolean | undefined;
  for (let at = lineEndIn(text, block.start, block.end); at >= 0; at = lineEndIn(text, at, block.end)) {
    const meeting = piecesAround(text, at);
    const mend = meeting && meeting.mark !== '\u00ad' ? mendOf(text, meeting, traits) : undefined;
    if (mend) {
      isInCells ??= hasCells(text.slice(block.start, block.end));
      if (!isInCells) mends.push(mend);
    }
    at = Math.max(at + 1, meeting?.end ?? 0);
  }
  return mends;
}

/** What to read where the pieces meet; undefined where it is two words, or the reading knows without the document. */
function mendOf(text: string, meeting: Meeting, traits: DocumentTraits): Replacement | undefined {
  const { start, end, mark } = meeting;
  if (mark === '') {
    const found = breakage(meeting, traits.words);
    return found === 'sure' || (found === 'likely' && traits.isTorn) ? { start, end, text: '' } : undefined;
  }
  const reading = hyphenAtLineEnd(meeting, traits.words);
  if (!reading) return undefined;
  if (mark.includes('\u00ad')) return { start, end, text: '' };
  if (/[\p{Lu}\d]/u.test(text.charAt(start - 1))) return { start, end, text: '-' };
  if (reading.trema !== '') return { start, end: end + 1, text: reading.trema };
  return { start, end, text: reading.hyphen ? '-' : '' };
}

/** Words broken by a space: found from the pieces that can be no words, of which hardly any text has one. */
function spaceMends(text: string, block: Block, { loosePieces, words }: DocumentTraits): Replacement[] {
  if (loosePieces.length === 0) return [];
  const mends: Replacement[] = [];
  const raw = text.slice(block.start, block.end);
  for (const piece of loosePieces) {
    const isPrefix = SPACED_PREFIXES.has(piece);
    for (let found = raw.indexOf(piece); found >= 0; found = raw.indexOf(piece, found + 1)) {
      const at = isPrefix ? found + piece.length : found - 1;
      if (raw.charCodeAt(at) !== SPACE) continue;
      const meeting = piecesBetween(text, block.start + at, block.start + at + 1);
      const isPiece = (isPrefix ? meeting?.first : meeting?.second) === piece;
      if (!meeting || !isPiece || !isBrokenBySpace(meeting, words)) continue;
      mends.push({ start: block.start + at, end: block.start + at + 1, text: '' });
    }
  }
  return mends;
}

const SPACE = 32;
