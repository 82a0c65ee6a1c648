import { strict as assert } from 'node:assert';
import { markedSides } from '../../../../src/core/annotation/mergeMarks.js';

const lines = (...all: readonly string[]) => all.map((line) => `${line}\n`).join('');

describe('the marks of an unfinished merge', () => {
  it('hold both sides, between what both have', () => {
    const text = lines('{', '<<<<<<< HEAD', '1', '=======', '2', '3', '>>>>>>> other', '}');
    assert.deepEqual(markedSides(text), { ours: lines('{', '1', '}'), theirs: lines('{', '2', '3', '}') });
  });

  it('hold the common version too where git was asked for it, and may end their lines as Windows does', () => {
    const text = lines('a', '<<<<<<< HEAD\r', '1\r', '||||||| 12ab\r', '0\r', '=======\r', '>>>>>>> x\r');
    assert.deepEqual(markedSides(text), {
      ours: lines('a', '1\r'),
      base: lines('a', '0\r'),
      theirs: lines('a'),
    });
  });

  it('have no common version when one of the hunks has none', () => {
    const text = lines('<<<<<<<', '|||||||', '=======', '>>>>>>>', '<<<<<<< x', '=======', '>>>>>>> y');
    assert.deepEqual(markedSides(text), { ours: '', theirs: '' });
  });

  it('say nothing where they do not pair', () => {
    for (const text of [
      lines('a'),
      lines('<<<<<<< x', '1', '=======', '2'),
      lines('<<<<<<< x', '1', '>>>>>>> y'),
      lines('======='),
      lines('<<<<<<< x', '<<<<<<< y', '=======', '>>>>>>> x', '>>>>>>> y'),
    ]) {
      assert.equal(markedSides(text), undefined, text);
    }
  });

  it('are read in time in proportion to their number', () => {
    const hostile = lines(...Array.from({ length: 50_000 }, () => '<<<<<<< x'), 'end');
    assert.equal(markedSides(hostile), undefined);
    const many = lines(...Array.from({ length: 20_000 }, () => '<<<<<<< x\n1\n=======\n2\n>>>>>>> y'));
    assert.equal(markedSides(many)?.ours.length, 40_000);
  });
});
