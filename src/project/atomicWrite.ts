/** Writing a file so that it is always whole: the version before or the one after, whatever happens in between. */
import { decodeTime } from 'ulid';
import type { Files } from './ports.js';

const MARK = '.tmp-';

/** Milliseconds. A write takes less than a second; what is older was left by a program that was ended in the middle. */
const LEFT_BEHIND = 10 * 60_000;

/**
 * Writes beside the file, reads back what was written, and puts it in the file's place. Rejects with the file system's
 * reason; the file is as it was then. `id`: a ULID, unique to this write.
 */
export async function atomicWrite(files: Files, uri: string, bytes: Uint8Array, id: string): Promise<void> {
  const beside = `${uri}${MARK}${id}`;
  try {
    await files.write(beside, bytes);
    const written = await files.read(beside);
    if (!written || !sameBytes(written, bytes)) throw new Error('The file could not be written whole.');
    await files.replace(beside, uri);
  } catch (error) {
    await removeQuietly(files, beside);
    throw error;
  }
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
  try {
    await files.remove(uri);
  } catch {
    // Nothing was lost by it.
  }
}
