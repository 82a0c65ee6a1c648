import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { quoteStrings, unquoteStrings } from '../../../../src/core/codebook/quotedStrings.js';
import { packCodebook, unpackCodebook } from '../../../../src/core/codebook/shippedCodebook.js';
import { codebookOf } from './handmade.js';

const SOURCE = `
lists: { houses: { nl: [huis], en: [house] } }
not-here: { nl: ["thuis zijn"] }
codes:
  - id: a
    name: { nl: A, en: A }
    indicators:
      nl:
        - samen*
        - { all: [kennis, delen], within: 4, with: [buren], without: [computer], weight: 0.3 }
        - { who: "@government", does: ["~dwingen"], to: "@houses", weight: 0.8 }
        - { any: [verplicht], negated: only, near: [niet], not-near: [naam] }
        - { any: [IGJ], case: exact, weight: 0.5, fitted: 0.61 }
      en: [together]
    codes:
      - { id: b, name: { nl: B, en: B }, indicators: { en: [{ order: [we, build], within: clause }] } }
`;

const BOOK = codebookOf(SOURCE);

describe('a codebook as it ships', () => {
  it('is the codebook that was written, indicators, lists and sub-codes', () => {
    assert.deepEqual(unpackCodebook(packCodebook(BOOK, SOURCE), SOURCE), BOOK);
  });

  it('is the same whatever of it stands in its source', () => {
    for (const source of ['', 'samen', 'together\nhuis', SOURCE.toUpperCase(), [...SOURCE].reverse().join('')]) {
      assert.deepEqual(unpackCodebook(packCodebook(BOOK, source), source), BOOK);
    }
  });

  it('leaves out what indicators have in common', () => {
    assert.ok(packCodebook(BOOK, '').length < JSON.stringify(BOOK).length * 0.9);
  });

  it('leaves out what stands in its source', () => {
    const shipped = packCodebook(BOOK, SOURCE);
    for (const word of ['samen*', 'thuis zijn', 'computer']) assert.ok(!shipped.includes(word), word);
  });

  it('is refused with another source', () => {
    assert.throws(() => unpackCodebook(packCodebook(BOOK, SOURCE), `${SOURCE} `), /source/);
  });
});

describe('strings that stand in a text', () => {
  it('are themselves again, in any value and any text', () => {
    const { tie } = fc.letrec((self) => ({
      tie: fc.oneof(
        fc.string(),
        fc.integer(),
        fc.boolean(),
        fc.array(self('tie'), { maxLength: 4 }),
        fc.dictionary(
          fc.string({ minLength: 1 }).filter((key) => key !== '__proto__'),
          self('tie'),
          { maxKeys: 4 },
        ),
      ),
    }));
    fc.assert(
      fc.property(tie, fc.string({ maxLength: 200 }), (value, text) => {
        const plain: unknown = JSON.parse(JSON.stringify(value));
        const whole = `${text}${JSON.stringify(value)}`;
        for (const each of [text, whole]) assert.deepEqual(unquoteStrings(quoteStrings(value, each), each), plain);
      }),
    );
  });
});
