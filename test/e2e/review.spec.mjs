/** Going through suggestions by keyboard alone: one key for each answer, and nothing of it typed into the text. */

import assert from 'node:assert/strict';
import { eventually } from './support/eventually.mjs';
import { useWorkbench } from './support/fixture.mjs';
import { tint } from './support/looks.mjs';
import { annotationsOf, coder, fingerprints } from './support/onDisk.mjs';

const letter = 'letters/brief-aan-besturen.txt';

describe('reviewing suggestions', () => {
  const workbench = useWorkbench({ file: letter, machineSettings: { 'policyLens.coder': coder } });

  const decided = () => annotationsOf(workbench().workspace, letter);

  /** @param {number} count */
  const areDecided = (count) => eventually(`${count} decisions`, decided, (now) => now.length === count);

  /** @param {number} number of the question */
  const asked = (number) => workbench().waitForQuickInput(new RegExp(`^Review suggestions: ${number} of \\d+`));

  /** What the first row says: what is asked, as a screen reader reads it. */
  const question = () =>
    workbench().page.locator('.quick-input-widget:visible .monaco-list-row').first().getAttribute('aria-label');

  it('asks about one passage at a time, and names code, score, passage and keys', async () => {
    const documents = fingerprints(workbench().workspace);
    await eventually(
      'suggestions',
      () => workbench().styleOf('inspectie zal'),
      (style) => tint(style) > 0,
    );
    await workbench().press('ControlOrMeta+Alt+r');
    await asked(1);
    const rows = await workbench().quickPickRows();
    // Beside its label a row has its icon, and below it what is asked.
    assert.deepEqual(
      rows.map((row) => row.trim()).filter((row) => / \(\w+\)$/.test(row)),
      ['Confirm (y)', 'Reject (n)', 'Other code (o)', 'Skip (s)', 'Back, and undo (u)', 'Stop (Escape)'],
    );
    assert.match((await question()) ?? '', /Confirm \(y\).*score 0\.\d\d.*“.+”/);
    assert.deepEqual(fingerprints(workbench().workspace), documents);
  });

  it('confirms with y, rejects with n, skips with s, and goes back with u', async () => {
    await workbench().press('y');
    await areDecided(1);
    await asked(2);
    await workbench().press('n');
    await areDecided(2);
    await asked(3);
    const skipped = await question();
    await workbench().press('s');
    await asked(4);
    assert.notEqual(await question(), skipped);
    await workbench().press('u');
    await asked(3);
    await eventually('the skipped question', question, (now) => now === skipped);
    await workbench().press('u');
    await areDecided(1);
    await asked(2);
    await workbench().press('n');
    await areDecided(2);
    assert.deepEqual(
      decided()
        .map(({ status }) => status)
        .sort(),
      ['confirmed', 'rejected'],
    );
  });

  it('gives another code with o, and asks again when none was chosen', async () => {
    await asked(3);
    await workbench().press('o');
    await workbench().waitForQuickInput('Change code');
    await workbench().press('Escape');
    await asked(3);
    await workbench().press('o');
    await workbench().waitForQuickInput('Change code');
    await workbench().type('shared mission');
    await workbench().press('Enter');
    await areDecided(3);
    await asked(4);
    const mission = decided().filter(({ codes }) => codes.includes('interventions/narrative/shared-mission'));
    assert.equal(mission.length, 1);
  });

  it('stops with Escape, with the keyboard in the text and nothing typed into it', async () => {
    await workbench().press('Escape');
    await eventually(
      'the end',
      () => workbench().page.locator('.quick-input-widget:visible').count(),
      (count) => count === 0,
    );
    await eventually(
      'what is left',
      () => workbench().statusItems(),
      (items) => items.some((item) => /3 decided, \d+ left/.test(item)),
    );
    assert.equal(await workbench().page.locator('.tab.dirty').count(), 0);
  });
});
