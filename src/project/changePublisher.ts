/** Tells listeners what has changed: many small changes in one event, so that views need not wait for quiet themselves. */
import type { Disposable, Surroundings } from './ports.js';
import type { ProjectChange } from './state.js';

/** Milliseconds. Short enough to look immediate while typing, long enough to gather a burst of keystrokes or files. */
const QUIET = 80;

export type ChangeListener = (change: ProjectChange) => void;

export interface ChangeParts {
  readonly documents?: Iterable<string>;
  readonly codebooks?: boolean;
  readonly problems?: boolean;
  readonly history?: boolean;
}

export class ChangePublisher {
  readonly #later: Surroundings['later'];
  readonly #listeners = new Set<ChangeListener>();
  #documents = new Set<string>();
  #codebooks = false;
  #problems = false;
  #history = false;
  #cancel: (() => void) | undefined;

  constructor({ later }: Pick<Surroundings, 'later'>) {
    this.#later = later;
  }

  /** A listener that throws keeps neither the others from hearing nor the project from going on; its error is thrown later. */
  onDidChange(listener: ChangeListener): Disposable {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  /** Published together with what else comes within 80 ms. */
  note(parts: ChangeParts): void {
    for (const uri of parts.documents ?? []) this.#documents.add(uri);
    this.#codebooks ||= parts.codebooks ?? false;
    this.#problems ||= parts.problems ?? false;
    this.#history ||= parts.history ?? false;
    this.#cancel ??= this.#later(QUIET, () => this.publish());
  }

  /** Publishes now what has been noted; nothing when nothing has. */
  publish(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    const change: ProjectChange = {
      documents: this.#documents,
      codebooks: this.#codebooks,
      problems: this.#problems,
      history: this.#history,
    };
    this.#documents = new Set();
    this.#codebooks = this.#problems = this.#history = false;
    if (change.documents.size === 0 && !change.codebooks && !change.problems && !change.history) return;
    for (const listener of this.#listeners) {
      try {
        listener(change);
      } catch (error) {
        this.#later(0, () => {
          throw error;
        });
      }
    }
  }

  dispose(): void {
    this.#cancel?.();
    this.#cancel = () => {};
    this.#listeners.clear();
  }
}
