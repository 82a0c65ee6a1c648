/** Reading documents: like other files, but for what is far too large to be one. */
import { stat } from 'node:fs/promises';
import type { Files } from '../project/ports.js';
import { nodeFiles, pathOf } from './nodeFiles.js';
import { systemReason } from './systemReason.js';

/** Bytes. A text of this size takes about half a minute to read; a larger one is hardly a policy text. */
export const MAX_SIZE = 32 * 1024 * 1024;

export const TOO_LARGE = `larger than ${MAX_SIZE / 1024 / 1024} MB`;

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch {
    // Whatever is wrong, reading says it.
    return 0;
  }
}

export const documentFiles: Pick<Files, 'read'> = {
  async read(uri) {
    if ((await sizeOf(pathOf(uri))) > MAX_SIZE) throw new Error(TOO_LARGE);
    try {
      return await nodeFiles.read(uri);
    } catch (error) {
      throw new Error(systemReason(error));
    }
  },
};
