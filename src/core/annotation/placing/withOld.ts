/** Places of targets by the text that they were made in: every word of it is matched first, then each passage follows its words. */
import type { Span } from '../../text/span.js';
import type { Target } from '../annotation.js';
import { alignWords } from './alignment.js';
import { type AlignedTexts, type MappedPart, mapSpan } from './mapSpan.js';
import { type PlainText, plainOffset, plainTextOf } from './plainText.js';
import { matchSimilar } from './similarWords.js';
import { Vocabulary, wordsIn } from './words.js';

export interface PlainTexts {
  readonly before: PlainText;
  readonly after: PlainText;
}

export function* alignTexts({ before, after }: PlainTexts): Generator<void, AlignedTexts> {
  const vocabulary = new Vocabulary();
  const oldWords = yield* wordsIn(before.text, vocabulary);
  const newWords = yield* wordsIn(after.text, vocabulary);
  const alignment = yield* alignWords(oldWords, newWords);
  yield* matchSimilar(alignment, before.text, after.text);
  return { ...alignment, oldText: before.text, newText: after.text };
}

export function plainSpan(plain: PlainText, { start, end }: Span): Span {
  return { start: plainOffset(plain, start), end: plainOffset(plain, end) };
}
