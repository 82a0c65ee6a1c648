/**
 * Words that stand in one piece in one text and in several in the other: a scanner put a space or a stop in them or lost one,
 * or a line that was broken at a hyphen was filled up. The whole one is cut as the other is, so that piece matches piece.
 */
import { type Alignment, claim } from './alignment.js';
import { type Gap, isSmall, nextGap } from './smallGaps.js';
import { NO_WORD, type Words } from './words.js';

/** Pieces of one word, at most. */
const MOST_PIECES = 3;

const STEP = 1 << 12;
const WORDS_IN_STEP = 1 << 14;

/** A word of one side, and the first of the pieces of the other side that make it up. */
interface Cut {
  readonly word: number;
  readonly first: number;
  readonly pieces: number;
}

interface Side {
  readonly text: string;
  readonly words: Words;
}

/** The same alignment with more words, and those matched; the same object where no word was found in pieces. */
export function* cutWords(alignment: Alignment, oldText: string, newText: string): Generator<void, Alignment> {
  const old: Side = { text: oldText, words: alignment.before };
  const now: Side = { text: newText, words: alignment.after };
  const cutsOld: Cut[] = [];
  const cutsNow: Cut[] = [];
  let work = 0;
  for (let gap = nextGap(alignment, 0); gap; gap = nextGap(alignment, gap.to)) {
    work++;
    if (!isSmall(alignment, gap)) continue;
    const turned = { from: gap.first, to: gap.last, first: gap.from, last: gap.to };
    const ofOld = cutsIn(old, now, gap);
    cutsOld.push(...ofOld);
    // In one gap one side is in pieces: claims of both could cross.
    if (ofOld.length === 0) cutsNow.push(...cutsIn(now, old, turned));
    work += (gap.to - gap.from) * (gap.last - gap.first);
    if (work > STEP) {
      work = 0;
      yield;
    }
  }
  return cutsOld.length + cutsNow.length === 0 ? alignment : yield* recut(alignment, [old, now], [cutsOld, cutsNow]);
}

/** Words of a side, in [from, to), that several of the other side's, in [first, last), make up, in order. */
function cutsIn(whole: Side, parted: Side, { from, to, first, last }: Gap): readonly Cut[] {
  const cuts: Cut[] = [];
  let next = first;
  for (let word = from; word < to && last - next > 1; word++) {
    const letters = lettersOf(whole, word);
    for (let at = next; at < last - 1; at++) {
      const pieces = piecesOf(letters, parted, at, last);
      if (pieces === 0) continue;
      cuts.push({ word, first: at, pieces });
      next = at + pieces;
      break;
    }
  }
  return cuts;
}

/** How many words from one on make up a word, or 0; a word that is the same by itself is in no pieces. */
function piecesOf(letters: string, side: Side, first: number, last: number): number {
  let written = '';
  for (let at = first; at < last && at - first < MOST_PIECES; at++) {
    written += lettersOf(side, at);
    if (!letters.startsWith(written)) return 0;
    if (written.length === letters.length) return at > first ? at - first + 1 : 0;
  }
  return 0;
}

function lettersOf({ text, words }: Side, word: number): string {
  return text.slice(words.starts[word], words.ends[word]).toLowerCase().replaceAll('-', '');
}

function* recut(
  { before, toAfter }: Alignment,
  [old, now]: readonly [Side, Side],
  [cutsOld, cutsNow]: readonly [readonly Cut[], readonly Cut[]],
): Generator<void, Alignment> {
  const nextOld = yield* piecesFor(old, now, cutsOld);
  const nextNow = yield* piecesFor(now, old, cutsNow);
  const next = {
    ...{ before: nextOld.words, after: nextNow.words },
    toAfter: new Int32Array(nextOld.words.count).fill(-1),
    toBefore: new Int32Array(nextNow.words.count).fill(-1),
  };
  for (let word = 0; word < before.count; word++) {
    const other = toAfter[word] ?? -1;
    if (other >= 0) claim(next, nextOld.indexes[word] ?? 0, nextNow.indexes[other] ?? 0);
  }
  yield;
  const claimPieces = (pieces: number, word: number, first: number) => {
    for (let at = 0; at < pieces; at++) claim(next, word + at, first + at);
  };
  for (const { word, first, pieces } of cutsOld) {
    claimPieces(pieces, nextOld.indexes[word] ?? 0, nextNow.indexes[first] ?? 0);
  }
  for (const { word, first, pieces } of cutsNow) {
    claimPieces(pieces, nextOld.indexes[first] ?? 0, nextNow.indexes[word] ?? 0);
  }
  return next;
}

/** The words of a side with some of them cut, and of each word the index that it, or its first piece, has then. */
function* piecesFor(
  { text, words }: Side,
  other: Side,
  cuts: readonly Cut[],
): Generator<void, { readonly words: Words; readonly indexes: Int32Array }> {
  const starts: number[] = [];
  const ends: number[] = [];
  const ids: number[] = [];
  const indexes = new Int32Array(words.count);
  let nextCut = 0;
  for (let word = 0; word < words.count; word++) {
    indexes[word] = starts.length;
    if (word % WORDS_IN_STEP === WORDS_IN_STEP - 1) yield;
    const end = words.ends[word] ?? 0;
    const cut = cuts[nextCut];
    let start = words.starts[word] ?? 0;
    if (cut?.word === word) {
      nextCut++;
      for (let piece = 0; piece < cut.pieces - 1; piece++) {
        const to = afterLetters(text, start, lettersOf(other, cut.first + piece).length);
        starts.push(start);
        ends.push(to);
        ids.push(NO_WORD);
        start = text[to] === '-' ? to + 1 : to;
      }
    }
    starts.push(start);
    ends.push(end);
    ids.push(cut?.word === word ? NO_WORD : (words.ids[word] ?? NO_WORD));
  }
  const cutUp = { starts: Int32Array.from(starts), ends: Int32Array.from(ends), ids: Int32Array.from(ids) };
  return { words: { count: starts.length, ...cutUp }, indexes };
}

/** The offset behind a number of letters; hyphens do not count. */
function afterLetters(text: string, start: number, letters: number): number {
  let at = start;
  for (let left = letters; left > 0; at++) if (text[at] !== '-') left--;
  return at;
}
