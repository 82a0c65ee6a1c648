import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { originalSpan, plainOffset, plainWords } from '../../../../../src/core/annotation/placing/plainText.js';

function plain(text: string): string {
  return plainWords(text).text;
}

describe('a plain text', () => {
  it('leaves out what is no word', () => {
    assert.equal(plain('Eerste regel,\r\n  tweede\tregel'), 'Eerste regel, tweede regel');
    assert.equal(plain('samen-\nwerking en samen\u00adwerking'), 'samenwerking en samenwerking');
    assert.equal(plain('Noord-\nHolland'), 'Noord-Holland');
    assert.equal(plain('zorg-\nen welzijn'), 'zorg- en welzijn');
    assert.equal(plain('cafe\u0301'), 'café');
    assert.equal(plain('o\ufb03cieel'), 'officieel');
    assert.equal(plain('‘samen’ of “samen”'), '\'samen\' of "samen"');
    assert.equal(plain('## Kop\n\n- **vet** en _schuin_\n> gezegd | ook'), 'Kop vet en schuin gezegd ook');
    assert.equal(plain('naam_van_veld'), 'naam_van_veld');
  });

  it('knows where each of its units stands in the original', () => {
    const original = 'De **coö-\nperatie**  doet mee.';
    const read = plainWords(original);
    const start = read.text.indexOf('coöperatie');
    const span = originalSpan(read, { start, end: start + 'coöperatie'.length });
    assert.equal(original.slice(span.start, span.end), 'coö-\nperatie');
    assert.equal(plainOffset(read, original.indexOf('doet')), read.text.indexOf('doet'));
  });

  it('maps in order, inside the original, for any text', () => {
    const parts = fc.constantFrom(
      'a',
      'B',
      '-',
      '\n',
      '\r\n',
      ' ',
      '\u0301',
      'é',
      '\u00ad',
      '*',
      '_',
      '#',
      '|',
      '\ufb03',
      '\ud83d',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 40 }), (pieces) => {
        const original = pieces.join('');
        const { text, starts, ends } = plainWords(original);
        assert.equal(starts.length, text.length);
        for (let unit = 0; unit < text.length; unit++) {
          const [start, end] = [starts[unit] ?? -1, ends[unit] ?? -1];
          assert.ok(start >= (starts[unit - 1] ?? 0) && end > start && end <= original.length);
        }
        assert.equal(plain(text), plain(plain(text)));
      }),
      { numRuns: 1000, seed: 5 },
    );
  });

  it('says the same of a text read in steps', () => {
    const original = 'Een zin met een afge-\nbroken woord. '.repeat(5000);
    assert.equal(plain(original), 'Een zin met een afgebroken woord. '.repeat(5000));
  });
});
