/**
 * Where in the structure of a text a quotation stands. A paragraph here is any block that is read: headings, list items,
 * quotations and captions too, not code and page furniture. Sentences count through the whole document, so that document
 * and sentence together name one sentence, and the counts of the document are the denominators for both.
 */
import type { Block, Language, ParsedBlock, PolicyText, Sentence } from '../text/policyText.js';
import { sectionPaths } from '../text/sections.js';
import type { Span } from '../text/span.js';

/** Where a quotation begins. Undefined in text that is not read (code, page furniture, another language). */
export interface Passage {
  /** Titles of the headings above it, the outermost first, joined by ` > `. */
  readonly section: string;
  /** From 0, in the document. */
  readonly paragraph: number | undefined;
  /** From 0, in the document. */
  readonly sentence: number | undefined;
  readonly language: Language;
}

export function isParagraph(block: Block): boolean {
  return block.kind !== 'code' && block.kind !== 'furniture';
}

/** Index of the first item whose end lies beyond `offset`; the length where there is none. Items are in order. */
export function firstEndingAfter(items: readonly Span[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((items[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

function indexOfSentence(sentences: readonly Sentence[], span: Span): number | undefined {
  const index = firstEndingAfter(sentences, span.start);
  const sentence = sentences[index];
  return sentence !== undefined && sentence.start < span.end ? index : undefined;
}

export interface PassageSource {
  readonly text: PolicyText;
  readonly parsed: readonly ParsedBlock[];
  readonly language: Language;
}

/** Answers where a span stands: made once a document, asked once a row. */
export function passageFinder({ text, parsed, language }: PassageSource): (span: Span) => Passage {
  const paragraphs: number[] = [];
  const firstSentences: number[] = [];
  const sectionAt = sectionPaths(text);
  let paragraph = 0;
  let sentence = 0;
  text.blocks.forEach((block, index) => {
    paragraphs.push(paragraph);
    firstSentences.push(sentence);
    if (isParagraph(block)) paragraph += 1;
    sentence += parsed[index]?.sentences.length ?? 0;
  });

  return (span) => {
    const index = firstEndingAfter(text.blocks, span.start);
    const block = text.blocks[index];
    const where = { section: sectionAt(Math.min(index, text.blocks.length - 1)) };
    if (block === undefined || block.start >= span.end || !isParagraph(block)) {
      return { ...where, paragraph: undefined, sentence: undefined, language };
    }
    const inBlock = { start: span.start - block.start, end: span.end - block.start };
    const local = indexOfSentence(parsed[index]?.sentences ?? [], inBlock);
    return {
      ...where,
      paragraph: paragraphs[index],
      sentence: local === undefined ? undefined : (firstSentences[index] ?? 0) + local,
      language: parsed[index]?.language ?? language,
    };
  };
}
