import { strict as assert } from 'node:assert';
import { applyEdits } from '../../../../src/core/text/applyEdits.js';

describe('applying edits', () => {
  it('counts all of them in the text before, in any order', () => {
    const edits = [
      { start: 4, end: 6, text: 'zullen' },
      { start: 0, end: 3, text: 'Wij' },
      { start: 11, end: 11, text: '!' },
    ];
    assert.equal(applyEdits('Zij is naar', edits), 'Wij zullen naar!');
    assert.equal(applyEdits('Zij is naar', [...edits].reverse()), 'Wij zullen naar!');
  });

  it('keeps the order of an insertion and a replacement at the same place', () => {
    const edits = [
      { start: 1, end: 2, text: 'B' },
      { start: 1, end: 1, text: '-' },
    ];
    assert.equal(applyEdits('abc', edits), 'a-Bc');
  });

  it('leaves a text alone without edits', () => {
    assert.equal(applyEdits('abc', []), 'abc');
  });
});
