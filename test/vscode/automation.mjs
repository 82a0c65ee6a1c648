/** The two doors that VS Code leaves open for a test run: what its extension host logs, and how it ended. */

import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { screenshot } from './browser.mjs';
import { reportsDir, screenshotsDir } from './paths.mjs';
import { ResultCollector } from './results.mjs';

/** Longer than any suite should take; a run that hangs must not hold up the others for ever. */
const runTimeoutMs = 5 * 60_000;

/**
 * Lines that say nothing of the extension: the rig has no native modules, and asks nobody on the network.
 */
const noise = /Could not locate the bindings file|native-watchdog|build\/Release\/watchdog|gallery\/extensionquery/;

/**
 * Goes to a window that runs tests, and waits until they ended.
 *
 * @param {import('./browser.mjs').Page} page
 * @param {string} url
 * @param {string} name what the run is called in the reports
 * @returns {Promise<import('./results.mjs').Results>}
 */
export async function collectTests(page, url, name) {
  mkdirSync(reportsDir, { recursive: true });
  const report = createWriteStream(join(reportsDir, `${name}.log`));
  const collector = new ResultCollector();
  const read = (/** @type {string} */ line) => {
    if (noise.test(line)) return;
    report.write(`${line}\n`);
    const shown = collector.read(line);
    if (shown !== undefined) console.log(shown);
  };

  /** @type {Promise<number>} */
  const exit = new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no end after ${runTimeoutMs / 1000} s`)), runTimeoutMs);
    void page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => {
      clearTimeout(timer);
      resolve(code);
    });
    page.on('crash', () => reject(new Error('the window crashed')));
  });
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ type, /** @type {unknown[]} */ args) =>
    read(`${type}: ${args.map(asText).join(' ')}`),
  );
  page.on('pageerror', (error) => report.write(`page: ${error.stack ?? error}\n`));

  try {
    await page.goto(url);
    const code = await exit;
    if (!collector.ended)
      collector.fail(`${name}: the run broke off`, `exit code ${code}, see out/reports/${name}.log`);
    else if (code !== 0 && collector.results.failed === 0) collector.fail(`${name}: exit code ${code}`, '');
  } catch (error) {
    collector.fail(`${name}: the run did not end`, String(error));
  }
  if (collector.results.failed > 0) await screenshot(page, join(screenshotsDir, `failed-${name}.png`)).catch(() => {});
  await new Promise((resolve) => report.end(resolve));
  return collector.results;
}

/** @param {unknown} value */
const asText = (value) => (typeof value === 'string' ? value : JSON.stringify(value));
