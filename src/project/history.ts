/** What a person did to annotations, step by step, across documents: undone and done again in order. */
import type { Change } from '../core/annotation/annotation.js';
import type { Message } from '../core/message.js';

/** One step: whatever one command did, be it to one annotation or to hundreds. */
export interface Step {
  /** As the command named it, in the user's language. */
  readonly label: string;
  /** Whose annotations were changed. */
  readonly coder: string;
  readonly changes: readonly Change[];
}

/** What became of a step that was undone or done again. */
export interface StepOutcome {
  readonly label: string;
  readonly messages: readonly Message[];
}

export class History {
  #done: Step[] = [];
  #undone: Step[] = [];

  get undoLabel(): string | undefined {
    return this.#done.at(-1)?.label;
  }

  get redoLabel(): string | undefined {
    return this.#undone.at(-1)?.label;
  }

  /** The step that would be undone next. */
  get lastDone(): Step | undefined {
    return this.#done.at(-1);
  }

  /** The step that would be done again next. */
  get lastUndone(): Step | undefined {
    return this.#undone.at(-1);
  }

  /** A new step: what was undone before it cannot be done again. */
  push(step: Step): void {
    if (step.changes.length === 0) return;
    this.#done.push(step);
    this.#undone = [];
  }

  /** Of `step`, `changes` have been undone; `again` is what doing them again means now. The rest can still be undone. */
  undone(step: Step, changes: readonly Change[], again: readonly Change[]): void {
    move(step, { changes, reverse: again, from: this.#done, to: this.#undone });
  }

  /** Of `step`, `changes` have been done again; `done` is what they did now. The rest can still be done again. */
  redone(step: Step, changes: readonly Change[], done: readonly Change[]): void {
    move(step, { changes, reverse: done, from: this.#undone, to: this.#done });
  }
}

interface Move {
  readonly changes: readonly Change[];
  readonly reverse: readonly Change[];
  readonly from: Step[];
  readonly to: Step[];
}

function move(step: Step, { changes, reverse, from, to }: Move): void {
  const index = from.lastIndexOf(step);
  if (index < 0) return;
  const rest = step.changes.filter((change) => !changes.includes(change));
  from.splice(index, 1, ...(rest.length > 0 ? [{ ...step, changes: rest }] : []));
  if (reverse.length > 0) to.push({ ...step, changes: reverse });
}
