/** Rows of small whole numbers as short texts: those below 32 take one sign. As in the mappings of source maps (base64 VLQ). */

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** Bits of a number that one sign holds; one more says that the number goes on. */
const BITS = 5;
const GOES_ON = 1 << BITS;

/** By character code; what is no sign counts as 0. */
const VALUES = new Uint8Array(128);
for (let value = 0; value < SIGNS.length; value++) VALUES[SIGNS.charCodeAt(value)] = value;

/** `numbers`: from 0 up to 2^31 - 1. */
export function packNumbers(numbers: Iterable<number>): string {
  const signs: string[] = [];
  for (const number of numbers) {
    let rest = number;
    for (; rest >= GOES_ON; rest >>>= BITS) signs.push(SIGNS.charAt((rest & (GOES_ON - 1)) | GOES_ON));
    signs.push(SIGNS.charAt(rest));
  }
  return signs.join('');
}

export function unpackNumbers(text: string): Int32Array {
  // No more numbers than signs.
  const numbers = new Int32Array(text.length);
  let count = 0;
  let shift = 0;
  for (let at = 0; at < text.length; at++) {
    const value = VALUES[text.charCodeAt(at)] ?? 0;
    numbers[count] = (numbers[count] ?? 0) | ((value & (GOES_ON - 1)) << shift);
    shift += BITS;
    if (value >= GOES_ON) continue;
    count += 1;
    shift = 0;
  }
  return numbers.subarray(0, count);
}

/** A number of either sign as one that is not negative, small where it is near 0. */
export function unsigned(number: number): number {
  return number < 0 ? -2 * number - 1 : 2 * number;
}

/** The opposite of `unsigned`. */
export function signed(number: number): number {
  return (number & 1) === 1 ? -(number + 1) / 2 : number / 2;
}

/** Takes the numbers of a packed row one after the other. */
export class NumberTaker {
  readonly #numbers: Int32Array;
  #at = 0;

  constructor(text: string) {
    this.#numbers = unpackNumbers(text);
  }

  get hasMore(): boolean {
    return this.#at < this.#numbers.length;
  }

  /** 0 behind the end. */
  next(): number {
    return this.#numbers[this.#at++] ?? 0;
  }

  nextSigned(): number {
    return signed(this.next());
  }
}
