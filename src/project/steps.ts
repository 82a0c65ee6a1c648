/** What a person decides, step by step: kept, undone and done again. */
import type { Change } from '../core/annotation/annotation.js';
import { invertChanges } from '../core/annotation/change.js';
import type { Message } from '../core/message.js';
import type { Decisions } from './decisions.js';
import { History, type Step, type StepOutcome } from './history.js';
import type { TaskQueue } from './taskQueue.js';

export interface StepsParts {
  readonly tasks: TaskQueue;
  readonly decisions: Decisions;
  /** Who decides now. */
  coder(): string;
  /** Something was decided, undone or done again. */
  decided(): void;
}

export class Steps {
  readonly #parts: StepsParts;
  readonly #history = new History();

  constructor(parts: StepsParts) {
    this.#parts = parts;
  }

  /** As `Project.apply`. */
  async apply(label: string, changes: readonly Change[]): Promise<readonly Message[]> {
    const { tasks, decisions, coder: coderNow, decided } = this.#parts;
    const coder = coderNow();
    decisions.place(coder, changes);
    return tasks.inOrder(async () => {
      const kept = await decisions.keep(coder, changes);
      this.#history.push({ label, coder, changes: kept.flatMap((each) => each.changes) });
      decided();
      return kept.flatMap(({ messages }) => messages);
    });
  }

  /** As `Project.undo`. */
  undo(): Promise<StepOutcome | undefined> {
    return this.#parts.tasks.inOrder(async () => {
      const step = this.#history.lastDone;
      if (!step) return undefined;
      const { handled, changes, messages } = await this.#again(step, invertChanges(step.changes));
      this.#history.undone(step, handled, invertChanges(changes));
      this.#parts.decided();
      return { label: step.label, messages };
    });
  }

  /** As `Project.redo`. */
  redo(): Promise<StepOutcome | undefined> {
    return this.#parts.tasks.inOrder(async () => {
      const step = this.#history.lastUndone;
      if (!step) return undefined;
      const { handled, changes, messages } = await this.#again(step, step.changes);
      this.#history.redone(step, handled, changes);
      this.#parts.decided();
      return { label: step.label, messages };
    });
  }

  async #again(step: Step, changes: readonly Change[]) {
    const { decisions } = this.#parts;
    decisions.place(step.coder, changes);
    const kept = await decisions.keep(step.coder, changes);
    const done = new Set(kept.flatMap(({ isKept, document }) => (isKept ? [document] : [])));
    return {
      handled: step.changes.filter(({ document }) => done.has(document)),
      changes: kept.flatMap((each) => each.changes),
      messages: kept.flatMap((each) => each.messages),
    };
  }

  get undoLabel(): string | undefined {
    return this.#history.undoLabel;
  }

  get redoLabel(): string | undefined {
    return this.#history.redoLabel;
  }
}
