/** Writes the files that a step changes beside annotations: only over what the step found or left there. */
import { type AnnotationFile, readAnnotationFile, writeAnnotationFile } from '../core/annotation/annotationFile.js';
import { mergeAnnotationFiles } from '../core/annotation/mergeFiles.js';
import { type Message, message } from '../core/message.js';
import { atomicWrite } from './atomicWrite.js';
import type { Folders } from './folders.js';
import type { FileChange } from './history.js';
import type { Surroundings } from './ports.js';
import { reasonOf } from './reason.js';
import type { Versions } from './versions.js';

export interface StepFilesParts {
  readonly surroundings: Pick<Surroundings, 'files' | 'newId'>;
  readonly folders: Folders;
  readonly versions: Versions;
  /** Told of every file that was written or deleted. */
  written(uri: string): void;
}

/** What became of one file. `done`: as it should be; `left`: it is another than expected, and was not touched. */
interface FileOutcome {
  readonly state: 'done' | 'left' | 'refused';
  readonly messages: readonly Message[];
}

/** What became of several, each for itself. */
export interface TurnedFiles {
  readonly done: readonly FileChange[];
  /** Changed by somebody else since: nothing more can be done with them. */
  readonly left: readonly FileChange[];
  readonly messages: readonly Message[];
}

export class StepFiles {
  readonly #parts: StepFilesParts;

  constructor(parts: StepFilesParts) {
    this.#parts = parts;
  }

  /** All of them or none: where one cannot be put, those before it are put back. */
  async putAll(
    changes: readonly FileChange[],
    label: string,
  ): Promise<{ readonly isDone: boolean; readonly messages: readonly Message[] }> {
    const done: FileChange[] = [];
    for (const change of changes) {
      const { state, messages } = await this.#put(change, label);
      if (state === 'done') {
        done.push(change);
        continue;
      }
      for (const each of done.reverse()) await this.#put(invertFile(each));
      return { isDone: false, messages };
    }
    return { isDone: true, messages: [] };
  }

  /** Each for itself: one that was changed by somebody else does not keep the others from it. */
  async putEach(changes: readonly FileChange[]): Promise<TurnedFiles> {
    const outcomes: { readonly change: FileChange; readonly outcome: FileOutcome }[] = [];
    for (const change of changes) {
      const other = changes.find(({ uri }) => uri === change.with);
      // What is wrong with the other one is said of that one.
      const isAlone = other !== undefined && !(await this.#canBePut(other));
      outcomes.push({ change, outcome: isAlone ? { state: 'left', messages: [] } : await this.#put(change) });
    }
    const those = (state: FileOutcome['state']) =>
      outcomes.flatMap(({ change, outcome }) => (outcome.state === state ? [change] : []));
    return {
      ...{ done: those('done'), left: those('left') },
      messages: outcomes.flatMap(({ outcome }) => outcome.messages),
    };
  }

  async #canBePut({ uri, before, after }: FileChange): Promise<boolean> {
    const current = await this.#parts.surroundings.files.read(uri).then(textOf, () => undefined);
    return current === before || current === after;
  }

  async #keepVersion(uri: string, label: string | undefined): Promise<void> {
    const { folders, versions } = this.#parts;
    if (!folders.holding(uri)?.annotations.owns(uri)) return;
    await (label === undefined ? versions.beforeWrite(uri) : versions.beforeBulk(uri, label));
  }

  async #put(change: FileChange, label?: string): Promise<FileOutcome> {
    const { surroundings, folders } = this.#parts;
    const { uri } = change;
    try {
      const release = await surroundings.files.lock?.(uri);
      try {
        return await this.#putAlone(change, label);
      } finally {
        await release?.();
      }
    } catch (error) {
      return { state: 'refused', messages: [message('annotations.readOnly', [folders.pathOf(uri), reasonOf(error)])] };
    }
  }

  async #putAlone({ uri, before, after }: FileChange, label: string | undefined): Promise<FileOutcome> {
    const { surroundings, folders, written } = this.#parts;
    const { files, newId } = surroundings;
    const current = textOf(await files.read(uri));
    if (current === after) return { state: 'done', messages: [] };
    const wanted = current === before ? after : mergedOver(current, { before, after });
    const isLeft = wanted === undefined && current !== before;
    if (isLeft) return { state: 'left', messages: [message('step.fileChanged', [folders.pathOf(uri)])] };
    if (current !== undefined) await this.#keepVersion(uri, label);
    const isUnchanged = (there: Uint8Array | undefined) => textOf(there) === current;
    if (wanted === undefined) await files.remove(uri);
    else await atomicWrite(files, uri, new TextEncoder().encode(wanted), newId(), { isUnchanged });
    written(uri);
    return { state: 'done', messages: [] };
  }
}

/**
 * What the change comes to in an annotation file that has gone on since, as when its document was saved: undefined where it is no
 * such file, or where both changed the same annotation.
 */
function mergedOver(
  current: string | undefined,
  { before, after }: Pick<FileChange, 'before' | 'after'>,
): string | undefined {
  const [base, ours, theirs] = [before, after, current].map(annotationsIn);
  const merged = base && ours && theirs && mergeAnnotationFiles({ base, ours, theirs });
  return merged && merged.clashes.length === 0 ? writeAnnotationFile(merged.file) : undefined;
}

/** Only what can be written again without losing anything. */
function annotationsIn(text: string | undefined): AnnotationFile | undefined {
  const read = text === undefined ? undefined : readAnnotationFile(text);
  return read?.writable ? read.file : undefined;
}

/** Bytes that are no UTF-8 are another text than any that a step knows. */
function textOf(bytes: Uint8Array | undefined): string | undefined {
  return bytes && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** What undoes the change of a file. */
export function invertFile({ before, after, ...rest }: FileChange): FileChange {
  return { ...rest, before: after, after: before };
}
