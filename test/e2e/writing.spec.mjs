/** What a writer is told of a text: where it speaks in two roles, how it is balanced, and why a sentence has no code. */

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from './support/eventually.mjs';
import { useWorkbench } from './support/fixture.mjs';
import { annotationsOf, coder } from './support/onDisk.mjs';

const file = 'notes/veren.txt';
const both = 'Samen met de veren maken wij een plan, dat de schippers verplicht moeten indienen.';
const plain = 'De vergadering is op dinsdag in het havenkantoor.';

describe('for writers', () => {
  const workbench = useWorkbench({
    file,
    machineSettings: { 'policyLens.coder': coder },
    prepare: (workspace) => writeFileSync(join(workspace, file), `Aan de schippers.\n\n${both}\n\n${plain}\n`),
  });

  const decided = () =>
    annotationsOf(workbench().workspace, file).map(({ codes, status, target }) => `${status} ${codes} ${target.quote}`);

  /** @param {readonly string[]} expected */
  const areDecided = (expected) => eventually('on disk', decided, (now) => now.join('\n') === expected.join('\n'));

  const problems = () =>
    eventually(
      'problems',
      () => workbench().problems(),
      (lines) => lines.length > 0,
    );

  it('a double role is a problem with the words of both sides beneath it', async () => {
    await problems();
    const lines = (await workbench().page.locator('.markers-panel').textContent()) ?? '';
    assert.match(lines, /This sentence speaks as partner \(“Samen met.*”\) and as principal \(“.*”\)\./);
    assert.match(lines, /partner: “Samen met/);
    assert.match(lines, /principal: “/);
    assert.match(lines, /double-role/);
    await workbench().press('ControlOrMeta+Shift+m');
  });

  it('the balance of the text is behind its language in the status bar, and leads to the tree', async () => {
    const { page } = workbench();
    const item = page.locator('[id="status.languageStatus"]');
    await item.hover();
    const card = page.locator('.hover-language-status').filter({ hasText: 'Partner' });
    await card.waitFor();
    assert.match((await card.textContent()) ?? '', /Partner 1 · Principal 1 · Double role 1/);
    assert.match((await card.textContent()) ?? '', /of \d sentences/);
    await page.mouse.move(0, 0);
    await workbench().runCommand('Policy Lens: Show Balance of Roles');
    const row = workbench().tree('Annotations').locator('.monaco-list-row.selected');
    await row.waitFor();
    assert.match((await row.getAttribute('aria-label')) ?? '', /^Derived: Double role/);
  });

  it('its quick fixes are reached by key, and one of them marks it as intended', async () => {
    await workbench().select('moeten indienen');
    const actions = workbench().page.locator('.action-widget .monaco-list-row.action');
    await workbench().pressFor('ControlOrMeta+.', actions.first());
    const titles = await actions.allInnerTexts();
    assert.deepEqual(
      titles.map((title) => title.trim()),
      ['Mark as intended', 'Show both roles', 'Open the definition of the double role'],
    );
    await workbench().press('ArrowDown');
    await workbench().press('Enter');
    const peek = workbench().page.locator('.peekview-widget');
    await peek.waitFor();
    assert.match((await peek.textContent()) ?? '', /veren\.txt/);
    await workbench().press('Escape');
    await peek.waitFor({ state: 'detached' });
    await workbench().pressFor('ControlOrMeta+.', actions.first());
    await workbench().press('Enter');
    await areDecided([`confirmed partner-principal/double-role ${both}`]);
    await eventually(
      'no problems',
      () => workbench().problems(),
      (lines) => lines.length === 0,
    );
    await workbench().runCommand('Policy Lens: Undo Annotation Change');
    await areDecided([]);
    await problems();
    await workbench().press('ControlOrMeta+Shift+m');
  });

  it('a hover says what each word adds, and what would change the answer', async () => {
    const hover = await workbench().hover('Samen met de veren', 'Partner');
    const text = (await hover.textContent()) ?? '';
    assert.match(text, /Why: “Samen met.*” adds 0\.\d\d/);
    assert.match(text, /Without “.+” it would not be suggested\./);
    assert.match(text, /Mark as intended · Reject · Show both roles/);
    await workbench().page.mouse.move(0, 0);
  });

  it('a sentence without a code answers why, and takes one all the same', async () => {
    await workbench().select('op dinsdag');
    await workbench().press('ArrowRight');
    await workbench().runCommand('Policy Lens: Why This Code, or Not?');
    await workbench().waitForQuickInput('Why this code, or not? “De vergadering');
    const codes = await workbench().quickPickRows();
    assert.ok(codes.includes('Partner') && codes.includes('Relational intervention'), codes.join());
    await workbench().pick('Partner');
    await workbench().waitForQuickInput(/^Partner: score 0\.\d\d, suggested from 0\.\d\d$/);
    const [first, ...reasons] = await workbench().quickPickRows();
    assert.match(first ?? '', /Give this code all the same/);
    assert.match(reasons.join('\n'), /Without any evidence the score is 0\.\d\d/);
    await workbench().press('Enter');
    await areDecided([`confirmed partner-principal/partner ${plain}`]);
  });
});
