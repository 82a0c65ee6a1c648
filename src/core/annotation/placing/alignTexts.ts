/** The text that targets were made in and today's, word by word. */
import { alignWords } from './alignment.js';
import type { AlignedTexts } from './mapSpan.js';
import type { PlainText } from './plainText.js';
import { matchSimilar } from './similarWords.js';
import { type Vocabulary, type Words, wordsIn } from './words.js';

export interface TextsToAlign {
  readonly before: PlainText;
  readonly after: PlainText;
  readonly afterWords: Words;
  /** Of today's text; the old one's words come into it. */
  readonly vocabulary: Vocabulary;
}

export function* alignTexts({ before, after, afterWords, vocabulary }: TextsToAlign): Generator<void, AlignedTexts> {
  const beforeWords = yield* wordsIn(before.text, vocabulary);
  const alignment = yield* alignWords(beforeWords, afterWords);
  yield* matchSimilar(alignment, before.text, after.text);
  return { ...alignment, oldText: before.text, newText: after.text };
}
