/**
 * `npm run bench`: packs the extension, measures it, and puts the figures into docs/benchmarks.md, between the marks; the
 * words around them stay. Takes some minutes, and means little on a machine that is busy with something else.
 * `npm run bench -- anchoring` measures only how many passages are found again.
 */

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { run } from '../test/vscode/run.mjs';
import { packExtension } from './package.mjs';
import { ensurePackages, projectRoot } from './project.mjs';

const BEGIN = '<!-- figures: written by npm run bench -->';
const END = '<!-- end of figures -->';
const ANCHORING_BEGIN = '<!-- passages found again: written by npm run bench -- anchoring -->';
const ANCHORING_END = '<!-- end of passages found again -->';

await ensurePackages();
const { build } = await import('esbuild');
const shared = {
  bundle: true,
  platform: /** @type {const} */ ('node'),
  format: /** @type {const} */ ('cjs'),
  target: 'es2022',
  mainFields: ['module', 'main'],
  alias: {
    yaml: createRequire(import.meta.url)
      .resolve('yaml')
      .replace(/dist[\\/]index\.js$/, 'browser/index.js'),
  },
};
/** @param {string} name of a file in test/bench */
const bundled = async (name) => {
  const outfile = join(projectRoot, 'out', 'bench', `${name}.cjs`);
  const entryPoints = [join(projectRoot, 'test', 'bench', `${name}.ts`)];
  // The command line looks for the codebooks beside itself.
  const define = { __dirname: JSON.stringify(join(projectRoot, 'dist')) };
  await build({ ...shared, entryPoints, outfile, define, external: ['vscode', 'mocha'] });
  return outfile;
};

if (!process.argv.includes('anchoring')) await writeAll();
const anchoring = measured([await bundled('anchoring')]);
if (anchoring !== '') writeBetween(ANCHORING_BEGIN, ANCHORING_END, `${anchoring}\n`);

async function writeAll() {
  await ensurePeers();
  const vsix = await packExtension({ quiet: true });
  const figures = measured([await bundled('bench'), vsix]);
  const inEditor = await figuresInEditor(await bundled('inEditor'));
  writeBetween(BEGIN, END, `${figures}\n${inEditor}\n`);
}

/** @param {readonly string[]} program with its arguments */
function measured(program) {
  return execFileSync(process.execPath, program, {
    cwd: projectRoot,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/**
 * @param {string} begin a mark in docs/benchmarks.md
 * @param {string} end
 * @param {string} figures
 */
function writeBetween(begin, end, figures) {
  const document = join(projectRoot, 'docs', 'benchmarks.md');
  const [before, rest] = readFileSync(document, 'utf8').split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`${document} lacks the marks around its figures`);
  writeFileSync(document, `${before}${begin}\n\n${figures}${end}${after}`);
}

/** Installs what the figures are measured beside, as their lockfile says; quick when it is there. */
async function ensurePeers() {
  const folder = join(projectRoot, 'test', 'bench', 'peers');
  if (existsSync(join(folder, 'node_modules', '.package-lock.json'))) return;
  const args = ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await run('npm', args, { cwd: folder, quiet: true });
}

/**
 * Measures inside the extension host of VS Code 1.139, on an empty workspace.
 *
 * @param {string} testsPath
 */
async function figuresInEditor(testsPath) {
  const { ensureChromium, ensureRig } = await import('../test/vscode/install.mjs');
  const { runHostTests } = await import('../test/vscode/host.mjs');
  const { removeFolder, temporaryFolder } = await import('../test/vscode/workspace.mjs');
  await ensureRig();
  await ensureChromium();
  const workspace = temporaryFolder('bench');
  try {
    const { failures } = await runHostTests({ extensionPath: projectRoot, testsPath, workspace, name: 'bench' });
    if (failures.length > 0) throw new Error(failures.map(({ error }) => error).join('\n'));
    /** @type {{ what: string, value: string, target: string }[]} */
    const rows = JSON.parse(readFileSync(join(workspace, 'in-editor.json'), 'utf8'));
    const lines = rows.map(({ what, value, target }) => `| ${what} | ${value} | ${target} |`);
    return ['### In VS Code 1.139', '', '| what | measured | at most |', '|---|---|---|', ...lines, ''].join('\n');
  } finally {
    removeFolder(workspace);
  }
}
