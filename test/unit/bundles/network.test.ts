import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';

interface Metafile {
  readonly outputs: Readonly<
    Record<string, { readonly imports: readonly { readonly path: string; readonly external?: boolean }[] }>
  >;
}

/** What unified's virtual files and ids ask of Node: names of files and random numbers. */
const harmless = ['node:path', 'node:process', 'node:url', 'node:crypto'];

/** Putting one file in the place of another, and keeping others from it. */
const disk = ['node:fs/promises', 'node:os', 'node:timers/promises'];

/** What each bundle may ask of its host, with all that it loads beside it; everything else is in it. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'dist/extension.js': ['vscode', ...harmless, ...disk],
  'dist/commandHandlers.js': ['vscode', ...harmless, ...disk],
  'dist/handwritten.js': harmless,
  'dist/textWork.js': harmless,
  'dist/web.js': ['vscode'],
  'dist/cli.js': nodeModules(),
};

function nodeModules(): readonly string[] {
  const plain = [
    'fs',
    'fs/promises',
    'assert',
    'stream/promises',
    'path',
    'url',
    'util',
    'os',
    'events',
    'stream',
    'readline',
    'buffer',
    'string_decoder',
  ];
  const threads = [
    'worker_threads',
    'async_hooks',
    'perf_hooks',
    'module',
    'timers/promises',
    'process',
    'crypto',
    'tty',
  ];
  return [...plain, ...threads].flatMap((name) => [name, `node:${name}`]);
}

/** Calls that reach a network, start a program, or run text as code; written so that a mere word in a string passes. */
const forbidden: readonly (readonly [string, RegExp])[] = [
  ['fetch', /(?<![\w.$'"`])fetch\(|globalThis\.fetch|self\.fetch/],
  ['XMLHttpRequest', /new\s+XMLHttpRequest/],
  ['WebSocket', /new\s+WebSocket/],
  ['EventSource', /new\s+EventSource/],
  ['sendBeacon', /\.sendBeacon\(/],
  ['importScripts', /(?<![\w.$])importScripts\(/],
  ['eval', /(?<![\w.$])eval\(/],
  ['new Function', /new\s+Function\(/],
  ['openExternal', /\.openExternal\(/],
  ['createTerminal', /\.createTerminal\(/],
];

const outputs = Object.assign(
  {},
  ...['node', 'web', 'worker'].map(
    (name) => (JSON.parse(readFileSync(`out/meta-${name}.json`, 'utf8')) as Metafile).outputs,
  ),
) as Metafile['outputs'];

/** A bundle and the files that it loads, and those that these load. */
function filesOf(file: string, known = new Set<string>()): ReadonlySet<string> {
  if (known.has(file)) return known;
  known.add(file);
  for (const { path, external } of outputs[file]?.imports ?? []) if (!external) filesOf(path, known);
  return known;
}

describe('the bundles that ship', () => {
  for (const [file, modules] of Object.entries(allowed)) {
    it(`ask for no module that could reach a network or start a program: ${file}`, () => {
      for (const each of filesOf(file)) {
        const output = outputs[each];
        assert.ok(output, `${each} is among the outputs`);
        const asked = output.imports.filter(({ external }) => external).map(({ path }) => path);
        assert.deepEqual(
          asked.filter((path) => !modules.includes(path)),
          [],
          each,
        );
      }
    });
  }

  // The pool's own program for its threads only loads the file that it is told to.
  for (const file of Object.keys(outputs).filter((name) => name.endsWith('.js') && name !== 'dist/entry/worker.js')) {
    it(`call nothing that reaches a network, starts a program or runs text as code: ${file}`, () => {
      const source = readFileSync(file, 'utf8');
      assert.ok(source.length > 0);
      for (const [name, pattern] of forbidden) {
        const found = pattern.exec(source);
        const around = source.slice(Math.max(0, (found?.index ?? 0) - 80), (found?.index ?? 0) + 80);
        assert.ok(found === null, `${name}: …${around}…`);
      }
    });
  }

  it('would be caught if they did', () => {
    const samples = ['await fetch("x")', 'new XMLHttpRequest', 'new WebSocket("x")', 'eval("1")', 'new Function("1")'];
    for (const sample of samples)
      assert.ok(
        forbidden.some(([, pattern]) => pattern.test(sample)),
        sample,
      );
  });
});
