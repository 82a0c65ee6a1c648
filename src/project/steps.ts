/** What a person decides, step by step: kept, undone and done again. */
import type { Change } from '../core/annotation/annotation.js';
import { invertChanges } from '../core/annotation/change.js';
import type { Message } from '../core/message.js';
import type { Decisions } from './decisions.js';
import { type FileChange, History, type Step, type StepOutcome } from './history.js';
import type { DocumentRef } from './state.js';
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

/** What is decided in one document of a step over many. */
export interface StepPart {
  readonly document: DocumentRef;
  readonly changes: readonly Change[];
}

/** A step over so many documents that somebody may want to stop on the way. */
export interface LongStep {
  /** What is going to be done, in the user's language: marks the versions that are kept before. */
  readonly intent: string;
  /** What the step is called when it has changed so many annotations. */
  label(count: number): string;
  /** Asked for the next part when the last one is kept; must not wait for the project to be idle. To end early is to stop. */
  readonly parts: AsyncIterable<StepPart>;
}

/** What came of it, whether or not it was stopped. */
export interface LongStepOutcome extends StepOutcome {
  /** How many annotations were changed, and in how many documents. */
  readonly count: number;
  readonly documents: number;
}

/** Changes of one step beyond which a version is kept before, as before a bulk action. */
const MANY = 20;

export class Steps {
  readonly #parts: StepsParts;
  readonly #history = new History();

  constructor(parts: StepsParts) {
    this.#parts = parts;
  }

  /**
   * Decides, as one step that can be undone under `label`. Says what was changed elsewhere, or not kept: of that nothing remains.
   * `files` belong to the step: they are written before all else, and where one of them is not as the step takes it to be, nothing
   * of the step is done.
   */
  async apply(
    label: string,
    changes: readonly Change[],
    files: readonly FileChange[] = [],
  ): Promise<readonly Message[]> {
    const { tasks, decisions, files: stepFiles, coder: coderNow, now, decided } = this.#parts;
    const coder = coderNow();
    if (files.length === 0) decisions.place(coder, changes);
    return tasks.inOrder(async () => {
      const put = await stepFiles.putAll(files, label);
      if (!put.isDone) return put.messages;
      if (files.length > 0) decisions.place(coder, changes);
      const kept = await decisions.keep(coder, changes, isBulk(changes) ? label : undefined);
      this.#history.push({ label, at: now(), coder, changes: kept.flatMap((each) => each.changes), files });
      decided();
      return kept.flatMap(({ messages }) => messages);
    });
  }

  /** Decides document by document, as one step. Where it is stopped, or fails, what was done until then is the step. */
  applyLong({ intent, label, parts }: LongStep): Promise<LongStepOutcome> {
    const { tasks, decisions, coder: coderNow, now, decided } = this.#parts;
    const coder = coderNow();
    return tasks.inOrder(async () => {
      const changes: Change[] = [];
      const messages: Message[] = [];
      try {
        for await (const part of parts) {
          decisions.meet(part.document);
          decisions.place(coder, part.changes);
          for (const kept of await decisions.keep(coder, part.changes, intent)) {
            for (const change of kept.changes) changes.push(change);
            messages.push(...kept.messages);
          }
        }
      } finally {
        this.#history.push({ label: label(changes.length), at: now(), coder, changes });
        decided();
      }
      const documents = new Set(changes.map(({ document }) => document)).size;
      return { label: label(changes.length), count: changes.length, documents, messages };
    });
  }

  /** Takes note, inside a task that runs in order, of what was done to files there, so that it is a step like any other. */
  note(label: string, files: readonly FileChange[]): void {
    const { coder, now, decided } = this.#parts;
    this.#history.push({ label, at: now(), coder: coder(), changes: [], files });
    decided();
  }

  /** Undoes the last step; undefined when there is none. What cannot be written now can still be undone later. */
  undo(): Promise<StepOutcome | undefined> {
    return this.#parts.tasks.inOrder(async () => {
      const step = this.done.at(-1);
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

  /** Does again the step that was undone last; undefined when there is none. */
  redo(): Promise<StepOutcome | undefined> {
    return this.#parts.tasks.inOrder(async () => {
      const [step] = this.undone;
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

  /** Undoes steps, the last one first, until `step` is undone, or as far as it goes. Gives them in the order of undoing. */
  undoTo(step: Step): Promise<readonly StepOutcome[]> {
    return this.#until(
      () => this.done.includes(step),
      () => this.done.length,
      () => this.undo(),
    );
  }

  /** Does steps again until `step` is done, or as far as it goes. */
  redoTo(step: Step): Promise<readonly StepOutcome[]> {
    return this.#until(
      () => this.undone.includes(step),
      () => this.undone.length,
      () => this.redo(),
    );
  }

  async #until(
    isLeft: () => boolean,
    howMany: () => number,
    turn: () => Promise<StepOutcome | undefined>,
  ): Promise<readonly StepOutcome[]> {
    const outcomes: StepOutcome[] = [];
    while (isLeft()) {
      const before = howMany();
      const outcome = await turn();
      if (outcome) outcomes.push(outcome);
      // What could not be turned wholly is still there: trying again would not end.
      if (howMany() >= before) break;
    }
    return outcomes;
  }

  /** In the order in which they were done. */
  get done(): readonly Step[] {
    return this.#history.done;
  }

  /** In the order in which they would be done again. */
  get undone(): readonly Step[] {
    return this.#history.undone;
  }

  get undoLabel(): string | undefined {
    return this.#history.undoLabel;
  }

  get redoLabel(): string | undefined {
    return this.#history.redoLabel;
  }
}

function isBulk(changes: readonly Change[]): boolean {
  return changes.length > MANY || new Set(changes.map(({ document }) => document)).size > 1;
}

/** Those of the step's files that are meant; each is in a step once. */
function filesOf({ files = [] }: Step, uris: readonly string[]): readonly FileChange[] {
  return files.filter(({ uri }) => uris.includes(uri));
}
