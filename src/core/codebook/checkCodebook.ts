/** Checks that look at the codebook as a whole: what derived codes refer to, and languages that are missing. */
import { isJsonObject } from '../annotation/fields.js';
import type { Finding } from './checkSchema.js';
import { closest } from './closest.js';
import { allCodes, type Codebook } from './codebook.js';
import type { YamlPath } from './yamlSource.js';

const BILINGUAL_KEYS = ['name', 'definition', 'use-when', 'not-when', 'examples', 'indicators'];

/** Derived codes whose parts do not exist, or are derived themselves. */
export function checkDerived(codebook: Codebook, codes: unknown): readonly Finding[] {
  const byPath = new Map([...allCodes(codebook.codes)].map((code) => [code.path.slice(codebook.id.length + 1), code]));
  const known = [...byPath].flatMap(([path, code]) => (code.derived ? [] : [path]));
  return rawCodes(codes, ['codes']).flatMap(({ code, path }) => {
    const all = isJsonObject(code.derived) ? code.derived.all : undefined;
    if (!Array.isArray(all)) return [];
    return all.flatMap((id: unknown, index): Finding[] => {
      const place = { path: [...path, 'derived', 'all', index], at: 'value' as const };
      if (typeof id !== 'string' || known.includes(id)) return [];
      if (byPath.has(id)) return [{ key: 'codebook.derivedFromDerived', args: [id], ...place }];
      return [{ key: 'codebook.unknownDerived', args: [id, closest(id, known) ?? known.join(', ')], ...place }];
    });
  });
}

/** Thresholds of sub-codes, which count for nothing: those of the top code do. */
export function checkScoring(codes: unknown): readonly Finding[] {
  return rawCodes(codes, ['codes']).flatMap(({ code, path }): Finding[] => {
    const isTop = path.length <= 2;
    if (isTop || code.scoring === undefined) return [];
    return [{ key: 'codebook.scoringOfSubCode', args: [], path: [...path, 'scoring'], at: 'key' }];
  });
}

/**
 * Texts that are there in one language and not in the other. A codebook that is in one language throughout is told so once:
 * that is a choice, while a single missing text is likely forgotten.
 */
export function checkLanguages(value: Readonly<Record<string, unknown>>): readonly Finding[] {
  const texts = [
    ...['title', 'description'].map((key) => ({ value: value[key], path: [key] })),
    ...rawCodes(value.codes, ['codes']).flatMap(({ code, path }) =>
      BILINGUAL_KEYS.map((key) => ({ value: code[key], path: [...path, key] })),
    ),
  ].flatMap(({ value: text, path }) =>
    isJsonObject(text) ? [{ path, nl: hasText(text.nl), en: hasText(text.en) }] : [],
  );
  for (const language of ['nl', 'en'] as const) {
    if (texts.length > 0 && texts.every((text) => !text[language])) {
      return [{ key: 'codebook.onlyOneLanguage', args: [language], path: ['title'], at: 'key' }];
    }
  }
  return texts.flatMap(({ path, nl, en }): Finding[] => {
    if (nl === en) return [];
    return [{ key: 'codebook.missingLanguage', args: [String(path.at(-1)), nl ? 'en' : 'nl'], path, at: 'key' }];
  });
}

function hasText(value: unknown): boolean {
  return (typeof value === 'string' || Array.isArray(value)) && value.length > 0;
}

interface RawCode {
  readonly code: Readonly<Record<string, unknown>>;
  readonly path: YamlPath;
}

/** Every code as it stands in the file, with its path there. */
function rawCodes(value: unknown, path: YamlPath): readonly RawCode[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((code: unknown, index): RawCode[] => {
    if (!isJsonObject(code)) return [];
    const here = [...path, index];
    return [{ code, path: here }, ...rawCodes(code.codes, [...here, 'codes'])];
  });
}
