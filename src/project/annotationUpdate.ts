/**
 * Changes one annotation file over what is on disk at that moment. Others may write it too: who can be kept out is, and what
 * comes in between nevertheless is merged, annotation by annotation.
 */
import { type AnnotationFile, type ReadAnnotations, writeAnnotationFile } from '../core/annotation/annotationFile.js';
import { mergeAnnotationFiles } from '../core/annotation/mergeFiles.js';
import { type Message, message } from '../core/message.js';
import { atomicWrite, ChangedMeanwhile } from './atomicWrite.js';
import type { Files } from './ports.js';

/** A file as it was last read or written. */
export interface StoredAnnotations extends ReadAnnotations {
  readonly uri: string;
  /** Below the workspace folder, as messages name it. */
  readonly path: string;
  /** As it stands on disk: what is read again and is the same need not be parsed again. Left out where it cannot be read. */
  readonly text?: string;
}

/** What becomes of a file's content; the same object when nothing is to be written. */
export type UpdateFile = (file: AnnotationFile) => AnnotationFile;

/** `file` is left out where it could not be changed; else messages only tell what happened. */
export interface Updated {
  readonly file?: AnnotationFile;
  readonly messages: readonly Message[];
}

export interface FileAccess {
  readonly uri: string;
  readonly path: string;
  /** What a file begins as. */
  readonly empty: AnnotationFile;
  readonly files: Files;
  newId(): string;
  /** As the file was last read or written. */
  known(): StoredAnnotations | undefined;
  /** As it is on disk now. */
  read(): Promise<StoredAnnotations | undefined>;
  /** A version that was on its way when a program was ended, where the file is gone. */
  recovered(): Promise<StoredAnnotations | undefined>;
  set(stored: StoredAnnotations | undefined): void;
}

/** Tries to write a file that others keep changing. Each of them gets through once in a while, so that none waits for ever. */
const MOST_TRIES = 50;

/** One try. */
interface Plan {
  /** As it is on disk; undefined where there is none. */
  readonly current: StoredAnnotations | undefined;
  readonly before: AnnotationFile;
  readonly after: AnnotationFile;
  /** Of `after`. */
  readonly text: string;
  readonly messages: readonly Message[];
}

/** Rejects with the reason of the file system; the file is as it was then. */
export async function updateFile(access: FileAccess, update: UpdateFile): Promise<Updated> {
  // Where nothing is to be written nobody need be kept out, which a folder that is read-only would not allow.
  const first = await planned(access, update);
  if (!('text' in first)) return first;
  const release = await access.files.lock?.(access.uri);
  try {
    // Only now: what lies beside a file that is gone may be on its way from another window.
    const read = async () => (await access.read()) ?? (await access.recovered());
    return await writtenOver({ ...access, read }, update);
  } finally {
    await release?.();
  }
}

async function writtenOver(access: FileAccess, update: UpdateFile): Promise<Updated> {
  let wanted = update;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const plan = await planned(access, wanted);
    if (!('text' in plan)) return plan;
    if (!(await write(access, plan))) continue;
    const there = await access.read();
    if (there?.text === plan.text) return { file: plan.after, messages: plan.messages };
    // Somebody wrote over it between our last look and our writing, and does not know of ours.
    wanted = (theirs) => mergeAnnotationFiles({ base: plan.before, ours: plan.after, theirs })?.file ?? theirs;
  }
  throw new ChangedMeanwhile();
}

/** What is to be written over what is there now; or what came of it, where there is nothing to write. */
async function planned({ path, empty, known, read, set }: FileAccess, update: UpdateFile): Promise<Plan | Updated> {
  const last = known();
  const current = await read();
  if (current && (!current.writable || !current.file)) {
    set(current);
    return { messages: [message('annotations.notWritable', [path]), ...current.messages] };
  }
  // Deleted at this moment, while its annotations are before the eyes of a person who decides: it is written again.
  const vanished = !current && last?.writable ? last.file : undefined;
  if (!vanished) set(current);
  const before = current?.file ?? vanished ?? empty;
  const after = update(before);
  if (after === before || (!current && after.annotations.length === 0)) return { file: after, messages: [] };
  const text = writeAnnotationFile(after);
  if (text === current?.text) return { file: after, messages: [] };
  const messages = vanished ? [message('annotations.vanished', [path])] : [];
  return { current, before, after, text, messages };
}

/** Whether it was written: not where another program has changed the file in the meantime. */
async function write({ uri, path, files, newId, set }: FileAccess, { current, after, text }: Plan): Promise<boolean> {
  try {
    await atomicWrite(files, uri, new TextEncoder().encode(text), newId(), {
      isSound: (written) => annotationsIn(written) === after.annotations.length,
      isUnchanged: (there) => (there && decodedQuietly(there)) === current?.text,
    });
  } catch (error) {
    if (error instanceof ChangedMeanwhile) return false;
    throw error;
  }
  set({ uri, path, text, file: after, messages: [], writable: true });
  return true;
}

/** Throws for what is no UTF-8. */
export function decoded(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

/** Undefined for what is no UTF-8. */
export function decodedQuietly(bytes: Uint8Array): string | undefined {
  try {
    return decoded(bytes);
  } catch {
    return undefined;
  }
}

/** How many annotations there are in what was just written; undefined where it cannot be read. */
function annotationsIn(written: Uint8Array): number | undefined {
  try {
    return JSON.parse(decoded(written)).annotations.length;
  } catch {
    return undefined;
  }
}
