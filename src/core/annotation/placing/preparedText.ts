/** Today's text, made ready for looking for targets in it. */
import type { PlainText } from './plainText.js';
import { indexWords, type WordIndex } from './wordIndex.js';
import { Vocabulary, wordsIn } from './words.js';

export interface PreparedText {
  readonly plain: PlainText;
  readonly index: WordIndex;
  readonly vocabulary: Vocabulary;
}

export function* prepareText(plain: PlainText): Generator<void, PreparedText> {
  const vocabulary = new Vocabulary();
  const words = yield* wordsIn(plain.text, vocabulary);
  return { plain, vocabulary, index: yield* indexWords(words, vocabulary.size) };
}
