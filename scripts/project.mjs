/** What every script needs of the project: its packages, its tools, its builds. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../test/vscode/paths.mjs';
import { run } from '../test/vscode/run.mjs';

export { projectRoot };

/**
 * Installs the packages of the lockfile, when one of them is missing or of another version.
 *
 * @returns {Promise<void>}
 */
export async function ensurePackages() {
  if (hasPackages()) return;
  console.log('Installing packages ...');
  // Not `npm ci`: that refuses a lockfile without the packages of other platforms, and not every registry has them all.
  // No install scripts: none is needed, and some would download what is not.
  const args = ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await run('npm', args, { cwd: projectRoot });
}

/**
 * Compares the lockfile with npm's own record of what it installed, which is much
 * quicker than asking npm.
 */
function hasPackages() {
  const record = join(projectRoot, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = packagesOf(record);
  return Object.entries(packagesOf(join(projectRoot, 'package-lock.json'))).every(
    ([path, { version, optional }]) =>
      // The first entry is the project itself; optional ones may be for other machines.
      path === '' || optional === true || installed[path]?.version === version,
  );
}

/**
 * @param {string} lockfile
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesOf(lockfile) {
  return JSON.parse(readFileSync(lockfile, 'utf8')).packages;
}

/**
 * Runs a tool that the project has installed.
 *
 * @param {string} name as in `node_modules/.bin`
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, quiet?: boolean }} [options]
 */
export function tool(name, args, options = {}) {
  return run(join(projectRoot, 'node_modules', '.bin', name), args, { cwd: projectRoot, ...options });
}

/**
 * Builds what ships into `dist`, or the test bundles into `out/test`.
 *
 * @param {'--production' | '--tests'} what
 */
export function build(what) {
  return run(process.execPath, ['esbuild.js', what], { cwd: projectRoot });
}
