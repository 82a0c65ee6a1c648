/** The patterns of one language as one automaton, and the tables from patterns back to indicators and codes. */
import { Automaton, AutomatonBuilder } from './automaton.js';
import {
  type Codebook,
  type Combine,
  codebookVersion,
  type Indicator,
  type Negated,
  type Scoring,
  topCodePath,
  type Within,
} from './codebook.js';
import { enabledCodes } from './enabledCodes.js';
import { indicatorId } from './indicatorId.js';
import { parsePattern } from './pattern.js';
import { type PatternTraits, traitsOf } from './patternTraits.js';
import { type CodedLanguage, ListResolver, resolvePattern } from './resolvePattern.js';

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

/** Builds in steps of a few milliseconds at most; the caller may do other work between them. Returns the index. */
export function* buildLanguageIndex(
  codebooks: readonly Codebook[],
  language: CodedLanguage,
  enabled: ReadonlySet<string>,
): Generator<void, LanguageIndex> {
  const building = new IndexBuilder(language);
  for (const [index, codebook] of codebooks.entries()) {
    yield* building.addCodebook(codebook, new ListResolver(codebook.lists, language, String(index)), enabled);
  }
  return building.build();
}

/** A code in the index that is being built. */
interface CodeEntry {
  readonly number: number;
  readonly path: string;
}

class IndexBuilder {
  readonly #language: CodedLanguage;
  readonly #automaton = new AutomatonBuilder();
  readonly #codes: CompiledCode[] = [];
  readonly #indicators: CompiledIndicator[] = [];
  readonly #notHere = new Set<number>();
  /** Patterns that read alike get one number. */
  readonly #numbers = new Map<string, number>();
  /** By pattern number: how many tests a word can pass to begin it. */
  readonly #breadths: number[] = [];
  readonly #traits: PatternTraits[] = [];

  constructor(language: CodedLanguage) {
    this.#language = language;
  }

  *addCodebook(codebook: Codebook, lists: ListResolver, enabled: ReadonlySet<string>): Generator<void> {
    const everywhere = this.#phrases(codebook.notHere[this.#language], lists);
    const numbers = new Map<string, number>();
    const scorings = new Map(codebook.codes.map(({ path, scoring }) => [path, scoring[this.#language]]));
    for (const { code, parent } of enabledCodes(codebook, enabled)) {
      const parentNumber = parent ? (numbers.get(parent.code.path) ?? -1) : -1;
      const inherited = this.#codes[parentNumber]?.notHere ?? everywhere;
      const own = this.#phrases(code.notHere[this.#language], lists);
      const number = this.#codes.push({
        path: code.path,
        top: this.#codes[parentNumber]?.top ?? this.#codes.length,
        scoring: scorings.get(topCodePath(code.path)) ?? {},
        codebook: codebookVersion(codebook),
        parent: parentNumber,
        notHere: own.length > 0 ? [...inherited, ...own] : inherited,
      });
      numbers.set(code.path, number - 1);
      for (const indicator of code.indicators[this.#language]) {
        this.#addIndicator({ number: number - 1, path: code.path }, indicator, lists);
        yield;
      }
    }
  }

  build(): LanguageIndex {
    const triggers: number[][] = Array.from(this.#numbers, () => []);
    this.#indicators.forEach((indicator, index) => {
      for (const pattern of this.#triggersOf(indicator)) triggers[pattern]?.push(index);
    });
    return {
      language: this.#language,
      automaton: new Automaton(this.#automaton),
      codes: this.#codes,
      indicators: this.#indicators,
      triggers,
      isNotHere: triggers.map((_, pattern) => this.#notHere.has(pattern)),
      traits: this.#traits,
    };
  }

  /** Any pattern of `any`; of `all`, which needs every one, the pattern that fits the fewest words. */
  #triggersOf({ combine, patterns }: CompiledIndicator): readonly number[] {
    const breadth = (pattern: number): number => this.#breadths[pattern] ?? 0;
    return combine === 'any' || combine === 'roles'
      ? patterns
      : [...patterns].sort((a, b) => breadth(a) - breadth(b)).slice(0, 1);
  }

  #phrases(sources: readonly string[], lists: ListResolver): readonly number[] {
    const numbers = sources.flatMap((source) => this.#pattern(source, lists, false) ?? []);
    for (const number of numbers) this.#notHere.add(number);
    return numbers;
  }

  #addIndicator(code: CodeEntry, indicator: Indicator, lists: ListResolver): void {
    const numbersOf = (sources: readonly string[]): readonly number[] | undefined => {
      const numbers = sources.map((source) => this.#pattern(source, lists, indicator.caseSensitive));
      return numbers.every((number) => number !== undefined) ? numbers : undefined;
    };
    const { combine, within, negated } = indicator;
    const parts = {
      patterns: numbersOf(indicator.patterns),
      who: numbersOf(indicator.who),
      to: numbersOf(indicator.to),
      with: numbersOf(indicator.with),
      without: numbersOf(indicator.without),
      near: numbersOf(indicator.near),
      notNear: numbersOf(indicator.notNear),
    };
    // An indicator with an unreadable part would find more, or something else, than its author meant.
    if (!isWhole(parts) || parts.patterns.length === 0) return;
    this.#indicators.push({
      ...{ number: this.#indicators.length, id: indicatorId(code.path, this.#language, indicator), written: indicator },
      ...{ code: code.number, combine, within, negated, weight: indicator.fitted ?? indicator.weight },
      ...parts,
      patterns: combine === 'order' ? parts.patterns : [...new Set(parts.patterns)],
      sources: new Map([
        ...sourcesOf(parts.to, indicator.to),
        ...sourcesOf(parts.who, indicator.who),
        ...sourcesOf(parts.patterns, indicator.patterns),
      ]),
    });
  }

  /** The number of a pattern; undefined when it cannot be read. */
  #pattern(source: string, lists: ListResolver, caseSensitive: boolean): number | undefined {
    const { pattern } = parsePattern(source, caseSensitive);
    const elements = pattern && resolvePattern(pattern, lists, caseSensitive);
    if (!pattern || !elements) return undefined;
    const key = elements.map((element) => element.key).join(' ');
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#automaton.add(elements);
    this.#numbers.set(key, number);
    this.#traits[number] = traitsOf(pattern, lists, this.#language);
    this.#breadths[number] = elements[0]?.rows.reduce((sum, row) => sum + (row[0]?.atoms.length ?? 0), 0) ?? 0;
    return number;
  }
}

type Parts = Pick<CompiledIndicator, 'patterns' | 'who' | 'to' | 'with' | 'without' | 'near' | 'notNear'>;

function isWhole(parts: { [Key in keyof Parts]: Parts[Key] | undefined }): parts is Parts {
  return Object.values(parts).every((part) => part !== undefined);
}

function sourcesOf(numbers: readonly number[], sources: readonly string[]): readonly (readonly [number, string])[] {
  return numbers.map((number, index) => [number, sources[index] ?? '']);
}
