/**
 * Keeps two programs from changing one file at the same time: whoever makes `<file>.lock` first may write. Making a file that
 * must not be there yet is one step on local disks and on network drives (NFS from version 3, SMB). A lock that was
 * left behind is taken away: at once where its program ran on this computer and is gone, else when it was watched long enough.
 */
import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readFile, readlink, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/**
 * Milliseconds for which one lock must have been seen unchanged by our own clock: those of two computers differ. A write takes
 * less than a second, on a slow network drive a few.
 */
const STALE = 15_000;

/** Milliseconds. Locks of others come and go meanwhile; whoever waits longer is told. */
const PATIENCE = 60_000;

/** Milliseconds for which a system may say that there is a lock and show none: longer than removing a file takes. */
const PENDING = 5_000;

/** Milliseconds between two looks: at random, so that those who wait do not keep step. */
const SHORTEST_WAIT = 1;
const LONGEST_WAIT = 10;

export interface LockTimes {
  readonly stale: number;
  readonly patience: number;
}

/** Resolves to what gives the file free again. Rejects where the folder cannot be written, or others hold the file all the time. */
export async function lockFile(
  path: string,
  { stale, patience }: LockTimes = { stale: STALE, patience: PATIENCE },
): Promise<() => Promise<void>> {
  const lock = `${path}.lock`;
  const here = await thisPlace();
  const token = `${here} ${process.pid} ${randomUUID()}`;
  const begun = performance.now();
  let seen: { readonly holder: string | undefined; readonly since: number } = { holder: undefined, since: begun };
  await mkdir(dirname(path), { recursive: true });
  for (;;) {
    const refusal = await make(lock, token);
    if (!refusal) break;
    const holder = await holderOf(lock);
    const now = performance.now();
    if (now - begun > patience) throw new Error('Another program is writing the file all the time.');
    if (holder !== seen.holder) seen = { holder, since: now };
    const isLeft = holder !== undefined && (isGone(holder, here) || now - seen.since > stale);
    if (holder === undefined && now - seen.since > PENDING) throw refusal;
    if (isLeft && (await takeAway(lock, holder))) continue;
    await setTimeout(SHORTEST_WAIT + Math.random() * (LONGEST_WAIT - SHORTEST_WAIT));
  }
  return async () => {
    // Whoever took it away because we were so slow may hold it now.
    const holder = await holderOf(lock);
    if (holder === token) await rm(lock, { force: true });
  };
}

/** This computer, as far as its numbers of processes reach: in a container they are others. */
async function thisPlace(): Promise<string> {
  const processes = await readlink('/proc/self/ns/pid').catch(() => '');
  return `${hostname()}/${process.platform}/${processes}`;
}

/** Undefined when it was made, else why not: it is there already, or seems to be. Rejects where it cannot be made at all. */
async function make(lock: string, token: string): Promise<Error | undefined> {
  let file: FileHandle;
  try {
    file = await open(lock, 'wx');
  } catch (error) {
    // Windows says that it may not be made while one of that name is being removed.
    const isThere = hasCode(error, 'EEXIST') || (process.platform === 'win32' && hasCode(error, 'EPERM'));
    if (isThere && error instanceof Error) return error;
    throw error;
  }
  try {
    await file.writeFile(token);
  } finally {
    await file.close();
  }
  return undefined;
}

/** What stands in the lock; undefined where there is none any more. One that may not be read is somebody's too. */
async function holderOf(lock: string): Promise<string | undefined> {
  try {
    return await readFile(lock, 'utf8');
  } catch (error) {
    return hasCode(error, 'ENOENT') ? undefined : '';
  }
}

/** Whether the program that made the lock ran here and does not run any more. */
function isGone(holder: string, here: string): boolean {
  const [, place, pid] = /^(.*) (\d+) \S+$/.exec(holder) ?? [];
  if (place !== here) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return hasCode(error, 'ESRCH');
  }
}

/**
 * Whether it is away. Under another name first: two who do this at once must not take away what a third has made since. On a shared
 * drive it may be somebody's whose files are not ours to remove.
 */
async function takeAway(lock: string, holder: string): Promise<boolean> {
  const away = `${lock}-${randomUUID()}`;
  try {
    await rename(lock, away);
  } catch {
    return false;
  }
  const taken = await holderOf(away);
  // It was made in between: its owner has it back, unless somebody made one meanwhile.
  if (taken !== undefined && taken !== holder) await make(lock, taken);
  await rm(away, { force: true });
  return true;
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
