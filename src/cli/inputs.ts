/** The documents that a command line names: files as they are, folders by the endings that are policy texts, globs. */
import fs from 'node:fs';
import { join, normalize, resolve, sep } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import type { Report } from './report.js';
import { systemReason } from './systemReason.js';

export interface InputFile {
  readonly path: string;
  /** As rows name it: relative like the path that was asked for, with `/`. */
  readonly name: string;
}

const IN_FOLDERS = '**/*.{txt,md,markdown}';
const NEVER = ['**/node_modules/**'];

/** Node's `readdir`, with a word about every folder that it refuses, which the globbing itself leaves out in silence. */
function reportingReaddir(report: Report): typeof fs.readdir {
  const readdir = (path: string, options: { withFileTypes: true }, done: fs.NoParamCallback): void => {
    fs.readdir(path, options, (error, entries) => {
      if (error !== null) report.problem(path, systemReason(error));
      (done as (error: Error | null, entries: readonly fs.Dirent[]) => void)(error, entries);
    });
  };
  // The one overload that the globbing calls.
  return readdir as unknown as typeof fs.readdir;
}

function nameOf(path: string): string {
  return normalize(path).split(sep).join('/');
}

function byName(a: InputFile, b: InputFile): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

async function inFolder(folder: string, report: Report): Promise<readonly InputFile[]> {
  const found = await glob(IN_FOLDERS, {
    cwd: folder,
    ignore: NEVER,
    caseSensitiveMatch: false,
    // A link may lead out of the folder or round in it.
    followSymbolicLinks: false,
    fs: { readdir: reportingReaddir(report) },
  });
  return found.map((file) => ({ path: join(folder, file), name: nameOf(join(folder, file)) })).sort(byName);
}

async function byPattern(pattern: string, report: Report): Promise<readonly InputFile[]> {
  const found = await glob(pattern, { ignore: NEVER, expandDirectories: false, followSymbolicLinks: false });
  if (found.length === 0) report.problem(pattern, 'no file matches');
  return found.map((file) => ({ path: file, name: nameOf(file) })).sort(byName);
}

async function filesOf(path: string, report: Report): Promise<readonly InputFile[]> {
  try {
    const stats = await fs.promises.stat(path);
    if (stats.isDirectory()) return await inFolder(path, report);
    return [{ path, name: nameOf(path) }];
  } catch (error) {
    if (isDynamicPattern(path)) return byPattern(path, report);
    report.problem(path, systemReason(error));
    return [];
  }
}

/** Every file once, in the order of `paths` and by name within each; what cannot be found or opened is reported. */
export async function findInputs(paths: readonly string[], report: Report): Promise<readonly InputFile[]> {
  const files = new Map<string, InputFile>();
  for (const path of paths) {
    for (const file of await filesOf(path, report)) {
      const key = resolve(file.path);
      if (!files.has(key)) files.set(key, file);
    }
  }
  return [...files.values()];
}

/** Rejects, with a reason that names it, for what is no folder. */
export async function requireFolder(folder: string): Promise<void> {
  const stats = await fs.promises.stat(folder).catch((error: unknown) => {
    throw new Error(`${folder}: ${systemReason(error)}`);
  });
  if (!stats.isDirectory()) throw new Error(`${folder}: is not a folder`);
}
