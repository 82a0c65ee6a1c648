/** Tests inside the Node extension host of VS Code 1.139: what people run on their own computer. */

import { join } from 'node:path';
import { collectTests } from './automation.mjs';
import { launchBrowser, newPage } from './browser.mjs';
import { startServer } from './server.mjs';
import { removeFolder, temporaryFolder } from './workspace.mjs';

/**
 * Runs a tests module, a file that exports `run(): Promise<void>` and reports by `mocha.ts`.
 *
 * @param {object} options
 * @param {string} options.extensionPath the extension under development
 * @param {string} options.testsPath the tests module
 * @param {string} options.workspace the folder to open; the tests may write to it, so give them a copy
 * @param {Record<string, unknown>} [options.settings]
 * @param {string} [options.locale]
 * @param {string} [options.name] what the run is called in the reports
 * @returns {Promise<import('./results.mjs').Results>}
 */
export async function runHostTests({
  extensionPath,
  testsPath,
  workspace,
  settings = {},
  locale = 'en',
  name = 'host',
}) {
  const place = temporaryFolder(name);
  const server = await startServer({
    dataDir: join(place, 'data'),
    extensionsDir: join(place, 'extensions'),
    settings,
    locale,
    automation: true,
  });
  const browser = await launchBrowser();
  try {
    const page = await newPage(browser);
    const url = server.url(workspace, [
      ['extensionDevelopmentPath', server.uri(extensionPath)],
      ['extensionTestsPath', server.uri(testsPath)],
    ]);
    return await collectTests(page, url, name);
  } finally {
    await browser.close();
    await server.stop();
    removeFolder(place);
  }
}
