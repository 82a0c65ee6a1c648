/** Reads indicators, word lists and `not-here` phrases; reports patterns that cannot match and leaves these out. */
import { isJsonObject, type JsonObject } from '../annotation/fields.js';
import type { Finding } from './checkSchema.js';
import type { Indicator, Within, WordLists } from './codebook.js';
import { listNames, parseListEntry, parsePattern } from './pattern.js';
import type { YamlPath } from './yamlSource.js';

/** What one indicator is worth when its author does not say: alone enough for a suggestion, yet far from certain. */
export const DEFAULT_WEIGHT = 0.6;

const LANGUAGES = ['nl', 'en'] as const;
type Lang = (typeof LANGUAGES)[number];

/** Where a stretch of patterns was found. */
interface Spot {
  readonly path: YamlPath;
  readonly language: Lang;
}

export interface PatternReading {
  readonly report: (finding: Finding) => void;
  readonly lineOf: (path: YamlPath) => number;
}

interface WithLists extends PatternReading {
  readonly lists: WordLists;
}

/** Values of both languages, read alike. */
function perLanguage<T>(value: unknown, path: YamlPath, read: (items: readonly unknown[], spot: Spot) => readonly T[]) {
  const given = isJsonObject(value) ? value : {};
  const of = (language: Lang): readonly T[] => {
    const items: unknown = Object.hasOwn(given, language) ? given[language] : [];
    return Array.isArray(items) ? read(items, { path: [...path, language], language }) : [];
  };
  return { nl: of('nl'), en: of('en') };
}

export function readLists(value: unknown, { report }: PatternReading): WordLists {
  if (!isJsonObject(value)) return {};
  const lists = Object.entries(value).map(([name, list]) => {
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
  return Object.fromEntries(lists);
}

export function readPhrases(value: unknown, path: YamlPath, reading: WithLists) {
  return perLanguage(value, path, (items, spot) =>
    items.flatMap((item, index) => {
      if (typeof item !== 'string') return [];
      return isUsable(item, { ...spot, path: [...spot.path, index] }, reading) ? [item] : [];
    }),
  );
}

export function readIndicators(value: unknown, path: YamlPath, reading: WithLists): Record<Lang, readonly Indicator[]> {
  return perLanguage(value, path, (items, spot) => {
    const firstOf = new Map<string, number>();
    return items.flatMap((item, index) => {
      const here = { ...spot, path: [...spot.path, index] };
      const indicator = readIndicator(item, here, reading);
      if (!indicator) return [];
      const meaning = meaningOf(indicator);
      const first = firstOf.get(meaning);
      if (first === undefined) {
        firstOf.set(meaning, index);
        return [indicator];
      }
      const args = [indicator.source, reading.lineOf([...spot.path, first])];
      reading.report({ key: 'codebook.duplicateIndicator', args, path: here.path, at: 'value' });
      return [];
    });
  });
}

/** What an indicator looks for, whatever it weighs. */
function meaningOf(indicator: Indicator): string {
  const { combine, within: stretch, patterns, without, caseSensitive } = indicator;
  return JSON.stringify([combine, stretch, patterns, indicator.with, without, caseSensitive]);
}

function readIndicator(item: unknown, spot: Spot, reading: WithLists): Indicator | undefined {
  if (typeof item === 'string') {
    return isUsable(item, spot, reading) ? { ...PLAIN, patterns: [item], source: item } : undefined;
  }
  if (!isJsonObject(item)) return undefined;
  const combine = Object.hasOwn(item, 'all') ? 'all' : 'any';
  if (Object.hasOwn(item, 'any') === Object.hasOwn(item, 'all')) {
    reading.report({ key: 'codebook.anyOrAll', args: [], path: spot.path, at: 'value' });
    return undefined;
  }
  const [patterns, withPatterns, without] = [combine, 'with', 'without'].map((key) =>
    readPatterns(item, key, spot, reading),
  );
  // Without one of its conditions an indicator would find more than its author meant: all of it or nothing.
  if (!patterns || !withPatterns || !without || patterns.length === 0) return undefined;
  const { weight } = item;
  return {
    combine,
    patterns,
    within: within(item.within),
    with: withPatterns,
    without,
    weight: typeof weight === 'number' && weight >= 0 && weight <= 1 ? weight : DEFAULT_WEIGHT,
    caseSensitive: item.case === 'exact',
    source: patterns.join(combine === 'all' ? ' + ' : ', '),
  };
}

const PLAIN = {
  combine: 'any',
  within: 'sentence',
  with: [],
  without: [],
  weight: DEFAULT_WEIGHT,
  caseSensitive: false,
} as const;

/** The patterns under a key; undefined when one of them cannot be used. */
function readPatterns(item: JsonObject, key: string, spot: Spot, reading: WithLists): readonly string[] | undefined {
  if (!Object.hasOwn(item, key)) return [];
  const value = item[key];
  const path = [...spot.path, key];
  if (typeof value === 'string') return isUsable(value, { ...spot, path }, reading) ? [value] : undefined;
  if (!Array.isArray(value)) return undefined;
  const usable = value.map((each: unknown, index) =>
    typeof each === 'string' && isUsable(each, { ...spot, path: [...path, index] }, reading) ? each : undefined,
  );
  return usable.every((each) => each !== undefined) ? usable : undefined;
}

function within(value: unknown): Within {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : 'sentence';
}

/** Whether a pattern can be used; says what is wrong where it cannot. */
function isUsable(source: string, { path, language }: Spot, { lists, report }: WithLists): boolean {
  const { pattern, problem } = parsePattern(source);
  if (!pattern) {
    report({ ...problem, path, at: 'value' });
    return false;
  }
  const names = listNames(pattern);
  const unknown = names.find((name) => !Object.hasOwn(lists, name));
  if (unknown !== undefined) {
    report({ key: 'codebook.unknownList', args: [unknown, Object.keys(lists).join(', ')], path, at: 'value' });
    return false;
  }
  const empty = names.find((name) => lists[name]?.[language].length === 0);
  if (empty !== undefined) report({ key: 'codebook.listWithoutLanguage', args: [empty, language], path, at: 'value' });
  return empty === undefined;
}
