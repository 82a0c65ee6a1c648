/**
 * Whether quotations in damaged texts stand exactly on their words: texts are damaged in ways that are known to the unit, read
 * and searched, and every quotation is held against the places where its words were put.
 */
import type { CompiledCodebooks } from '../../src/core/codebook/compile.js';
import { detectBlock } from '../../src/core/detection/detect.js';
import type { Suggestion } from '../../src/core/detection/suggestion.js';
import { readPolicyText } from '../../src/core/text/edit.js';
import type { ParsedBlock } from '../../src/core/text/policyText.js';
import { readBlock } from '../../src/core/text/reading.js';
import { parseBlock } from '../../src/core/text/segments.js';
import { type CleanPassage, type Damaged, damage, optionsFrom } from '../unit/core/text/damage.js';
import { CLEAN_TEXTS, type CleanText } from '../unit/core/text/policyProse.js';

export interface OffsetFigures {
  /** Quotations found in the damaged texts, outside of what was put in. */
  readonly quotations: number;
  /** Of those, the ones that start and end on their words, each word on its own letters. */
  readonly exact: number;
  /** Quotations found in the clean texts. */
  readonly clean: number;
  /** Of those, the ones that are found in the damaged texts too: the same code, score and words. */
  readonly found: number;
}

interface Quotation {
  readonly code: string;
  readonly start: number;
  readonly end: number;
  /** `start-end` of each word, in the damaged text. */
  readonly words: readonly string[];
}

/** Real texts hold what no reader can tell once it is damaged; these paragraphs are prose throughout. */
const PROSE = /^\p{Lu}(?:(?![\d|•–\t/@#*+=<>()[\]{}“”"„‘’«»…;:_-]).){80,1500}[.]$/u;

/** The paragraphs of a text, as clean prose. */
export function cleanProse(text: string, language: 'nl' | 'en'): CleanText {
  const paragraphs = readPolicyText(text, 'plain').blocks.flatMap((block) => {
    if (block.kind !== 'paragraph') return [];
    const raw = text.slice(block.start, block.end);
    const words = readBlock(raw, { ...block, format: 'plain' })
      .text.replace(/\s+/g, ' ')
      .trim();
    return PROSE.test(words) ? [[words]] : [];
  });
  return { language, title: 'Wat wij afspreken', parts: [{ heading: 'Wat wij afspreken', paragraphs, items: [] }] };
}

/** `seeds`: in how many ways each text is damaged. */
export function measureOffsets(compiled: CompiledCodebooks, texts: readonly CleanText[], seeds: number): OffsetFigures {
  const total = { quotations: 0, exact: 0, clean: 0, found: 0 };
  for (const clean of [...CLEAN_TEXTS, ...texts]) {
    for (let seed = 1; seed <= seeds; seed++) {
      const damaged = damage(clean, optionsFrom(seed * 104_729));
      const before = inClean(compiled, damaged, clean.language);
      const after = inDamaged(compiled, damaged, clean.language);
      const places = wordPlaces(damaged, clean.language);
      const known = new Set(after.map(keyOf));
      total.clean += before.length;
      total.found += before.filter((quotation) => known.has(keyOf(quotation))).length;
      total.quotations += after.length;
      total.exact += after.filter((quotation) => isExact(quotation, places, damaged.text)).length;
    }
  }
  return total;
}

function keyOf({ code, start, end, words }: Quotation): string {
  return `${code} ${start} ${end} ${words.join(' ')}`;
}

interface Found {
  readonly parsed: ParsedBlock;
  readonly suggestion: Suggestion;
  /** Of a stretch in the block, in the damaged text. */
  place(start: number, end: number): readonly [start: number, end: number];
}

function quotationOf({ parsed, suggestion, place }: Found): Quotation {
  const words = parsed.sentences.flatMap((sentence) => sentence.words);
  const own = words.filter((word) => suggestion.start <= word.start && word.end <= suggestion.end);
  const [start, end] = place(suggestion.start, suggestion.end);
  return {
    code: `${suggestion.codePath} ${suggestion.score.toFixed(3)}`,
    start,
    end,
    words: own.map((word) => place(word.start, word.end).join('-')),
  };
}

function inClean(compiled: CompiledCodebooks, { passages }: Damaged, language: 'nl' | 'en'): Quotation[] {
  return passages.flatMap((passage) => {
    const parsed = parsePassage(passage, language);
    const place = placeIn(passage);
    return detectBlock(compiled, parsed, passage.text).map((suggestion) => quotationOf({ parsed, suggestion, place }));
  });
}

function parsePassage({ text, kind }: CleanPassage, language: 'nl' | 'en'): ParsedBlock {
  return parseBlock({ raw: text, kind, format: 'plain', fallback: language });
}

function placeIn({ starts, ends }: CleanPassage): Found['place'] {
  return (start, end) => [starts[start] ?? 0, ends[end - 1] ?? 0];
}

function inDamaged(compiled: CompiledCodebooks, { text, added }: Damaged, language: 'nl' | 'en'): Quotation[] {
  return readPolicyText(text, 'plain').blocks.flatMap((block) => {
    const raw = text.slice(block.start, block.end);
    const parsed = parseBlock({ ...block, raw, format: 'plain', fallback: language });
    const place: Found['place'] = (start, end) => [block.start + start, block.start + end];
    const found = detectBlock(compiled, parsed, raw).map((suggestion) => quotationOf({ parsed, suggestion, place }));
    return found.filter(({ start, end }) => !added.some((one) => one.start <= start && end <= one.end));
  });
}

function wordPlaces(damaged: Damaged, language: 'nl' | 'en'): ReadonlySet<string> {
  return new Set(
    damaged.passages.flatMap((passage) => {
      const place = placeIn(passage);
      const { sentences } = parsePassage(passage, language);
      return sentences.flatMap(({ words }) => words.map(({ start, end }) => place(start, end).join('-')));
    }),
  );
}

/** Every word is one of the clean text's in its own place, and nothing but signs stands before the first and after the last. */
function isExact({ start, end, words }: Quotation, places: ReadonlySet<string>, text: string): boolean {
  const first = Number(words[0]?.split('-')[0]);
  const last = Number(words.at(-1)?.split('-')[1]);
  const around = text.slice(start, first) + text.slice(last, end);
  return words.length > 0 && words.every((word) => places.has(word)) && !/[\p{L}\p{N}\s]/u.test(around);
}
