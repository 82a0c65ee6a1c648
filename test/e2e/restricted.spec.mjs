/** Places where not everything can be read or trusted: what still works, and what is said. */

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workbenchRestored } from '../vscode/browser.mjs';
import { eventually } from './support/eventually.mjs';
import { useWorkbench } from './support/fixture.mjs';
import { tint } from './support/looks.mjs';
import { annotationsOf, coder } from './support/onDisk.mjs';

const letter = 'letters/brief-aan-besturen.txt';
const view = 'Annotations';

/** VS Code keeps texts of more than 50 MB from extensions. */
const longText = () => 'Een zin over niets in het bijzonder.\n'.repeat(1_450_000);

/** @param {string} workspace */
function addUnreadable(workspace) {
  writeFileSync(join(workspace, 'notes', 'picture.txt'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0, 255, 0]));
  writeFileSync(join(workspace, 'notes', 'long.txt'), longText());
}

describe('in Restricted Mode', () => {
  const workbench = useWorkbench({
    restricted: true,
    prepare: addUnreadable,
    machineSettings: { 'policyLens.coder': coder },
  });

  const welcome = () => workbench().tree(view).locator('.welcome-view').allInnerTexts();

  /** @param {RegExp} text */
  const says = (text) => eventually(`${text}`, welcome, ([said]) => text.test(said ?? ''));

  /** Opens a file that VS Code does not show as text. */
  const openUnreadable = async (/** @type {string} */ name) => {
    await workbench().press('ControlOrMeta+p');
    const input = workbench().page.locator('.quick-input-widget:visible .quick-input-box input');
    await input.fill(name);
    await workbench().pick(name);
    await workbench().page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  };

  it('says what to do while nothing is open', async () => {
    await workbench().openSidebar('Policy Lens');
    await eventually(
      'Restricted Mode',
      () => workbench().statusItems(),
      (items) => items.some((item) => item.includes('Restricted Mode')),
    );
    await says(/^Nothing found yet\. Open a plain text or Markdown document/);
    await workbench()
      .tree('Codebook')
      .getByRole('treeitem', { name: /^Partner and principal/ })
      .waitFor();
  });

  it('says of a file that is not text that it cannot be read, and why in the Problems panel', async () => {
    await openUnreadable('picture.txt');
    await says(/^This file cannot be read as text/);
    await workbench().tree(view).getByRole('button', { name: 'Show Problems' }).click();
    const problems = await eventually('problem', () => workbench().problems());
    assert.deepEqual(problems, ['“notes/picture.txt” is not a text file.']);
  });

  it('says of a text of more than 50 MB that it is too long, and how long it may be', async () => {
    await openUnreadable('long.txt');
    const problems = await eventually(
      'two problems',
      () => workbench().problems(),
      (all) => all.length === 2,
    );
    const tooLong = /^“notes\/long\.txt” is too long to read here: \d+ million characters, at most \d+ million\.$/;
    assert.ok(
      problems.some((problem) => tooLong.test(problem)),
      problems.join('\n'),
    );
    const rows = await eventually('rows', () => workbench().rows(view));
    assert.deepEqual(
      rows.map(({ label }) => label),
      ['Files with problems', 'long.txt', 'picture.txt'],
    );
    // Room for the text again.
    await workbench().press('ControlOrMeta+j');
  });

  it('highlights, explains and keeps decisions all the same', async () => {
    await workbench().openFile(letter);
    const style = () => workbench().styleOf('u het waarmaakt');
    const before = await eventually('highlight', style, (now) => tint(now) > 0);
    const hover = await workbench().hover('inspectie zal', 'Why');
    await hover.getByText('Confirm', { exact: true }).first().click();
    await eventually('stronger highlight', style, (now) => tint(now) > tint(before));
    await eventually('decision', () => annotationsOf(workbench().workspace, letter));
  });

  it('asks for a folder where none is open', async () => {
    const { page } = workbench();
    await page.goto(new URL('/?ew=true', page.url()).href);
    await workbenchRestored(page);
    await workbench().openSidebar('Policy Lens');
    await says(/^Open a folder with policy texts/);
    assert.ok(await workbench().tree(view).getByRole('button', { name: 'Open Folder' }).isVisible());
  });
});
