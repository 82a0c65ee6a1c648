/** What a person did to annotations, step by step, across documents: undone and done again in order. */
import type { Change } from '../core/annotation/annotation.js';
import type { Message } from '../core/message.js';

/** A text file that a step makes, changes or deletes beside annotations, whole: a codebook, an annotation file that moves. */
export interface FileChange {
  readonly uri: string;
  /** As it stood on disk, a byte order mark included; undefined where there was no file. */
  readonly before: string | undefined;
  /** Undefined where the file is deleted. */
  readonly after: string | undefined;
  /** Another file of the step, without which this one stays as it is: what is put in one place is taken from the other. */
  readonly with?: string;
}

/** One step: whatever one command did, be it to one annotation or to hundreds. */
export interface Step {
  /** As the command named it, in the user's language. */
  readonly label: string;
  /** When it was first done. */
  readonly at: Date;
  /** Who decided. Changes that say so are about annotations of somebody else. */
  readonly coder: string;
  readonly changes: readonly Change[];
  readonly files?: readonly FileChange[];
}

/** What became of a step that was undone or done again. */
export interface StepOutcome {
  readonly label: string;
  readonly messages: readonly Message[];
}

/** What was turned of a step: the rest of it stays where it was, and can be tried again. */
export interface Turned {
  /** Those of the step's changes and files that are done with. */
  readonly changes: readonly Change[];
  readonly files: readonly FileChange[];
  /** What turning them back means now; the direction of both is that of the step. */
  readonly reverse: Pick<Step, 'changes' | 'files'>;
}

/** A person goes back some steps, seldom a day's work; beyond these, versions of the files go further back. */
const MAX_STEPS = 2000;

/** Changes of all steps together, with one annotation or two in each: some hundred megabytes at most. */
const MAX_CHANGES = 200_000;

export class History {
  #done: Step[] = [];
  #undone: Step[] = [];

  get undoLabel(): string | undefined {
    return this.#done.at(-1)?.label;
  }

  get redoLabel(): string | undefined {
    return this.#undone.at(-1)?.label;
  }

  /** In the order in which they were done; the last one is undone next. */
  get done(): readonly Step[] {
    return this.#done;
  }

  /** In the order in which they would be done again. */
  get undone(): readonly Step[] {
    return [...this.#undone].reverse();
  }

  /** A new step: what was undone before it cannot be done again. */
  push(step: Step): void {
    if (step.changes.length === 0 && !step.files?.length) return;
    this.#done.push(step);
    this.#undone = [];
    this.#forgetOldest();
  }

  #forgetOldest(): void {
    let changes = 0;
    const tooOld = this.#done.findLastIndex((step, index) => {
      changes += step.changes.length;
      const isTooMuch = changes > MAX_CHANGES || this.#done.length - index > MAX_STEPS;
      // The last step can always be undone, however much it did.
      return isTooMuch && index < this.#done.length - 1;
    });
    this.#done.splice(0, tooOld + 1);
  }

  /** Takes what was undone of a step from what can be undone to what can be done again. */
  wasUndone(step: Step, turned: Turned): void {
    move(step, turned, { from: this.#done, to: this.#undone });
  }

  /** The other way round. */
  wasRedone(step: Step, turned: Turned): void {
    move(step, turned, { from: this.#undone, to: this.#done });
  }
}

function move(step: Step, turned: Turned, { from, to }: { readonly from: Step[]; readonly to: Step[] }): void {
  const index = from.lastIndexOf(step);
  if (index < 0) return;
  const rest = withParts(step, {
    changes: without(step.changes, turned.changes),
    files: without(step.files ?? [], turned.files),
  });
  from.splice(index, 1, ...rest);
  to.push(...withParts(step, turned.reverse));
}

/** Thousands of changes at once: one look for each. */
function without<Part>(all: readonly Part[], some: readonly Part[]): readonly Part[] {
  const gone = new Set(some);
  return all.filter((part) => !gone.has(part));
}

/** No step where nothing is left of it. */
function withParts(step: Step, { changes, files = [] }: Pick<Step, 'changes' | 'files'>): readonly Step[] {
  const { files: _, ...rest } = step;
  if (changes.length === 0 && files.length === 0) return [];
  return [{ ...rest, changes, ...(files.length > 0 ? { files } : {}) }];
}
