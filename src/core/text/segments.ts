/** A block's sentences and words, by retext, with their offsets in the original. */
import type { Nodes, Root } from 'nlcst';
import retextDutch from 'retext-dutch';
import retextEnglish from 'retext-english';
import { unified } from 'unified';
import { fold } from './fold.js';
import { detectLanguage, sampleWords } from './language.js';
import {
  type BlockKind,
  type Format,
  type Language,
  NO_BREAKS,
  type ParsedBlock,
  type Sentence,
  type Word,
} from './policyText.js';
import { type Reading, readBlock } from './reading.js';
import { sentenceStarts } from './sentenceBorders.js';
import type { Span } from './span.js';

export interface BlockToParse {
  /** The block's text as stored. */
  readonly raw: string;
  readonly kind: BlockKind;
  readonly format: Format;
  /** The document's language: for blocks that are too short to tell. */
  readonly fallback: Language;
}

type Parser = { parse(text: string): Root };

/** Built when first needed: nothing heavy happens when the module loads. */
const parsers = new Map<'nl' | 'en', Parser>();

function parserOf(language: 'nl' | 'en'): Parser {
  let parser = parsers.get(language);
  if (!parser) {
    parser = language === 'nl' ? unified().use(retextDutch).freeze() : unified().use(retextEnglish).freeze();
    parsers.set(language, parser);
  }
  return parser;
}

/** Offsets in the result count from the block's start, in the original. Blocks that are not coded have no sentences. */
export function parseBlock({ raw, kind, format, fallback }: BlockToParse): ParsedBlock {
  if (kind === 'code' || kind === 'furniture') return { language: fallback, sentences: [] };
  const reading = readBlock(raw, kind, format);
  const language = detectLanguage(sampleWords(reading.text), fallback);
  if (language === 'other') return { language, sentences: [] };
  return { language, sentences: sentencesOf(reading, language) };
}

function sentencesOf(reading: Reading, language: 'nl' | 'en'): Sentence[] {
  const found: Found = { starts: [], words: [] };
  collect(parserOf(language).parse(reading.text), found);
  const starts = sentenceStarts(reading.text, found.starts, language);
  const sentences: Sentence[] = [];
  let start = 0;
  let index = 0;
  for (const next of [...starts, reading.text.length]) {
    const words: Word[] = [];
    for (let word = found.words[index]; word && word.start < next; word = found.words[++index]) {
      words.push(toWord(reading, word));
    }
    if (words.length > 0)
      sentences.push({ ...toSpan(reading, trimmed(reading.text, start, next)), words, breaks: NO_BREAKS });
    start = next;
  }
  return sentences;
}

interface Found {
  /** Where retext starts sentences, in the reading. */
  readonly starts: number[];
  readonly words: Span[];
}

function collect(node: Nodes, found: Found): void {
  const start = node.position?.start.offset ?? 0;
  if (node.type === 'WordNode') {
    found.words.push({ start, end: node.position?.end.offset ?? start });
    return;
  }
  if (node.type === 'SentenceNode') found.starts.push(start);
  if ('children' in node) for (const child of node.children) collect(child, found);
}

function trimmed(text: string, start: number, end: number): Span {
  const stretch = text.slice(start, end);
  return { start: start + stretch.length - stretch.trimStart().length, end: start + stretch.trimEnd().length };
}

function toSpan(reading: Reading, { start, end }: Span): Span {
  return { start: reading.toOriginal(start), end: reading.toOriginalEnd(end) };
}

/** Retext takes the full stop of 'art.' and of a number into the word; only 'o.a.' keeps it, where it is spelling. */
function toWord(reading: Reading, { start, end }: Span): Word {
  const value = reading.text.slice(start, end);
  const isClosed = value.endsWith('.') && value.indexOf('.') === value.length - 1;
  const spelled = isClosed ? value.slice(0, -1) : value;
  const span = toSpan(reading, { start, end: start + spelled.length });
  // Not by spreading: V8 gives objects made so a shape of their own, and reading millions of words takes ten times as long.
  return { start: span.start, end: span.end, folded: fold(spelled) };
}
