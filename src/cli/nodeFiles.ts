/** Files of this computer, by `file:` URI. */
import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { replaceFile } from '../node/disk.js';
import { lockFile } from '../node/fileLock.js';
import type { Files } from '../project/ports.js';

export function uriOf(path: string): string {
  return pathToFileURL(path).href;
}

export function pathOf(uri: string): string {
  return fileURLToPath(uri);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

async function unlessMissing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

export const nodeFiles: Files = {
  read: (uri) => unlessMissing(readFile(pathOf(uri))),

  async write(uri, bytes) {
    await mkdir(dirname(pathOf(uri)), { recursive: true });
    const file = await open(pathOf(uri), 'w');
    try {
      await file.writeFile(bytes);
      // What takes the place of another file must be on the disk before that one is gone.
      await file.sync();
    } finally {
      await file.close();
    }
  },

  replace: (from, to) => replaceFile(pathOf(from), pathOf(to)),

  lock: (uri) => lockFile(pathOf(uri)),

  remove: (uri) => rm(pathOf(uri), { force: true }),

  async list(folder) {
    const entries = await unlessMissing(readdir(pathOf(folder), { recursive: true, withFileTypes: true }));
    const files = (entries ?? []).filter((entry) => entry.isFile());
    return files.map((entry) => uriOf(join(entry.parentPath, entry.name))).sort();
  },

  join: (uri, ...segments) => uriOf(join(pathOf(uri), ...segments)),

  relative(folder, uri) {
    const path = relative(pathOf(folder), pathOf(uri));
    if (path === '' || path === '..' || path.startsWith(`..${sep}`)) return undefined;
    return path.split(sep).join('/');
  },
};
