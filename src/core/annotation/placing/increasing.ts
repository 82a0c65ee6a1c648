/** The longest chain of pairs that ascends on both sides. */
import type { Run } from './uniqueRuns.js';

/** `runs` ascend by `old`. Patience sorting: n log n. */
export function increasing(runs: readonly Run[]): readonly Run[] {
  const tails: number[] = [];
  const previous: number[] = [];
  runs.forEach(({ now }, index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((runs[tails[middle] ?? 0]?.now ?? 0) < now) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  });
  const chain: Run[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) {
    const run = runs[at];
    if (run) chain.push(run);
  }
  return chain.reverse();
}
