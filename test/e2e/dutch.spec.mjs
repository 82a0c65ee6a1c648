/** The same, for those who work in Dutch. */

import assert from 'node:assert/strict';
import { eventually } from './support/eventually.mjs';
import { useWorkbench } from './support/fixture.mjs';
import { tint } from './support/looks.mjs';
import { annotationsOf, coder } from './support/onDisk.mjs';

const letter = 'letters/brief-aan-besturen.txt';

describe('in Dutch', () => {
  const workbench = useWorkbench({ file: letter, locale: 'nl', machineSettings: { 'policyLens.coder': coder } });

  before(() =>
    eventually(
      'highlight',
      () => workbench().styleOf('inspectie zal'),
      (style) => tint(style) > 0,
    ),
  );

  it('speaks the hover, and so does the codebook in it', async () => {
    const hover = await workbench().hover('inspectie zal', 'Waarom');
    const paragraphs = await hover.locator('p').allInnerTexts();
    const [code, definition, why, change] = paragraphs;
    assert.match(code ?? '', /^Contextuele interventie › .+ — suggestie, nog niet beslist, score 0,\d\d$/);
    assert.match(definition ?? '', /\b(een|of|de|het|aan)\b/);
    assert.match(why ?? '', /^Waarom: ‘[^’]*inspectie[^’]*’ voegt 0,\d\d toe/);
    assert.match(change ?? '', /^Zonder ‘.+’ zou ze niet worden voorgesteld\.$|^Geen hiervan beslist alleen/);
    assert.ok(paragraphs.includes('Bevestigen · Afwijzen · Andere code · Memo schrijven'));
    await workbench().page.mouse.move(0, 0);
  });

  it('speak the views, with their rows and what a screen reader says of them', async () => {
    await workbench().openSidebar('Policy Lens');
    const annotations = await eventually('rows', () => workbench().rows('Annotaties'));
    assert.equal(annotations[0]?.label, 'Interventietypen');
    const codebook = await eventually('rows', () => workbench().rows('Codeboek'));
    assert.ok(codebook.some(({ label }) => label === 'Partner en principaal'));
    const row = workbench()
      .tree('Annotaties')
      .getByRole('treeitem', { name: /^Interventietypen: \d+ passages$/ });
    assert.equal(await row.count(), 1);
  });

  it('speak the commands, their questions and what they say when they are done', async () => {
    await workbench().select('De koffie was overal goed');
    await workbench().runCommand('Policy Lens: Selectie coderen…');
    await workbench().waitForQuickInput('Code voor ‘De koffie was overal goed’');
    await workbench().type('begeleider');
    const [first] = await workbench().quickPickRows();
    assert.match(first ?? '', /^Relationele interventie › /);
    await workbench().press('Enter');
    await eventually('annotation', () => annotationsOf(workbench().workspace, letter));
    await eventually(
      'what is said',
      () => workbench().statusItems(),
      (items) => items.includes('Gedaan: ‘De koffie was overal goed’ coderen'),
    );
  });
});
