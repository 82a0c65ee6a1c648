/** Finding codings by text, the way people type: any case, with or without accents, words in any order. */
import { allCodes, type Codebook } from '../codebook/codebook.js';
import type { Entry } from './outline.js';

const NOT_ASCII = /[\u0080-\uffff]/;

/** As compared: lower case, without accents and soft hyphens. Most quotations are plain letters and take the short way. */
export function foldForSearch(text: string): string {
  const lower = text.toLowerCase();
  return NOT_ASCII.test(lower) ? lower.normalize('NFD').replace(/[\p{M}\u00AD]/gu, '') : lower;
}

/**
 * Whether a coding has every word of `query` somewhere in its quotation, memo, coder, evidence, document path, or the names
 * (Dutch and English) of its code and the codes above it. An empty query wants everything.
 */
export function entryFilter(query: string, codebooks: readonly Codebook[]): (entry: Entry) => boolean {
  const words = foldForSearch(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return () => true;
  const nameOf = nameFinder(codebooks);
  return ({ path, coding }) => {
    const { quote, memo, coder, codePath } = coding;
    const own = foldForSearch(`${quote}\n${memo}\n${coder}\n${path}\n${evidenceOf(coding).join('\n')}`);
    return words.every((word) => own.includes(word) || nameOf(codePath).includes(word));
  };
}

/** What speaks for a coding: from today's text, else as remembered when a person decided. */
export function evidenceOf({ suggestion, annotation }: Entry['coding']): readonly string[] {
  if (suggestion) return suggestion.evidence.map(({ indicator }) => indicator);
  return annotation?.origin.kind === 'suggestion' ? annotation.origin.evidence : [];
}

/** The folded names along a code's path, with the path itself for codes that no codebook has. */
function nameFinder(codebooks: readonly Codebook[]): (path: string) => string {
  const names = new Map<string, string>();
  for (const { id, title, codes } of codebooks) {
    names.set(id, `${title.nl}\n${title.en}`);
    for (const { path, name } of allCodes(codes)) names.set(path, `${name.nl}\n${name.en}`);
  }
  const folded = new Map<string, string>();
  return (path) => {
    const known = folded.get(path);
    if (known !== undefined) return known;
    const segments = path.split('/');
    const along = segments.map((_, index) => names.get(segments.slice(0, index + 1).join('/')) ?? '');
    const text = foldForSearch([path, ...along].join('\n'));
    folded.set(path, text);
    return text;
  };
}
