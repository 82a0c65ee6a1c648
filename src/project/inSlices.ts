/** Long work in slices, so that the editor never waits for it. */
import type { Surroundings } from './ports.js';

/** Milliseconds that a slice takes at most: less than a frame of the editor. */
const SLICE = 12;

export type Slicing = Pick<Surroundings, 'pause' | 'elapsed'>;

/** Works for one slice; undefined when more is left. */
export function firstSlice<Result>(
  steps: Iterator<unknown, Result>,
  { elapsed }: Slicing,
): { readonly result: Result } | undefined {
  const begin = elapsed();
  for (;;) {
    const step = steps.next();
    if (step.done) return { result: step.value };
    if (elapsed() - begin >= SLICE) return undefined;
  }
}

/** Works to the end, giving way between the slices. Undefined when nobody wants the result any more. */
export async function inSlices<Result>(
  steps: Iterator<unknown, Result>,
  slicing: Slicing,
  isWanted: () => boolean = () => true,
): Promise<Result | undefined> {
  while (isWanted()) {
    const done = firstSlice(steps, slicing);
    if (done) return done.result;
    await slicing.pause();
  }
  return undefined;
}
