/** What a reader sees of a text that was just opened, and what they are told about it. */

import assert from 'node:assert/strict';
import { eventually } from './support/eventually.mjs';
import { useWorkbench } from './support/fixture.mjs';
import { lineStyles, linesWithStripes, tint, watchHighlights } from './support/looks.mjs';
import { annotationsOf, coder } from './support/onDisk.mjs';

const letter = 'letters/brief-aan-besturen.txt';

describe('highlights in a text that was just opened', () => {
  const workbench = useWorkbench({ file: letter, machineSettings: { 'policyLens.coder': coder } });

  /** @param {string} text */
  const styleOf = (text) => workbench().styleOf(text);

  it('are on the screen without a click', async () => {
    await eventually(
      'tinted sentence',
      () => styleOf('dat bij goede vakmensen'),
      (style) => tint(style) > 0,
    );
    assert.equal(tint(await styleOf('Geacht bestuur')), 0, 'what is not coded is not marked');
  });

  it('set the telling words apart from the rest of their sentence', async () => {
    const [words, sentence] = [await styleOf('inspectie zal'), await styleOf('u het waarmaakt')];
    assert.ok(tint(words) > tint(sentence), `${tint(words)} is stronger than ${tint(sentence)}`);
    assert.ok(lineStyles(words).includes('solid'), lineStyles(words).join());
    assert.deepEqual(lineStyles(sentence), []);
  });

  it('underline partner and principal in styles of their own, over the tint of an intervention', async () => {
    const [partner, principal] = [await styleOf('vertrouwen geven'), await styleOf('controleren')];
    assert.ok(lineStyles(partner).includes('dotted'));
    assert.ok(!lineStyles(partner).includes('double'));
    assert.ok(lineStyles(principal).includes('double'));
    assert.ok(!lineStyles(principal).includes('dotted'));
    assert.ok(tint(partner) > 0, 'the sentence is contextual too');
    const plain = await styleOf('krijgt alle ruimte');
    assert.deepEqual(lineStyles(plain), ['dotted']);
  });

  it('put stripes in the gutter beside coded lines only', async () => {
    const lines = await linesWithStripes(workbench().page);
    for (const coded of [31, 32, 33]) assert.ok(lines.includes(coded), `line ${coded} in ${lines}`);
    for (const plain of [3, 5, 10, 17, 29]) assert.ok(!lines.includes(plain), `line ${plain} in ${lines}`);
  });

  it('tell under the mouse which code, what it means, why and how sure', async () => {
    const hover = await workbench().hover('inspectie zal', 'Why');
    const paragraphs = await hover.locator('p').allInnerTexts();
    const [code, definition, why, change] = paragraphs;
    assert.match(code ?? '', /^Contextual intervention › .+ — suggestion, not decided on, score 0\.\d\d$/);
    assert.match(definition ?? '', /^[A-Z].+\.$/, 'a sentence that defines the code');
    assert.match(why ?? '', /^Why: “[^”]*inspectie[^”]*” adds 0\.\d\d/);
    assert.match(change ?? '', /^Without “.+” it would not be suggested\.$|^No single one of these decides/);
    assert.ok(paragraphs.includes('Confirm · Reject · Change code · Write memo'));
    assert.ok(paragraphs.some((text) => text.startsWith('Double role — derived from other codes')));
  });

  it('are stronger once confirmed by the link in the hover, which then says who decided', async () => {
    const before = await styleOf('u het waarmaakt');
    const hover = await workbench().hover('inspectie zal', 'Why');
    await hover.getByText('Confirm', { exact: true }).first().click();
    await eventually(
      'stronger tint',
      () => styleOf('u het waarmaakt'),
      (style) => tint(style) > tint(before),
    );
    assert.deepEqual(lineStyles(await styleOf('u het waarmaakt')), ['solid'], 'a border around the whole quotation');
    const [annotation] = await eventually('annotation on disk', () => annotationsOf(workbench().workspace, letter));
    assert.equal(annotation?.status, 'confirmed');
    assert.ok(annotation.target.quote.includes('inspectie zal'));
    await workbench().page.mouse.move(0, 0);
    const after = await workbench().hover('inspectie zal', `confirmed by ${coder}`);
    const paragraphs = await after.locator('p').allInnerTexts();
    assert.ok(paragraphs.includes('Reject · Change code · Write memo · Delete'), paragraphs.join('\n'));
    await workbench().page.mouse.move(0, 0);
  });

  it('stay on their words while one types, and are never gone for a moment', async () => {
    await workbench().focusEditor();
    await workbench().press('ControlOrMeta+Home');
    const before = await watchHighlights(workbench().page, () => Promise.resolve());
    const lines = await linesWithStripes(workbench().page);
    const { fewest } = await watchHighlights(workbench().page, async () => {
      await workbench().type('Vooraf een woord. ');
      // The text is read again after a rest; only then could the marks go and come back.
      await workbench().page.waitForTimeout(1500);
    });
    assert.ok(fewest >= before.fewest, `${fewest} highlights instead of ${before.fewest} in one frame`);
    assert.deepEqual(await linesWithStripes(workbench().page), lines);

    await workbench().press('Enter Enter');
    await workbench().press('ControlOrMeta+Home');
    await eventually(
      'stripes two lines lower',
      () => linesWithStripes(workbench().page),
      (now) => lines.every((line, index) => now[index] === line + 2),
    );
    assert.ok(tint(await styleOf('inspectie zal')) > 0);
    assert.deepEqual(lineStyles(await styleOf('krijgt alle ruimte')), ['dotted']);
    assert.equal(tint(await styleOf('Geacht bestuur')), 0);
    assert.equal(tint(await styleOf('postkantoor')), 0);
  });

  it('are hidden and shown again, all at once, by one command', async () => {
    await workbench().runCommand('Policy Lens: Toggle All Highlights');
    await eventually('text without marks', () => styleOf('krijgt alle ruimte'), isPlain);
    assert.ok(isPlain(await styleOf('inspectie zal')));
    assert.deepEqual(await linesWithStripes(workbench().page), []);
    await workbench().runCommand('Policy Lens: Toggle All Highlights');
    await eventually(
      'marks',
      () => styleOf('krijgt alle ruimte'),
      (style) => lineStyles(style).includes('dotted'),
    );
  });

  it('of one code go with its check box in the codebook view, where every code is explained', async () => {
    await workbench().openSidebar('Policy Lens');
    await workbench().expandRow('Codebook', 'Contextual intervention');
    const explained = await eventually('definition', async () =>
      (await workbench().rows('Codebook'))
        .map(({ label }) => label)
        .filter((label) => /^(Definition|Use when|Not when|Example): ./.test(label)),
    );
    assert.ok(
      ['Definition', 'Use when', 'Not when', 'Example'].every((fact) =>
        explained.some((label) => label.startsWith(fact)),
      ),
    );

    const box = workbench().row('Codebook', 'Contextual intervention').getByRole('checkbox');
    assert.equal(await box.getAttribute('aria-label'), 'Highlight Contextual intervention');
    await box.click();
    await eventually('sentence without tint', () => styleOf('u het waarmaakt'), isPlain);
    assert.deepEqual(lineStyles(await styleOf('vertrouwen geven')), ['dotted'], 'other codes stay');
    await box.click();
    await eventually(
      'tinted sentence',
      () => styleOf('u het waarmaakt'),
      (style) => tint(style) > 0,
    );
  });
});

/** @param {import('./support/looks.mjs').TextStyle} style */
function isPlain(style) {
  return tint(style) === 0 && lineStyles(style).length === 0;
}
