/** A document in the list of an export: there whether it has rows or not, for its counts are denominators. */
import { codePoints } from '../text/codePoints.js';
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

/** Undefined for a document that is not there any more: it was not looked at. */
export function documentEntry(document: ExportDocument): DocumentEntry | undefined {
  if (document.source === 'missing') return undefined;
  const { text } = document.text;
  const sentences = document.parsed.flatMap((block) => block.sentences);
  return {
    path: document.path,
    sha256: document.sha256,
    language: document.language,
    characters: codePoints(text).at(text.length),
    words: sentences.reduce((sum, sentence) => sum + sentence.words.length, 0),
    sentences: sentences.length,
    paragraphs: document.text.blocks.filter(isParagraph).length,
    unsaved: document.source === 'unsaved',
    variables: document.variables,
  };
}
