/** The real VS Code, served to a browser on this machine alone. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serverNode } from './install.mjs';
import { provideLanguages } from './language.mjs';
import { vscodeServer } from './paths.mjs';
import { run, startGroup, stopGroup } from './run.mjs';

/**
 * @typedef {object} ServerOptions
 * @property {string} dataDir VS Code's own data: settings, state, logs; empty for a fresh start
 * @property {string} extensionsDir the installed extensions
 * @property {Record<string, unknown> | undefined} [settings] user settings, laid over the quiet ones
 * @property {Record<string, unknown> | undefined} [machineSettings] those with a scope of the machine, such as `policyLens.coder`:
 *   a window on a server does not take them from the user's
 * @property {string | undefined} [locale] display language, `en` or `nl`; English unless told
 * @property {number | undefined} [port] any free one unless told
 * @property {boolean | undefined} [automation] lets an address name an extension under development and its tests; it also keeps
 *   notifications off the screen, so windows to look at go without
 * @property {boolean | undefined} [restricted] trusts no folder, so that windows open in Restricted Mode
 *
 * @typedef {object} Server
 * @property {number} port
 * @property {(folder: string, payload?: Payload) => string} url the address of a window on a folder
 * @property {(path: string) => string} uri a file of this machine, as the window names it
 * @property {() => Promise<void>} stop ends the server and all that it started
 *
 * @typedef {readonly (readonly [key: string, value: string])[]} Payload what a window is told beside its folder:
 *   `openFile`, and with automation `extensionDevelopmentPath` and `extensionTestsPath`
 */

const host = '127.0.0.1';

/** A window without what asks, offers or greets: each of these would lie over what is looked at. */
const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.reduceMotion': 'on',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'security.workspace.trust.enabled': false,
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
};

/** Restricted Mode, without the question whether to leave it. */
const noTrust = { 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' };

/** How long a server may take to say that it listens; two busy cores need about five seconds. */
const startTimeoutMs = 60_000;

/**
 * Starts VS Code's server and waits until it listens.
 *
 * @param {ServerOptions} options
 * @returns {Promise<Server>}
 */
export async function startServer({
  dataDir,
  extensionsDir,
  settings = {},
  machineSettings = {},
  locale = 'en',
  port = 0,
  automation = false,
  restricted = false,
}) {
  mkdirSync(extensionsDir, { recursive: true });
  writeSettings(join(dataDir, 'data', 'User'), { ...quietSettings, ...(restricted ? noTrust : {}), ...settings });
  writeSettings(join(dataDir, 'data', 'Machine'), machineSettings);
  provideLanguages(dataDir);

  const child = startGroup(serverNode(), [
    join(vscodeServer, 'out', 'server-main.js'),
    ...['--host', host, '--port', String(port), '--without-connection-token', '--accept-server-license-terms'],
    ...['--server-data-dir', dataDir, '--extensions-dir', extensionsDir],
    ...['--telemetry-level', 'off'],
    ...(restricted ? [] : ['--disable-workspace-trust']),
    ...(automation ? ['--enable-smoke-test-driver'] : []),
    ...['--locale', locale],
  ]);
  const listening = await listeningPort(child);
  const authority = `${host}:${listening}`;
  const uri = (/** @type {string} */ path) => `vscode-remote://${authority}${pathToFileURL(path).pathname}`;
  return {
    port: listening,
    uri,
    url(folder, payload) {
      const address = `http://${authority}/?folder=${pathToFileURL(folder).pathname}`;
      return payload === undefined ? address : `${address}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
    },
    stop: () => stopGroup(child),
  };
}

/**
 * @param {string} folder
 * @param {Record<string, unknown>} settings
 */
function writeSettings(folder, settings) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings, undefined, 2));
}

/**
 * Reads the port from what the server prints, which is also the sign that it answers.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>}
 */
function listeningPort(child) {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (/** @type {string} */ reason) => {
      clearTimeout(timer);
      void stopGroup(child);
      reject(new Error(`VS Code's server ${reason}.\n${output}`));
    };
    const timer = setTimeout(() => fail('did not start in time'), startTimeoutMs);
    const read = (/** @type {Buffer} */ chunk) => {
      output = (output + chunk.toString()).slice(-4000);
      const match = /host agent listening on (\d+)/i.exec(output);
      if (match === null) return;
      clearTimeout(timer);
      resolve(Number(match[1]));
    };
    // Read to the end of its life, or the server would halt on a full pipe.
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', (error) => fail(`could not start: ${error.message}`));
    child.once('exit', (code) => fail(`ended with ${code}`));
  });
}

/**
 * Installs a packaged extension as users do.
 *
 * @param {string} vsix
 * @param {{ dataDir: string, extensionsDir: string }} place
 * @returns {Promise<void>}
 */
export async function installVsix(vsix, { dataDir, extensionsDir }) {
  await run(
    serverNode(),
    [
      join(vscodeServer, 'out', 'server-main.js'),
      ...['--install-extension', vsix, '--force', '--accept-server-license-terms'],
      ...['--server-data-dir', dataDir, '--extensions-dir', extensionsDir],
    ],
    { quiet: true },
  );
}
