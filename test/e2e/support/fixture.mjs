/** A fresh VS Code for a test file: the packed extension installed as users do, on a copy of the sample workspace. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openWindow } from '../../vscode/browser.mjs';
import { packedExtension } from '../../vscode/paths.mjs';
import { installVsix, startServer } from '../../vscode/server.mjs';
import { themes } from '../../vscode/themes.mjs';
import { copyWorkspace, removeFolder, sampleWorkspace, temporaryFolder } from '../../vscode/workspace.mjs';
import { Workbench } from './workbench.mjs';

/**
 * @typedef {object} FixtureOptions
 * @property {import('../../vscode/themes.mjs').ThemeName | undefined} [theme] `light` unless told
 * @property {string | undefined} [locale] `en` unless told
 * @property {Record<string, unknown> | undefined} [settings] user settings
 * @property {Record<string, unknown> | undefined} [machineSettings] those with a scope of the machine, such as `policyLens.coder`
 * @property {boolean | undefined} [restricted] opens the workspace in Restricted Mode
 * @property {string | undefined} [file] opened from the start, relative to the workspace
 * @property {number | undefined} [line] of that file, from 1, to begin at
 * @property {string | undefined} [workspace] a folder to copy; the samples unless told
 * @property {(workspace: string) => void} [prepare] changes the copy before VS Code sees it
 * @property {string | undefined} [vsix] the packed extension; that of `npm run package` unless told
 * @property {number | undefined} [width]
 * @property {number | undefined} [height]
 * @property {number | undefined} [scale] device pixels for one CSS pixel
 */

/**
 * Opens a window. Close it when done: it has a server and a browser of its own.
 *
 * @param {FixtureOptions} [options]
 * @returns {Promise<{ workbench: Workbench, close: () => Promise<void> }>}
 */
export async function openWorkbench(options = {}) {
  const place = temporaryFolder('window');
  const workspace = copyWorkspace(place, options.workspace ?? sampleWorkspace);
  options.prepare?.(workspace);
  const server = await serveExtension(place, options);
  const clean = async () => {
    await server.stop();
    removeFolder(place);
  };
  try {
    const { width, height, scale } = options;
    const payload = openFile(server, workspace, options);
    const window = await openWindow(server, { folder: workspace, payload, width, height, scale });
    return {
      workbench: new Workbench(window.page, workspace),
      async close() {
        await window.close();
        await clean();
      },
    };
  } catch (error) {
    await clean();
    throw error;
  }
}

/**
 * @param {string} place a folder for all that VS Code keeps
 * @param {FixtureOptions} options
 */
async function serveExtension(
  place,
  { vsix = packedExtension, theme = 'light', settings, machineSettings, locale, restricted },
) {
  if (!existsSync(vsix)) throw new Error(`There is no ${vsix}: run "npm run package" first.`);
  const dataDir = join(place, 'data');
  const extensionsDir = join(place, 'extensions');
  await installVsix(vsix, { dataDir, extensionsDir });
  return startServer({
    dataDir,
    extensionsDir,
    settings: { 'workbench.colorTheme': themes[theme], ...settings },
    machineSettings,
    locale,
    restricted,
  });
}

/**
 * @param {import('../../vscode/server.mjs').Server} server
 * @param {string} workspace
 * @param {FixtureOptions} options
 * @returns {import('../../vscode/server.mjs').Payload}
 */
function openFile(server, workspace, { file, line }) {
  if (file === undefined) return [];
  const uri = server.uri(join(workspace, file));
  if (line === undefined) return [['openFile', uri]];
  return [
    ['openFile', `${uri}:${line}:1`],
    ['gotoLineMode', 'true'],
  ];
}

/**
 * Gives the tests of a `describe` one window together, and keeps a picture of every failure.
 *
 * @param {FixtureOptions} [options]
 * @returns {() => Workbench} the window, from the first test on
 */
export function useWorkbench(options) {
  /** @type {Awaited<ReturnType<typeof openWorkbench>> | undefined} */
  let opened;
  before(async () => {
    opened = await openWorkbench(options);
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed')
      await opened?.workbench.screenshot(`failed-${this.currentTest.fullTitle()}`);
  });
  after(() => opened?.close());
  return () => {
    if (opened === undefined) throw new Error('The window opens before the first test, not earlier.');
    return opened.workbench;
  };
}
