/** The stages of `npm test`, in order. */

import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runHostTests } from '../test/vscode/host.mjs';
import { ensureChromium, ensureRig } from '../test/vscode/install.mjs';
import { runWebTests } from '../test/vscode/web.mjs';
import { copyWorkspace, removeFolder, temporaryFolder } from '../test/vscode/workspace.mjs';
import { packExtension } from './package.mjs';
import { build, projectRoot, tool } from './project.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 *
 * @typedef {object} Stage
 * @property {string} name
 * @property {string} title
 * @property {readonly string[]} needs earlier stages without which this one says nothing
 * @property {(grep: string | undefined) => Promise<Counts>} run throws when it could not run
 */

/** @type {readonly Stage[]} */
export const stages = [
  { name: 'types', title: 'TypeScript', needs: [], run: check(() => tool('tsc', ['--noEmit', '-p', '.'])) },
  {
    name: 'lint',
    title: 'style, and the walls between the rooms',
    needs: [],
    run: check(() => tool('biome', ['ci', '.'])),
  },
  { name: 'build', title: 'the product and the test bundles', needs: [], run: check(buildAll) },
  { name: 'unit', title: 'the core and the project, without VS Code', needs: ['build'], run: unitTests },
  { name: 'package', title: 'the extension as users install it', needs: ['build'], run: check(packExtension) },
  { name: 'rig', title: 'VS Code and a browser to run in', needs: [], run: check(ensureVsCode) },
  { name: 'host', title: 'in the extension host of VS Code 1.139', needs: ['build', 'rig'], run: hostTests },
  { name: 'web', title: 'in the web worker of VS Code 1.91', needs: ['build', 'rig'], run: webTests },
  { name: 'e2e', title: 'with mouse and keyboard', needs: ['package', 'rig'], run: endToEndTests },
];

/**
 * Makes one check of something that either works or throws.
 *
 * @param {() => Promise<unknown>} work
 */
function check(work) {
  return async () => {
    await work();
    return { passed: 1, failed: 0, skipped: 0 };
  };
}

async function buildAll() {
  await build('--production');
  // A test that was removed must not go on running.
  rmSync(join(projectRoot, 'out', 'test'), { recursive: true, force: true });
  await build('--tests');
}

async function ensureVsCode() {
  await ensureRig();
  console.log(`Browser: ${await ensureChromium()}`);
}

/** @param {string | undefined} grep */
function unitTests(grep) {
  // Properties are tried with many inputs; a machine that is busy besides must not fail them.
  return mocha(files('out/test/unit', '.cjs', { recursive: true }), 'dot', grep, ['--timeout', '20000']);
}

/** @param {string | undefined} grep */
function endToEndTests(grep) {
  // A window takes ten seconds to open on two busy cores. Keys that a busy window lets pass may be pressed in a second try.
  return mocha(files('test/e2e', '.mjs'), 'spec', grep, ['--timeout', '120000', '--retries', '1', '--exit']);
}

/**
 * @param {string} folder
 * @param {string} ending
 * @param {{ recursive?: boolean }} [options]
 * @returns {string[]} the files, in the order of their names
 */
function files(folder, ending, { recursive = false } = {}) {
  return readdirSync(join(projectRoot, folder), { recursive, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => join(folder, file))
    .sort();
}

/**
 * Runs mocha in a process of its own.
 *
 * @param {readonly string[]} specs
 * @param {'spec' | 'dot'} form
 * @param {string | undefined} grep
 * @param {readonly string[]} [options]
 * @returns {Promise<Counts>}
 */
async function mocha(specs, form, grep, options = []) {
  if (specs.length === 0) return { passed: 0, failed: 0, skipped: 0 };
  const place = temporaryFolder('counts');
  const counts = join(place, 'counts.json');
  const chosen = grep === undefined ? [] : ['--grep', grep];
  const args = ['--reporter', 'scripts/mocha-counts.cjs', ...options, ...chosen, ...specs];
  const env = { ...process.env, POLICY_LENS_REPORT: form, POLICY_LENS_COUNTS: counts };
  try {
    // Mocha's exit code says that tests failed; only without counts is it a failure of mocha's own.
    await tool('mocha', args, { env }).catch(() => {});
    return JSON.parse(readFileSync(counts, 'utf8'));
  } finally {
    removeFolder(place);
  }
}

function hostTests() {
  return onSamples('host', (workspace) =>
    runHostTests({ extensionPath: projectRoot, testsPath: join(projectRoot, 'out/test/host/index.js'), workspace }),
  );
}

function webTests() {
  return onSamples('web', (workspace) =>
    runWebTests({ extensionPath: projectRoot, testsPath: join(projectRoot, 'out/test/web/index.js'), workspace }),
  );
}

/**
 * @param {string} name
 * @param {(workspace: string) => Promise<Counts>} tests
 */
async function onSamples(name, tests) {
  const place = temporaryFolder(`${name}-samples`);
  try {
    return await tests(copyWorkspace(place));
  } finally {
    removeFolder(place);
  }
}
