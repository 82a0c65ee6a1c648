/** Annotations made on another text than the one that is there: looked at one by one, and nothing decided unasked. */

import assert from 'node:assert/strict';
import { eventually } from './support/eventually.mjs';
import { useWorkbench } from './support/fixture.mjs';
import { annotationsOf, coder, textOf } from './support/onDisk.mjs';
import {
  annotation,
  changed,
  changedNow,
  gone,
  moved,
  ofOther,
  ownQuotes,
  plan,
  prepare,
  rewritten,
  rewrittenWords,
  textNow,
  textThen,
  twice,
} from './support/rewrittenPlan.mjs';

const view = 'Places to Review';

describe('places to review', () => {
  const workbench = useWorkbench({
    ...{ file: plan, machineSettings: { 'policyLens.coder': coder }, height: 1300, width: 1500 },
    prepare,
    // A tooltip would lie over the rows that are clicked next.
    settings: { 'workbench.hover.delay': 60_000 },
  });

  const tree = () => workbench().tree(view);

  /** Of each row its state and first words; of a group what it says. */
  const rows = async () =>
    (await workbench().rows(view)).map(({ label, description, level }) =>
      level === 1 ? `${label}: ${description}` : `${description.split(' · ')[0]}: ${label.slice(0, 15)}`,
    );

  /** @param {readonly string[]} wanted */
  const are = (wanted) => eventually(`rows ${wanted}`, rows, (now) => now.join() === wanted.join());

  /** @param {RegExp} name what a screen reader is told of the row */
  const row = (name) => tree().getByRole('treeitem', { name }).first();

  /** @param {string} title */
  const run = (title) => workbench().runCommand(`Policy Lens: ${title}`);

  const undo = () => run('Undo Annotation Change');

  /** @param {string} quote that was coded at first */
  const targetOf = (quote) => {
    const { id } = annotation(quote, ownQuotes.indexOf(quote));
    return annotationsOf(workbench().workspace, plan).find((each) => each.id === id)?.target;
  };

  /**
   * @param {string} quote that was coded at first
   * @param {string | undefined} words that the file says were coded
   * @param {number} [start] where it says they are
   */
  const says = (quote, words, start) =>
    eventually(
      `“${words}” in the file`,
      () => targetOf(quote),
      (now) => now?.quote === words && (start === undefined || now?.start === start),
    );

  /** @param {string} count */
  const wait = (count) =>
    eventually(
      `${count} waiting`,
      () => workbench().page.locator('.activitybar .badge[aria-label^="Policy Lens"] .badge-content').textContent(),
      (now) => now === count,
    );

  /** @param {string} words that are selected in the text */
  const isSelected = (words) =>
    eventually(
      `${words.length} selected`,
      () => workbench().statusItems(),
      (items) => items.some((item) => item.includes(`(${words.length} selected)`)),
    );

  /** @param {RegExp} name of the row that gets the keyboard */
  const goTo = async (name) => {
    await row(name).click();
    await tree().locator('.monaco-list-row.focused.selected').first().waitFor();
  };

  const pickIsClosed = () =>
    eventually(
      'end of choosing',
      () => workbench().page.locator('.quick-input-widget:visible').count(),
      (count) => count === 0,
    );

  before(async () => {
    await workbench().openSidebar('Policy Lens');
    await run('Review Places of Annotations');
    await eventually('rows', rows);
    // Room for all rows: those that are out of sight are not there to be clicked.
    await workbench().page.locator('.pane-header[aria-label*="Codebook"]').click();
  });

  it('lists what does not lie where it was, what needs a choice first, and counts one’s own', async () => {
    await are([
      'lindestraat.txt: 6 · plans',
      `several places: ${twice.slice(0, 15)}`,
      `not found: ${rewritten.slice(0, 15)}`,
      `not found: ${gone.slice(0, 15)}`,
      `changed: ${changed.slice(0, 15)}`,
      `moved: ${moved.slice(0, 15)}`,
      `moved: ${ofOther.slice(0, 15)}`,
    ]);
    await wait('5');
    await row(/^not found: Relational intervention, in .*: Ieder huishouden.*Memo: Wanneer dan\?/).waitFor();
    await row(/^moved: .*Op het pleintje.*b\.smit/).waitFor();
    const status = workbench().page.locator('[id="status.languageStatus"]');
    assert.match((await status.getAttribute('aria-label')) ?? '', /5 annotations do not lie where they were/);
  });

  it('goes from one to the next by key, and shows each, or its likeliest place, in the text', async () => {
    await goTo(/^several places: /);
    await workbench().press('F8');
    await isSelected(rewrittenWords);
    await workbench().press('F8');
    await workbench().press('F8');
    await isSelected(changedNow);
    await workbench().press('F8');
    await isSelected(moved);
    await workbench().press('Shift+F8');
    await isSelected(changedNow);
    await wait('5');
  });

  it('shows before and after side by side, read-only', async () => {
    await goTo(/^changed: /);
    await workbench().press('Alt+Enter');
    await workbench().page.locator('.tab.active', { hasText: 'as coded ↔ now' }).waitFor();
    const sides = workbench().page.locator('.monaco-diff-editor .view-lines');
    const texts = async () => (await sides.allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
    await eventually('both texts', texts, ([then, now]) =>
      Boolean(then?.includes('haar plein open') && now?.includes('haar grote plein open')),
    );
    await workbench().runCommand('View: Close Editor');
    await run('Review Places of Annotations');
  });

  it('accepts what was changed by key, as one step that can be undone', async () => {
    await goTo(/^changed: /);
    await workbench().press('ControlOrMeta+Enter');
    await says(changed, changedNow, textNow.indexOf(changedNow));
    await wait('4');
    await row(/^changed: /).waitFor({ state: 'detached' });
    await undo();
    await says(changed, changed);
    await row(/^changed: /).waitFor();
    await wait('5');
  });

  it('lets one choose from several places, shows each, and leaves all as it was on Escape', async () => {
    const before = targetOf(twice);
    await goTo(/^several places: /);
    await workbench().press('ControlOrMeta+Enter');
    await workbench().waitForQuickInput('Place of Relational intervention');
    // Below the words of each place stands what is around them.
    const places = (await workbench().quickPickRows()).filter((words) => !words.startsWith('…'));
    assert.deepEqual(places.slice(0, 2), [twice, twice]);
    await workbench().press('Escape');
    await pickIsClosed();
    assert.deepEqual(targetOf(twice), before);

    await goTo(/^several places: /);
    await workbench().press('ControlOrMeta+Enter');
    await workbench().waitForQuickInput('Place of Relational intervention');
    const isOnSecond = () =>
      eventually(
        'the second place in the text',
        () => workbench().statusItems(),
        (items) => items.some((item) => item.startsWith('Ln 15,')),
        { timeoutMs: 4_000 },
      );
    await eventually('ArrowDown to be heard', async () => {
      await workbench().press('ArrowDown');
      return isOnSecond().then(
        () => true,
        () => false,
      );
    });
    await isSelected(twice);
    await workbench().press('Enter');
    await says(twice, twice, textNow.lastIndexOf(twice));
    await wait('4');
  });

  it('finds words like those that were lost, to choose from', async () => {
    await goTo(/^not found: .*De wethouder/);
    await workbench().rowAction(view, rewritten.slice(0, 15), 'Search for Place');
    await workbench().waitForQuickInput('Place of Relational intervention');
    await isSelected(rewrittenWords);
    await workbench().press('Enter');
    await says(rewritten, rewrittenWords);
    await wait('3');
  });

  it('keeps a lost one without a place, takes it up again, and places it by hand', async () => {
    await goTo(/^not found: .*Ieder huishouden/);
    await workbench().press('ControlOrMeta+Backspace');
    await eventually(
      'mark in the file',
      () => targetOf(gone),
      (target) => target?.kept === true && target.quote === gone,
    );
    await wait('2');
    await workbench().expandRow(view, 'Kept without a place');
    await row(/^kept: .*Ieder huishouden/).click();
    await workbench().rowAction(view, gone.slice(0, 15), 'Take up Again');
    await row(/^not found: .*Ieder huishouden/).waitFor();
    await wait('3');
    await goTo(/^not found: .*Ieder huishouden/);
    await workbench().select('geld en tijd');
    await run('Place at Selection');
    await says(gone, 'geld en tijd');
    await wait('2');
    await undo();
    await says(gone, gone);
    await wait('3');
  });

  it('deletes, which can be undone', async () => {
    await goTo(/^not found: .*Ieder huishouden/);
    await workbench().press('Delete');
    await says(gone, undefined);
    await wait('2');
    await undo();
    await says(gone, gone);
    await wait('3');
  });

  it('accepts all of a document at once, and leaves those of others as they are', async () => {
    await workbench().rowAction(view, 'lindestraat.txt', 'Accept Place');
    await says(moved, moved, textNow.indexOf(moved));
    await says(changed, changedNow);
    await are(['lindestraat.txt: 2 · plans', `not found: ${gone.slice(0, 15)}`, `moved: ${ofOther.slice(0, 15)}`]);
    await wait('1');
    await undo();
    await says(moved, moved, textThen.indexOf(moved));
    await wait('3');
  });

  it('never touched the text', () => {
    assert.equal(textOf(workbench().workspace, plan), textNow);
  });
});
