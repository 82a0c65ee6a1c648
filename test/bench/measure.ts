/** Measuring time: rounds, medians, and how long other work has to wait. */

/** One line of docs/benchmarks.md. */
export interface Figure {
  readonly what: string;
  readonly value: string;
  /** What it is to be at most; empty where nothing was promised. */
  readonly target: string;
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function milliseconds(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0)} ms`;
}

/** Milliseconds of processor time that this process has used so far, the garbage collector's threads included. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export async function elapsed(work: () => unknown): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

/** The median of `rounds` times, after one that does not count. */
export async function medianTime(rounds: number, work: () => unknown): Promise<number> {
  await work();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push(await elapsed(work));
  return median(times);
}

/** Runs `work` and gives the longest stretch, in milliseconds, in which nothing else could run. */
export async function longestBlock(work: () => Promise<void>): Promise<number> {
  let last = performance.now();
  let longest = 0;
  let isDone = false;
  const tick = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isDone) setImmediate(tick);
  };
  setImmediate(tick);
  await work();
  isDone = true;
  return Math.max(longest, performance.now() - last);
}
