/** Annotations go along with their document: renamed with the keyboard in the explorer, or by another program. */

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { eventually } from './support/eventually.mjs';
import { useWorkbench } from './support/fixture.mjs';
import { lineStyles } from './support/looks.mjs';
import { annotationFile, annotationsOf, coder, sha256 } from './support/onDisk.mjs';

const [before, renamed, elsewhere] = ['notes/veren.txt', 'notes/ponten.txt', 'letters/ponten van de haven.txt'];
const passage = 'De vergadering is op dinsdag in het havenkantoor.';
const text = `Aan de schippers.\n\n${passage}\n\nDe kade is lang.\n`;

/** @param {string} workspace */
function coded(workspace) {
  const start = text.indexOf(passage);
  const time = '2026-01-31T10:00:00Z';
  const annotation = {
    id: '01JJZZ0000000000000000VEER',
    codes: ['interventions/relational/coach'],
    status: 'confirmed',
    target: { start, end: start + passage.length, quote: passage, prefix: text.slice(0, start), suffix: '\n\nDe kade' },
    memo: '',
    origin: { kind: 'manual' },
    created: time,
    modified: time,
  };
  const file = annotationFile(workspace, before);
  const schema = 'policy-lens/annotations@1';
  const hash = sha256(Buffer.from(text));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(join(workspace, before), text);
  writeFileSync(file, JSON.stringify({ schema, document: before, sha256: hash, coder, annotations: [annotation] }));
}

describe('moving documents', () => {
  const workbench = useWorkbench({
    file: before,
    machineSettings: { 'policyLens.coder': coder },
    prepare: coded,
  });

  /** @param {string} document */
  const isWith = (document) =>
    eventually(
      `annotations of ${document}`,
      () => [before, renamed, elsewhere].filter((path) => existsSync(annotationFile(workbench().workspace, path))),
      (there) => there.join() === document,
    );

  const isMarked = () =>
    eventually(
      'the mark of a coded passage',
      () => workbench().styleOf('vergadering is op'),
      (style) => lineStyles(style).includes('solid'),
    );

  it('takes annotations along when a document is renamed with F2, and the passage stays marked', async () => {
    await isMarked();
    const page = workbench().page;
    const name = page.locator('.explorer-item-edited input');
    // The explorer may not be ready for its first key.
    await eventually('the name to be typed', async () => {
      await workbench().runCommand('File: Reveal Active File in Explorer View');
      await page.locator('.explorer-folders-view .monaco-list-row.focused', { hasText: 'veren.txt' }).waitFor();
      await workbench().press('F2');
      return name.waitFor({ timeout: 3_000 }).then(
        () => true,
        () => false,
      );
    });
    await name.fill('ponten.txt');
    await workbench().press('Enter');
    await isWith(renamed);
    await page.locator('.tab.active[data-resource-name="ponten.txt"]').waitFor();
    await isMarked();
    const [annotation] = annotationsOf(workbench().workspace, renamed);
    assert.equal(annotation?.target.quote, passage);
  });

  it('names the step that brings them back, and does it again', async () => {
    await workbench().runCommand('Policy Lens: Undo Annotation Change');
    await workbench().waitForText(`Undone: Move the annotations of ${before} to ${renamed}`);
    await isWith(before);
    await workbench().runCommand('Policy Lens: Redo Annotation Change');
    await isWith(renamed);
    await isMarked();
  });

  it('asks about a document that another program renamed, and moves its annotations', async () => {
    const [from, to] = [renamed, elsewhere].map((path) => join(workbench().workspace, path));
    renameSync(String(from), String(to));
    await workbench().waitForText(`${renamed} is gone; ${elsewhere} has the same text. Move its annotations (1)?`);
    await workbench().notificationButton('Move');
    await isWith(elsewhere);
    await workbench().openFile(elsewhere);
    await isMarked();
  });
});
