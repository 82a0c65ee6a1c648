/**
 * A value whose strings stand in a text that ships with it anyway: instead of each string where it begins and how long it is.
 * The indicators of a codebook are nearly all strings of its YAML.
 */
import { NumberTaker, packNumbers, unsigned } from './packedNumbers.js';

export interface Quoted {
  /** As JSON has it, with `null` for every string that stands in the text. */
  readonly shape: unknown;
  /** For each of these, in order: how far it begins from the end of the one before, and its length. */
  readonly places: string;
}

/** `value`: as JSON has it, without `null`. */
export function quoteStrings(value: unknown, text: string): Quoted {
  const places: number[] = [];
  let end = 0;
  const shape: unknown = JSON.parse(
    JSON.stringify(value, (_key, each: unknown) => {
      if (typeof each !== 'string' || each === '') return each;
      const start = nearest(each, text, end);
      if (start < 0) return each;
      places.push(unsigned(start - end), each.length);
      end = start + each.length;
      return null;
    }),
  );
  return { shape, places: packNumbers(places) };
}

function nearest(part: string, text: string, to: number): number {
  const after = text.indexOf(part, to);
  const before = text.lastIndexOf(part, to);
  return before < 0 || (after >= 0 && after - to <= to - before) ? after : before;
}

/** The value again. Uses up the shape. */
export function unquoteStrings({ shape, places }: Quoted, text: string): unknown {
  const taker = new NumberTaker(places);
  let end = 0;
  const filled = (part: unknown): unknown => {
    if (part === null) {
      const start = end + taker.nextSigned();
      end = start + taker.next();
      return text.slice(start, end);
    }
    if (Array.isArray(part)) for (let at = 0; at < part.length; at++) part[at] = filled(part[at]);
    else if (typeof part === 'object') fillIn(part, filled);
    return part;
  };
  return filled(shape);
}

function fillIn(record: object, filled: (part: unknown) => unknown): void {
  // Of a value that JSON gave, all keys are its own strings.
  const fields = record as Record<string, unknown>;
  for (const key in fields) {
    const value = fields[key];
    if (typeof value === 'object') fields[key] = filled(value);
  }
}
