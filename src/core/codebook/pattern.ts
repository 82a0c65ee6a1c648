/**
 * The pattern language in which researchers write indicators (docs/codebooks.md). One pattern is a row of words to find in
 * one sentence, compared with folded words: `word`, `coach*`, `*toezicht`, `*toezicht*`, `#` for a number, `~lemma` for a word
 * in any of its forms, `a|b*` for one of these, `...` for up to five other words in between, `@name` for an entry of a word
 * list, `^` before the word with which the sentence must begin.
 */
import type { MessageKey } from '../message.js';
import { fold, foldSigns } from '../text/fold.js';

/** How many words a `...` may skip: about the length of a Dutch clause between a verb and its particle. */
export const GAP_WORDS = 5;

/** More is a sentence rather than a pattern; also bounds what a hostile codebook can ask for. */
export const MAX_PATTERN_TOKENS = 16;

export type AtomKind = 'exact' | 'prefix' | 'suffix' | 'contains' | 'number';

/** A test on a single word. `text` is folded; with its capitals where these count (`cased`); empty for `number`. */
export interface Atom {
  readonly kind: AtomKind;
  readonly text: string;
  readonly cased: boolean;
}

/** `@name`: any entry of that list. */
export interface ListReference {
  readonly list: string;
}

/** `~lemma`: any form of that word, folded; `toe/zien` for a verb that can stand apart. */
export interface LemmaReference {
  readonly lemma: string;
}

export type PatternPart = Atom | ListReference | LemmaReference;

/** One place in a pattern: what may stand there, and how many other words may come before it. */
export interface PatternElement {
  readonly gap: number;
  readonly alternatives: readonly PatternPart[];
  /** It must be the first word of the sentence. */
  readonly atStart: boolean;
}

export function isAtom(part: PatternPart): part is Atom {
  return 'kind' in part;
}

export type Pattern = readonly PatternElement[];

/** What is wrong with a pattern, as a message without its place. */
export interface PatternProblem {
  readonly key: MessageKey;
  readonly args: readonly string[];
}

export type PatternResult =
  | { readonly pattern: Pattern; readonly problem?: undefined }
  | { readonly pattern?: undefined; readonly problem: PatternProblem };

/** Signs that never are part of a word, so that a pattern with one could never match. */
const NEVER_IN_A_WORD = /[,;:!?()[\]{}"“”„«»]/u;

/** Reads a pattern. `caseSensitive`: keep the capitals of the words. */
export function parsePattern(source: string, caseSensitive = false): PatternResult {
  const tokens = source.replaceAll('…', ' ... ').trim().split(/\s+/u).filter(Boolean);
  const shape = shapeProblem(source, tokens);
  if (shape) return { problem: shape };
  const elements: PatternElement[] = [];
  let gap = 0;
  for (const token of tokens) {
    if (token === '...') {
      gap += GAP_WORDS;
      continue;
    }
    const atStart = token.startsWith('^');
    if (atStart && elements.length > 0) return { problem: { key: 'codebook.patternInnerStart', args: [token] } };
    const result = parseAlternatives(atStart ? token.slice(1) : token, caseSensitive);
    if ('key' in result) return { problem: result };
    elements.push({ gap, alternatives: result, atStart });
    gap = 0;
  }
  return { pattern: elements };
}

/** The names of the lists that a pattern refers to. */
export function listNames(pattern: Pattern): readonly string[] {
  return pattern.flatMap((element) => element.alternatives.flatMap((part) => ('list' in part ? [part.list] : [])));
}

export type ListEntryResult =
  | { readonly elements: readonly (readonly PatternPart[])[]; readonly problem?: undefined }
  | { readonly elements?: undefined; readonly problem: PatternProblem };

/**
 * Reads an entry of a word list: words in a row, for each the tests of which it must pass one; or another list, `@name`, alone.
 * Entries have no gaps, so that a pattern with a list stays a pattern of bounded length.
 */
export function parseListEntry(source: string, caseSensitive = false): ListEntryResult {
  const { pattern, problem } = parsePattern(source, caseSensitive);
  if (!pattern) return { problem };
  const elements = pattern.map((element) => element.alternatives);
  const namesList = elements.some((parts) => parts.some((part) => 'list' in part));
  const isPlain = pattern.every((element) => element.gap === 0 && !element.atStart);
  if (isPlain && (!namesList || (elements.length === 1 && elements[0]?.length === 1))) return { elements };
  return { problem: { key: 'codebook.badListEntry', args: [source] } };
}

function shapeProblem(source: string, tokens: readonly string[]): PatternProblem | undefined {
  if (tokens.length === 0) return { key: 'codebook.emptyPattern', args: [] };
  if (tokens.every((token) => token === '...')) return { key: 'codebook.patternOnlyGap', args: [source] };
  if (tokens[0] === '...' || tokens.at(-1) === '...') return { key: 'codebook.patternGapAtEdge', args: [source] };
  if (tokens.length > MAX_PATTERN_TOKENS) {
    return { key: 'codebook.patternTooLong', args: [source, String(MAX_PATTERN_TOKENS)] };
  }
  return undefined;
}

function parseAlternatives(token: string, caseSensitive: boolean): PatternPart[] | PatternProblem {
  const alternatives: PatternPart[] = [];
  for (const part of token.split('|')) {
    const result = parsePart(part, caseSensitive);
    if ('key' in result) return result;
    alternatives.push(result);
  }
  return alternatives;
}

function parsePart(part: string, caseSensitive: boolean): PatternPart | PatternProblem {
  if (part.startsWith('@') && part.length > 1) return { list: part.slice(1) };
  if (part.startsWith('~')) return parseLemma(part);
  if (part === '#') return { kind: 'number', text: '', cased: false };
  return parseAtom(part, caseSensitive);
}

/** One word, or a verb with its separable part: letters, with hyphens and apostrophes among them. */
const LEMMA = /^\p{L}(?:[-'’]?\p{L})*(?:\/\p{L}(?:[-'’]?\p{L})*)?$/u;

/** Longer is no word, and forms are made of it. */
const MAX_LEMMA_LENGTH = 40;

function parseLemma(part: string): LemmaReference | PatternProblem {
  const lemma = part.slice(1);
  if (lemma.includes('*')) return { key: 'codebook.lemmaStar', args: [part] };
  if (lemma.length > MAX_LEMMA_LENGTH || !LEMMA.test(lemma)) return { key: 'codebook.badLemma', args: [part] };
  return { lemma: fold(lemma) };
}

function parseAtom(part: string, caseSensitive: boolean): Atom | PatternProblem {
  const before = part.startsWith('*');
  const after = part.length > 1 && part.endsWith('*');
  const inner = part.slice(before ? 1 : 0, after ? -1 : undefined);
  const problem = PLAIN_WORD.test(inner) ? undefined : wordProblem(part, inner);
  if (problem) return problem;
  const kind = before && after ? 'contains' : before ? 'suffix' : after ? 'prefix' : 'exact';
  const text = caseSensitive ? foldSigns(inner) : fold(inner);
  return { kind, text, cased: caseSensitive };
}

/** Nearly every word of a pattern, told without the tables of Unicode, which take long to load. */
const PLAIN_WORD = /^[a-z][a-z-]*$/;

function wordProblem(part: string, inner: string): PatternProblem | undefined {
  if (part === '') return { key: 'codebook.emptyAlternative', args: [] };
  if (/^\*?[~#^@]/u.test(part)) return { key: 'codebook.patternStraySign', args: [part] };
  if (!/[\p{L}\p{N}]/u.test(inner)) return { key: 'codebook.patternOnlyWildcard', args: [part] };
  if (inner.includes('*')) return { key: 'codebook.patternInnerStar', args: [part] };
  const sign = NEVER_IN_A_WORD.exec(inner);
  return sign ? { key: 'codebook.patternPunctuation', args: [part, sign[0]] } : undefined;
}
