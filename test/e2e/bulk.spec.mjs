/** Deciding on many suggestions at once, by keyboard alone; and going back in the history of the session. */

import assert from 'node:assert/strict';
import { eventually } from './support/eventually.mjs';
import { useWorkbench } from './support/fixture.mjs';
import { tint } from './support/looks.mjs';
import { annotationsOf, coder, fingerprints } from './support/onDisk.mjs';

const letter = 'letters/brief-aan-besturen.txt';

describe('deciding on many suggestions', () => {
  const workbench = useWorkbench({ file: letter, machineSettings: { 'policyLens.coder': coder } });

  const decided = () => annotationsOf(workbench().workspace, letter);

  /** @param {number} step */
  const asked = (step) => workbench().waitForQuickInput(new RegExp(`^Confirm suggestions \\(${step}/4\\)`));

  /** @param {string} title */
  const byKeyboard = async (title) => {
    await workbench().press('F1');
    await workbench().page.locator('.quick-input-widget:visible .quick-input-box input').fill(`>${title}`);
    await eventually(
      title,
      () => workbench().quickPickRows(),
      (rows) => rows[0]?.includes(title) ?? false,
    );
    await workbench().press('Enter');
  };

  /** How many suggestions a row speaks of. */
  const countIn = async (/** @type {RegExp} */ row) => {
    const rows = await eventually(
      String(row),
      () => workbench().quickPickRows(),
      (all) => all.some((each) => row.test(each)),
    );
    return Number(row.exec(rows.find((each) => row.test(each)) ?? '')?.[1]);
  };

  let count = 0;

  it('asks where, which codes and from which score, can go back, and says how many before it does it', async () => {
    const documents = fingerprints(workbench().workspace);
    await eventually(
      'suggestions',
      () => workbench().styleOf('inspectie zal'),
      (style) => tint(style) > 0,
    );
    await byKeyboard('Policy Lens: Confirm Suggestions…');
    await asked(1);
    await workbench().press('ArrowDown');
    await workbench().press('Enter');
    await asked(2);
    await workbench().press('Enter');
    await asked(3);
    await workbench().press('Enter');
    await asked(4);
    const all = await countIn(/Confirm (\d+) suggestions in “letters\/brief-aan-besturen\.txt”/);
    await workbench().press('Control+Alt+Minus');
    await asked(3);
    await workbench().press('ArrowDown');
    await workbench().press('Enter');
    await asked(4);
    count = await countIn(/Confirm (\d+) suggestions in “letters\/brief-aan-besturen\.txt”/);
    assert.ok(count > 1 && count < all, `${count} of ${all}`);
    assert.equal(decided().length, 0);
    assert.deepEqual(fingerprints(workbench().workspace), documents);
  });

  it('does it, and names it when it is done and undone', async () => {
    await workbench().press('Enter');
    await eventually('the decisions', decided, (now) => now.length === count);
    await eventually(
      'what was done',
      () => workbench().notifications(),
      (all) => all.some((text) => text.includes(`Done: confirm ${count} suggestions`)),
    );
    await byKeyboard('Policy Lens: Undo Annotation Change');
    await eventually('nothing', decided, (now) => now.length === 0);
    await eventually(
      'what was undone',
      () => workbench().statusItems(),
      (items) => items.some((item) => item.includes(`Undone: confirm ${count} suggestions`)),
    );
  });

  it('is a row of the history, from where it is done again', async () => {
    await byKeyboard('Policy Lens: Annotation History: Undo to…');
    await workbench().waitForQuickInput('Annotation history of this session');
    const rows = await workbench().quickPickRows();
    assert.ok(
      rows.some((row) => row.includes(`confirm ${count} suggestions`)),
      rows.join(' | '),
    );
    await workbench().press('Enter');
    await eventually('the decisions', decided, (now) => now.length === count);
  });

  it('shows an earlier version beside what is there now, and restores it', async () => {
    await byKeyboard('Policy Lens: Reject Suggestions…');
    await workbench().waitForQuickInput(/^Reject suggestions \(1\/4\)/);
    await workbench().press('ArrowDown');
    for (const step of [2, 3, 4]) {
      await workbench().press('Enter');
      await workbench().waitForQuickInput(new RegExp(`^Reject suggestions \\(${step}/4\\)`));
    }
    await workbench().press('Enter');
    await eventually('more decisions', decided, (now) => now.length > count);
    await byKeyboard('Policy Lens: Restore Version of Annotations…');
    await workbench().waitForQuickInput('Restore annotations of');
    await eventually(
      'versions',
      () => workbench().quickPickRows(),
      (rows) => rows.length > 0,
    );
    await workbench().press('Enter');
    await workbench().page.locator('.monaco-diff-editor').first().waitFor();
    await eventually(
      'the question',
      () => workbench().quickPickRows(),
      (rows) => rows.some((row) => row.includes('Restore this version')),
    );
    await workbench().screenshot('bulk-restore-version');
    await workbench().press('Enter');
    await eventually('the version', decided, (now) => now.length === count);
    assert.ok(decided().every(({ status }) => status === 'confirmed'));
  });

  it('deletes all annotations of the document, once it is told how many', async () => {
    await byKeyboard('Policy Lens: Delete All Annotations of Document…');
    await workbench().waitForQuickInput('Delete all annotations of which document?');
    await workbench().press('Enter');
    const dialog = workbench().page.locator('.monaco-dialog-box');
    await dialog.getByText(`Delete ${count} annotations in “${letter}”?`).waitFor();
    await dialog.getByRole('button', { name: 'Delete', exact: true }).focus();
    await workbench().press('Enter');
    await eventually('no annotations', decided, (now) => now.length === 0);
    await byKeyboard('Policy Lens: Undo Annotation Change');
    await eventually('the annotations', decided, (now) => now.length === count);
  });
});
