/**
 * In what the distance between two targets is counted: offsets as they are, or offsets without the white space that plain
 * text leaves out. The second ones hold where lines or columns were broken otherwise; of the old text only the quotations
 * tell how much white space there was.
 */
import type { Candidate } from './candidates.js';
import type { PlainText } from './plainText.js';
import type { Sought } from './sought.js';

export interface Coordinates {
  /** Of each target, in the old text. */
  readonly starts: readonly number[];
  startOf(candidate: Candidate): number;
  /** Offset in the plain text. */
  toOffset(coordinate: number): number;
}

/** Evidence of candidates that are compared, and by how much two neighbours may disagree for it to count. */
const CLEAR = 8;
const MOST_DRIFT = 400;

export function coordinatesOf(
  plain: PlainText,
  sought: readonly Sought[],
  candidates: readonly (readonly Candidate[])[],
): Coordinates {
  const asIs: Coordinates = {
    starts: sought.map(({ target }) => target.start),
    startOf: ({ span }) => plain.starts[span.start] ?? 0,
    toOffset: (offset) => plainBefore(plain, offset),
  };
  const bare: Coordinates = {
    starts: bareStarts(sought),
    startOf: ({ span }) => span.start,
    toOffset: (offset) => offset,
  };
  return drift(bare, candidates) < drift(asIs, candidates) ? bare : asIs;
}

function plainBefore({ starts, text }: PlainText, offset: number): number {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Quotations around a place by which the share of white space is told. */
const AROUND = 4;

/** Old offsets without white space, as far as the quotations tell: each stretch between two in the measure of those near it. */
function bareStarts(sought: readonly Sought[]): readonly number[] {
  const shares = sought.map((_, index) => {
    const near = sought.slice(Math.max(0, index - AROUND), index + AROUND + 1);
    const bare = near.reduce((sum, { quote }) => sum + quote.length, 1);
    return bare / near.reduce((sum, { target }) => sum + Math.min(target.quote.length, target.end - target.start), 1);
  });
  let at = 0;
  let before = 0;
  return sought.map(({ target }, index) => {
    at += (target.start - before) * Math.min(1, shares[index] ?? 1);
    before = target.start;
    return Math.round(at);
  });
}

/** How much neighbours disagree about how far the text has moved. */
function drift({ starts, startOf }: Coordinates, candidates: readonly (readonly Candidate[])[]): number {
  let sum = 0;
  let last: number | undefined;
  candidates.forEach(([best, second], index) => {
    if (!best || best.evidence < CLEAR || (second && second.evidence > best.evidence - 4)) return;
    const shift = startOf(best) - (starts[index] ?? 0);
    if (last !== undefined) sum += Math.min(MOST_DRIFT, Math.abs(shift - last));
    last = shift;
  });
  return sum;
}
