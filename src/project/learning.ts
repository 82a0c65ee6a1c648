/**
 * Keeps what was learned up with what is decided. It follows from the annotations, so that undoing a decision undoes what was
 * learned from it, and nothing is stored. Only texts that are read need it: it begins with the first of them.
 */
import type { Codebook } from '../core/codebook/codebook.js';
import type { CompiledCodebooks } from '../core/codebook/compile.js';
import type { LearnedOfCode } from '../core/detection/lessons.js';
import type { Overlay } from '../core/detection/scoring.js';
import type { BlockReading } from './blockReading.js';
import type { Folders } from './folders.js';
import type { FolderDecisions, LearnedFromPassages } from './learnedFrom.js';
import type { Adoption, LearningFile } from './learningFile.js';
import type { CodeReport } from './learningReport.js';
import type { Disposable, Surroundings } from './ports.js';
import type { TaskQueue } from './taskQueue.js';

/** Milliseconds between one time and the next: a person who decides fast should not wait for it. */
const PAUSE = 300;

/** Passages may be in any language that is coded. */
const LANGUAGES = ['nl', 'en'] as const;

/** The pause is so many times as long as learning took: after thousands of decisions it leaves the rest its time. */
const SHARE = 3;

export interface LearningParts {
  readonly surroundings: Pick<Surroundings, 'later' | 'elapsed' | 'pause'>;
  readonly tasks: TaskQueue;
  readonly folders: Folders;
  readonly reading: BlockReading;
  isOn(): boolean;
  codebooks(): readonly Codebook[];
  /** Those in force, without anything learned; undefined as long as they are being loaded. */
  compiled(): CompiledCodebooks | undefined;
  /** Something else was learned. */
  learned(): void;
}

export class Learning implements Disposable {
  readonly #parts: LearningParts;
  readonly #listeners = new Set<() => void>();
  #isAwake = false;
  #isDue = false;
  #last = Number.NEGATIVE_INFINITY;
  #pause = PAUSE;
  #cancel: (() => void) | undefined;
  #overlay: Overlay | undefined;
  /** What was learned, as text, to be compared. */
  #digest = '';

  constructor(parts: LearningParts) {
    this.#parts = parts;
  }

  /** What to add to what the codebooks say; undefined where nothing was learned. */
  get overlay(): Overlay | undefined {
    return this.#overlay;
  }

  onDidLearn(listener: () => void): Disposable {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  /** There is a text to read. */
  wake(): void {
    if (this.#isAwake) return;
    this.#isAwake = true;
    if (this.#isDue) this.changed();
  }

  /** Decisions, codebooks or the setting may be others: learns anew, soon. */
  changed(): void {
    this.#isDue = true;
    if (!this.#isAwake || this.#cancel) return;
    const { surroundings, tasks } = this.#parts;
    const wait = Math.max(0, this.#last + this.#pause - surroundings.elapsed());
    const learned = new Promise<void>((resolve) => {
      const cancel = surroundings.later(wait, () => resolve(this.#learn()));
      this.#cancel = () => {
        cancel();
        resolve();
      };
    });
    void tasks.track(learned);
  }

  async #learn(): Promise<void> {
    const { reading, surroundings, isOn, learned } = this.#parts;
    this.#cancel = undefined;
    this.#isDue = false;
    const isAny = isOn() && this.#decisions().some(({ files }) => files.length > 0);
    if (isAny) await this.#prepare();
    // Getting codebooks ready is not learning, and gives way to other work.
    const begin = surroundings.elapsed();
    const found = this.read().flatMap((each) => each.learned);
    if (isAny) {
      this.#last = surroundings.elapsed();
      this.#pause = Math.max(PAUSE, SHARE * (this.#last - begin));
    }
    const digest = digestOf(found);
    if (digest !== this.#digest) {
      this.#digest = digest;
      this.#overlay = found.length > 0 ? reading.library?.overlayOf(found) : undefined;
      learned();
    }
    for (const listener of this.#listeners) listener();
  }

  /** Gets ready what texts are read with, and the codebooks in force, which may be others by the time that they are. */
  async #prepare(): Promise<void> {
    const { reading, surroundings, compiled: compiledNow } = this.#parts;
    await reading.load();
    let compiled: CompiledCodebooks | undefined;
    while (compiled !== compiledNow()) {
      compiled = compiledNow();
      if (compiled) for (const language of LANGUAGES) await reading.prepare(compiled, language, surroundings);
    }
  }

  /** What the decisions of this moment teach, and these decisions; nothing where learning is off. */
  read(): readonly LearnedFromPassages[] {
    const { isOn, codebooks, compiled: compiledNow, reading } = this.#parts;
    const compiled = compiledNow();
    const folders = this.#decisions();
    const isNothing = !isOn() || !compiled || folders.every(({ files }) => files.length === 0);
    if (isNothing || !reading.library) return [];
    return reading.library.learnedFrom({ folders, codebooks: codebooks(), compiled, reading });
  }

  /** What the decisions of this moment teach, for a person to read. */
  report(): readonly CodeReport[] {
    const compiled = this.#parts.compiled();
    return (compiled && this.#parts.reading.library?.learningReport(this.read(), compiled)) ?? [];
  }

  #decisions(): readonly FolderDecisions[] {
    return this.#parts.folders.all().map(({ annotations, learning }) => ({
      files: annotations.all(),
      beginnings: learning.beginnings,
    }));
  }

  /** Whether decisions are left out. */
  get isForgotten(): boolean {
    return this.#parts.folders.all().some(({ learning }) => learning.beginnings.since !== undefined);
  }

  /** Begins anew: of what was decided until `now` nothing counts. Rejects where a folder cannot be written in. */
  async forget(now: Date): Promise<void> {
    await this.#change((file) => file.change({ since: now.toISOString() }));
  }

  /** All decisions count again. */
  async remember(): Promise<void> {
    await this.#change((file) => file.change({ since: undefined }));
  }

  /** What was learned of a codebook until then is written in it. */
  async adopted(adoption: Adoption): Promise<void> {
    await this.#change((file) => file.change({ adopted: [...file.beginnings.adopted, adoption] }));
  }

  async #change(change: (file: LearningFile) => Promise<void>): Promise<void> {
    for (const { annotations, learning } of this.#parts.folders.all()) {
      if (annotations.all().length > 0 || learning.beginnings.since !== undefined) await change(learning);
    }
    this.changed();
  }

  dispose(): void {
    this.#cancel?.();
    this.#listeners.clear();
  }
}

function digestOf(learned: readonly LearnedOfCode[]): string {
  return JSON.stringify(learned.map((each) => ({ ...each, indicators: [...each.indicators], words: [...each.words] })));
}
