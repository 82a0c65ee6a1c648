/** Sentences with their borders marked, for tests of where sentences end. */
import { strict as assert } from 'node:assert';
import { parseBlock } from '../../../../src/core/text/segments.js';

/** The sentences of a paragraph of plain text, as they are stored. */
export function sentencesOf(raw: string, language: 'nl' | 'en'): string[] {
  const { sentences } = parseBlock({ raw, kind: 'paragraph', format: 'plain', fallback: language });
  return sentences.map(({ start, end }) => raw.slice(start, end));
}

/** `|` marks the borders that are expected. */
export function assertBorders(marked: string, language: 'nl' | 'en'): void {
  const expected = marked.split('|').map((sentence) => sentence.trim());
  assert.deepEqual(sentencesOf(expected.join(' '), language), expected);
}
