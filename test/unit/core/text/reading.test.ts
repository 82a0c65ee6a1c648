import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { BlockKind, Format } from '../../../../src/core/text/policyText.js';
import { readBlock } from '../../../../src/core/text/reading.js';
import { policyTextOf } from './arbitraryText.js';

function read(raw: string, kind: BlockKind = 'paragraph', format: Format = 'plain'): string {
  return readBlock(raw, { kind, format }).text;
}

/** The stretch of `raw` that `words` of its reading stand for. */
function original(raw: string, words: string, format: Format = 'plain'): string {
  const reading = readBlock(raw, { kind: 'paragraph', format });
  const start = reading.text.indexOf(words);
  assert.ok(start >= 0, `'${words}' in '${reading.text}'`);
  return raw.slice(reading.toOriginal(start), reading.toOriginalEnd(start + words.length));
}

describe('Reading plain text', () => {
  const cases: readonly (readonly [why: string, raw: string, read: string])[] = [
    ['a line end is a space', 'samen\nwerken', 'samen werken'],
    ['a hyphen at a line end goes', 'verant-\nwoordelijk', 'verantwoordelijk'],
    ['also before CRLF and indentation', 'verant-\r\n    woordelijk', 'verantwoordelijk'],
    ['a suspended hyphen stays', 'zorg-\nen welzijn', 'zorg- en welzijn'],
    ['a word that begins like one does not hold it', 'samen-\nenig', 'samenenig'],
    ['a hyphen after capitals stays', 'IZA-\npartijen', 'IZA-partijen'],
    ['and before them', 'niet-\nNederlands', 'niet-Nederlands'],
    ['a soft hyphen goes', 'ge\u00adzondheid', 'gezondheid'],
    ['with the line end after it', 'ge\u00ad\u00ad\nzondheid', 'gezondheid'],
    ['or the space that a converter put there', 'ver\u00ad der', 'verder'],
    ['ligatures are letters', 'e\ufb03ciënt \ufb01jn', 'efficiënt fijn'],
    ['accents are put together', 'patie\u0308nt', 'pati\u00ebnt'],
    ['a zero-width space is nothing', 'samen\u200bwerken', 'samenwerken'],
    ['a note is no part of its word', 'de koplopers.5 De rest', 'de koplopers.  De rest'],
    ['also within a sentence', 'draagvlak12, en', 'draagvlak  , en'],
    ['also raised', 'akkoord² geldt', 'akkoord  geldt'],
    ['a unit or article is no note', 'op 30 km2 volgens art.5 en CO2', 'op 30 km2 volgens art.5 en CO2'],
    ['a number is no note', 'in 2030 of 3.1', 'in 2030 of 3.1'],
    ['typographic quotes stay', '‘samen’ “doen”', '‘samen’ “doen”'],
  ];
  for (const [why, raw, expected] of cases) {
    it(`${why}: ${JSON.stringify(raw)}`, () => assert.equal(read(raw), expected));
  }

  it('leaves out the mark of an item, the number of a heading and the marks of a quotation', () => {
    assert.equal(read('• Samen doen', 'listItem').trim(), 'Samen doen');
    assert.equal(read('(iv) samen doen', 'listItem').trim(), 'samen doen');
    assert.equal(read('3.1\nSamen doen', 'heading').trim(), 'Samen doen');
    assert.equal(read('> Samen\n> doen', 'quotation').replace(/ +/g, ' ').trim(), 'Samen doen');
    assert.equal(read('I n l e i d i n g', 'heading'), 'Inleiding');
  });

  it('finds the way back to the words as they are stored', () => {
    assert.equal(original('zijn verant-\nwoordelijk voor', 'verantwoordelijk'), 'verant-\nwoordelijk');
    assert.equal(original('zijn verant-\nwoordelijk voor', 'voor'), 'voor');
    assert.equal(original('een e\ufb03ciënte aanpak', 'efficiënte'), 'e\ufb03ciënte');
    assert.equal(original('een e\ufb03', 'effi'), 'e\ufb03');
    assert.equal(original('elke patie\u0308nt telt', 'patiënt'), 'patie\u0308nt');
    assert.equal(original('de koplopers.5 De rest', 'De rest'), 'De rest');
    assert.equal(original('ver\u00ad der gaan', 'gaan'), 'gaan');
  });
});

describe('Reading Markdown', () => {
  function words(raw: string, kind: BlockKind = 'paragraph'): string {
    return read(raw, kind, 'markdown').replace(/ +/g, ' ').trim();
  }

  it('reads prose only', () => {
    assert.equal(words('Zie [het plan](https://x.nl/coach) nu'), 'Zie het plan nu');
    assert.equal(words('Gebruik `coach` niet'), 'Gebruik niet');
    assert.equal(words('Zie ![coach](coach.png) hier'), 'Zie hier');
    assert.equal(words('Zie <https://x.nl/coach> en https://x.nl/coach hier'), 'Zie en hier');
    assert.equal(words('Zij <span title="coach">doen</span> mee'), 'Zij doen mee');
    assert.equal(words('Het is zo. [^12]'), 'Het is zo.');
    assert.equal(words('[^1]: Zie het plan'), 'Zie het plan');
    assert.equal(words('[plan]: https://x.nl/coach'), '');
  });

  it('leaves out marks, also inside a word', () => {
    assert.equal(words('# Samen **doen**', 'heading'), 'Samen doen');
    assert.equal(words('samen**werk**ing'), 'samenwerking');
    assert.equal(words('- [ ] *Samen* doen', 'listItem'), '[ ] Samen doen');
    assert.equal(words('• Samen doen', 'listItem'), 'Samen doen');
    assert.equal(words('> Samen\n> doen', 'quotation'), 'Samen doen');
    assert.equal(words('Samen\n===', 'heading'), 'Samen');
  });

  it('reads escapes and character references as the characters they stand for', () => {
    assert.equal(words('2\\* zo'), '2 * zo');
    assert.equal(words('pati&euml;nt &amp; arts&#8212;samen'), 'patiënt & arts—samen');
  });

  it('reads an indented paragraph as part of a list, not as code', () => {
    assert.equal(words('Samen\n\n    doen'), 'Samen doen');
  });

  it('finds the way back', () => {
    assert.equal(original('een **samen**werking nu', 'samenwerking', 'markdown'), 'samen**werking');
    assert.equal(original('de pati&euml;nt telt', 'patiënt', 'markdown'), 'pati&euml;nt');
    assert.equal(original('> verant-\n> woordelijk', 'verantwoordelijk', 'markdown'), 'verant-\n> woordelijk');
  });
});

describe('Reading any block', () => {
  it('maps offsets into the block, in order', () => {
    const kind = fc.constantFrom<BlockKind>('paragraph', 'heading', 'listItem', 'quotation');
    const raw = fc.oneof(policyTextOf(8), fc.string({ unit: 'binary', maxLength: 80 }));
    fc.assert(
      fc.property(raw, kind, fc.constantFrom<Format>('plain', 'markdown'), (raw, kind, format) => {
        const reading = readBlock(raw, { kind, format });
        let start = 0;
        let end = 0;
        for (let offset = 0; offset < reading.text.length; offset++) {
          assert.ok(reading.toOriginal(offset) >= start);
          assert.ok(reading.toOriginalEnd(offset + 1) >= end);
          start = reading.toOriginal(offset);
          end = reading.toOriginalEnd(offset + 1);
          assert.ok(start < end && end <= raw.length, 'each unit stands for something');
        }
      }),
      { numRuns: 500 },
    );
  }).timeout(20_000);
});
