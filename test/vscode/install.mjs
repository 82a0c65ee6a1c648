/** Puts in place what the rig needs, and is quick when it is there. */

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { rigModules, rigRoot, vscodeServer } from './paths.mjs';
import { run } from './run.mjs';

/** Written last, so that an installation that broke off is done again. */
const stampFile = join(rigModules, '.rig-stamp');

/**
 * Installs VS Code's server, VS Code for the Web and what drives them. Does
 * nothing when they are there in the versions of the lockfile.
 *
 * @param {(message: string) => void} [say] hears what takes long
 * @returns {Promise<void>}
 */
export async function ensureRig(say = console.log) {
  const wanted = createHash('sha256')
    .update(readFileSync(join(rigRoot, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;

  say('Installing VS Code to run in (about 1 GB, once) ...');
  rmSync(stampFile, { force: true });
  // No install scripts: code-server's refuses other versions of Node and builds what is
  // not needed here, Playwright's downloads a browser.
  const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await run('npm', ['ci', ...quietly], { cwd: rigRoot, quiet: true });
  await run('npm', ['install', '--omit=dev', ...quietly], { cwd: vscodeServer, quiet: true });
  writeFileSync(stampFile, wanted);
}

/**
 * The program that runs VS Code's server, which asks for Node 24; the project
 * itself builds on Node 20 as well.
 *
 * @returns {string} path of a Node binary
 */
export function serverNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const packages = [
    `node-${process.platform}-${process.arch}`,
    `node-bin-${process.platform}-${process.arch}`,
    `node-win-${process.arch}`,
  ];
  for (const packageName of packages) {
    const binary = join(rigModules, packageName, 'bin', name);
    if (existsSync(binary)) return binary;
  }
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Error(
    `VS Code's server needs Node 24, and there is no package of it for ${process.platform} ${process.arch}: run this with Node 24.`,
  );
}

/** Browsers that Playwright can drive, by platform, the likeliest first. */
const browsers = /** @type {Record<string, readonly string[]>} */ ({
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
});

/** @returns {string | undefined} path of a browser of the Chromium family */
export function findChromium() {
  const chosen = process.env.CHROME_PATH;
  if (chosen !== undefined && existsSync(chosen)) return chosen;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return (browsers[process.platform] ?? [])
    .flatMap((browser) => (process.platform === 'linux' ? folders.map((folder) => join(folder, browser)) : [browser]))
    .find((path) => existsSync(path));
}

/**
 * Finds a browser for tests and screenshots; on a Debian or Ubuntu machine
 * where one may be installed (a container, a CI machine), installs it.
 *
 * @param {(message: string) => void} [say]
 * @returns {Promise<string>} path of the browser
 */
export async function ensureChromium(say = console.log) {
  const found = findChromium();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('Installing Chromium ...');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    // Another program may be at the package database just then.
    const wait = ['-o', 'DPkg::Lock::Timeout=300', '-qq'];
    await run('apt-get', [...wait, 'update'], { env, quiet: true });
    // Without fonts every letter on a screenshot is a box.
    const packages = ['chromium', 'fonts-dejavu-core', 'fonts-liberation'];
    await run('apt-get', [...wait, 'install', '-y', '--no-install-recommends', ...packages], { env, quiet: true });
    const installed = findChromium();
    if (installed !== undefined) return installed;
  }
  throw new Error('No Chromium, Chrome or Edge found. Install one, or say where it is with CHROME_PATH.');
}
