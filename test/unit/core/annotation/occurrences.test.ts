import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { indexOccurrences } from '../../../../src/core/annotation/occurrences.js';

function searchAll(text: string, words: string): readonly number[] {
  const offsets = Array.from({ length: text.length }, (_, at) => at);
  return offsets.filter((at) => text.startsWith(words, at));
}

describe('an index of occurrences', () => {
  it('finds what a search through the text finds, in any text', () => {
    const letters = fc.array(fc.constantFrom('a', 'b', ' ', 'é', '\ud83d'), { maxLength: 120 });
    fc.assert(
      fc.property(letters, fc.nat(), fc.nat(30), (units, from, length) => {
        const text = units.join('');
        const start = from % (text.length + 1);
        const words = text.slice(start, start + length + 1) || 'a';
        assert.deepEqual(indexOccurrences(text)(words, 1000), searchAll(text, words));
      }),
      { numRuns: 1000 },
    );
  });

  it('finds nothing that is not there, and no more than asked for', () => {
    const occurrences = indexOccurrences('samen met de bewoners, samen met de gemeente');
    assert.deepEqual(occurrences('samen met de buren', 10), []);
    assert.deepEqual(occurrences('samen met de ', 10), [0, 23]);
    assert.deepEqual(occurrences('samen met de ', 1), [0]);
    assert.deepEqual(occurrences('e', 2), [3, 7]);
  });
});
