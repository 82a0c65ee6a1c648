/**
 * From plain data to a codebook. What is wrong in shape has been reported by the schema check and is passed over here, so that
 * the rest works; what no schema can see (ids that clash, patterns that cannot match) is reported here.
 */
import { isJsonObject, type JsonObject } from '../annotation/fields.js';
import type { Finding } from './checkSchema.js';
import type { Appearance, Bilingual, Code, Codebook, Derived, Scoring, WordLists } from './codebook.js';
import { codebookSchema } from './codebookSchema.js';
import { readIndicators } from './readIndicators.js';
import { type PatternReading, readLists, readPhrases } from './readPatterns.js';
import type { YamlPath } from './yamlSource.js';

/** Top codes without a colour take these in turn. */
const SPARE_COLORS = 6;

/** What goes down the tree of codes. */
interface Inherited {
  readonly path: string;
  readonly appearance: Appearance;
  readonly color: string | undefined;
}

export interface Reading extends PatternReading {
  readonly lists: WordLists;
  readonly report: (finding: Finding) => void;
  /** Line of the value at a path, for messages that point at two places. */
  readonly lineOf: (path: YamlPath) => number;
}

/** `fallbackId` is for a codebook whose own id is missing or not usable. */
export function readCodebook(
  value: JsonObject,
  reading: Omit<Reading, 'lists'>,
  fallbackId: string,
): Codebook | undefined {
  const id = isId(value.id) ? value.id : fallbackId;
  const lists = readLists(value.lists, reading);
  const inherited = { path: id, appearance: 'background' as const, color: undefined };
  const codes = readCodes(value.codes, ['codes'], inherited, { ...reading, lists });
  if (codes.length === 0) return undefined;
  const { version } = value;
  return {
    id,
    version: typeof version === 'number' && Number.isInteger(version) && version > 0 ? version : 1,
    title: bilingual(value.title, id),
    description: bilingual(value.description),
    source: typeof value.source === 'string' ? value.source : '',
    lists,
    notHere: readPhrases(value['not-here'], ['not-here'], { ...reading, lists }),
    codes,
  };
}

function readCodes(value: unknown, path: YamlPath, inherited: Inherited, reading: Reading): readonly Code[] {
  if (!Array.isArray(value)) return [];
  const firstOf = new Map<string, number>();
  return value.flatMap((item: unknown, index) => {
    if (!isJsonObject(item) || !isId(item.id)) return [];
    const first = firstOf.get(item.id);
    if (first !== undefined) {
      const args = [item.id, reading.lineOf([...path, first, 'id'])];
      reading.report({ key: 'codebook.duplicateId', args, path: [...path, index, 'id'], at: 'value' });
      return [];
    }
    firstOf.set(item.id, index);
    const spare = inherited.color ?? `extra${(index % SPARE_COLORS) + 1}`;
    return [readCode(item, [...path, index], { ...inherited, color: spare }, reading)];
  });
}

function readCode(value: JsonObject, path: YamlPath, inherited: Inherited, reading: Reading): Code {
  const id = String(value.id);
  const own = {
    path: `${inherited.path}/${id}`,
    appearance: oneOf(value.appearance, APPEARANCES) ?? inherited.appearance,
    color: oneOf(value.color, COLORS) ?? inherited.color ?? 'extra1',
  };
  const examples = isJsonObject(value.examples) ? value.examples : {};
  return {
    id,
    ...own,
    name: bilingual(value.name, id),
    definition: bilingual(value.definition),
    useWhen: bilingual(value['use-when']),
    notWhen: bilingual(value['not-when']),
    examples: { nl: texts(examples.nl), en: texts(examples.en) },
    enabledByDefault: value.default !== 'off',
    indicators: readIndicators(value.indicators, [...path, 'indicators'], reading),
    notHere: readPhrases(value['not-here'], [...path, 'not-here'], reading),
    derived: readDerived(value.derived),
    scoring: readScoring(value.scoring),
    codes: readCodes(value.codes, [...path, 'codes'], own, reading),
  };
}

const APPEARANCES: readonly Appearance[] = ['background', 'underline', 'margin'];
const COLORS = (codebookSchema.definitions?.code?.properties?.color?.enum ?? []).map(String);
const WITHIN = ['sentence', 'paragraph'] as const;

function readDerived(value: unknown): Derived | undefined {
  if (!isJsonObject(value)) return undefined;
  const within = texts(value.within).flatMap((text) => oneOf(text, WITHIN) ?? []);
  const all = texts(value.all);
  return all.length > 0 && within.length > 0 ? { all, within } : undefined;
}

function readScoring(value: unknown): Code['scoring'] {
  const given = isJsonObject(value) ? value : {};
  const of = (language: unknown): Partial<Scoring> =>
    isJsonObject(language) ? Object.fromEntries(Object.entries(language).filter(isScoringEntry)) : {};
  return { nl: of(given.nl), en: of(given.en) };
}

const SCORING_KEYS = ['base', 'few', 'balanced', 'many'];

function isScoringEntry([key, value]: [string, unknown]): boolean {
  return SCORING_KEYS.includes(key) && typeof value === 'number' && value >= 0 && value <= 1;
}

function oneOf<T extends string>(value: unknown, allowed: readonly T[]): T | undefined {
  return allowed.find((each) => each === value);
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z0-9][a-z0-9-]{0,63}$/.test(value);
}

/** A codebook that gives one language uses it for both. */
function bilingual(value: unknown, otherwise = ''): Bilingual {
  const given = isJsonObject(value) ? value : {};
  const nl = typeof given.nl === 'string' ? given.nl : undefined;
  const en = typeof given.en === 'string' ? given.en : undefined;
  return { nl: nl ?? en ?? otherwise, en: en ?? nl ?? otherwise };
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
