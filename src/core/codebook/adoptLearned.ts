/** Writes what was learned into the file of a codebook, so that it holds for everybody who uses it. */
import type { LearnedOfCode } from '../detection/lessons.js';
import { logit, sigmoid } from '../detection/logit.js';
import { DEFAULT_SCORING } from '../detection/scoring.js';
import type { Code, Codebook, Indicator, Scoring } from './codebook.js';
import { indicatorId } from './indicatorId.js';
import { appendInYaml } from './yamlAppend.js';
import { noteInYaml, type YamlNote } from './yamlEdit.js';
import type { YamlPath } from './yamlSource.js';

const LANGUAGES = ['nl', 'en'] as const;
type CodedLanguage = (typeof LANGUAGES)[number];

/** A base that moved less would change no threshold by a hundredth. */
const LEAST_SHIFT = 0.05;

/** A weight of nil or one would let nothing else count. */
const LEAST_WEIGHT = 0.01;

type Find = (codePath: string, language: CodedLanguage) => LearnedOfCode | undefined;

interface Placed {
  readonly code: Code;
  readonly path: YamlPath;
  readonly top: Code;
}

/**
 * The file with other weights, thresholds, words as indicators, and its next version; the same text where nothing was learned of
 * this codebook. `codebook` as read from `source` without any mistake: indicators stand in the one as they do in the other.
 */
export function adoptLearned(source: string, codebook: Codebook, learned: readonly LearnedOfCode[]): string {
  const find: Find = (codePath, language) =>
    learned.find((each) => each.codePath === codePath && each.language === language);
  const codes = codebook.codes.flatMap((top, index) => placed(top, ['codes', index], top));
  const notes = codes.flatMap((each) => [...thresholdNotes(each, find), ...weightNotes(each, find)]);
  const noted = codes.reduce((text, each) => withWords(text, each, find), noteInYaml(source, notes));
  if (noted === source) return source;
  return noteInYaml(noted, [{ path: [], key: 'version', value: String(codebook.version + 1), after: ['id'] }]);
}

function placed(code: Code, path: YamlPath, top: Code): readonly Placed[] {
  return [{ code, path, top }, ...code.codes.flatMap((child, index) => placed(child, [...path, 'codes', index], top))];
}

function weightNotes({ code, path, top }: Placed, find: Find): readonly YamlNote[] {
  return LANGUAGES.flatMap((language) => {
    const learned = find(top.path, language);
    if (!learned) return [];
    return code.indicators[language].flatMap((indicator, index): readonly YamlNote[] => {
      const delta = learned.indicators.get(indicatorId(code.path, language, indicator));
      const key = indicator.fitted === undefined ? 'weight' : 'fitted';
      const before = weightOf(indicator);
      const after = delta === undefined ? before : shifted(before, delta);
      if (after === before) return [];
      const place = [...path, 'indicators', language, index];
      return [{ path: place, key, value: String(after), after: key === 'fitted' ? ['weight'] : [] }];
    });
  });
}

/** The weight that counts. */
function weightOf({ weight, fitted }: Indicator): number {
  return fitted ?? weight;
}

function shifted(chance: number, delta: number): number {
  const moved = Math.round(100 * sigmoid(logit(chance) + delta)) / 100;
  return Math.min(1 - LEAST_WEIGHT, Math.max(LEAST_WEIGHT, moved));
}

/**
 * A code that is more, or less, likely altogether: its thresholds move the other way, which suggests the same and leaves the weights
 * alone, all of which count from the base.
 */
function thresholdNotes({ code, path, top }: Placed, find: Find): readonly YamlNote[] {
  if (code !== top) return [];
  const perLanguage = LANGUAGES.map((language) => ({ language, shift: find(code.path, language)?.base ?? 0 }));
  if (perLanguage.every(({ shift }) => Math.abs(shift) < LEAST_SHIFT)) return [];
  const parts = perLanguage.flatMap(({ language, shift }) => {
    const written = code.scoring[language];
    const isShifted = Math.abs(shift) >= LEAST_SHIFT;
    const values = isShifted ? thresholds({ ...DEFAULT_SCORING, ...written }, shift) : written;
    return Object.keys(values).length > 0 ? [`${language}: ${flow(values)}`] : [];
  });
  return [{ path, key: 'scoring', value: `{ ${parts.join(', ')} }`, after: ['id', 'name', 'default', 'definition'] }];
}

function thresholds({ base, few, balanced, many }: Scoring, shift: number): Scoring {
  return { base, few: shifted(few, -shift), balanced: shifted(balanced, -shift), many: shifted(many, -shift) };
}

function flow(values: Partial<Scoring>): string {
  return `{ ${Object.entries(values)
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ')} }`;
}

/** Words that were let in, each as an indicator of its own. */
function withWords(source: string, { code, path, top }: Placed, find: Find): string {
  if (code !== top) return source;
  return LANGUAGES.reduce((text, language) => {
    const base = code.scoring[language].base ?? DEFAULT_SCORING.base;
    const words = [...(find(code.path, language)?.words ?? [])];
    const entries = words.map(([word, adds]) => `{ any: ${JSON.stringify(word)}, weight: ${shifted(base, adds)} }`);
    return withIndicators(text, { code, path, language, entries });
  }, source);
}

interface NewIndicators {
  readonly code: Code;
  readonly path: YamlPath;
  readonly language: CodedLanguage;
  readonly entries: readonly string[];
}

function withIndicators(source: string, { code, path, language, entries }: NewIndicators): string {
  if (entries.length === 0) return source;
  const list = [...path, 'indicators', language];
  if (code.indicators[language].length > 0)
    return entries.reduce((text, each) => appendInYaml(text, list, each), source);
  const value = `[${entries.join(', ')}]`;
  const hasOther = LANGUAGES.some((other) => code.indicators[other].length > 0);
  const note = hasOther
    ? { path: [...path, 'indicators'], key: language, value, after: [] }
    : { path, key: 'indicators', value: `{ ${language}: ${value} }`, after: [] };
  return noteInYaml(source, [note]);
}
