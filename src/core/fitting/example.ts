/** Labelled sentences as numbers: which indicators fire in them, and which codes coders gave them. */
import type { CompiledCodebooks } from '../codebook/compile.js';
import type { LanguageIndex } from '../codebook/languageIndex.js';
import type { CodedLanguage } from '../codebook/resolvePattern.js';
import { firedInSentence } from '../detection/detect.js';
import { scoreOf } from '../detection/logit.js';
import type { ParsedBlock } from '../text/policyText.js';
import type { Judged } from './thresholds.js';

/** A sentence that coders judged. */
export interface Labelled {
  readonly id: string;
  readonly language: CodedLanguage;
  /** The collection or document that it was taken from. */
  readonly source: string;
  readonly text: string;
  /** Ids of top codes. */
  readonly codes: readonly string[];
  /** How much it counts; 1 for an ordinary one. */
  readonly weight: number;
}

export interface Example {
  readonly labelled: Labelled;
  /** Numbers of the indicators that fire, in rising order. */
  readonly fired: readonly number[];
}

/** One code in one language: what there is to fit. */
export interface Problem {
  readonly codePath: string;
  readonly language: CodedLanguage;
  /** Numbers of the indicators of the code and all below it, in rising order. */
  readonly indicators: readonly number[];
  /** All labelled sentences of the language. */
  readonly examples: readonly Example[];
}

/** `parsed` is the sentence read as a block of its own; where it falls into several, all of them speak. */
export function exampleOf(compiled: CompiledCodebooks, labelled: Labelled, parsed: ParsedBlock): Example {
  const { text } = labelled;
  const fired = parsed.sentences.flatMap((sentence) =>
    firedInSentence(compiled, parsed.language, { sentence, text }).map(({ indicator }) => indicator.number),
  );
  return { labelled, fired: [...new Set(fired)].sort((a, b) => a - b) };
}

/** One problem for every top code that coders gave at all, in the order of the codebooks. */
export function problemsOf(
  index: LanguageIndex,
  language: CodedLanguage,
  examples: readonly Example[],
): readonly Problem[] {
  const given = new Set(examples.flatMap(({ labelled }) => labelled.codes));
  return index.codes.flatMap(({ path, parent }, top): Problem[] => {
    if (parent >= 0 || !given.has(idOf(path))) return [];
    const own = index.indicators.filter(({ code }) => index.codes[code]?.top === top);
    return [{ codePath: path, language, indicators: own.map(({ number }) => number), examples }];
  });
}

/** The score of every example as the codebooks and settings in force have it, and whether something speaks for the code. */
export function judge(
  compiled: CompiledCodebooks,
  { codePath, language, indicators, examples }: Problem,
): readonly (Judged & { readonly hasEvidence: boolean })[] {
  const scoring = compiled.scoring(language);
  const top = compiled.index(language)?.codes.findIndex(({ path }) => path === codePath) ?? -1;
  const own = new Set(indicators);
  return examples.map(({ fired, labelled }) => {
    const adds = fired.filter((number) => own.has(number)).map((number) => scoring?.adds[number] ?? 0);
    const logOdds = adds.reduce((sum, each) => sum + each, scoring?.base[top] ?? 0);
    const isThere = hasCode(labelled, codePath);
    return { score: scoreOf(logOdds), isThere, weight: labelled.weight, hasEvidence: adds.some((each) => each > 0) };
  });
}

/** Whether coders gave a sentence a code, by the path of a top code. */
export function hasCode({ codes }: Labelled, codePath: string): boolean {
  return codes.includes(idOf(codePath));
}

function idOf(codePath: string): string {
  return codePath.split('/')[1] ?? '';
}
