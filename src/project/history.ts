/** What a person did to annotations, step by step, across documents: undone and done again in order. */
import type { Change } from '../core/annotation/annotation.js';

/** One step: whatever one command did, be it to one annotation or to hundreds. */
export interface Step {
  /** As the command named it, in the user's language. */
  readonly label: string;
  readonly changes: readonly Change[];
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

  /** `step`, the last done, has been undone; `changes` is what doing it again means now. */
  undone(step: Step, changes: readonly Change[]): void {
    this.#move(step, changes, this.#done, this.#undone);
  }

  /** `step`, the last undone, has been done again; `changes` is what it did now. */
  redone(step: Step, changes: readonly Change[]): void {
    this.#move(step, changes, this.#undone, this.#done);
  }

  #move(step: Step, changes: readonly Change[], from: Step[], to: Step[]): void {
    const index = from.lastIndexOf(step);
    if (index < 0) return;
    from.splice(index, 1);
    to.push({ label: step.label, changes });
  }
}
