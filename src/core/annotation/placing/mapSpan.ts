/** Where a stretch of the old text is in the new one, by the words that are matched. */
import type { Span } from '../../text/span.js';
import type { Alignment } from './alignment.js';
import { replacedAfter, replacedBefore } from './replaced.js';
import { type Words, wordAfter, wordAt } from './words.js';

/** Both texts, plain, and their words matched. */
export interface AlignedTexts extends Alignment {
  readonly oldText: string;
  readonly newText: string;
}

export interface MappedPart {
  /** In the new plain text. */
  readonly span: Span;
  /** The share, 0..1, of the letters of the old stretch whose words are in this part. */
  readonly share: number;
  /** Whether words at an edge were edited so that a third of it may belong to it or not. */
  readonly isLoose: boolean;
}

/** Words of other places between two matched words from which on a passage counts as torn apart. */
const TORN = 40;

interface Part {
  /** Old and new indexes of the first and the last matched word. */
  readonly first: readonly [number, number];
  last: readonly [number, number];
  letters: number;
}

/** The parts of a stretch of the old plain text, the largest first: one, unless it was torn apart. */
export function mapSpan(texts: AlignedTexts, span: Span): readonly MappedPart[] {
  const from = wordAt(texts.before, span.start);
  const to = wordAfter(texts.before, span.end);
  let letters = 0;
  for (let word = from; word < to; word++) letters += lengthOf(texts.before, word);
  return partsOf(texts, from, to)
    .sort((a, b) => b.letters - a.letters)
    .map((part) => {
      const mapped = { start: startOf(texts, span.start, part, from), end: endOf(texts, span.end, part, to) };
      const share = part.letters / Math.max(1, letters);
      return { span: mapped, share, isLoose: isLoose(texts, mapped, part, [from, to]) };
    });
}

/** The share of a span, 0..1, that its shortest and longest reading must have in common with it. */
const FIRM = 0.7;

/** Between the matched words alone, and all that was typed where words at the edges are gone, a person may have to choose. */
function isLoose(
  texts: AlignedTexts,
  { start, end }: Span,
  { first, last }: Part,
  [from, to]: readonly [number, number],
): boolean {
  const { starts, ends } = texts.after;
  const before = replacedBefore(texts, first[0], first[1], first[0] - from).doubtful;
  const after = replacedAfter(texts, last[0], last[1], to - 1 - last[0]).doubtful;
  if (before + after === 0) return false;
  const least = (ends[last[1]] ?? 0) - (starts[first[1]] ?? 0);
  const most = (ends[last[1] + after] ?? 0) - (starts[first[1] - before] ?? 0);
  return least < FIRM * (end - start) || end - start < FIRM * most;
}

function lengthOf({ starts, ends }: Words, word: number): number {
  return (ends[word] ?? 0) - (starts[word] ?? 0);
}

function partsOf(texts: AlignedTexts, from: number, to: number): Part[] {
  const parts: Part[] = [];
  for (let word = from; word < to; word++) {
    const now = texts.toAfter[word] ?? -1;
    if (now < 0) continue;
    const letters = lengthOf(texts.before, word);
    const part = parts.find(({ last }) => last[1] < now && !isTorn(texts, [last[1], now], [from, to]));
    if (part) {
      part.last = [word, now];
      part.letters += letters;
    } else parts.push({ first: [word, now], last: [word, now], letters });
  }
  return parts;
}

/** Whether much that comes from outside the old stretch stands between two new words. */
function isTorn(
  { toBefore }: Alignment,
  [start, end]: readonly [number, number],
  [from, to]: readonly [number, number],
): boolean {
  let foreign = 0;
  for (let at = start + 1; at < end; at++) {
    const old = toBefore[at] ?? -1;
    if (old >= 0 && (old < from || old >= to) && ++foreign > TORN) return true;
  }
  return end - start > 2000;
}

/** At the edge of the stretch or inside of it; where words at the edge were replaced, the new ones in their place belong to it. */
function startOf(texts: AlignedTexts, start: number, { first: [old, now] }: Part, from: number): number {
  const { before, after, oldText, newText } = texts;
  if (old > from) {
    const { words } = replacedBefore(texts, old, now, old - from);
    return after.starts[now - words] ?? 0;
  }
  const wordStart = before.starts[old] ?? 0;
  const newStart = after.starts[now] ?? 0;
  if (start >= wordStart) return newStart + Math.min(start - wordStart, lengthOf(after, now) - 1);
  let signs = 0;
  while (signs < wordStart - start && isSameUnit(oldText, wordStart - 1 - signs, newText, newStart - 1 - signs))
    signs++;
  while (signs > 0 && newText[newStart - signs] === ' ') signs--;
  return newStart - signs;
}

function endOf(texts: AlignedTexts, end: number, { last: [old, now] }: Part, to: number): number {
  const { before, after, oldText, newText } = texts;
  if (old < to - 1) {
    const { words } = replacedAfter(texts, old, now, to - 1 - old);
    return after.ends[now + words] ?? 0;
  }
  const wordEnd = before.ends[old] ?? 0;
  const newEnd = after.ends[now] ?? 0;
  if (end <= wordEnd) return newEnd - Math.min(wordEnd - end, lengthOf(after, now) - 1);
  let signs = 0;
  while (signs < end - wordEnd && isSameUnit(oldText, wordEnd + signs, newText, newEnd + signs)) signs++;
  while (signs > 0 && newText[newEnd + signs - 1] === ' ') signs--;
  return signs > 0 ? newEnd + signs : (afterTyped(texts, oldText.slice(wordEnd, end).trim(), old, now) ?? newEnd);
}

/** Words up to which something typed before a full stop is looked past. */
const TYPED_BEFORE_STOP = 30;

/** The end of the sign that ended the stretch, where words were typed between it and the last word. */
function afterTyped(
  { toAfter, toBefore, after, newText }: AlignedTexts,
  sign: string,
  old: number,
  now: number,
): number | undefined {
  if (sign === '' || (toAfter[old + 1] ?? -1) < 0) return undefined;
  let last = now;
  while (last + 1 < toBefore.length && toBefore[last + 1] === -1 && last - now <= TYPED_BEFORE_STOP) last++;
  const end = after.ends[last] ?? 0;
  return last > now && toAfter[old + 1] === last + 1 && newText.startsWith(sign, end) ? end + sign.length : undefined;
}

function isSameUnit(text: string, at: number, other: string, otherAt: number): boolean {
  return text[at] !== undefined && text[at] === other[otherAt];
}
