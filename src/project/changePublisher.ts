/** Tells listeners what has changed: many small changes in one event, so that views need not wait for quiet themselves. */
import type { Disposable, Surroundings } from './ports.js';
import type { ProjectChange } from './state.js';

/**
 * Milliseconds without a further change. Where codings are others, views go through all of them, which in a text of 1 MB costs
 * as much as several keystrokes: they wait for the pause between two bursts of typing. The editor itself moves the marks along
 * meanwhile.
 */
const QUIET = 120;

/** Milliseconds after which what has changed is told in any case, however long the typing or the reading goes on. */
const LONGEST_WAIT = 480;

/**
 * How much longer than the views last took both waits are at least: with ten thousand annotations they take as much as many
 * keystrokes, and must not take it after each.
 */
const QUIET_PER_COST = 10;
const WAIT_PER_COST = 40;

/** Milliseconds that count as cost at most: whoever looks up from the keyboard sees what is so within a second. */
const MOST_COST = 80;

/**
 * Milliseconds of telling at a stretch. Each view goes through all codings of a text that is new, and all of them together would
 * keep the editor waiting: it comes in between two of them.
 */
const SLICE = 12;

export type ChangeListener = (change: ProjectChange) => void;

export interface ChangeParts {
  readonly documents?: Iterable<string>;
  /** Those of `documents` in which more happened to the codings than that they were pushed along. */
  readonly recoded?: Iterable<string>;
  readonly codebooks?: boolean;
  readonly problems?: boolean;
  readonly history?: boolean;
}

/** A change, and who has not heard of it yet. */
interface Telling {
  readonly change: ProjectChange;
  readonly listeners: ChangeListener[];
  /** Milliseconds that the others took. */
  cost: number;
}

export class ChangePublisher {
  readonly #surroundings: Pick<Surroundings, 'later' | 'elapsed' | 'pause'>;
  readonly #listeners = new Set<ChangeListener>();
  #documents = new Set<string>();
  #recoded = new Set<string>();
  #codebooks = false;
  #problems = false;
  #history = false;
  #cancel: (() => void) | undefined;
  /** When the first change that waits was noted; undefined when none waits. */
  #since: number | undefined;
  /** Milliseconds that listeners took when codings were last others. */
  #cost = 0;
  /** In the order in which they happened. */
  #tellings: Telling[] = [];
  /** Whether telling goes on by itself, after a pause. */
  #isTelling = false;

  constructor(surroundings: Pick<Surroundings, 'later' | 'elapsed' | 'pause'>) {
    this.#surroundings = surroundings;
  }

  /** A listener that throws keeps neither the others from hearing nor the project from going on; its error is thrown later. */
  onDidChange(listener: ChangeListener): Disposable {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  /** Published together with what else comes soon. */
  note(parts: ChangeParts): void {
    for (const uri of parts.documents ?? []) this.#documents.add(uri);
    for (const uri of parts.recoded ?? []) this.#recoded.add(uri);
    this.#codebooks ||= parts.codebooks ?? false;
    this.#problems ||= parts.problems ?? false;
    this.#history ||= parts.history ?? false;
    const now = this.#surroundings.elapsed();
    this.#since ??= now;
    this.#cancel?.();
    const quiet = Math.max(QUIET, QUIET_PER_COST * this.#cost);
    const longest = Math.max(LONGEST_WAIT, WAIT_PER_COST * this.#cost);
    const wait = Math.max(0, Math.min(quiet, this.#since + longest - now));
    this.#cancel = this.#surroundings.later(wait, () => this.publish());
  }

  /** Publishes now what has been noted; nothing when nothing has. */
  publish(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#since = undefined;
    const change: ProjectChange = {
      documents: this.#documents,
      recoded: this.#recoded,
      codebooks: this.#codebooks,
      problems: this.#problems,
      history: this.#history,
    };
    this.#documents = new Set();
    this.#recoded = new Set();
    this.#codebooks = this.#problems = this.#history = false;
    if (change.documents.size === 0 && !change.codebooks && !change.problems && !change.history) return;
    this.#tellings.push({ change, listeners: [...this.#listeners], cost: 0 });
    if (!this.#isTelling) this.#tell();
  }

  /** At once as far as a slice of time goes, and the rest after a pause. */
  #tell(): void {
    const { elapsed, pause } = this.#surroundings;
    const end = elapsed() + SLICE;
    this.#isTelling = true;
    while (elapsed() < end) {
      const next = this.#nextToTell();
      if (!next) {
        this.#isTelling = false;
        return;
      }
      const began = elapsed();
      this.#tellOne(next.listener, next.telling.change);
      next.telling.cost += elapsed() - began;
    }
    void pause().then(() => this.#tell());
  }

  #nextToTell(): { readonly listener: ChangeListener; readonly telling: Telling } | undefined {
    for (let telling = this.#tellings[0]; telling; telling = this.#tellings[0]) {
      const listener = telling.listeners.shift();
      // Somebody who is gone need not hear of it any more.
      if (listener && this.#listeners.has(listener)) return { listener, telling };
      if (listener) continue;
      this.#tellings.shift();
      if (telling.change.recoded.size > 0) this.#cost = Math.min(MOST_COST, telling.cost);
    }
    return undefined;
  }

  #tellOne(listener: ChangeListener, change: ProjectChange): void {
    try {
      listener(change);
    } catch (error) {
      this.#surroundings.later(0, () => {
        throw error;
      });
    }
  }

  dispose(): void {
    this.#cancel?.();
    this.#cancel = () => {};
    this.#listeners.clear();
    this.#tellings = [];
  }
}
