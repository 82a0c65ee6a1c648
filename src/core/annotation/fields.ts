/** Reads one object of untrusted JSON field by field, and remembers what is wrong and what it did not know. */
import type { UnknownFields } from './annotation.js';
import type { JsonPath } from './jsonPlace.js';

/** What is wrong with a field. `expected` is in the words of JSON Schema (`string`, `integer`, `array` ...). */
export interface FieldProblem {
  readonly path: JsonPath;
  readonly expected: string;
}

export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The fields of one object. Every reading method notes a problem for a value of the wrong type (or a missing one, unless
 * `absent` is given) and then returns `absent` or an empty value, so that reading goes on and finds the other problems.
 */
export class Fields {
  readonly #object: JsonObject;
  readonly #path: () => JsonPath;
  readonly #problems: FieldProblem[];
  readonly #known: string[] = [];

  /** `path` is asked for only when there is a problem. */
  constructor(object: unknown, path: () => JsonPath, problems: FieldProblem[]) {
    this.#path = path;
    this.#problems = problems;
    this.#object = isJsonObject(object) ? object : {};
    if (!isJsonObject(object)) problems.push({ path: path(), expected: 'object' });
  }

  /** Each field is asked for once. */
  value(name: string): unknown {
    if (!Object.hasOwn(this.#object, name)) return undefined;
    this.#known.push(name);
    return this.#object[name];
  }

  #valueOr(name: string, absent: unknown): unknown {
    const value = this.value(name);
    return value === undefined ? absent : value;
  }

  path(name: string): JsonPath {
    return [...this.#path(), name];
  }

  problem(name: string, expected: string): void {
    this.#problems.push({ path: this.path(name), expected });
  }

  text(name: string, absent?: string): string {
    const value = this.#valueOr(name, absent);
    if (typeof value === 'string') return value;
    this.problem(name, 'string');
    return absent ?? '';
  }

  number(name: string): number {
    const value = this.value(name);
    if (typeof value === 'number') return value;
    this.problem(name, 'number');
    return 0;
  }

  /** A whole number from `least` up. */
  offset(name: string, least: number): number {
    const value = this.value(name);
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least) return value;
    this.problem(name, `integer >= ${least}`);
    return least;
  }

  list(name: string, absent?: readonly unknown[]): readonly unknown[] {
    const value = this.#valueOr(name, absent);
    if (Array.isArray(value)) return value;
    this.problem(name, 'array');
    return [];
  }

  texts(name: string, absent?: readonly string[]): readonly string[] {
    const items = this.list(name, absent);
    const texts = items.filter((item) => typeof item === 'string');
    if (texts.length < items.length) this.problem(name, 'array of string');
    return texts;
  }

  /** The fields that nobody asked for, to be spread into the result. */
  unknown(): { readonly unknown?: UnknownFields } {
    if (Object.keys(this.#object).length === this.#known.length) return {};
    const rest = Object.entries(this.#object).filter(([name]) => !this.#known.includes(name));
    return { unknown: Object.fromEntries(rest) };
  }
}
