/** Codes that are renamed and deleted in the codebook view, by keyboard, and by hand in their file: annotations follow. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { eventually } from './support/eventually.mjs';
import { useWorkbench } from './support/fixture.mjs';
import { coder } from './support/onDisk.mjs';

const document = 'notes/tonen.txt';
const text = 'Wij groeten u hartelijk.\n\nU hoort nog van ons.\n';
const codebook = join('.policy-lens', 'codebooks', 'tones.yaml');

const yaml = `schema: policy-lens/codebook@1
id: tones
version: 1
title: { nl: Tonen, en: Tones }
codes:
  - id: warm # as in a letter
    name: { nl: Warm, en: Warm }
    definition: { nl: Vriendelijk gezegd., en: Said in a friendly way. }
  - id: cold
    name: { nl: Koel, en: Cold }
    definition: { nl: Zakelijk gezegd., en: Said in a businesslike way. }
`;

/** @param {string} workspace */
function prepare(workspace) {
  const write = (/** @type {string} */ path, /** @type {string} */ content) => {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), content);
  };
  write(codebook, yaml);
  write(document, text);
  for (const name of [coder, 'b.smit']) {
    const quotes = { 'tones/warm': 'hartelijk', 'tones/cold': 'hoort' };
    const annotations = Object.entries(quotes).map(([code, quote], index) => {
      const start = text.indexOf(quote);
      const target = { start, end: start + quote.length, quote, prefix: '', suffix: '' };
      return { id: `01J0000000000000000000000${index}`, codes: [code], status: 'confirmed', target };
    });
    const file = { schema: 'policy-lens/annotations@1', document, sha256: '', coder: name, annotations };
    write(join('.policy-lens', 'annotations', name, `${document}.json`), JSON.stringify(file));
  }
}

describe('codes that change', () => {
  const workbench = useWorkbench({
    file: document,
    machineSettings: { 'policyLens.coder': coder },
    // A browser saves by itself otherwise.
    settings: { 'files.autoSave': 'off' },
    height: 1200,
    prepare,
  });

  /** The codes of both coders' annotations, in the order of the text. */
  const codes = () =>
    [coder, 'b.smit']
      .map((name) => {
        const file = join(workbench().workspace, '.policy-lens', 'annotations', name, `${document}.json`);
        const { annotations } = JSON.parse(readFileSync(file, 'utf8'));
        return annotations.map((/** @type {{ codes: string[] }} */ each) => each.codes.join('+')).join(' ');
      })
      .join(', ');

  /** @param {string} expected */
  const codesAre = (expected) => eventually('codes on disk', codes, (now) => now === expected);

  const yamlNow = () => readFileSync(join(workbench().workspace, codebook), 'utf8');

  /** @param {string} title */
  const run = (title) => workbench().runCommand(`Policy Lens: ${title}`);

  /**
   * Presses a key on a row until it is heard: the view may only just have got the keyboard.
   *
   * @param {string} row
   * @param {string} key
   * @param {string} title of what it opens
   */
  const pressOn = (row, key, title) =>
    eventually(
      `${key} on ${row}`,
      async () => {
        await workbench().row('Codebook', row).click();
        await workbench().press(key);
        return workbench()
          .page.locator('.quick-input-widget:visible .quick-input-title', { hasText: title })
          .waitFor({ timeout: 3_000 })
          .then(
            () => true,
            () => false,
          );
      },
      (isOpen) => isOpen,
      { timeoutMs: 30_000 },
    );

  before(async () => {
    await workbench().openSidebar('Policy Lens');
    await workbench().row('Codebook', 'Warm').waitFor();
  });

  it('are renamed with F2, and the annotations of all coders follow; undo brings all of it back', async () => {
    await pressOn('Warm', 'F2', 'Rename “Warm”');
    await workbench().answer('Cordial');
    await workbench().waitForQuickInput('(2/3)');
    await workbench().answer('Hartelijk');
    await workbench().waitForQuickInput('(3/3)');
    // What is not an id is refused as it is typed.
    await workbench().page.locator('.quick-input-widget:visible .quick-input-box input').fill('Cordial');
    await workbench().waitForText('Use lower-case letters, digits and hyphens, 64 at most.');
    await workbench().answer('cordial');
    await workbench().waitForQuickInput('2 annotations in one document, also of one other coder');
    await workbench().press('Enter');
    await codesAre('tones/cordial tones/cold, tones/cordial tones/cold');
    await eventually('the file of the codebook', yamlNow, (now) => now.includes('- id: cordial # as in a letter\n'));
    await workbench().row('Codebook', 'Cordial').waitFor();

    await run('Undo Annotation Change');
    await codesAre('tones/warm tones/cold, tones/warm tones/cold');
    await eventually('the file of the codebook', yamlNow, (now) => now === yaml);
  });

  it('are deleted with Delete; their annotations can stay, as unknown, and be given another code later', async () => {
    await pressOn('Cold', 'Delete', 'Delete “Cold”');
    await workbench().pick('Leave them under the old code');
    await eventually('the file of the codebook', yamlNow, (now) => !now.includes('cold'));
    await workbench().row('Annotations', 'Unknown codes').waitFor();
    await workbench().row('Annotations', 'tones/cold').waitFor();
    await codesAre('tones/warm tones/cold, tones/warm tones/cold');

    await run('Give Annotations of an Unknown Code Another Code…');
    await workbench().waitForQuickInput('tones/cold');
    await workbench().pick('Give them another code…');
    await workbench().waitForQuickInput('Another code for the annotations of tones/cold');
    await workbench().answer('tones/warm');
    await codesAre('tones/warm tones/warm, tones/warm tones/warm');
    await workbench().row('Annotations', 'Unknown codes').waitFor({ state: 'detached' });
  });

  it('that are renamed by hand are noticed when the file is saved, with the code that took their place', async () => {
    await workbench().openFile('.policy-lens/codebooks/tones.yaml');
    await workbench().select('id: warm');
    await workbench().type('id: hearty');
    await workbench().press('ControlOrMeta+s');
    await workbench().waitForText('The code tones/warm is gone, which 4 annotations had.');
    await workbench().notificationButton('Choose…');
    await workbench().waitForQuickInput('tones/warm: 4 annotations in one document');
    await workbench().pick('Give them “Warm”');
    await codesAre('tones/hearty tones/hearty, tones/hearty tones/hearty');
  });
});
