import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { codePoints } from '../../../../src/core/text/codePoints.js';
import { lineEndMap, mapByLines } from '../../../../src/core/text/lineEnds.js';
import { LineIndex } from '../../../../src/core/text/lineIndex.js';

describe('LineIndex', () => {
  it('counts lines and columns from 1, for every kind of line end', () => {
    const index = new LineIndex('a\nbc\r\nd\re');
    const places = [0, 1, 2, 4, 5, 6, 7, 8, 9].map((offset) => Object.values(index.positionAt(offset)).join(':'));
    assert.deepEqual(places, ['1:1', '1:2', '2:1', '2:3', '2:4', '3:1', '3:2', '4:1', '4:2']);
    assert.equal(index.lineCount, 4);
    assert.equal(index.startOf(3), 6);
    assert.equal(index.startOf(5), undefined);
  });

  it('gives lines without what ends them', () => {
    const text = 'a\nbc\r\n\rd';
    const lines = new LineIndex(text);
    const found = [1, 2, 3, 4].map((line) => lines.spanOf(line)).map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(found, ['a', 'bc', '', 'd']);
    assert.deepEqual(lines.spanOf(3), { start: 6, end: 6 });
  });

  it('starts no line at a form feed or line separator', () => {
    assert.equal(new LineIndex('a\fb\u2028c').lineCount, 1);
  });

  it('takes offsets outside the text for its ends', () => {
    assert.deepEqual(new LineIndex('a\nb').positionAt(99), { line: 2, column: 2 });
    assert.deepEqual(new LineIndex('').positionAt(-1), { line: 1, column: 1 });
  });
});

describe('Code points', () => {
  it('are counted as other languages count them, lone surrogates as one', () => {
    const unit = fc.constantFrom('a', 'é', '🌳', '\ud83c', '\udf33');
    fc.assert(
      fc.property(fc.array(unit), (units) => {
        const text = units.join('');
        const points = codePoints(text);
        let offset = 0;
        let count = 0;
        for (const point of text) {
          assert.equal(points.at(offset), count);
          offset += point.length;
          count++;
        }
        assert.equal(points.at(text.length), count);
      }),
    );
  });

  it('count a pair that the offset cuts in two', () => {
    assert.equal(codePoints('a🌳b').at(2), 2);
  });
});

describe('Texts that differ in line ends', () => {
  it('map to each other and back', () => {
    const line = fc.string({ maxLength: 5 }).map((text) => text.replace(/[\r\n]/g, ''));
    const end = fc.constantFrom('\n', '\r\n', '\r');
    fc.assert(
      fc.property(fc.array(fc.tuple(line, end)), line, (lines, last) => {
        // A lone \r before a line that starts with \n would be one line end; lines hold no such thing, an empty one may.
        const stored = lines.map(([text, end]) => `${text || 'x'}${end}`).join('') + last;
        const shown = stored.replace(/\r\n|\r/g, '\n');
        const map = lineEndMap(shown, stored);
        const back = lineEndMap(stored, shown);
        assert.ok(map && back);
        for (let offset = 0; offset <= shown.length; offset++) {
          assert.equal(back(map(offset)), offset);
          const at = map(offset);
          assert.equal(stored.slice(at, at + 1).replace('\r', '\n'), shown.slice(offset, offset + 1));
        }
      }),
    );
  });

  it('put an offset inside a line end at the end of its line', () => {
    assert.equal(mapByLines('a\r\nb', 'a\nb', 2), 1);
    assert.equal(mapByLines('a\r\nb', 'a\nb', 3), 2);
  });

  it('do not map when anything else differs', () => {
    assert.equal(mapByLines('a\nb', 'a\nc', 0), undefined);
    assert.equal(mapByLines('a\nb', 'a\nb\n', 0), undefined);
  });
});
