/** A document in the list of an export: there whether it has rows or not, for its counts are denominators. */
import type { Language } from '../text/policyText.js';
import type { ExportDocument, Variables } from './exportDocument.js';
import { isParagraph } from './passages.js';

export interface DocumentEntry {
  readonly path: string;
  readonly sha256: string;
  readonly language: Language;
  /** Unicode code points of the whole text. */
  readonly characters: number;
  /** Words, sentences and paragraphs of what is read: not code, page furniture, or text in another language. */
  readonly words: number;
  readonly sentences: number;
  readonly paragraphs: number;
  readonly unsaved: boolean;
  readonly variables: Variables;
}

function codePointsIn(text: string): number {
  let count = text.length;
  for (let index = 1; index < text.length; index += 1) {
    const isLow = (text.charCodeAt(index) & 0xfc00) === 0xdc00;
    if (isLow && (text.charCodeAt(index - 1) & 0xfc00) === 0xd800) count -= 1;
  }
  return count;
}

export function documentEntry(document: ExportDocument): DocumentEntry {
  const sentences = document.parsed.flatMap((block) => block.sentences);
  return {
    path: document.path,
    sha256: document.sha256,
    language: document.language,
    characters: codePointsIn(document.text.text),
    words: sentences.reduce((sum, sentence) => sum + sentence.words.length, 0),
    sentences: sentences.length,
    paragraphs: document.text.blocks.filter(isParagraph).length,
    unsaved: document.unsaved,
    variables: document.variables,
  };
}
