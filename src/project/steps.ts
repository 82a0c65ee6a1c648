/** What a person decides, step by step: kept, undone and done again. */
import type { Change } from '../core/annotation/annotation.js';
import { invertChanges } from '../core/annotation/change.js';
import type { Message } from '../core/message.js';
import type { Decisions } from './decisions.js';
import { type FileChange, History, type Step, type StepOutcome } from './history.js';
import { invertFile, type StepFiles } from './stepFiles.js';
import type { TaskQueue } from './taskQueue.js';

export interface StepsParts {
  readonly tasks: TaskQueue;
  readonly decisions: Decisions;
  readonly files: StepFiles;
  now(): Date;
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
  async apply(
    label: string,
    changes: readonly Change[],
    files: readonly FileChange[] = [],
  ): Promise<readonly Message[]> {
    const { tasks, decisions, files: stepFiles, coder: coderNow, now, decided } = this.#parts;
    const coder = coderNow();
    if (files.length === 0) decisions.place(coder, changes);
    return tasks.inOrder(async () => {
      const put = await stepFiles.putAll(files);
      if (!put.isDone) return put.messages;
      if (files.length > 0) decisions.place(coder, changes);
      const kept = await decisions.keep(coder, changes);
      this.#history.push({ label, at: now(), coder, changes: kept.flatMap((each) => each.changes), files });
      decided();
      return kept.flatMap(({ messages }) => messages);
    });
  }

  /** As `Project.undo`. */
  undo(): Promise<StepOutcome | undefined> {
    return this.#parts.tasks.inOrder(async () => {
      const step = this.#history.done.at(-1);
      if (!step) return undefined;
      const again = await this.#again(step, {
        changes: invertChanges(step.changes),
        files: (step.files ?? []).map(invertFile).reverse(),
      });
      this.#history.wasUndone(step, {
        changes: again.handled,
        files: filesOf(step, again.files.concat(again.left)),
        reverse: { changes: invertChanges(again.changes), files: filesOf(step, again.files) },
      });
      this.#parts.decided();
      return { label: step.label, messages: again.messages };
    });
  }

  /** As `Project.redo`. */
  redo(): Promise<StepOutcome | undefined> {
    return this.#parts.tasks.inOrder(async () => {
      const step = this.#history.undone[0];
      if (!step) return undefined;
      const again = await this.#again(step, { changes: step.changes, files: step.files ?? [] });
      this.#history.wasRedone(step, {
        changes: again.handled,
        files: filesOf(step, again.files.concat(again.left)),
        reverse: { changes: again.changes, files: filesOf(step, again.files) },
      });
      this.#parts.decided();
      return { label: step.label, messages: again.messages };
    });
  }

  async #again(step: Step, { changes, files }: Required<Pick<Step, 'changes' | 'files'>>) {
    const { decisions } = this.#parts;
    const put = await this.#parts.files.putEach(files);
    decisions.place(step.coder, changes);
    const kept = await decisions.keep(step.coder, changes);
    const done = new Set(kept.flatMap(({ isKept, document, coder }) => (isKept ? [`${coder}\n${document}`] : [])));
    return {
      handled: step.changes.filter(({ document, coder = step.coder }) => done.has(`${coder}\n${document}`)),
      changes: kept.flatMap((each) => each.changes),
      files: put.done.map(({ uri }) => uri),
      left: put.left.map(({ uri }) => uri),
      messages: [...put.messages, ...kept.flatMap((each) => each.messages)],
    };
  }

  get undoLabel(): string | undefined {
    return this.#history.undoLabel;
  }

  get redoLabel(): string | undefined {
    return this.#history.redoLabel;
  }
}

/** Those of the step's files that are meant; each is in a step once. */
function filesOf({ files = [] }: Step, uris: readonly string[]): readonly FileChange[] {
  return files.filter(({ uri }) => uris.includes(uri));
}
