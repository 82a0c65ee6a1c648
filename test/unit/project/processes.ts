/** Starts programs that save annotations, as other windows do. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readAnnotationFile } from '../../../src/core/annotation/annotationFile.js';

const PROGRAM = resolve('out/test/processes/saving.cjs');
const FILES = ['.policy-lens', 'annotations', 'a.jansen'];

export interface Saving {
  readonly folder: string;
  readonly first: number;
  readonly count: number;
  readonly writer: string;
  /** Over how many files it goes in turns. */
  readonly documents: number;
}

export interface Saver {
  readonly process: ChildProcess;
  /** Numbers that the program said are kept; complete once it has ended. */
  readonly kept: readonly number[];
  /** Resolves when it has said that it kept so many, or has ended. */
  hasKept(count: number): Promise<void>;
  /** What it wrote on standard error. */
  readonly ended: Promise<string>;
}

export function startSaving({ folder, first, count, writer, documents }: Saving): Saver {
  if (!existsSync(PROGRAM)) throw new Error(`${PROGRAM} is not there: node esbuild.js --tests`);
  const child = spawn(process.execPath, [PROGRAM, folder, `${first}`, `${count}`, writer, `${documents}`]);
  const kept: number[] = [];
  let errors = '';
  let rest = '';
  const waiting: { readonly count: number; readonly done: () => void }[] = [];
  const tell = (count: number) => {
    for (const each of waiting) if (count >= each.count) each.done();
  };
  child.stdout.on('data', (data: Buffer) => {
    const lines = (rest + data).split('\n');
    rest = lines.pop() ?? '';
    kept.push(...lines.map(Number));
    tell(kept.length);
  });
  child.stderr.on('data', (data: Buffer) => {
    errors += data;
  });
  const ended = new Promise<string>((done) => {
    child.on('close', () => {
      tell(Number.POSITIVE_INFINITY);
      done(errors);
    });
  });
  const hasKept = (count: number) =>
    new Promise<void>((done) => {
      waiting.push({ count, done });
      tell(kept.length);
    });
  return { process: child, kept, hasKept, ended };
}

/** A folder of its own; to be removed with `remove`. */
export class SavingFolder {
  readonly path: string;

  constructor(parent = tmpdir()) {
    mkdirSync(parent, { recursive: true });
    this.path = mkdtempSync(join(parent, 'policy-lens-saving-'));
  }

  /** Ids in a file, which must be whole; none where there is none. */
  ids(document = 0): readonly string[] {
    const path = join(this.path, ...FILES, `letter-${document}.md.json`);
    if (!existsSync(path)) return [];
    const text = readFileSync(path, 'utf8');
    const { file, writable, messages } = readAnnotationFile(text);
    if (!file || !writable) throw new Error(`not whole: ${JSON.stringify(messages)}\n${text}`);
    return file.annotations.map(({ id }) => id);
  }

  /** Names of all files beside the annotation files. */
  others(): readonly string[] {
    const folder = join(this.path, ...FILES);
    return existsSync(folder) ? readdirSync(folder).filter((name) => !name.endsWith('.json')) : [];
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
