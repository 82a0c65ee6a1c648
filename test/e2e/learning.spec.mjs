/** What was learned, seen and kept by a person: in words, and in a copy of the built-in codebook. */

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { eventually } from './support/eventually.mjs';
import { useWorkbench } from './support/fixture.mjs';
import { tint } from './support/looks.mjs';
import { annotationFile, coder } from './support/onDisk.mjs';

const letter = 'letters/brief-aan-besturen.txt';
const supervised = 'De inspectie houdt toezicht op de dagcentra.';
const codebook = join('.policy-lens', 'codebooks', 'interventions.yaml');

/** Ten passages of another text, in all of which the same suggestion was rejected. @param {string} workspace */
function decideBefore(workspace) {
  const document = 'notes/toezicht.txt';
  const lines = Array.from({ length: 10 }, (_, index) => `${index}. ${supervised}\n\n`);
  const annotations = lines.map((line, index) => {
    const start = lines.slice(0, index).join('').length + line.indexOf(supervised);
    const target = { start, end: start + supervised.length, quote: supervised, prefix: '', suffix: '' };
    return {
      id: `01J000000000000000000000${10 + index}`,
      codes: ['interventions/contextual'],
      status: 'rejected',
      target,
    };
  });
  const file = annotationFile(workspace, document);
  for (const path of [file, join(workspace, document)]) mkdirSync(dirname(path), { recursive: true });
  writeFileSync(join(workspace, document), lines.join(''));
  writeFileSync(
    file,
    JSON.stringify({ schema: 'policy-lens/annotations@1', document, sha256: '', coder, annotations }),
  );
}

describe('what was learned', () => {
  const workbench = useWorkbench({
    file: letter,
    machineSettings: { 'policyLens.coder': coder },
    // A browser saves by itself otherwise.
    settings: { 'files.autoSave': 'off' },
    prepare: decideBefore,
  });

  /** @param {string} title */
  const run = (title) => workbench().runCommand(`Policy Lens: ${title}`);

  const text = async () => {
    const lines = await workbench().page.locator('.editor-group-container.active .view-line').allInnerTexts();
    return lines.join('\n').replaceAll('\u00a0', ' ');
  };

  it('is told in words, in a text that cannot be typed in', async () => {
    await eventually(
      'highlights',
      () => workbench().styleOf('inspectie zal'),
      (style) => tint(style) > 0,
    );
    await run('Show What Was Learned');
    await eventually('the text', text, (now) => /CONTEXTUAL INTERVENTION, DUTCH/.test(now));
    assert.match(await text(), /that it is not: 10\./);
  });

  it('goes into a copy of the built-in codebook, as a change to be saved', async () => {
    await run('Adopt What Was Learned into Codebook…');
    const copy = workbench().page.locator('.monaco-dialog-box:visible').getByRole('button', { name: 'Make a Copy' });
    await copy.click();
    await workbench().page.locator('.tab.active.dirty[data-resource-name="interventions.yaml"]').waitFor();
    const file = join(workbench().workspace, codebook);
    const before = readFileSync(file, 'utf8');
    const version = Number(/^version: (\d+)$/m.exec(before)?.[1]);
    await workbench().press('ControlOrMeta+s');
    await eventually(
      'the saved codebook',
      () => readFileSync(file, 'utf8'),
      (now) => new RegExp(`^version: ${version + 1}$`, 'm').test(now),
    );
    const beginning = join(workbench().workspace, '.policy-lens', 'learning.json');
    await eventually('where learning begins anew', () => existsSync(beginning));
    await workbench().openSidebar('Policy Lens');
    const own = () =>
      workbench().row('Codebook', 'in the workspace: .policy-lens/codebooks/interventions.yaml').count();
    await eventually('the codebook of the workspace in the tree', own, (count) => count === 1);
  });
});
