/**
 * The word of a list that someone most likely meant, or undefined where none is near: at most one mistake for every three
 * letters, a swap of neighbours counting as one.
 */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  const wanted = word.toLowerCase();
  const ranked = candidates
    .map((candidate) => ({ candidate, distance: editDistance(wanted, candidate) }))
    .sort((a, b) => a.distance - b.distance);
  const [best] = ranked;
  const allowed = Math.max(1, Math.floor(wanted.length / 3));
  return best && best.distance <= allowed ? best.candidate : undefined;
}

/** Edit distance with swaps of neighbours (optimal string alignment; Damerau 1964). Meant for words, not for texts. */
export function editDistance(a: string, b: string): number {
  if (Math.max(a.length, b.length) > 100) return Number.POSITIVE_INFINITY;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const swap = isSwap ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      const replace = (last[column - 1] ?? 0) + cost;
      current.push(Math.min(replace, (last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, swap));
    }
    beforeLast = last;
    last = current;
  }
  return last.at(-1) ?? 0;
}
