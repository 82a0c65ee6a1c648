/** What is measured from outside: programs that are started, and the files that ship. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { policyProse } from './corpus.js';
import { type Figure, median, milliseconds } from './measure.js';

const LOAD_ROUNDS = 15;
const FILES = 150;
const FILE_SIZE = 20_000;

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(0)} KB`;

/** A bundle and the files that it loads when it is loaded, and those that these load. */
function filesOf(file: string, known = new Set<string>()): ReadonlySet<string> {
  known.add(file);
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/require\("\.\/(shared-\w+\.js)"\)/g)) {
    if (!known.has(`dist/${name}`)) filesOf(`dist/${name}`, known);
  }
  return known;
}

/** Of the production build and of the package made from it, when there is one. */
export function sizeFigures(vsix: string): readonly Figure[] {
  const size = (...files: readonly string[]): string =>
    kilobytes(files.reduce((sum, file) => sum + statSync(file).size, 0));
  const atStart = filesOf('dist/extension.js');
  const withText = [...filesOf('dist/textWork.js')].filter((file) => !atStart.has(file));
  const index = ['dist/codebooks/nl.index', 'dist/codebooks/en.index'];
  return [
    { what: 'dist/extension.js (desktop), with what it loads at the start', value: size(...atStart), target: '400 KB' },
    { what: 'dist/web.js (web)', value: size('dist/web.js'), target: '' },
    { what: 'dist/textWork.js and what else is loaded with the first text', value: size(...withText), target: '' },
    { what: 'the compiled codebooks, of which that loads one', value: size(...index), target: '' },
    { what: 'dist/cli.js, with what it loads', value: size(...filesOf('dist/cli.js')), target: '' },
    { what: 'the package (.vsix)', value: size(vsix), target: '1 MB' },
  ];
}

/** Stands in for the editor while the bundle is loaded: every member is a function, a class and an object at once. The bundle asks for it once. */
const STAND_IN = `
const Module = require('node:module');
const anything = new Proxy(class {}, { get: (target, name) => name === 'prototype' ? target.prototype : anything });
const load = Module._load;
Module._load = function (name, ...rest) { return name === 'vscode' ? anything : load.call(this, name, ...rest); };
const before = process.cpuUsage();
require(process.argv[1]);
const { user, system } = process.cpuUsage(before);
process.stdout.write(String((user + system) / 1000));
`;

export function loadFigures(): readonly Figure[] {
  const bundle = resolve('dist/extension.js');
  const times = Array.from({ length: LOAD_ROUNDS }, () => {
    const { stdout, stderr } = spawnSync(process.execPath, ['-e', STAND_IN, bundle], { encoding: 'utf8' });
    if (stdout === '') throw new Error(stderr);
    return Number(stdout);
  });
  return [
    {
      what: `loading dist/extension.js, CPU, median of ${LOAD_ROUNDS}`,
      value: milliseconds(median(times)),
      target: '60 ms, with activating',
    },
  ];
}

interface Ran {
  readonly seconds: number;
  /** Most memory at any time, in bytes. */
  readonly memory: number;
  readonly rows: number;
}

const TELL_MEMORY = `process.on('exit', () => require('node:fs').writeFileSync(process.env.BENCH_MEMORY, String(process.resourceUsage().maxRSS * 1024)));`;

class CommandLine {
  readonly #folder = mkdtempSync(join(tmpdir(), 'policy-lens-bench-'));

  write(name: string, content: string): string {
    const file = join(this.#folder, name);
    writeFileSync(file, content);
    return file;
  }

  get folder(): string {
    return this.#folder;
  }

  run(args: readonly string[], input?: string): Ran {
    const preload = this.write('tell-memory.cjs', TELL_MEMORY);
    const memory = this.write('memory', '');
    const begin = performance.now();
    const { stdout, status } = spawnSync(process.execPath, ['--require', preload, 'dist/cli.js', ...args], {
      encoding: 'utf8',
      input,
      maxBuffer: 2 ** 30,
      env: { ...process.env, BENCH_MEMORY: memory },
    });
    if (status !== 0) throw new Error(`policy-lens ${args.join(' ')} ended with ${status}`);
    const seconds = (performance.now() - begin) / 1000;
    return { seconds, memory: Number(readFileSync(memory, 'utf8')), rows: stdout.split('\n').length - 1 };
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }
}

function figure(what: string, bytes: number, { seconds, memory, rows }: Ran): Figure {
  const speed = (bytes / 1e6 / seconds).toFixed(1);
  const value = `${seconds.toFixed(1)} s, ${speed} MB/s, ${rows} rows, ${(memory / 2 ** 20).toFixed(0)} MB of memory`;
  return { what, value, target: '' };
}

export function commandLineFigures(): readonly Figure[] {
  const line = new CommandLine();
  try {
    const texts = Array.from({ length: FILES }, (_, index) => policyProse(index, FILE_SIZE, index % 4 ? 'nl' : 'en'));
    for (const [index, text] of texts.entries()) line.write(`${index}.txt`, text);
    const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    const stdin = (copies: number): string =>
      Array.from({ length: copies }, () =>
        texts.map((text, index) => `${JSON.stringify({ document: `${index}`, text })}\n`),
      )
        .flat()
        .join('');
    const scan = ['scan', line.folder, '--format', 'jsonl'];
    return [
      figure(`scan of ${FILES} files, 1 thread`, bytes, line.run(scan)),
      figure(`scan of ${FILES} files, 2 threads`, bytes, line.run([...scan, '--jobs', '2'])),
      figure(`scan --stdin of the same ${FILES} texts`, bytes, line.run(['scan', '--stdin'], stdin(1))),
      figure(`scan --stdin of three times as many`, bytes * 3, line.run(['scan', '--stdin'], stdin(3))),
    ];
  } finally {
    line.remove();
  }
}
