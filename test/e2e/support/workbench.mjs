/**
 * A window of VS Code as a person sees it: what is on the screen, and what hands can do. Long, for it is one vocabulary that
 * all tests of the window are written in.
 */

import { join } from 'node:path';
import { screenshot, workbenchRestored } from '../../vscode/browser.mjs';
import { screenshotsDir } from '../../vscode/paths.mjs';
import { themeClasses, themeLabels } from '../../vscode/themes.mjs';
import { boxesOf, styleAt } from './editorText.mjs';
import { eventually } from './eventually.mjs';

/**
 * @typedef {import('playwright-core').Locator} Locator
 *
 * @typedef {object} Row of a tree
 * @property {string} label
 * @property {string} description the words beside the label
 * @property {number} level from 1
 * @property {boolean | undefined} expanded undefined for a row without children
 * @property {boolean} selected
 */

/** A fixed pause is for one thing only: the mouse must rest before VS Code shows a hover. */
const hoverTimeoutMs = 15_000;

export class Workbench {
  /** @type {import('playwright-core').Page} */
  page;

  /** Absolute path of the open folder; files in it may be read and written by the test. */
  workspace;

  /**
   * @param {import('playwright-core').Page} page
   * @param {string} workspace
   */
  constructor(page, workspace) {
    this.page = page;
    this.workspace = workspace;
  }

  // Files and commands

  /**
   * Opens a file as one does with Ctrl+P.
   *
   * @param {string} path relative to the workspace
   */
  async openFile(path) {
    const name = path.split('/').at(-1) ?? path;
    await this.page.keyboard.press('ControlOrMeta+p');
    await this.#type(path);
    await this.#quickRows.filter({ hasText: name }).first().click();
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await this.page.locator('.editor-group-container.active .view-line').first().waitFor();
  }

  /**
   * Runs a command from the palette.
   *
   * @param {string} title as the palette shows it, with its category: `Policy Lens: Export`
   */
  async runCommand(title) {
    const input = this.page.locator('.quick-input-widget:visible .quick-input-box input');
    const command = this.#quickRows.filter({ has: this.page.getByText(title, { exact: true }) }).first();
    // A busy window lets a key pass, and the palette closes where a view takes the keyboard back.
    await eventually(`the command ${title}`, async () => {
      await this.page.keyboard.press('F1');
      try {
        await input.fill(`>${title}`, { timeout: 5_000 });
        await command.click({ timeout: 5_000 });
        return true;
      } catch {
        return false;
      }
    });
  }

  /**
   * @param {string} keys as Playwright names them, `ControlOrMeta+s`; a blank between the parts of a chord
   */
  async press(keys) {
    for (const key of keys.split(' ')) await this.page.keyboard.press(key);
  }

  /**
   * Presses in the editor until what the keys are to bring is there: an editor that has only just got the keyboard back, or
   * has not heard of the last change yet, lets them pass.
   *
   * @param {string} keys as in `press`
   * @param {Locator} wanted
   */
  async pressFor(keys, wanted) {
    await eventually(
      `${keys} to be heard`,
      async () => {
        await this.focusEditor();
        await this.press(keys);
        return wanted.waitFor({ timeout: 3_000 }).then(
          () => true,
          () => false,
        );
      },
      (isThere) => isThere,
      { timeoutMs: 30_000 },
    );
  }

  /** @param {string} text typed where the focus is */
  async type(text) {
    await this.page.keyboard.type(text);
  }

  async reload() {
    await this.page.reload();
    await workbenchRestored(this.page);
  }

  // Quick picks and input boxes

  /**
   * Waits for a quick pick or an input box, so that what is typed next goes there.
   *
   * @param {string | RegExp} title
   */
  async waitForQuickInput(title) {
    await this.page.locator('.quick-input-widget:visible .quick-input-title', { hasText: title }).waitFor();
  }

  /** What the open quick pick offers, the first line of each row. */
  quickPickRows() {
    return this.#quickRows.locator('.label-name').allInnerTexts();
  }

  /**
   * Chooses in the open quick pick.
   *
   * @param {string} label
   */
  async pick(label) {
    await this.#quickRows.filter({ hasText: label }).first().click();
  }

  /**
   * Fills in the open quick input and confirms it.
   *
   * @param {string} text
   */
  async answer(text) {
    await this.#type(text);
    await this.page.keyboard.press('Enter');
  }

  get #quickRows() {
    return this.page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row');
  }

  /** @param {string} text */
  async #type(text) {
    await this.page.locator('.quick-input-widget:visible .quick-input-box input').fill(text);
  }

  // The sidebar

  /**
   * Shows a view container of the activity bar.
   *
   * @param {string} title
   */
  async openSidebar(title) {
    const tab = this.page.locator(`.activitybar .action-item:has(.action-label[aria-label^="${title}"])`);
    // A second click would close it again.
    if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
    // The mouse would have a hover shown that lies over the tree.
    await this.page.mouse.move(0, 0);
    await this.page.locator('.sidebar .composite.title', { hasText: title }).waitFor();
  }

  /**
   * The tree of one view.
   *
   * @param {string} view its title
   * @returns {Locator}
   */
  tree(view) {
    return this.page
      .locator('.sidebar .pane')
      .filter({ has: this.page.locator(`.pane-header[aria-label*="${view}"]`) });
  }

  /**
   * The rows of a view that are on the screen.
   *
   * @param {string} view
   * @returns {Promise<Row[]>}
   */
  rows(view) {
    return this.tree(view)
      .locator('.monaco-list-row')
      .evaluateAll((rows) =>
        rows
          .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
          .map((row) => ({
            label: row.querySelector('.label-name')?.textContent ?? '',
            description: row.querySelector('.label-description')?.textContent ?? '',
            level: Number(row.getAttribute('aria-level')),
            expanded: row.hasAttribute('aria-expanded') ? row.getAttribute('aria-expanded') === 'true' : undefined,
            selected: row.classList.contains('selected'),
          })),
      );
  }

  /**
   * The first row of a view with these words in it.
   *
   * @param {string} view
   * @param {string | RegExp} text
   * @returns {Locator}
   */
  row(view, text) {
    return this.tree(view).locator('.monaco-list-row').filter({ hasText: text }).first();
  }

  /**
   * @param {string} view
   * @param {string | RegExp} text
   */
  async expandRow(view, text) {
    const row = this.row(view, text);
    if ((await row.getAttribute('aria-expanded')) === 'false') await row.locator('.monaco-tl-twistie').click();
  }

  /**
   * Clicks one of the buttons that a row shows under the mouse.
   *
   * @param {string} view
   * @param {string | RegExp} text of the row
   * @param {string} action the button's name
   */
  async rowAction(view, text, action) {
    const row = this.row(view, text);
    await row.hover();
    await row.locator(`.action-label[aria-label^="${action}"]`).click();
  }

  /**
   * Chooses from the menu of the right mouse button.
   *
   * @param {Locator} target
   * @param {string} item
   */
  async contextMenu(target, item) {
    await target.click({ button: 'right' });
    const menu = this.page.locator('.context-view.monaco-menu-container');
    const entry = menu.locator('.action-item').filter({ hasText: item }).first();
    // A menu that has only just opened takes no click yet: it would be the end of the one that opened it.
    await eventually(
      `"${item}" to be chosen`,
      async () => {
        if (await entry.isVisible()) await entry.click();
        return menu.isHidden();
      },
      (isChosen) => isChosen,
    );
  }

  // The editor

  /** Puts the keyboard into the active editor and leaves its cursor where it is. */
  async focusEditor() {
    await this.page.locator('.editor-group-container.active .monaco-editor .native-edit-context').first().focus();
  }

  /**
   * Brings the first such text of the active editor on the screen and selects it, by the find widget.
   *
   * @param {string} text on one line
   */
  async select(text) {
    await this.focusEditor();
    await this.page.keyboard.press('ControlOrMeta+Home');
    await this.page.keyboard.press('ControlOrMeta+f');
    const widget = this.page.locator('.editor-group-container.active .find-widget.visible');
    // Emptied first: the words of the search before are not searched for again.
    await widget.locator('.find-part textarea').fill('');
    await widget.locator('.find-part textarea').fill(text);
    await widget.locator('.matchesCount', { hasText: /^1 / }).waitFor();
    await this.page.keyboard.press('Escape');
    await widget.waitFor({ state: 'hidden' });
  }

  /**
   * Rests the mouse on a text and reads the hover.
   *
   * @param {string} text that is on the screen
   * @param {string | RegExp} [expected] waits for a hover that says this
   * @returns {Promise<Locator>}
   */
  async hover(text, expected = /\S/) {
    const box = await this.#boxOf(text);
    await this.page.mouse.move(box.x + box.width / 2 - 3, box.y + box.height / 2);
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    const hover = this.page.locator('.monaco-editor .monaco-hover:visible').filter({ hasText: expected });
    await hover.first().waitFor({ timeout: hoverTimeoutMs });
    return hover.first();
  }

  /**
   * How a text looks, with the highlights that lie over its first line.
   *
   * @param {string} text that is on the screen
   */
  async styleOf(text) {
    return styleAt(this.page, await this.#boxOf(text));
  }

  /** @param {string} text */
  async #boxOf(text) {
    const [box] = await eventually(`"${text}" in the editor`, () => boxesOf(this.page, text));
    if (box === undefined) throw new Error(`"${text}" has no box`);
    return box;
  }

  // Around the editor

  /**
   * Waits for words anywhere in the window.
   *
   * @param {string | RegExp} text
   */
  async waitForText(text) {
    await this.page.getByText(text).filter({ visible: true }).first().waitFor();
  }

  /** The texts of the status bar's items. */
  statusItems() {
    return this.page.locator('.statusbar-item:visible').allInnerTexts();
  }

  /** What the notifications on the screen say. */
  notifications() {
    return this.page.locator('.notification-list-item-message:visible').allInnerTexts();
  }

  /**
   * Clicks a button of a notification.
   *
   * @param {string} label
   */
  async notificationButton(label) {
    await this.page.locator('.notifications-toasts .monaco-button', { hasText: label }).first().click();
  }

  /** The lines of the Problems panel. */
  async problems() {
    const panel = this.page.locator('.markers-panel');
    if (!(await panel.isVisible())) await this.page.keyboard.press('ControlOrMeta+Shift+m');
    await panel.waitFor();
    return panel.locator('.monaco-list-row .marker-message-details, .monaco-list-row .marker-message').allInnerTexts();
  }

  // Looks

  /**
   * Changes the theme as one does in the palette.
   *
   * @param {import('../../vscode/themes.mjs').ThemeName} theme
   */
  async putOn(theme) {
    await this.runCommand('Preferences: Color Theme');
    await this.#type(themeLabels[theme]);
    await this.pick(themeLabels[theme]);
    await this.page.locator(`.monaco-workbench.${themeClasses[theme]}`).waitFor();
  }

  /**
   * @param {string} name of the picture in `out/screenshots`
   * @returns {Promise<string>} its path
   */
  async screenshot(name) {
    const path = join(screenshotsDir, `${name.replaceAll(/[^\w.-]+/g, '-')}.png`);
    await screenshot(this.page, path);
    return path;
  }
}
