/** What Node can do with a file of this computer, and the editor's file system cannot. Paths, not URIs. */
import { access, chmod, constants, open, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { lockFile } from './fileLock.js';

export interface Disk {
  /** Puts `from` in the place of `to` in one step: at every moment one of both is there, whole. */
  replace(from: string, to: string): Promise<void>;
  /** Resolves to what gives the file free again. */
  lock(path: string): Promise<() => Promise<void>>;
}

/** Undefined in a browser, whose bundle has another file in the place of this one. */
export const disk: Disk | undefined = { replace: replaceFile, lock: (path) => lockFile(path) };

/** Rejects for a file that is marked as read-only, which a mere renaming would pass over. Keeps who may read and write it. */
export async function replaceFile(from: string, to: string): Promise<void> {
  const there = await stat(to).catch(() => undefined);
  if (there?.isFile()) {
    await access(to, constants.W_OK);
    await chmod(from, there.mode).catch(() => undefined);
  }
  await renamePatiently(from, to);
  await flushFolder(dirname(to));
}

/** Milliseconds between the tries, on Windows, where a virus scanner or an indexer keeps a new file open for a moment. */
const WAITS = [10, 30, 100, 300, 1000];

async function renamePatiently(from: string, to: string): Promise<void> {
  for (const wait of process.platform === 'win32' ? WAITS : []) {
    try {
      return await rename(from, to);
    } catch (error) {
      const isBusy =
        error instanceof Error && 'code' in error && ['EPERM', 'EACCES', 'EBUSY'].includes(`${error.code}`);
      if (!isBusy) throw error;
      await setTimeout(wait);
    }
  }
  return rename(from, to);
}

/** A new name is on the disk when its folder is; not every system lets a folder be flushed. */
async function flushFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r');
    await folder.sync().finally(() => folder.close());
  } catch {
    // It is there, and is written through a little later.
  }
}
