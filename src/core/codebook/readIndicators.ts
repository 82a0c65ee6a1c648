/** Reads indicators; reports those that cannot match or are half, and leaves these out. */
import { isJsonObject, type JsonObject } from '../annotation/fields.js';
import type { Combine, Indicator, Negated, Within } from './codebook.js';
import { isUsable, type Lang, perLanguage, type Spot, type WithLists } from './readPatterns.js';
import { USUAL_INDICATOR } from './usualIndicator.js';
import type { YamlPath } from './yamlSource.js';

/** What one indicator is worth when its author does not say: alone enough for a suggestion, yet far from certain. */
export const DEFAULT_WEIGHT = 0.6;

/** More patterns in a row say less than they cost. */
export const MAX_ORDER = 8;

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

function isChance(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 1;
}

/** What an indicator looks for, whatever it weighs. */
function meaningOf({ weight: _, fitted: __, source: ___, ...meaning }: Indicator): string {
  return JSON.stringify(meaning);
}

/** By the key that holds the patterns of an indicator: how they go together. */
const COMBINES: Readonly<Record<string, Combine>> = { any: 'any', all: 'all', order: 'order', does: 'roles' };

function readIndicator(item: unknown, spot: Spot, reading: WithLists): Indicator | undefined {
  if (typeof item === 'string') {
    return isUsable(item, spot, reading) ? { ...PLAIN, patterns: [item], source: item } : undefined;
  }
  if (!isJsonObject(item)) return undefined;
  const key = combiningKey(item, spot, reading);
  if (key === undefined) return undefined;
  const read = (name: string): readonly string[] | undefined => readPatterns(item, name, spot, reading);
  const parts = {
    patterns: read(key),
    who: read('who'),
    to: read('to'),
    with: read('with'),
    without: read('without'),
    near: read('near'),
    notNear: read('not-near'),
  };
  // Without one of its conditions an indicator would find more than its author meant: all of it or nothing.
  if (!isComplete(parts) || parts.patterns.length === 0) return undefined;
  const combine = COMBINES[key] ?? 'any';
  return {
    ...PLAIN,
    ...parts,
    combine,
    within: within(item.within),
    negated: negated(item.negated),
    weight: isChance(item.weight) ? item.weight : DEFAULT_WEIGHT,
    fitted: isChance(item.fitted) ? item.fitted : undefined,
    caseSensitive: item.case === 'exact',
    source: sourceOf(combine, parts),
  };
}

/** The one key that says what to find; undefined, and reported, where there is none or more, or a part of it is missing. */
function combiningKey(item: JsonObject, { path }: Spot, { report }: WithLists): string | undefined {
  const [key, second] = Object.keys(COMBINES).filter((each) => Object.hasOwn(item, each));
  const role = ['who', 'to'].find((each) => Object.hasOwn(item, each));
  const tell = (problem: 'codebook.anyOrAll' | 'codebook.rolesWithoutDoes' | 'codebook.doesAlone', at: YamlPath) => {
    report({ key: problem, args: role === undefined ? [] : [role], path: at, at: 'value' });
    return undefined;
  };
  if (role !== undefined && key !== undefined && key !== 'does')
    return tell('codebook.rolesWithoutDoes', [...path, role]);
  if (role !== undefined && key === undefined) return tell('codebook.rolesWithoutDoes', [...path, role]);
  if (key === undefined || second !== undefined) return tell('codebook.anyOrAll', path);
  if (key === 'does' && role === undefined) return tell('codebook.doesAlone', [...path, 'does']);
  const patterns = item[key];
  if (key === 'order' && (!Array.isArray(patterns) || patterns.length < 2 || patterns.length > MAX_ORDER)) {
    report({ key: 'codebook.orderLength', args: [MAX_ORDER], path: [...path, 'order'], at: 'value' });
    return undefined;
  }
  return key;
}

const PLAIN = { ...USUAL_INDICATOR, weight: DEFAULT_WEIGHT, fitted: undefined } as const;

type Parts = Pick<Indicator, 'patterns' | 'who' | 'to' | 'with' | 'without' | 'near' | 'notNear'>;

function isComplete(parts: { [Key in keyof Parts]: Parts[Key] | undefined }): parts is Parts {
  return Object.values(parts).every((part) => part !== undefined);
}

/** What stands between the patterns of an indicator where it is shown. */
const JOINTS: Readonly<Record<Combine, string>> = { any: ', ', all: ' + ', order: ' … ', roles: ', ' };

function sourceOf(combine: Combine, { patterns, who, to }: Parts): string {
  const does = patterns.join(JOINTS[combine]);
  return combine === 'roles' ? [who.join(', '), does, to.join(', ')].filter(Boolean).join(' → ') : does;
}

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
  if (value === 'clause') return 'clause';
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : 'sentence';
}

function negated(value: unknown): Negated {
  return value === 'only' || value === 'any' ? value : 'skip';
}
