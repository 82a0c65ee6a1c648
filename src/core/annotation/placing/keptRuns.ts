/** Which runs of a diff are words that stayed, and which are chance: "the" and "of" are in every text. */
import type { Run } from './uniqueRuns.js';

interface Sizes {
  readonly oldLength: number;
  readonly newLength: number;
  /** Whether the new side is a stretch of a longer text: what surrounds the runs there was not typed. */
  readonly isOpen?: boolean;
}

/**
 * A run is dropped when it is no longer than what was changed on each side of it, as a semantic clean-up of a diff does
 * (N. Fraser, Diff Strategies, 2006), again until nothing more is. One that touches an end of the gap goes on in what is matched.
 */
export function kept(runs: readonly Run[], { oldLength, newLength, isOpen = false }: Sizes): readonly Run[] {
  const next = [...runs];
  next.reverse();
  const done: Run[] = [];
  while (next.length > 0) {
    const run = next.pop();
    if (!run) break;
    const first = { old: 0, now: isOpen ? run.now : 0, length: 0 };
    const last = { old: oldLength, now: isOpen ? run.now + run.length : newLength, length: 0 };
    const before = done.at(-1) ?? first;
    const after = next.at(-1) ?? last;
    const changedBefore = changed(before, run);
    const changedAfter = changed(run, after);
    if (run.length > Math.min(changedBefore, changedAfter) || Math.min(changedBefore, changedAfter) === 0) {
      done.push(run);
      continue;
    }
    // What stood before it may not stand any more, now that the change is larger.
    const again = done.pop();
    if (again) next.push(again);
  }
  return done;
}

/** Words between two runs, on the side that has more of them. */
function changed(before: Run, after: Run): number {
  return Math.max(after.old - before.old - before.length, after.now - before.now - before.length);
}
