/** A window of VS Code in a browser that a program drives. */

import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { ensureChromium } from './install.mjs';

/**
 * @typedef {import('playwright-core').Page} Page
 * @typedef {import('playwright-core').Browser} Browser
 *
 * @typedef {object} WindowOptions
 * @property {string} folder absolute path of the workspace folder
 * @property {import('./server.mjs').Payload | undefined} [payload]
 * @property {number | undefined} [width]
 * @property {number | undefined} [height]
 * @property {number | undefined} [scale] device pixels for one CSS pixel
 * @property {Browser} [browser] one that runs already; it stays open when the window closes
 *
 * @typedef {object} Window
 * @property {Page} page
 * @property {() => Promise<void>} close
 */

/** The whole world is this machine: what VS Code would ask of others fails at once, without a look at the network. */
const noNetwork = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  noNetwork,
];

/** How long a window may take from address to workbench; two busy cores need about ten seconds. */
const openTimeoutMs = 90_000;

/** @returns {Promise<Browser>} a browser without a window, with a profile that is new and empty */
export async function launchBrowser() {
  const executablePath = await ensureChromium();
  // Loaded late: the rig may have been installed only just now.
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath, args: flags, headless: true });
}

/**
 * A page of its own storage, as for a new user.
 *
 * @param {Browser} browser
 * @param {{ width?: number | undefined, height?: number | undefined, scale?: number | undefined }} [size]
 */
export async function newPage(browser, { width = 1280, height = 800, scale = 1 } = {}) {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    locale: 'en-US',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  return context.newPage();
}

/**
 * Opens a folder in a window.
 *
 * @param {import('./server.mjs').Server} server
 * @param {WindowOptions} options
 * @returns {Promise<Window>}
 */
export async function openWindow(server, { folder, payload, browser, ...size }) {
  const own = browser === undefined ? await launchBrowser() : undefined;
  const page = await newPage(browser ?? /** @type {Browser} */ (own), size);
  const close = async () => {
    await page.context().close();
    await own?.close();
  };
  try {
    await page.goto(server.url(folder, payload));
    await workbenchRestored(page);
  } catch (error) {
    await close();
    throw error;
  }
  return { page, close };
}

/** What the workbench marks in its own timeline: editors and views are back, and what extensions contribute is known. */
const openMarks = ['code/LifecyclePhase/Restored', 'code/didLoadExtensions'];

/**
 * Waits until a window has opened, by its own word. Extensions may still be starting then: wait for their signs.
 *
 * @param {Page} page
 */
export async function workbenchRestored(page) {
  await page.waitForFunction(
    (marks) => marks.every((mark) => performance.getEntriesByName(mark).length > 0),
    openMarks,
    { timeout: openTimeoutMs },
  );
}

/**
 * @param {Page} page
 * @param {string} path of the PNG file
 */
export async function screenshot(page, path) {
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
}
