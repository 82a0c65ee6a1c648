/**
 * Builds everything: `node esbuild.js` (one development build), `--watch`, `--production` (minified), `--tests` (the test
 * bundles in out/test). One bundle each for desktop, web worker and command line, from the same core.
 */
const fs = require('node:fs');
const path = require('node:path');
const esbuild = require('esbuild');

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const tests = process.argv.includes('--tests');

/**
 * Names of characters in Markdown (`&eacute;`): the 250 of HTML 4 that texts have, not all 2,000 of HTML 5 (30 KB). Offsets do
 * not depend on it: any other name merely stays as it is written.
 *
 * @type {import('esbuild').Plugin}
 */
const fewCharacterNames = {
  name: 'few-character-names',
  setup(build) {
    build.onLoad({ filter: /[\\/]character-entities[\\/]index\.js$/ }, () => ({
      contents: `export { characterEntitiesHtml4 as characterEntities } from 'character-entities-html4';`,
      resolveDir: __dirname,
    }));
  },
};

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  minify: production,
  sourcemap: !production,
  sourcesContent: false,
  legalComments: 'none',
  logLevel: 'info',
  metafile: true,
  plugins: [fewCharacterNames],
  alias: {
    // The plain ESM build of `yaml` is smaller than its CommonJS one, and runs everywhere.
    yaml: require.resolve('yaml').replace(/dist\/index\.js$/, 'browser/index.js'),
  },
};

/** @type {import('esbuild').BuildOptions} */
const forNode = { ...shared, platform: 'node', mainFields: ['module', 'main'] };

// `worker`: remark's browser build asks for `document.createElement`, which a web worker lacks.
/** A file of the thread pool, which its package does not export by name. */
function poolFile(name) {
  return path.join(path.dirname(require.resolve('tinypool')), name);
}

/** @type {import('esbuild').BuildOptions} */
const forWorker = {
  ...shared,
  platform: 'browser',
  conditions: ['worker'],
  define: { process: 'undefined' },
  // The plain builds ask for Node's Buffer.
  alias: {
    ...shared.alias,
    'csv-parse/sync': 'csv-parse/browser/esm/sync',
    'csv-stringify/sync': 'csv-stringify/browser/esm/sync',
  },
};

/**
 * Leaves what is not needed at the start out of the main bundle, the readers of texts and of hand-written files: `import()` of
 * them loads the file beside it. A web worker cannot load a second file, so there they are inside.
 *
 * @type {import('esbuild').Plugin}
 */
const readersApart = {
  name: 'readers-apart',
  setup(build) {
    build.onResolve({ filter: /\/(?:handwritten|textWork)\.js$/ }, ({ kind, path: name }) =>
      kind === 'dynamic-import' ? { path: `./${path.basename(name)}`, external: true } : undefined,
    );
  },
};

/**
 * The editor's API by name. `import * as vscode` of a CommonJS module copies the whole of it, in every file anew: with some
 * forty files a third of the time that loading takes.
 *
 * @type {import('esbuild').Plugin}
 */
const editorByName = {
  name: 'editor-by-name',
  setup(build) {
    build.onResolve({ filter: /^vscode$/ }, ({ namespace }) =>
      namespace === 'editor' ? { path: 'vscode', external: true } : { path: 'vscode', namespace: 'editor' },
    );
    build.onLoad({ filter: /.*/, namespace: 'editor' }, () => {
      const files = fs.readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
      const source = files.map((file) => fs.readFileSync(path.join('src', file), 'utf8')).join('\n');
      const names = new Set(Array.from(source.matchAll(/\bvscode\.(\w+)/g), ([, name]) => name));
      const lines = [...names].sort().map((name) => `export const ${name} = api.${name};`);
      return { contents: `const api = require('vscode');\n${lines.join('\n')}`, resolveDir: __dirname };
    });
  },
};

/**
 * The thread pool can use processes too; nothing of ours may start one, so the bundle does not have them.
 *
 * @type {import('esbuild').Plugin}
 */
const noProcesses = {
  name: 'no-processes',
  setup(build) {
    build.onResolve({ filter: /^(?:node:)?child_process$/ }, () => ({ path: 'child_process', namespace: 'none' }));
    build.onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: 'export const fork = undefined;' }));
  },
};

const product = [
  {
    ...forNode,
    entryPoints: {
      extension: 'src/extension.ts',
      handwritten: 'src/core/handwritten.ts',
      textWork: 'src/project/textWork.ts',
    },
    outdir: 'dist',
    plugins: [...shared.plugins, readersApart, editorByName],
    // The build for browsers finds random numbers in `globalThis.crypto`; the one for Node loads a module for them.
    alias: { ...shared.alias, ulid: path.join(__dirname, 'node_modules', 'ulid', 'dist', 'browser', 'index.js') },
    // The extension host loads CommonJS: `import()` becomes `require`.
    supported: { 'dynamic-import': false },
  },
  {
    ...forWorker,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/web.js',
    plugins: [...shared.plugins, editorByName],
  },
  {
    ...forNode,
    entryPoints: {
      cli: 'src/cli.ts',
      'entry/worker': poolFile('entry/worker.js'),
    },
    outdir: 'dist',
    plugins: [...shared.plugins, noProcesses],
    // The pool looks for the program of its threads, entry/worker.js, beside the module that it is in.
    define: { 'import.meta.url': 'bundleUrl' },
    banner: { js: `#!/usr/bin/env node\nconst bundleUrl = require('node:url').pathToFileURL(__filename).href;` },
  },
];

/** Files below a folder whose names end in `.test.ts`. */
function testFiles(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => path.join(folder, file));
}

const development = { sourcemap: 'inline', minify: false };
const testBundles = [
  {
    ...forNode,
    ...development,
    entryPoints: testFiles('test/unit'),
    outdir: 'out/test/unit',
    outbase: 'test/unit',
    outExtension: { '.js': '.cjs' },
    external: ['vscode', 'fast-check'],
  },
  ...(fs.existsSync('test/host/index.ts')
    ? [
        {
          ...forNode,
          ...development,
          entryPoints: ['test/host/index.ts'],
          outfile: 'out/test/host/index.js',
          external: ['vscode', 'mocha'],
        },
      ]
    : []),
  ...(fs.existsSync('test/web/index.ts')
    ? [
        {
          ...forWorker,
          ...development,
          entryPoints: ['test/web/index.ts'],
          outfile: 'out/test/web/index.js',
          external: ['vscode'],
        },
      ]
    : []),
];

async function main() {
  const builds = tests ? testBundles : product;
  if (!tests) await (await import('./scripts/build-codebooks.mjs')).buildCodebooks();
  if (watch) {
    const contexts = await Promise.all(builds.map((build) => esbuild.context(build)));
    await Promise.all(contexts.map((context) => context.watch()));
    return;
  }
  const results = await Promise.all(builds.map((build) => esbuild.build(build)));
  if (tests) return;
  // What each bundle is made of: read by the test that looks for network calls, and by the benchmark of sizes.
  fs.mkdirSync('out', { recursive: true });
  results.forEach((result, index) => {
    fs.writeFileSync(
      path.join('out', `meta-${['extension', 'web', 'cli'][index]}.json`),
      JSON.stringify(result.metafile),
    );
  });
}

main().catch((error) => {
  // What esbuild found wrong it has said itself.
  if (!error.errors) console.error(error.message);
  process.exit(1);
});
