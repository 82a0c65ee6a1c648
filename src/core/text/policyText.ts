/**
 * What reading a text yields. A document is split into blocks (cheap, by line); each block is parsed into sentences and
 * words on its own (cached by its text), so that an edit costs its block and no more. Everything inside a block
 * counts from the block's start: a block that an edit pushes along keeps its parse.
 */
import type { DocumentTraits } from './documentTraits.js';
import type { Replacement } from './replacement.js';
import type { Span } from './span.js';

export type Format = 'plain' | 'markdown';

/** A language that the detector knows, or `other`: text that is left alone. */
export type Language = 'nl' | 'en' | 'other';

/**
 * What a block is in the structure of a policy text. `furniture` is a running header, page number or table of contents
 * line; it and `code` (fenced code, front matter) are not coded.
 */
export type BlockKind = 'paragraph' | 'heading' | 'listItem' | 'quotation' | 'caption' | 'code' | 'furniture';

/** A stretch of whole lines that is read as one: offsets in the document as stored. */
export interface Block extends Span {
  readonly kind: BlockKind;
  /** 1..6 for headings, as deep as their number or their marks say; 0 for everything else. */
  readonly level: number;
  /**
   * What of its reading follows from the document as a whole: words broken without a mark, and page borders that it runs on
   * over. In order; offsets count from the block's start. Absent where there is nothing.
   */
  readonly mends?: readonly Replacement[];
}

/** A document as split into blocks, in document order, without overlap. Text between blocks is white space. */
export interface PolicyText {
  readonly text: string;
  readonly format: Format;
  readonly blocks: readonly Block[];
  /** What the blocks were split by; see `DocumentTraits` for when it is taken. */
  readonly traits?: DocumentTraits;
}

/** A word in a sentence: offsets count from the start of the block, in the text as stored. */
export interface Word extends Span {
  /** As patterns compare it: NFC, lower case, straight quotes, without soft hyphens and line-end hyphenation. */
  readonly folded: string;
}

/**
 * What parts a sentence between two words. `comma`: a comma. `strong`: `;`, `:`, a dash between spaces, or a bracket without
 * its partner. `open` and `close`: brackets, always in pairs and properly nested within the sentence.
 */
export type BreakKind = 'comma' | 'strong' | 'open' | 'close';

/** A mark in a sentence after which another clause, or a part in brackets, may begin or end. */
export interface Break {
  /** Index into the sentence's `words`, 0 up to their number: the mark stands before that word. */
  readonly before: number;
  readonly kind: BreakKind;
}

/** A sentence: offsets count from the start of the block, in the text as stored, white space at the edges left out. */
export interface Sentence extends Span {
  readonly words: readonly Word[];
  /**
   * In order of the text; several may stand before the same word ('(a), (b)': close, comma, open). Marks before the first word
   * and after the last are left out, but for brackets that have their partner between words: `before` is 0 where one opens the
   * sentence, and the number of words where one closes it. Sentences without any share one empty array.
   */
  readonly breaks: readonly Break[];
}

/** The `breaks` of sentences that have none. */
export const NO_BREAKS: readonly Break[] = [];

/** A block, parsed. Blocks of kind `code` and `furniture` and blocks in another language have no sentences to code. */
export interface ParsedBlock {
  readonly language: Language;
  readonly sentences: readonly Sentence[];
}

/** A heading with the stretch of text that it governs (its own line up to the next heading as deep or less deep). */
export interface Section extends Span {
  readonly title: string;
  readonly level: number;
  /** The heading's own line. */
  readonly heading: Span;
  readonly children: readonly Section[];
}
