/** The extension for those who do not use a mouse, or do not see the screen. */

import assert from 'node:assert/strict';
import { eventually } from './support/eventually.mjs';
import { useWorkbench } from './support/fixture.mjs';
import { tint } from './support/looks.mjs';
import { annotationsOf, coder } from './support/onDisk.mjs';

const letter = 'letters/brief-aan-besturen.txt';

describe('without mouse or screen', () => {
  const workbench = useWorkbench({ file: letter, machineSettings: { 'policyLens.coder': coder }, height: 1200 });

  /**
   * What a screen reader is told of the rows of a view.
   *
   * @param {string} view
   */
  const names = (view) =>
    workbench()
      .tree(view)
      .getByRole('treeitem')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''));

  /** The name of the row that the keyboard is on. */
  const current = () =>
    workbench().page.evaluate(() => {
      const id = document.activeElement?.getAttribute('aria-activedescendant');
      return (id && document.getElementById(id)?.getAttribute('aria-label')) ?? '';
    });

  /**
   * Goes through a view by key until a row is reached.
   *
   * @param {RegExp} name
   */
  const walkTo = async (name) => {
    for (let steps = 0; steps < 60 && !name.test(await current()); steps++) await workbench().press('ArrowDown');
    assert.match(await current(), name);
  };

  /**
   * Opens the row that the keyboard is on.
   *
   * @param {string} view
   */
  const open = async (view) => {
    const before = (await names(view)).length;
    await workbench().press('ArrowRight');
    await eventually(
      'rows beneath',
      () => names(view),
      (now) => now.length > before,
    );
  };

  before(() =>
    eventually(
      'highlight',
      () => workbench().styleOf('inspectie zal'),
      (style) => tint(style) > 0,
    ),
  );

  it('goes from passage to passage by command', async () => {
    const position = async () => (await workbench().statusItems()).find((item) => item.startsWith('Ln ')) ?? '';
    await workbench().focusEditor();
    await workbench().runCommand('Policy Lens: Go to Next Coding');
    const first = await eventually('first passage', position, (now) => now.includes('selected'));
    await workbench().runCommand('Policy Lens: Go to Next Coding');
    await eventually('second passage', position, (now) => now.includes('selected') && now !== first);
    await workbench().runCommand('Policy Lens: Go to Previous Coding');
    await eventually('first passage', position, (now) => now === first);
  });

  it('reads the hover and follows its links by key', async () => {
    await workbench().select('inspectie zal');
    await workbench().press('ControlOrMeta+k ControlOrMeta+i');
    const hover = workbench().page.locator('.monaco-editor .monaco-hover:visible', { hasText: 'Why' });
    await hover.waitFor();
    // Once shows it, twice goes into it.
    await workbench().press('ControlOrMeta+k ControlOrMeta+i');
    const link = () => workbench().page.evaluate(() => document.activeElement?.textContent);
    for (let steps = 0; steps < 10 && (await link()) !== 'Confirm'; steps++) await workbench().press('Tab');
    assert.equal(await link(), 'Confirm');
    await workbench().press('Enter');
    const [annotation] = await eventually('decision', () => annotationsOf(workbench().workspace, letter));
    assert.ok(annotation?.target.quote.includes('inspectie zal'));
    await workbench().press('Escape');
  });

  it('walks through the annotations, which say what they are, where and of which code', async () => {
    await workbench().runCommand('Policy Lens: Focus on Annotations View');
    await eventually('rows', () => names('Annotations'));
    await workbench().press('Home');
    await walkTo(/^Contextual intervention: \d+ passages$/);
    await open('Annotations');
    await walkTo(/^Supervision and inspection: \d+ passages?$/);
    await open('Annotations');
    await workbench().press('ArrowDown');
    const place = 'in letters/brief-aan-besturen\\.txt line 31';
    assert.match(
      await current(),
      new RegExp(`^Confirmed: Contextual intervention › Supervision and inspection, ${place}: Ik wil u het vertrouwen`),
    );
    for (const name of await names('Annotations')) {
      assert.match(name, /^.+: \d+ passages?$|^(Suggestion|Confirmed|Derived): .+, in .+ line \d+: ./);
    }
    await workbench().press('Enter');
    await eventually(
      'passage in the text',
      () => workbench().statusItems(),
      (items) => items.some((item) => /^Ln 32, .+ selected\)$/.test(item)),
    );
    assert.match(await current(), /^Confirmed: /, 'the keyboard is where it was');
  });

  it('walks through the codebook, and switches a code by key', async () => {
    await workbench().runCommand('Policy Lens: Focus on Codebook View');
    await eventually('rows', () => names('Codebook'));
    await workbench().press('Home');
    await walkTo(/^Contextual intervention: /);
    await open('Codebook');
    for (const fact of ['Definition', 'Use when', 'Not when', 'Example']) await walkTo(new RegExp(`^${fact}: `));

    const box = workbench().tree('Codebook').getByRole('checkbox', { name: 'Highlight Contextual intervention' });
    assert.equal(await box.getAttribute('aria-checked'), 'true');
    await box.focus();
    await workbench().press('Space');
    await eventually(
      'text without tint',
      () => workbench().styleOf('u het waarmaakt'),
      (style) => tint(style) === 0,
    );
    assert.equal(await box.getAttribute('aria-checked'), 'false');
  });

  it('gives every button a name, and every tree', async () => {
    for (const view of ['Annotations', 'Codebook']) {
      const tree = workbench().tree(view);
      assert.equal(await tree.getByRole('tree').getAttribute('aria-label'), view);
      const buttons = await tree
        .locator('[role="button"], [role="checkbox"]')
        .evaluateAll((all) => all.map((button) => button.getAttribute('aria-label') ?? button.textContent ?? ''));
      assert.ok(buttons.length > 3);
      assert.ok(
        buttons.every((name) => name.trim() !== ''),
        buttons.join(', '),
      );
    }
  });
});
