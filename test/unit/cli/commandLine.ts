/** Runs the built command line as its users do, on temporary folders. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';

const PROJECT = resolve('.');
const CLI = join(PROJECT, 'dist', 'cli.js');

/** The tests of `npm test` come after the build; those that are run alone make theirs. */
export function ensureBuilt(): void {
  if (!existsSync(CLI)) execFileSync(process.execPath, [join(PROJECT, 'esbuild.js')], { cwd: PROJECT });
}

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Running {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  /** Closes the reading end of standard output after the first data, as `head` does. */
  readonly closeEarly?: boolean;
}

export function policyLens(args: readonly string[], { cwd, input, closeEarly }: Running = {}): Promise<Finished> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [CLI, ...args], { cwd });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (data: Buffer) => {
      out.push(data);
      if (closeEarly) child.stdout.destroy();
    });
    child.stderr.on('data', (data: Buffer) => err.push(data));
    child.on('error', failed);
    // A command that ends before it has read everything closes its end of the pipe.
    child.stdin.on('error', () => undefined);
    child.on('close', (code) => {
      done({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() });
    });
    child.stdin.end(input);
  });
}

/** A folder with these files; `remove` in an `afterEach`. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'policy-lens-cli-'));

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    for (const [path, content] of Object.entries(files)) this.write(path, content);
  }

  write(path: string, content: string | Uint8Array): string {
    const file = join(this.path, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    return file;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** The records of a CSV, by the names of its columns. */
export function records(csv: string): readonly Readonly<Record<string, string>>[] {
  return parse(csv, { columns: true });
}
