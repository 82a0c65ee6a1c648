/** Reads word lists, phrases and single patterns; reports those that cannot match and leaves these out. */
import { isJsonObject } from '../annotation/fields.js';
import type { Finding } from './checkSchema.js';
import type { WordLists } from './codebook.js';
import { commonListNames } from './commonLists.js';
import { type ListProblem, listProblem } from './listEntries.js';
import { listNames, parseListEntry, parsePattern } from './pattern.js';
import type { YamlPath } from './yamlSource.js';

const LANGUAGES = ['nl', 'en'] as const;
export type Lang = (typeof LANGUAGES)[number];

/** Where a stretch of patterns was found. */
export interface Spot {
  readonly path: YamlPath;
  readonly language: Lang;
}

export interface PatternReading {
  readonly report: (finding: Finding) => void;
  readonly lineOf: (path: YamlPath) => number;
}

export interface WithLists extends PatternReading {
  readonly lists: WordLists;
}

/** Values of both languages, read alike. */
export function perLanguage<T>(
  value: unknown,
  path: YamlPath,
  read: (items: readonly unknown[], spot: Spot) => readonly T[],
): Record<Lang, readonly T[]> {
  const given = isJsonObject(value) ? value : {};
  const of = (language: Lang): readonly T[] => {
    const items: unknown = Object.hasOwn(given, language) ? given[language] : [];
    return Array.isArray(items) ? read(items, { path: [...path, language], language }) : [];
  };
  return { nl: of('nl'), en: of('en') };
}

/** What lists name is looked at when all of them are known. */
export function readLists(value: unknown, { report }: PatternReading): WordLists {
  if (!isJsonObject(value)) return {};
  const read = Object.entries(value).map(([name, list]) => {
    const entries = perLanguage(list, ['lists', name], (items, { path }) =>
      items.flatMap((item, index) => {
        if (typeof item !== 'string') return [];
        const { problem } = parseListEntry(item);
        if (problem) report({ ...problem, path: [...path, index], at: 'value' });
        return problem ? [] : [item];
      }),
    );
    return [name, entries] as const;
  });
  const lists = Object.fromEntries(read);
  for (const problem of listProblems(lists)) {
    report({ key: problem.key, args: problem.args, path: problem.path, at: 'value' });
  }
  return lists;
}

function listProblems(lists: WordLists): readonly (ListProblem & { readonly path: YamlPath })[] {
  return Object.keys(lists).flatMap((name) =>
    LANGUAGES.flatMap((language) => {
      const problem = listProblem(lists, name, language);
      if (!problem) return [];
      return [{ ...problem, path: ['lists', name, language, Math.max(0, problem.entry)] }];
    }),
  );
}

export function readPhrases(value: unknown, path: YamlPath, reading: WithLists): Record<Lang, readonly string[]> {
  return perLanguage(value, path, (items, spot) =>
    items.flatMap((item, index) => {
      if (typeof item !== 'string') return [];
      return isUsable(item, { ...spot, path: [...spot.path, index] }, reading) ? [item] : [];
    }),
  );
}

/** Whether a pattern can be used; says what is wrong where it cannot. */
export function isUsable(source: string, { path, language }: Spot, { lists, report }: WithLists): boolean {
  const { pattern, problem } = parsePattern(source);
  if (!pattern) {
    report({ ...problem, path, at: 'value' });
    return false;
  }
  const names = listNames(pattern);
  const known = [...new Set([...Object.keys(lists), ...commonListNames])];
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    report({ key: 'codebook.unknownList', args: [unknown, known.join(', ')], path, at: 'value' });
    return false;
  }
  const empty = names.find((name) => Object.hasOwn(lists, name) && lists[name]?.[language].length === 0);
  if (empty !== undefined) report({ key: 'codebook.listWithoutLanguage', args: [empty, language], path, at: 'value' });
  return empty === undefined;
}
