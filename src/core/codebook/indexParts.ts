/** From codebooks to the parts of a language's index: the work of compiling, done by the build for the codebooks that ship. */
import type { AutomatonParts } from './automaton.js';
import { AutomatonBuilder } from './automatonBuilder.js';
import type { Codebook, Indicator } from './codebook.js';
import { enabledCodes } from './enabledCodes.js';
import { parsePattern } from './pattern.js';
import type { PATTERN_LISTS } from './patternLists.js';
import { type PatternTraits, traitsOf } from './patternTraits.js';
import { type CodedLanguage, ListResolver, resolvePattern } from './resolvePattern.js';

type PatternNumbers = Readonly<Record<(typeof PATTERN_LISTS)[number], readonly number[]>>;

export interface IndicatorParts extends PatternNumbers {
  /** Index into `codes`. */
  readonly code: number;
  /** Which of its code's it is. */
  readonly at: number;
  /** Of patterns that must all be there the one that fits the fewest words; -1: any of them makes it worth a look. */
  readonly trigger: number;
}

export interface CodeParts {
  readonly path: string;
  /** Index into `codes`, always lower than the code's own; -1 for a top code. */
  readonly parent: number;
  /** Index into `notHere`. */
  readonly notHere: number;
}

/** All that an index is made of beside the codebooks themselves, as plain data. */
export interface IndexParts {
  readonly codes: readonly CodeParts[];
  readonly indicators: readonly IndicatorParts[];
  /** Patterns that cover words, list by list: many codes have the same. */
  readonly notHere: readonly (readonly number[])[];
  /** By pattern number. */
  readonly traits: readonly PatternTraits[];
  readonly automaton: AutomatonParts;
}

/** Compiles in steps of a few milliseconds at most, between which the caller may do other work. */
export function* compileIndexParts(
  codebooks: readonly Codebook[],
  language: CodedLanguage,
  enabled: ReadonlySet<string>,
): Generator<void, IndexParts> {
  const compiling = new Compiling(language);
  for (const [index, codebook] of codebooks.entries()) {
    yield* compiling.addCodebook(codebook, new ListResolver(codebook.lists, language, String(index)), enabled);
  }
  return compiling.parts();
}

class Compiling {
  readonly #language: CodedLanguage;
  readonly #automaton = new AutomatonBuilder();
  readonly #codes: CodeParts[] = [];
  readonly #indicators: IndicatorParts[] = [];
  readonly #notHere: (readonly number[])[] = [];
  /** Patterns that read alike get one number. */
  readonly #numbers = new Map<string, number>();
  /** By pattern number: how many tests a word can pass to begin it. */
  readonly #breadths: number[] = [];
  readonly #traits: PatternTraits[] = [];

  constructor(language: CodedLanguage) {
    this.#language = language;
  }

  *addCodebook(codebook: Codebook, lists: ListResolver, enabled: ReadonlySet<string>): Generator<void> {
    const everywhere = this.#notHere.push(this.#phrases(codebook.notHere[this.#language], lists)) - 1;
    const numbers = new Map<string, number>();
    for (const { code, parent } of enabledCodes(codebook, enabled)) {
      const parentNumber = parent ? (numbers.get(parent.code.path) ?? -1) : -1;
      const inherited = this.#codes[parentNumber]?.notHere ?? everywhere;
      const own = this.#phrases(code.notHere[this.#language], lists);
      const notHere =
        own.length > 0 ? this.#notHere.push([...(this.#notHere[inherited] ?? []), ...own]) - 1 : inherited;
      const number = this.#codes.push({ path: code.path, parent: parentNumber, notHere }) - 1;
      numbers.set(code.path, number);
      for (const [at, indicator] of code.indicators[this.#language].entries()) {
        this.#addIndicator({ code: number, at }, indicator, lists);
        yield;
      }
    }
  }

  parts(): IndexParts {
    return {
      ...{ codes: this.#codes, indicators: this.#indicators, notHere: this.#notHere, traits: this.#traits },
      automaton: this.#automaton.parts(),
    };
  }

  #phrases(sources: readonly string[], lists: ListResolver): readonly number[] {
    return sources.flatMap((source) => this.#pattern(source, lists, false) ?? []);
  }

  #addIndicator(place: Pick<IndicatorParts, 'code' | 'at'>, indicator: Indicator, lists: ListResolver): void {
    const numbersOf = (sources: readonly string[]): readonly number[] | undefined => {
      const numbers = sources.map((source) => this.#pattern(source, lists, indicator.caseSensitive));
      return numbers.every((number) => number !== undefined) ? numbers : undefined;
    };
    const numbers = {
      patterns: numbersOf(indicator.patterns),
      who: numbersOf(indicator.who),
      to: numbersOf(indicator.to),
      with: numbersOf(indicator.with),
      without: numbersOf(indicator.without),
      near: numbersOf(indicator.near),
      notNear: numbersOf(indicator.notNear),
    };
    // An indicator with an unreadable part would find more, or something else, than its author meant.
    if (!isWhole(numbers) || numbers.patterns.length === 0) return;
    const { combine } = indicator;
    const needsEach = combine === 'all' || combine === 'order';
    this.#indicators.push({ ...place, ...numbers, trigger: needsEach ? this.#rarest(numbers.patterns) : -1 });
  }

  #rarest(patterns: readonly number[]): number {
    const breadth = (pattern: number): number => this.#breadths[pattern] ?? 0;
    return [...patterns].sort((a, b) => breadth(a) - breadth(b))[0] ?? -1;
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

function isWhole(
  numbers: { [Key in keyof PatternNumbers]: PatternNumbers[Key] | undefined },
): numbers is PatternNumbers {
  return Object.values(numbers).every((each) => each !== undefined);
}
