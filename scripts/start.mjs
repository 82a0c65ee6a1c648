/**
 * `npm start`: the extension in a real VS Code, in a browser, on a copy of the sample workspace. Needs Node 20 and
 * nothing else; what is missing is installed. Ends with Ctrl+C and leaves nothing running.
 *
 *     npm start -- [--theme light|dark|hc-dark|hc-light] [--locale en|nl] [--file PATH] [--port N] [--no-open]
 */

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureRig } from '../test/vscode/install.mjs';
import { installVsix, startServer } from '../test/vscode/server.mjs';
import { themeNamed, themes } from '../test/vscode/themes.mjs';
import { copyWorkspace, temporaryFolder } from '../test/vscode/workspace.mjs';
import { packExtension } from './package.mjs';
import { ensurePackages } from './project.mjs';

const { values: options } = parseArgs({
  options: {
    theme: { type: 'string', default: 'light' },
    locale: { type: 'string', default: systemLanguage() },
    file: { type: 'string', default: 'notes/warm-welkom.md' },
    port: { type: 'string', default: '0' },
    'no-open': { type: 'boolean', default: false },
  },
});
const theme = themes[themeNamed(options.theme)];

await ensurePackages();
await ensureRig();
console.log('Building and packing the extension ...');
const vsix = await packExtension({ quiet: true, small: false });

const place = temporaryFolder('start');
const dataDir = join(place, 'data');
const extensionsDir = join(place, 'extensions');
const workspace = copyWorkspace(place);
await installVsix(vsix, { dataDir, extensionsDir });
const server = await startServer({
  dataDir,
  extensionsDir,
  settings: { 'workbench.colorTheme': theme },
  locale: options.locale,
  port: Number(options.port),
});

const address = server.url(workspace, [['openFile', server.uri(join(workspace, options.file))]]);
console.log(`\nVS Code with Policy Lens, on a copy of the sample workspace:\n\n  ${address}\n\nCtrl+C ends it.`);
if (!options['no-open'] && hasDisplay()) openInBrowser(address);
// The server goes on until a signal ends this process, and with it the server and the folder (run.mjs, workspace.mjs).

/** Dutch for whoever's computer speaks Dutch; the extension knows English besides. */
function systemLanguage() {
  return Intl.DateTimeFormat().resolvedOptions().locale.startsWith('nl') ? 'nl' : 'en';
}

function hasDisplay() {
  const { CI, DISPLAY, WAYLAND_DISPLAY, SSH_CONNECTION } = process.env;
  if (CI !== undefined || SSH_CONNECTION !== undefined) return false;
  return process.platform !== 'linux' || DISPLAY !== undefined || WAYLAND_DISPLAY !== undefined;
}

/** @param {string} url */
function openInBrowser(url) {
  /** @type {Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>} */
  const openers = { darwin: ['open'], win32: ['rundll32', 'url.dll,FileProtocolHandler'] };
  const [command, ...args] = openers[process.platform] ?? ['xdg-open'];
  const opener = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
  // Whoever has no such program has the address on the screen.
  opener.on('error', () => {});
  opener.unref();
}
