/** The patterns of one language as one automaton, and the tables from patterns back to indicators and codes. */
import { Automaton } from './automaton.js';
import {
  allCodes,
  type Code,
  type Codebook,
  type Combine,
  codebookVersion,
  type Indicator,
  type Negated,
  type Scoring,
  topCodePath,
  type Within,
} from './codebook.js';
import type { IndexParts, IndicatorParts } from './indexParts.js';
import { indicatorId } from './indicatorId.js';
import type { PatternTraits } from './patternTraits.js';
import type { CodedLanguage } from './resolvePattern.js';

export interface CompiledIndicator {
  /** Index into `indicators`. */
  readonly number: number;
  /** The same for the same indicator of the same code, whatever it weighs and whatever stands around it: `indicatorId`. */
  readonly id: string;
  /** As its author wrote it. */
  readonly written: Indicator;
  /** Index into `codes`. */
  readonly code: number;
  readonly combine: Combine;
  /** Pattern numbers, as in `Indicator`. In the order of the author. */
  readonly patterns: readonly number[];
  readonly who: readonly number[];
  readonly to: readonly number[];
  readonly within: Within;
  readonly with: readonly number[];
  readonly without: readonly number[];
  readonly near: readonly number[];
  readonly notNear: readonly number[];
  readonly negated: Negated;
  /** 0..1: fitted, or the author's. */
  readonly weight: number;
  /** By pattern number: the pattern as its author wrote it. */
  readonly sources: ReadonlyMap<number, string>;
}

export interface CompiledCode {
  readonly path: string;
  /** `interventions@1` */
  readonly codebook: string;
  /** Index into `codes`, always lower than the code's own; -1 for a top code. */
  readonly parent: number;
  /** Index into `codes` of the code at the top of its branch; its own for a top code. */
  readonly top: number;
  /** How its branch is scored. */
  readonly scoring: Partial<Scoring>;
  /** `not-here` patterns that cover words for this code: its codebook's, its parents' and its own. */
  readonly notHere: readonly number[];
}

export interface LanguageIndex {
  readonly language: CodedLanguage;
  readonly automaton: Automaton;
  readonly codes: readonly CompiledCode[];
  readonly indicators: readonly CompiledIndicator[];
  /** By pattern number: the indicators to look at when it is found. */
  readonly triggers: readonly (readonly number[])[];
  /** By pattern number: whether it is a `not-here` phrase. */
  readonly isNotHere: readonly boolean[];
  /** By pattern number: what negations do to it. */
  readonly traits: readonly PatternTraits[];
}

/**
 * The index that the parts make, for the codebooks that they were made from; undefined for others. In steps of a few milliseconds
 * at most, between which the caller may do other work.
 */
export function* languageIndexOf(
  parts: IndexParts,
  codebooks: readonly Codebook[],
  language: CodedLanguage,
): Generator<void, LanguageIndex | undefined> {
  const automaton = new Automaton(parts.automaton);
  yield;
  const written = new Map(
    codebooks.flatMap((codebook) =>
      [...allCodes(codebook.codes)].map((code) => [code.path, { code, codebook }] as const),
    ),
  );
  const codes: CompiledCode[] = [];
  const codeOf: Code[] = [];
  for (const { path, parent, notHere } of parts.codes) {
    const own = written.get(path);
    if (!own) return undefined;
    codes.push({
      ...{ path, parent, codebook: codebookVersion(own.codebook), top: codes[parent]?.top ?? codes.length },
      scoring: written.get(topCodePath(path))?.code.scoring[language] ?? {},
      notHere: parts.notHere[notHere] ?? [],
    });
    codeOf.push(own.code);
  }
  const indicators: CompiledIndicator[] = [];
  for (const each of parts.indicators) {
    const code = codeOf[each.code];
    const indicator = code?.indicators[language][each.at];
    if (!code || !indicator) return undefined;
    indicators.push(new IndicatorInIndex(each, indicator, { number: indicators.length, path: code.path, language }));
    yield;
  }
  const triggers: number[][] = parts.traits.map(() => []);
  indicators.forEach(({ patterns }, index) => {
    const rarest = parts.indicators[index]?.trigger ?? -1;
    for (const pattern of rarest < 0 ? patterns : [rarest]) triggers[pattern]?.push(index);
  });
  const isNotHere = parts.traits.map(() => false);
  for (const patterns of parts.notHere) for (const pattern of patterns) isNotHere[pattern] = true;
  return { language, automaton, codes, indicators, triggers, isNotHere, traits: parts.traits };
}

interface InIndex {
  readonly number: number;
  /** Of its code. */
  readonly path: string;
  readonly language: CodedLanguage;
}

/** What few indicators are asked for is worked out when it is: there are hundreds, and all are made before a first text is read. */
class IndicatorInIndex implements CompiledIndicator {
  readonly number: number;
  readonly written: Indicator;
  readonly code: number;
  readonly combine: Combine;
  readonly patterns: readonly number[];
  readonly who: readonly number[];
  readonly to: readonly number[];
  readonly within: Within;
  readonly with: readonly number[];
  readonly without: readonly number[];
  readonly near: readonly number[];
  readonly notNear: readonly number[];
  readonly negated: Negated;
  readonly weight: number;
  readonly #place: InIndex;
  /** As in `IndicatorParts`. */
  readonly #patterns: readonly number[];
  #id: string | undefined;
  #sources: ReadonlyMap<number, string> | undefined;

  constructor(parts: IndicatorParts, written: Indicator, place: InIndex) {
    this.#place = place;
    this.#patterns = parts.patterns;
    this.number = place.number;
    this.written = written;
    this.code = parts.code;
    this.combine = written.combine;
    this.patterns = written.combine === 'order' ? parts.patterns : withoutRepeats(parts.patterns);
    this.who = parts.who;
    this.to = parts.to;
    this.within = written.within;
    this.with = parts.with;
    this.without = parts.without;
    this.near = parts.near;
    this.notNear = parts.notNear;
    this.negated = written.negated;
    this.weight = written.fitted ?? written.weight;
  }

  get id(): string {
    this.#id ??= indicatorId(this.#place.path, this.#place.language, this.written);
    return this.#id;
  }

  get sources(): ReadonlyMap<number, string> {
    this.#sources ??= new Map([
      ...sourcesOf(this.to, this.written.to),
      ...sourcesOf(this.who, this.written.who),
      ...sourcesOf(this.#patterns, this.written.patterns),
    ]);
    return this.#sources;
  }
}

function withoutRepeats(numbers: readonly number[]): readonly number[] {
  const unique = new Set(numbers);
  return unique.size < numbers.length ? [...unique] : numbers;
}

function sourcesOf(numbers: readonly number[], sources: readonly string[]): readonly (readonly [number, string])[] {
  return numbers.map((number, index) => [number, sources[index] ?? '']);
}
