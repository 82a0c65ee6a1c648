/**
 * Writing a file so that it is always whole: the version before or the one after, whatever happens in between. On a file system
 * that cannot put one file in the place of another at once, the new version stays beside until it is in its place, and
 * `recoverLeftovers` puts it there when the program was ended in between.
 */
import { decodeTime } from 'ulid';
import type { Files } from './ports.js';

const MARK = '.tmp-';

/** Milliseconds. A write takes less than a second; what is older was left by a program that was ended in the middle. */
const LEFT_BEHIND = 10 * 60_000;

/** Another program has changed the file since it was read; nothing was written. */
export class ChangedMeanwhile extends Error {
  constructor() {
    super('The file was changed by another program in the meantime.');
  }
}

export interface WriteChecks {
  /** Whether what was written can be read again for what it is: more than that the bytes are the same. */
  readonly isSound?: (written: Uint8Array) => boolean;
  /** Asked just before the file is replaced: whether what is there now (undefined: nothing) is what the new version was made of. */
  readonly isUnchanged?: (there: Uint8Array | undefined) => boolean;
}

/**
 * Writes beside the file, reads back what was written, and puts it in the file's place. Rejects with the file system's
 * reason, or with `ChangedMeanwhile`; the file is as it was then. `id`: a ULID, unique to this write.
 */
export async function atomicWrite(
  files: Files,
  uri: string,
  bytes: Uint8Array,
  id: string,
  { isSound, isUnchanged }: WriteChecks = {},
): Promise<void> {
  const beside = `${uri}${MARK}${id}`;
  let before: Uint8Array | undefined;
  try {
    await files.write(beside, bytes);
    const written = await files.read(beside);
    // Another window took it for one that a program left, and put it in its place.
    if (!written && (await isThere(files, uri, bytes))) return;
    const isWhole = written !== undefined && sameBytes(written, bytes) && (isSound?.(written) ?? true);
    if (!isWhole) throw new Error('The file could not be written whole.');
    before = await files.read(uri);
    if (isUnchanged && !isUnchanged(before)) throw new ChangedMeanwhile();
  } catch (error) {
    await removeQuietly(files, beside);
    throw error;
  }
  try {
    await files.replace(beside, uri);
  } catch (error) {
    await afterRefusal(files, { uri, beside, bytes, before }, error);
  }
}

interface Refused {
  readonly uri: string;
  readonly beside: string;
  readonly bytes: Uint8Array;
  readonly before: Uint8Array | undefined;
}

/** A file system may have taken the old version away already when it refuses the new one: then that is the only copy. */
async function afterRefusal(files: Files, { uri, beside, bytes, before }: Refused, reason: unknown): Promise<void> {
  if (await isThere(files, uri, bytes)) return removeQuietly(files, beside);
  if (before && !(await readQuietly(files, uri))) {
    await writeQuietly(files, uri, bytes);
    if (await isThere(files, uri, bytes)) return removeQuietly(files, beside);
    throw reason;
  }
  await removeQuietly(files, beside);
  throw reason;
}

async function isThere(files: Files, uri: string, bytes: Uint8Array): Promise<boolean> {
  const there = await readQuietly(files, uri);
  return there !== undefined && sameBytes(there, bytes);
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  // A loop: a call for each byte would take a blink of the eye for the largest files.
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false;
  return true;
}

/** Whether a file is one that a write puts beside its target. */
export function isTemporary(uri: string): boolean {
  return /\.tmp-[^/.]+$/.test(uri);
}

/** Whether a file is there only while another one is written: a version on its way, or a lock. */
export function isPassing(uri: string): boolean {
  return isTemporary(uri) || /\.lock(?:-[^/.]+)?$/.test(uri);
}

/**
 * Puts versions that interrupted writes left beside a file that is gone in its place, the newest that is whole. `uris`: all
 * files of a folder, `lock`: keeps others from a file meanwhile, where that is not done already. Gives the files that are there again.
 */
export async function recoverLeftovers(
  files: Files,
  uris: readonly string[],
  { isSound, lock }: Recovery,
): Promise<readonly string[]> {
  const there = new Set(uris);
  const recovered = new Set<string>();
  // Names end in ULIDs, which sort by time.
  for (const beside of uris.filter(isTemporary).sort().reverse()) {
    const uri = beside.slice(0, beside.lastIndexOf(MARK));
    if (there.has(uri) || recovered.has(uri)) continue;
    try {
      const release = await lock?.(uri);
      await recover(files, { beside, uri }, isSound).finally(release);
      if (await files.read(uri)) recovered.add(uri);
    } catch {
      // Where nothing can be written nothing is lost: it lies there until it can be.
    }
  }
  return [...recovered];
}

interface Recovery {
  readonly isSound: (bytes: Uint8Array, uri: string) => boolean;
  readonly lock?: Files['lock'] | undefined;
}

async function recover(
  files: Files,
  { beside, uri }: { readonly beside: string; readonly uri: string },
  isSound: Recovery['isSound'],
): Promise<void> {
  const bytes = await files.read(beside);
  // Another window may have come to its end with it since the folder was listed.
  if (bytes && isSound(bytes, uri) && !(await files.read(uri))) await files.replace(beside, uri);
}

/** Removes what interrupted writes left. Those of another window that is writing right now are younger, and stay. */
export async function removeLeftovers(files: Files, uris: readonly string[], now: Date): Promise<void> {
  for (const uri of uris) {
    const written = isTemporary(uri) ? writtenAt(uri) : undefined;
    if (written !== undefined && now.getTime() - written > LEFT_BEHIND) await removeQuietly(files, uri);
  }
}

function writtenAt(uri: string): number | undefined {
  try {
    return decodeTime(uri.slice(uri.lastIndexOf(MARK) + MARK.length));
  } catch {
    return undefined;
  }
}

/** A temporary file that cannot be removed does no harm: it is tried again at the next start. */
async function removeQuietly(files: Files, uri: string): Promise<void> {
  await files.remove(uri).catch(() => undefined);
}

/** Undefined also where it cannot be read. */
async function readQuietly(files: Files, uri: string): Promise<Uint8Array | undefined> {
  return files.read(uri).catch(() => undefined);
}

/** Whether it went well is seen by reading. */
async function writeQuietly(files: Files, uri: string, bytes: Uint8Array): Promise<void> {
  await files.write(uri, bytes).catch(() => undefined);
}
