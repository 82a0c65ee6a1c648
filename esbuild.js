/**
 * Builds everything: `node esbuild.js` (one development build), `--watch`, `--production` (minified), `--tests` (the test
 * bundles in out/test). One bundle each for desktop, web worker and command line, from the same core; what desktop and
 * command line both need is in files beside them, dist/shared-*.js, once. A web worker cannot load a second file.
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

/**
 * A browser has no disk: what Node alone can do is left out of its bundle.
 *
 * @type {import('esbuild').Plugin}
 */
const withoutDisk = {
  name: 'without-disk',
  setup(build) {
    build.onResolve({ filter: /\/node\/disk\.js$/ }, () => ({
      path: path.join(__dirname, 'src', 'node', 'noDisk.ts'),
    }));
  },
};

/**
 * The CSV writer asks of Node's Buffer whether a string is one. Its build for browsers brings the whole of it (22 KB); here it
 * gets what says no.
 *
 * @type {import('esbuild').Plugin}
 */
const noBuffers = {
  name: 'no-buffers',
  setup(build) {
    build.onLoad({ filter: /[\\/]csv-stringify[\\/]lib[\\/]api[\\/]\w+\.js$/ }, ({ path: file }) => ({
      contents: `const Buffer = { isBuffer: () => false, from: (bytes) => bytes };\n${fs.readFileSync(file, 'utf8')}`,
    }));
  },
};

/** @type {import('esbuild').BuildOptions} */
const forWorker = {
  ...shared,
  platform: 'browser',
  conditions: ['worker'],
  define: { process: 'undefined' },
  plugins: [...shared.plugins, withoutDisk, noBuffers],
  // Its plain build asks for Node's Buffer.
  alias: { ...shared.alias, 'csv-parse/sync': 'csv-parse/browser/esm/sync' },
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

/** Before the first line of a bundle for Node. */
const banners = {
  'cli.js': `#!/usr/bin/env node\nconst bundleUrl = require('node:url').pathToFileURL(__filename).href;`,
};

/**
 * Bundles that share files are ECMAScript modules to esbuild, while the editor and Node are to load CommonJS: writes them as
 * that, and takes away what an earlier build has left.
 *
 * @type {import('esbuild').Plugin}
 */
const asCommonJs = {
  name: 'as-common-js',
  setup(build) {
    build.onEnd(async ({ outputFiles = [] }) => {
      const bundles = outputFiles.filter((file) => file.path.endsWith('.js'));
      const { outdir = '' } = build.initialOptions;
      for (const name of fs.existsSync(outdir) ? fs.readdirSync(outdir) : []) {
        if (name.startsWith('shared-')) fs.rmSync(path.join(outdir, name));
      }
      await Promise.all(bundles.map((bundle) => writeAsCommonJs(bundle)));
    });
  },
};

/** @param {import('esbuild').OutputFile} bundle */
async function writeAsCommonJs({ path: file, text }) {
  const name = path.basename(file);
  const { code } = await esbuild.transform(text, {
    ...{ format: 'cjs', platform: 'node', target: shared.target, legalComments: 'none' },
    ...{ minify: production, sourcemap: production ? false : 'inline', sourcefile: name, banner: banners[name] },
    // The extension host loads CommonJS: `import()` becomes `require`.
    supported: { 'dynamic-import': false },
  });
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, code);
}

const product = [
  {
    ...forNode,
    format: 'esm',
    // What is loaded with `import()`, what commands do and the readers of texts and of hand-written files, is not loaded at the start.
    splitting: true,
    chunkNames: 'shared-[hash]',
    entryPoints: {
      extension: 'src/extension.ts',
      commandHandlers: 'src/commandHandlers.ts',
      handwritten: 'src/core/handwritten.ts',
      textWork: 'src/project/textWork.ts',
      cli: 'src/cli.ts',
    },
    outdir: 'dist',
    write: false,
    sourcemap: production ? false : 'inline',
    plugins: [...shared.plugins, editorByName, noProcesses, asCommonJs],
    // The build for browsers finds random numbers in `globalThis.crypto`; the one for Node loads a module for them.
    alias: { ...shared.alias, ulid: path.join(__dirname, 'node_modules', 'ulid', 'dist', 'browser', 'index.js') },
    // The pool looks for the program of its threads, entry/worker.js, beside the module that it is in.
    define: { 'import.meta.url': 'bundleUrl' },
  },
  {
    ...forWorker,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/web.js',
    plugins: [...forWorker.plugins, editorByName],
  },
  {
    ...forNode,
    entryPoints: { 'entry/worker': poolFile('entry/worker.js') },
    outdir: 'dist',
    plugins: [...shared.plugins, noProcesses],
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
  {
    // Programs that tests start, and end at any moment.
    ...forNode,
    ...development,
    entryPoints: ['test/processes/saving.ts'],
    outdir: 'out/test/processes',
    outExtension: { '.js': '.cjs' },
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
      path.join('out', `meta-${['node', 'web', 'worker'][index]}.json`),
      JSON.stringify(result.metafile),
    );
  });
}

main().catch((error) => {
  // What esbuild found wrong it has said itself.
  if (!error.errors) console.error(error.message);
  process.exit(1);
});
