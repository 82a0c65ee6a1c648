/** The annotations view: finding one's way in what was found, and deciding on it there. */

import assert from 'node:assert/strict';
import { eventually } from './support/eventually.mjs';
import { useWorkbench } from './support/fixture.mjs';
import { annotationsOf, coder } from './support/onDisk.mjs';

const letter = 'letters/brief-aan-besturen.txt';
const view = 'Annotations';

describe('the annotations view', () => {
  const workbench = useWorkbench({ file: letter, machineSettings: { 'policyLens.coder': coder }, height: 1200 });

  const rows = () => workbench().rows(view);
  const labels = async () => (await rows()).map(({ label }) => label);
  const shapes = async () => (await rows()).map(({ label, level, expanded }) => `${label} ${level} ${expanded}`);
  const tree = () => workbench().tree(view);
  const head = () => tree().locator('.message').allInnerTexts();

  /** What was decided, in document order: status and first words. */
  const decisions = () =>
    annotationsOf(workbench().workspace, letter).map(({ status, target }) => `${status} ${target.quote.slice(0, 12)}`);

  /** @param {RegExp} name what a screen reader is told of the row */
  const row = (name) => tree().getByRole('treeitem', { name }).first();

  /** @param {string} title */
  const run = (title) => workbench().runCommand(`Policy Lens: ${title}`);

  /**
   * @param {RegExp} name of the row
   * @param {string} action
   */
  const clickAction = async (name, action) => {
    await row(name).hover();
    await row(name).locator(`.action-label[aria-label^="${action}"]`).click();
  };

  /** @param {RegExp} name of a row for the passage that begins on line 58 and ends on line 59 */
  const showPassage = async (name) => {
    await run('Go to Next Coding');
    await row(name).click();
    await eventually(
      'selected passage',
      () => workbench().statusItems(),
      (items) => items.some((item) => /^Ln 59, Col \d+ \(\d+ selected\)$/.test(item)),
    );
  };

  before(async () => {
    await workbench().openSidebar('Policy Lens');
    await eventually('rows', rows);
  });

  it('groups by code, with counts that add up', async () => {
    const all = await rows();
    const [codebook] = all;
    assert.equal(codebook?.label, 'Intervention types');
    const codes = all.slice(
      1,
      all.findIndex(({ level }, index) => index > 0 && level === 1),
    );
    assert.ok(codes.some(({ label }) => label === 'Contextual intervention'));
    assert.ok(codes.every(({ level, expanded }) => level === 2 && expanded === false));
    const sum = codes.reduce((total, { description }) => total + Number(description), 0);
    assert.equal(sum, Number(codebook.description));
  });

  it('groups by document and by status, with the same number of passages', async () => {
    const tops = (await rows()).filter(({ level }) => level === 1);
    const total = tops.reduce((sum, { description }) => sum + Number(description), 0);
    await run('Group by Document');
    const [document] = await eventually('document', rows, ([first]) => first?.label === 'brief-aan-besturen.txt');
    assert.equal(document?.description, `${total} · letters`);
    await run('Group by Status');
    const [status] = await eventually('status', rows, ([first]) => first?.label === 'Suggestions');
    assert.equal(status?.description, String(total));
    await run('Group by Code');
    await eventually('codebook', rows, ([first]) => first?.label === 'Intervention types');
  });

  it('filters while one types, says so, and brings everything back on Escape', async () => {
    const all = await labels();
    await run('Filter Annotations…');
    await workbench().waitForQuickInput('Filter annotations');
    await workbench().type('opzeggen');
    await eventually('message', head, ([text]) => /^\d+ of \d+ shown, filter “opzeggen”$/.test(text ?? ''));
    await eventually('rows without the code', labels, (now) => !now.includes('Symbolic intervention'));
    await workbench().press('Escape');
    await eventually('all rows', labels, (now) => now.join() === all.join());

    await run('Filter Annotations…');
    await workbench().waitForQuickInput('Filter annotations');
    await workbench().answer('opzeggen');
    await eventually('fewer rows', labels, (now) => now.length < all.length);
    await run('Clear Filter');
    await eventually('all rows', labels, (now) => now.join() === all.join());
  });

  it('shows the passage in the text when its row is clicked, and keeps the keyboard', async () => {
    await workbench().expandRow(view, 'Contextual intervention');
    await workbench().expandRow(view, 'Budget and cuts');
    await showPassage(/^Suggestion: .+ line 58: Voor de tweede ronde/);
    assert.ok(await workbench().page.locator('.editor-group-container.active .selected-text').first().isVisible());
    assert.ok(await tree().evaluate((pane) => pane.contains(document.activeElement)));
  });

  it('decides by the buttons of a row, and leaves the other rows as they were', async () => {
    const before = await shapes();
    await clickAction(/^Suggestion: .+ line 58: Voor de tweede ronde/, 'Confirm');
    await row(/^Confirmed: .+ line 58: Voor de tweede ronde/).waitFor();
    await eventually('decision on disk', decisions, (now) => now.join() === 'confirmed Voor de twee');
    assert.deepEqual(await shapes(), before);

    await clickAction(/^Confirmed: .+ line 58/, 'Reject');
    await eventually('other decision on disk', decisions, (now) => now.join() === 'rejected Voor de twee');
    await row(/^Confirmed: .+ line 58/).waitFor({ state: 'detached' });
    await run('Undo Annotation Change');
    await row(/^Confirmed: .+ line 58/).waitFor();
    await run('Undo Annotation Change');
    await row(/^Suggestion: .+ line 58/).waitFor();
    await eventually('no decision on disk', decisions, (now) => now.length === 0);
  });

  it('decides on all selected rows from the menu of one', async () => {
    const [first, second] = [/ line 58: Voor de tweede ronde/, / line 60: Wie meedoet/];
    await row(first).click();
    await row(second).click({ modifiers: ['ControlOrMeta'] });
    await workbench().contextMenu(row(second), 'Reject');
    await eventually('decisions', decisions, (now) => now.join() === 'rejected Voor de twee,rejected Wie meedoet,');
    await row(first).waitFor({ state: 'detached' });
    await run('Undo Annotation Change');
    await eventually('no decisions', decisions, (now) => now.length === 0);
    await row(first).waitFor();
  });

  it('is worked by keyboard alone: the row that the keyboard is on is decided, and the next one is at hand', async () => {
    await row(/^Budget and cuts: /).click();
    await workbench().expandRow(view, 'Budget and cuts');
    await workbench().press('ArrowDown');
    await workbench().press('ControlOrMeta+Enter');
    await eventually('first decision', decisions, (now) => now.join() === 'confirmed Voor de twee');
    await tree().locator('.monaco-list-row.focused[aria-label^="Confirmed: "]').waitFor();
    await workbench().press('ArrowDown');
    await workbench().press('ControlOrMeta+Backspace');
    await eventually(
      'second decision',
      decisions,
      (now) => now.join() === 'confirmed Voor de twee,rejected Wie meedoet,',
    );
    // The row is gone with the rejection; the keyboard is on what has come in its place.
    await tree()
      .locator('.monaco-list-row.focused:not([aria-label*=" line 58"]):not([aria-label*=" line 60"])')
      .waitFor();
    await run('Undo Annotation Change');
    await eventually('one decision', decisions, (now) => now.length === 1);
    await showPassage(/^Confirmed: .+ line 58/);
    await workbench().press('Delete');
    await eventually('no decision', decisions, (now) => now.length === 0);
    await row(/^Suggestion: .+ line 58/).waitFor();
  });
});
