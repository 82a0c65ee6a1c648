import { strict as assert } from 'node:assert';
import type { Coding } from '../../../../src/core/analysis/coding.js';
import { outlineOf } from '../../../../src/core/analysis/grouping.js';
import type { CodedDocument } from '../../../../src/core/analysis/outline.js';
import { changesBetween, MANY_ROWS } from '../../../../src/core/analysis/treeDiff.js';
import { coded, coding, interventions } from './samples.js';

function outline(documents: readonly CodedDocument[]) {
  return outlineOf({ documents, codebooks: [interventions], problems: [], groupBy: 'code', isWanted: () => true });
}

function changes(before: readonly Coding[], after: readonly Coding[]) {
  return changesBetween(outline([coded('a.txt', before)]), outline([coded('a.txt', after)]));
}

const relational = 'code|interventions/relational';
const narrative = { codePath: 'interventions/narrative' };

describe('drawing the annotation tree again', () => {
  it('draws nothing when nothing looks different, also when every offset moved within its line', () => {
    assert.deepEqual(
      changes([coding('a', { span: { start: 20, end: 25 } })], [coding('a', { span: { start: 23, end: 28 } })]),
      [],
    );
  });

  it('draws the one row that reads differently', () => {
    const row = `${relational}|file:///a.txt|a`;
    const now = [
      coding('a', { quote: 'other words' }),
      coding('a', { status: 'confirmed' }),
      coding('a', { memo: 'why' }),
      coding('a', { score: 0.9 }),
      coding('a', { coder: 'b' }),
      coding('a', { state: 'moved' }),
      coding('a', { span: { start: 50, end: 60 } }),
    ];
    for (const each of now) assert.deepEqual(changes([coding('a'), coding('b')], [each, coding('b')]), [row]);
  });

  it('draws the group whose rows are different ones, and the highest one whose count changed', () => {
    assert.deepEqual(changes([coding('a'), coding('b')], [coding('a'), coding('c')]), [relational]);
    assert.deepEqual(changes([coding('a')], [coding('a'), coding('b')]), ['code|interventions']);
  });

  it('draws a group as a whole when many of its rows changed', () => {
    const many = Array.from({ length: MANY_ROWS }, (_, index) => coding(`c${index}`));
    const edited = many.map((each) => ({ ...each, memo: 'new' }));
    assert.deepEqual(changes(many, edited), [relational]);
  });

  it('draws everything when the top rows are different ones', () => {
    assert.equal(changes([], [coding('a')]), 'all');
    const lost = coding('b', { span: undefined, state: 'orphan' });
    assert.equal(changes([coding('a'), coding('b')], [coding('a'), lost]), 'all');
  });

  it('leaves one code alone when another one changed', () => {
    const before = [coding('a'), coding('b', narrative)];
    assert.deepEqual(changes(before, [coding('a'), coding('b', { ...narrative, memo: 'm' })]), [
      'code|interventions/narrative|file:///a.txt|b',
    ]);
  });

  it('has rows name their document once there is a second one', () => {
    const rejected = coding('b', { status: 'rejected' });
    const one = outline([coded('a.txt', [coding('a')]), coded('b.txt', [])]);
    const two = outline([coded('a.txt', [coding('a')]), coded('b.txt', [rejected])]);
    assert.deepEqual(changesBetween(one, two), [`${relational}|file:///a.txt|a`]);
  });
});
