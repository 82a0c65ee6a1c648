/** The text that targets were made in and today's, word by word. */
import { type Alignment, alignWords } from './alignment.js';
import { cutWords } from './cutWords.js';
import type { AlignedTexts } from './mapSpan.js';
import type { PlainText } from './plainText.js';
import { matchSimilar } from './similarWords.js';
import { slideRuns } from './slideRuns.js';
import { type Vocabulary, type Words, wordsIn } from './words.js';

export interface TextsToAlign {
  readonly before: PlainText;
  readonly after: PlainText;
  readonly afterWords: Words;
  /** Of today's text; the old one's words come into it. */
  readonly vocabulary: Vocabulary;
}

export interface Aligned {
  readonly texts: AlignedTexts;
  /** Of each word of today's text, as it was given, the old word that it is, or -1. */
  readonly taken: Int32Array;
}

export function* alignTexts({ before, after, afterWords, vocabulary }: TextsToAlign): Generator<void, Aligned> {
  const beforeWords = yield* wordsIn(before.text, vocabulary);
  const words = yield* alignWords(beforeWords, afterWords);
  const alignment = yield* cutWords(words, before.text, after.text);
  yield* matchSimilar(alignment, before.text, after.text);
  yield* slideRuns(alignment, before.text);
  return { texts: { ...alignment, oldText: before.text, newText: after.text }, taken: takenOf(alignment, afterWords) };
}

/** A word that was cut is taken where its first piece is. */
function takenOf({ after, toBefore }: Alignment, { count, starts }: Words): Int32Array {
  if (after.count === count) return toBefore;
  const taken = new Int32Array(count).fill(-1);
  let word = 0;
  for (let piece = 0; piece < after.count; piece++) {
    if (after.starts[piece] !== starts[word]) continue;
    taken[word++] = toBefore[piece] ?? -1;
  }
  return taken;
}
