/** Fitted weights and thresholds as notes in the files of the codebooks that they are for. */
import type { Code, Codebook, Indicator, Scoring } from '../codebook/codebook.js';
import { noteInYaml, type YamlNote } from '../codebook/yamlEdit.js';
import type { YamlPath } from '../codebook/yamlSource.js';
import { rounded } from './fit.js';

const LANGUAGES = ['nl', 'en'] as const;

/** What a fit found; undefined where there was nothing to fit on, so that what is in the file from an earlier fit goes. */
export interface Findings {
  /** 0..1 */
  weightOf(indicator: Indicator): number | undefined;
  scoringOf(codePath: string, language: 'nl' | 'en'): Scoring | undefined;
}

/** `codebook` as read from `source` without any message: indicators stand in the one as they do in the other. */
export function writeFitted(source: string, codebook: Codebook, findings: Findings): string {
  const codes = placed(codebook.codes, ['codes']);
  const notes = codes.flatMap(([code, path]) => [
    scoringNote(code, path, findings),
    ...LANGUAGES.flatMap((language) =>
      code.indicators[language].map((indicator, index): YamlNote => {
        const weight = findings.weightOf(indicator);
        const value = weight === undefined ? undefined : String(rounded(weight, 2));
        return { path: [...path, 'indicators', language, index], key: 'fitted', value, after: ['weight'] };
      }),
    ),
  ]);
  return noteInYaml(source, notes);
}

function placed(codes: readonly Code[], path: YamlPath): readonly (readonly [Code, YamlPath])[] {
  return codes.flatMap((code, index) => {
    const here = [...path, index];
    return [[code, here] as const, ...placed(code.codes, [...here, 'codes'])];
  });
}

/** Before the indicators, where a reader of the file looks for what holds for all of them. */
const BEFORE_INDICATORS = [
  'id',
  'name',
  'default',
  'definition',
  'use-when',
  'not-when',
  'examples',
  'appearance',
  'color',
  'derived',
];

function scoringNote({ path: codePath }: Code, path: YamlPath, { scoringOf }: Findings): YamlNote {
  const perLanguage = LANGUAGES.flatMap((language) => {
    const scoring = scoringOf(codePath, language);
    return scoring ? [`${language}: ${flow(scoring)}`] : [];
  });
  const value = perLanguage.length > 0 ? `{ ${perLanguage.join(', ')} }` : undefined;
  return { path, key: 'scoring', value, after: BEFORE_INDICATORS };
}

function flow({ base, few, balanced, many }: Scoring): string {
  return `{ base: ${base}, few: ${few}, balanced: ${balanced}, many: ${many} }`;
}
