/** Where rows go: standard output at the pace of its reader, or a file that appears whole or not at all. */
import { once } from 'node:events';
import { createWriteStream, rmSync } from 'node:fs';
import { realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { systemReason } from './systemReason.js';

interface Output {
  write(text: string): Promise<void>;
  /** Everything was written: puts a file in its place. */
  close(): Promise<void>;
  /** Something went wrong: leaves no trace. */
  abandon(): Promise<void>;
}

async function writeTo(stream: Writable, text: string): Promise<void> {
  if (text === '') return;
  if (stream.errored) throw stream.errored;
  if (!stream.write(text)) await once(stream, 'drain');
}

/** A reader that has seen enough (`| head`) closes the pipe: that is no failure of ours, unlike a full disk. */
export function endWithStandardOutput(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    process.stderr.write(`policy-lens: standard output: ${systemReason(error)}\n`);
    process.exit(1);
  });
}

const standardOutput: Output = {
  write: (text) => writeTo(process.stdout, text),
  close: async () => undefined,
  abandon: async () => undefined,
};

async function openInPlace(path: string): Promise<Output> {
  const stream = createWriteStream(path);
  // What goes wrong between two writes is told by the next one.
  stream.on('error', () => undefined);
  await once(stream, 'open');
  return {
    write: (text) => writeTo(stream, text),
    close: async () => {
      stream.end();
      await finished(stream);
    },
    abandon: async () => {
      stream.destroy();
    },
  };
}

async function openBeside(path: string): Promise<Output> {
  const temporary = join(dirname(path), `.policy-lens-${process.pid}.tmp`);
  const removeNow = (): void => rmSync(temporary, { force: true });
  const stop = (): void => {
    removeNow();
    process.exit(130);
  };
  const file = await openInPlace(temporary);
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const done = (): void => {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  };
  return {
    write: file.write,
    close: async () => {
      await file.close();
      await rename(temporary, path);
      done();
    },
    abandon: async () => {
      await file.abandon();
      await rm(temporary, { force: true });
      done();
    },
  };
}

/** `path` undefined: standard output. Rejects with the system's error where the file cannot be made. */
async function openOutput(path: string | undefined): Promise<Output> {
  if (path === undefined) return standardOutput;
  const existing = await stat(path).catch(() => undefined);
  if (existing === undefined) return openBeside(path);
  // A link stays a link; a pipe or device has no place to be put in.
  return existing.isFile() ? openBeside(await realpath(path)) : openInPlace(path);
}

async function naming<T>(path: string | undefined, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new Error(`${path ?? 'standard output'}: ${systemReason(error)}`);
  }
}

/** Runs `work` with what writes to `path`: the file appears when all is written, and does not when something goes wrong. */
export async function withOutput(
  path: string | undefined,
  work: (write: (text: string) => Promise<void>) => Promise<void>,
): Promise<void> {
  const output = await naming(path, openOutput(path));
  try {
    await work((text) => naming(path, output.write(text)));
    await naming(path, output.close());
  } catch (error) {
    await output.abandon();
    throw error;
  }
}
