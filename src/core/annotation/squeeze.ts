/** A text in which every run of white space counts as one space: the same words, however the lines are broken. */

export interface SqueezedText {
  readonly text: string;
  /** The offset in the original of a unit of `text`; for a space, where its run begins. */
  toOriginal(offset: number): number;
}

export function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ');
}

export function squeezeText(original: string): SqueezedText {
  // After the run that ends at breaks[i] (in the squeezed text), offsets differ by drifts[i].
  const breaks: number[] = [];
  const drifts: number[] = [];
  let drift = 0;
  for (const run of original.matchAll(/\s\s+/g)) {
    breaks.push(run.index - drift + 1);
    drift += run[0].length - 1;
    drifts.push(drift);
  }
  return {
    text: squeeze(original),
    toOriginal: (offset) => offset + (drifts[lastAtMost(breaks, offset)] ?? 0),
  };
}

/** Index of the last number that is at most `value` in a sorted list; -1 if none is. */
function lastAtMost(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
