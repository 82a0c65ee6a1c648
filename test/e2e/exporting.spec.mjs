/** From the annotations view to a file that another program reads. */

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from './support/eventually.mjs';
import { useWorkbench } from './support/fixture.mjs';
import { annotationsOf, coder, sha256, textOf } from './support/onDisk.mjs';

const letter = 'letters/brief-aan-besturen.txt';
const view = 'Annotations';

describe('exporting', () => {
  const workbench = useWorkbench({ file: letter, machineSettings: { 'policyLens.coder': coder } });

  /**
   * Chooses in the menu of the view's title.
   *
   * @param {string} item of the menu below `Export`
   */
  const chooseExport = async (item) => {
    const menu = (/** @type {string} */ label) => workbench().page.getByRole('menuitem', { name: label, exact: true });
    await workbench().tree(view).hover();
    await workbench().tree(view).getByRole('button', { name: 'More Actions...' }).click();
    await menu('Export').click();
    // A menu takes no click in the moment in which it opens.
    await menu(item).click({ delay: 200 });
  };

  /**
   * Chooses a format, and a file in the dialog for saving.
   *
   * @param {string} format words of its row
   * @param {string} name of the file, in the workspace
   * @returns {Promise<string>} what is in the file
   */
  const save = async (format, name) => {
    const { page, workspace } = workbench();
    await workbench().waitForQuickInput('Export as');
    await workbench().pick(format);
    await workbench().waitForQuickInput('Export to');
    const input = page.locator('.quick-input-widget:visible .quick-input-box input');
    // The dialog fills in its own proposal when it has looked around.
    await eventually(
      'proposed file',
      () => input.inputValue(),
      (value) => value.endsWith(`.${name.split('.').at(-1)}`),
    );
    await workbench().answer(join(workspace, name));
    await eventually(
      `notice of ${name}`,
      () => workbench().notifications(),
      (all) => all.some((text) => new RegExp(`^\\d+ rows in ${name}$`).test(text)),
    );
    return readFileSync(join(workspace, name), 'utf8');
  };

  before(async () => {
    await workbench().openSidebar('Policy Lens');
    await eventually('rows', () => workbench().rows(view));
  });

  it('writes the whole workspace as JSON, says so, and opens it', async () => {
    await workbench().expandRow(view, 'Contextual intervention');
    await workbench().expandRow(view, 'Budget and cuts');
    await workbench().rowAction(view, /line 58/, 'Confirm');
    await eventually('decision', () => annotationsOf(workbench().workspace, letter));

    await chooseExport('Export Workspace…');
    const exported = JSON.parse(await save('One object', 'all.json'));
    assert.equal(exported.schema, 'policy-lens/export@1');
    const paths = exported.documents.map((/** @type {{ path: string }} */ { path }) => path);
    for (const path of [letter, 'notes/aan-zet.txt', 'notes/warm-welkom.md', 'README.md'])
      assert.ok(paths.includes(path), path);
    for (const { document, document_sha256, start, end, quote } of exported.annotations) {
      assert.equal(textOf(workbench().workspace, document).slice(start, end), quote);
      assert.equal(document_sha256, sha256(readFileSync(join(workbench().workspace, document))));
    }
    const confirmed = exported.annotations.filter(
      (/** @type {{ status: string }} */ { status }) => status === 'confirmed',
    );
    assert.equal(confirmed.length, 1);
    assert.equal(confirmed[0].document, letter);
    assert.equal(confirmed[0].coder, coder);
    assert.equal(confirmed[0].var_programme, 'Warm Welkom');

    await workbench().notificationButton('Open');
    await workbench().page.locator('.tab.active[data-resource-name="all.json"]').waitFor();
  });

  it('writes only what is selected in the view, as a table', async () => {
    await workbench().contextMenu(workbench().row(view, /line 58/), 'Export Selected Annotations…');
    const table = await save('A table', 'selection.csv');
    const [head, ...rows] = table.trimEnd().split('\r\n');
    assert.match(head ?? '', /^annotation_id,document,document_sha256,language,section,/);
    assert.equal(rows.filter((row) => row.includes(`,${letter},`)).length, 1);
    assert.ok(table.includes('Voor de tweede ronde stel ik'));
    assert.ok(!table.includes('inspectie zal'));
  });

  it('writes nothing when the dialog is left', async () => {
    await workbench().runCommand('Policy Lens: Export Workspace…');
    await workbench().waitForQuickInput('Export as');
    await workbench().pick('A row a line');
    await workbench().waitForQuickInput('Export to');
    await workbench().press('Escape');
    await workbench().page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    assert.ok(!existsSync(join(workbench().workspace, 'workspace.jsonl')));
  });
});
