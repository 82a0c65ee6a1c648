/** A block's sentences and words, with their offsets in the original. */
import { breaksOf, type Stretch } from './clauses.js';
import { foldStretch } from './fold.js';
import { detectLanguage } from './language.js';
import { isSpace } from './lines.js';
import type { Language, ParsedBlock, Sentence, Word } from './policyText.js';
import { type BlockNature, type Reading, readBlock } from './reading.js';
import { sentenceStarts, type WordedText } from './sentenceBorders.js';
import type { Span } from './span.js';
import { placesOfWords } from './words.js';

export interface BlockToParse extends BlockNature {
  /** The block's text as stored. */
  readonly raw: string;
  /** The document's language: for blocks that are too short to tell. */
  readonly fallback: Language;
}

/** Offsets in the result count from the block's start, in the original. Blocks that are not coded have no sentences. */
export function parseBlock({ raw, kind, format, mends, fallback }: BlockToParse): ParsedBlock {
  if (kind === 'code' || kind === 'furniture') return { language: fallback, sentences: [] };
  const reading = readBlock(raw, { kind, format, mends });
  const { text } = reading;
  const places = placesOfWords(text);
  const folded = places.starts.map((start, index) => foldStretch(text, start, places.ends[index] ?? start));
  const language = detectLanguage(folded, fallback);
  if (language === 'other') return { language, sentences: [] };
  return { language, sentences: sentencesOf(reading, { text, places, folded, language }) };
}

function sentencesOf(reading: Reading, worded: WordedText): Sentence[] {
  const { text, places } = worded;
  const sentences: Sentence[] = [];
  const starts = sentenceStarts(worded);
  let start = 0;
  let word = 0;
  let mark = 0;
  for (let index = 0; index <= starts.length; index++) {
    const next = starts[index] ?? text.length;
    const words = { from: word, to: countBefore(places.starts, word, next) };
    const marks = { from: mark, to: countBefore(places.marks, mark, next) };
    if (words.to > words.from)
      sentences.push(sentenceOf(reading, worded, trimmed(text, start, next), { words, marks }));
    start = next;
    word = words.to;
    mark = marks.to;
  }
  return sentences;
}

/** Index of the first of `offsets` from `from` on that is not before `limit`. */
function countBefore(offsets: readonly number[], from: number, limit: number): number {
  let index = from;
  while ((offsets[index] ?? limit) < limit) index++;
  return index;
}

function trimmed(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

function sentenceOf(reading: Reading, worded: WordedText, span: Span, stretch: Stretch): Sentence {
  const { text, places, folded } = worded;
  const words: Word[] = [];
  for (let index = stretch.words.from; index < stretch.words.to; index++) {
    words.push({
      start: reading.toOriginal(places.starts[index] ?? 0),
      end: reading.toOriginalEnd(places.ends[index] ?? 0),
      folded: folded[index] ?? '',
    });
  }
  return {
    start: reading.toOriginal(span.start),
    end: reading.toOriginalEnd(span.end),
    words,
    breaks: breaksOf(text, places, stretch),
  };
}
