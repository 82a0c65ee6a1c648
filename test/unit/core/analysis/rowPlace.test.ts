import { strict as assert } from 'node:assert';
import type { Coding } from '../../../../src/core/analysis/coding.js';
import { outlineOf } from '../../../../src/core/analysis/grouping.js';
import { type GroupBy, indexOf } from '../../../../src/core/analysis/outline.js';
import { heirOf, placeOf } from '../../../../src/core/analysis/rowPlace.js';
import { coded, coding, interventions } from './samples.js';

const first = coding('first', { span: { start: 0, end: 5 } });
const second = coding('second', { span: { start: 20, end: 25 } });
const third = coding('third', { span: { start: 40, end: 45 } });

function rows(codings: readonly Coding[], groupBy: GroupBy) {
  const documents = [coded('a.txt', codings)];
  return indexOf(outlineOf({ documents, codebooks: [interventions], problems: [], groupBy, isWanted: () => true }));
}

/** The row that the keyboard goes on from when it was on a coding: its own id, or the row's where it is a group. */
function heir(id: string, before: readonly Coding[], after: readonly Coding[], groupBy: GroupBy = 'code') {
  const was = rows(before, groupBy);
  const row = [...was.values()].find(({ node }) => node.kind === 'coding' && node.coding.id === id);
  const place = row && placeOf(row.node.id, was);
  assert.ok(place);
  const found = heirOf(place, rows(after, groupBy));
  return found?.kind === 'coding' ? found.coding.id : found?.id;
}

describe('the row that the keyboard goes on from', () => {
  it('is the same row while it is there', () => {
    assert.equal(heir('second', [first, second, third], [first, second]), 'second');
  });

  it('is the same coding under its new id, once it is decided on', () => {
    const decided = { ...second, id: 'decided', status: 'confirmed' } as const;
    assert.equal(heir('second', [first, second, third], [first, decided, third]), 'decided');
  });

  it('is what has come in its place, the last one where that was the end', () => {
    assert.equal(heir('second', [first, second, third], [first, third]), 'third');
    assert.equal(heir('third', [first, second, third], [first, second]), 'second');
    const decided = { ...second, id: 'decided', status: 'confirmed' } as const;
    assert.equal(heir('second', [first, second, third], [first, decided, third], 'status'), 'third');
  });

  it('is the group that has come in place of its own, or the one above', () => {
    const other = coding('other', { codePath: 'interventions/narrative' });
    assert.equal(heir('first', [first, other], [other]), 'code|interventions/narrative');
  });

  it('is none when nothing is left', () => {
    assert.equal(heir('first', [first], []), undefined);
  });

  it('is not asked for a row that is not there', () => {
    assert.equal(placeOf('nothing', rows([first], 'code')), undefined);
  });
});
