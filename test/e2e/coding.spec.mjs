/** Coding by hand: from the first passage, by keyboard alone, to another window and another day. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { workbenchRestored } from '../vscode/browser.mjs';
import { eventually } from './support/eventually.mjs';
import { useWorkbench } from './support/fixture.mjs';
import { lineStyles, tint } from './support/looks.mjs';
import { annotationFile, annotationsOf, coder, fingerprints, sha256, textOf } from './support/onDisk.mjs';
import { Workbench } from './support/workbench.mjs';

const letter = 'letters/brief-aan-besturen.txt';
const [coach, mission] = ['interventions/relational/coach', 'interventions/narrative/shared-mission'];

describe('coding by hand', () => {
  // The coder's name is not set: the first decision asks for it.
  const workbench = useWorkbench({ file: letter });

  /** @type {ReadonlyMap<string, string>} */
  let documents;

  /** What is coded: the words with their codes, in document order. */
  const coded = () =>
    annotationsOf(workbench().workspace, letter).map(({ target, codes }) => `${target.quote}: ${codes.join(' ')}`);

  /** @param {readonly string[]} expected */
  const areCoded = (expected) => eventually('codes on disk', coded, (now) => now.join('\n') === expected.join('\n'));

  /** @param {string} title */
  const run = (title) => workbench().runCommand(`Policy Lens: ${title}`);

  /** @param {RegExp} text of the status bar, by which a step is over */
  const said = (text) =>
    eventually(
      `${text}`,
      () => workbench().statusItems(),
      (items) => items.some((item) => text.test(item)),
    );

  /** @param {string} text */
  const styleOf = (text) => workbench().styleOf(text);

  /** Selects a passage and presses the key, up to the list of codes. */
  const askCode = async (/** @type {string} */ passage) => {
    await workbench().select(passage);
    await workbench().press('ControlOrMeta+Alt+k');
    await workbench().waitForQuickInput(`Code for “${passage}”`);
  };

  before(async () => {
    documents = fingerprints(workbench().workspace);
    await eventually(
      'highlights',
      () => styleOf('inspectie zal'),
      (style) => tint(style) > 0,
    );
  });

  it('asks once for a name, then takes a code that is found by typing', async () => {
    await workbench().select('De koffie was overal goed');
    await workbench().press('ControlOrMeta+Alt+k');
    await workbench().waitForQuickInput('Your name as a coder');
    await workbench().answer(coder);
    await workbench().waitForQuickInput('Code for “De koffie was overal goed”');
    await workbench().type('coach');
    await workbench().press('Enter');
    await areCoded([`De koffie was overal goed: ${coach}`]);
    await eventually(
      'highlight',
      () => styleOf('koffie was'),
      (style) => lineStyles(style).includes('solid'),
    );
    const hover = await workbench().hover('koffie was', `coded by ${coder}`);
    assert.ok((await hover.locator('p').allInnerTexts()).includes('Reject · Change code · Write memo · Delete'));
    await workbench().page.mouse.move(0, 0);
  });

  it('offers the code that was used last first', async () => {
    await askCode('Geacht bestuur');
    assert.equal((await workbench().quickPickRows())[0], 'Relational intervention › Coach or adviser');
    await workbench().press('Enter');
    await areCoded([`Geacht bestuur: ${coach}`, `De koffie was overal goed: ${coach}`]);
  });

  it('gives several codes at once, and codes passages that overlap', async () => {
    await workbench().select('van de 212 centra zich gemeld');
    await run('Code Selection with Several Codes…');
    await workbench().waitForQuickInput('Code for “van de 212');
    await workbench().type('shared mission');
    await workbench().press('ArrowDown Space');
    await workbench().page.locator('.quick-input-widget input[type="text"]').fill('coach or adviser');
    await workbench().press('ArrowDown Space Enter');
    await eventually(
      'both codes',
      () => coded().find((text) => text.startsWith('van de 212')),
      (text) => text?.includes(coach) && text.includes(mission),
    );

    await askCode('212 centra');
    await workbench().type('trust');
    await workbench().press('Enter');
    await eventually('third passage', coded, (now) => now.length === 4);
    await eventually(
      'underline',
      () => styleOf('212 centra'),
      (style) => lineStyles(style).includes('dotted'),
    );
    assert.ok(tint(await styleOf('212 centra')) > 0);
    assert.ok(!lineStyles(await styleOf('zich gemeld')).includes('dotted'));
  });

  it('changes code, memo and range of what the cursor is in', async () => {
    await workbench().select('Geacht bestuur');
    await run('Change Code…');
    await workbench().waitForQuickInput('Change code');
    await workbench().type('shared mission');
    await workbench().press('ArrowDown Space Enter');
    await eventually('other code', coded, (now) => now[0] === `Geacht bestuur: ${mission}`);

    await run('Write Memo…');
    await workbench().waitForQuickInput('Memo');
    await workbench().answer('Is this a mission?');
    await eventually(
      'memo',
      () => annotationsOf(workbench().workspace, letter)[0]?.memo,
      (memo) => memo === 'Is this a mission?',
    );
    const hover = await workbench().hover('Geacht bestuur', 'Is this a mission?');
    assert.ok((await hover.locator('p').allInnerTexts()).includes('Memo: Is this a mission?'));
    await workbench().page.mouse.move(0, 0);

    await workbench().select('De koffie was overal goed. Veel van u vroegen');
    await run('Change Range to Selection');
    await eventually('longer passage', coded, (now) =>
      now.includes(`De koffie was overal goed. Veel van u vroegen: ${coach}`),
    );
  });

  it('deletes, and undoes and redoes by commands of its own, which leave the text alone', async () => {
    const before = coded();
    await workbench().select('Geacht bestuur');
    await run('Delete Annotation');
    await areCoded(before.slice(1));
    await said(/^Done( again)?: delete one annotation$/);
    await run('Undo Annotation Change');
    await areCoded(before);
    assert.equal(annotationsOf(workbench().workspace, letter)[0]?.memo, 'Is this a mission?');
    await said(/^Undone: delete one annotation$/);
    await run('Redo Annotation Change');
    await areCoded(before.slice(1));
    await said(/^Done( again)?: delete one annotation$/);
    await run('Undo Annotation Change');
    await areCoded(before);
    await workbench().focusEditor();
    await workbench().press('ControlOrMeta+z');
    await eventually('no more than the text undone', coded, (now) => now.join() === before.join());
    assert.equal(await workbench().page.locator('.tab.active.dirty').count(), 0);
  });

  it('keeps decisions as the format says, and leaves the documents as they were, byte by byte', () => {
    const { workspace } = workbench();
    const file = JSON.parse(readFileSync(annotationFile(workspace, letter), 'utf8'));
    assert.equal(file.schema, 'policy-lens/annotations@1');
    assert.equal(file.document, letter);
    assert.equal(file.coder, coder);
    assert.equal(file.sha256, sha256(Buffer.from(textOf(workspace, letter))));
    const text = textOf(workspace, letter);
    const annotations = annotationsOf(workspace, letter);
    for (const { id, status, target, origin, created, modified } of annotations) {
      assert.match(id, /^[0-9A-HJKMNP-TV-Z]{26}$/);
      assert.equal(status, 'confirmed');
      assert.equal(origin.kind, 'manual');
      assert.equal(text.slice(target.start, target.end), target.quote);
      assert.equal(text.slice(Math.max(0, target.start - 32), target.start), target.prefix);
      assert.equal(text.slice(target.end, target.end + 32), target.suffix);
      for (const time of [created, modified]) assert.ok(Math.abs(Date.now() - Date.parse(time)) < 600_000);
    }
    const starts = annotations.map(({ target }) => target.start);
    assert.deepEqual(
      starts,
      [...starts].sort((a, b) => a - b),
      'in document order',
    );
    assert.deepEqual(fingerprints(workspace), documents);
  });

  it('shows in one window what is decided in the other', async () => {
    const { page, workspace } = workbench();
    const before = coded();
    const other = new Workbench(await page.context().newPage(), workspace);
    await other.page.goto(page.url());
    await workbenchRestored(other.page);
    await eventually(
      'highlights',
      () => other.styleOf('Geacht bestuur'),
      (style) => tint(style) > 0,
    );
    await other.select('Met deze brief vertel ik');
    await other.press('ControlOrMeta+Alt+k');
    await other.waitForQuickInput('Code for “Met deze brief vertel ik”');
    await other.press('Enter');
    await eventually('one more passage', coded, (now) => now.length === before.length + 1);
    // A window that is behind another one draws nothing.
    await page.bringToFront();
    await eventually(
      'highlight in the first window',
      () => styleOf('Met deze brief'),
      (style) => tint(style) > 0,
    );

    await workbench().select('Geacht bestuur');
    await run('Delete Annotation');
    await eventually('one less passage', coded, (now) => now.length === before.length);
    await other.page.bringToFront();
    await eventually(
      'plain words in the second window',
      () => other.styleOf('Geacht bestuur'),
      (style) => tint(style) === 0,
    );
    assert.ok(
      coded().some((text) => text.startsWith('Met deze brief vertel ik: ')),
      'nothing was overwritten',
    );
    await other.page.close();
    assert.deepEqual(fingerprints(workspace), documents);
  });

  it('is still there when the window is opened anew', async () => {
    const before = readFileSync(annotationFile(workbench().workspace, letter), 'utf8');
    await workbench().reload();
    await eventually(
      'highlight',
      () => styleOf('Met deze brief'),
      (style) => tint(style) > 0,
    );
    assert.ok(lineStyles(await styleOf('212 centra')).includes('dotted'));
    await workbench().hover('koffie was', `coded by ${coder}`);
    await workbench().page.mouse.move(0, 0);
    assert.equal(readFileSync(annotationFile(workbench().workspace, letter), 'utf8'), before);
  });
});
