import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { annotationSegments, safeSegment } from '../../../src/project/safePath.js';

describe('names as parts of paths', () => {
  it('are left alone where they are plain', () => {
    assert.deepEqual(annotationSegments('a.jansen', 'notes/Brief over müziek (1).md'), [
      'a.jansen',
      'notes',
      'Brief over müziek (1).md.json',
    ]);
  });

  it('never lead anywhere else', () => {
    assert.deepEqual(annotationSegments('../../etc', '../a//b\\c'), [
      '..%2F..%2Fetc',
      '%2E%2E',
      'a',
      '%',
      'b%5Cc.json',
    ]);
    assert.deepEqual(['.', '..', '', 'x.', 'CON', 'lpt1.txt', 'a:b'].map(safeSegment), [
      '%2E',
      '%2E%2E',
      '%',
      'x%2E',
      '%43ON',
      '%6Cpt1.txt',
      'a%3Ab',
    ]);
  });

  it('are names of files on every system, and different for different names', () => {
    const names = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.string({ minLength: 150, maxLength: 300 }));
    fc.assert(
      fc.property(names, names, (one, other) => {
        const segment = safeSegment(one);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is the point.
        assert.match(segment, /^[^\u0000-\u001f<>:"|?*\\/]*[^\u0000-\u001f<>:"|?*\\/. ]$/);
        assert.ok(new TextEncoder().encode(segment).length <= 200);
        if (one.normalize('NFC') !== other.normalize('NFC')) assert.notEqual(segment, safeSegment(other));
      }),
    );
  });
});
