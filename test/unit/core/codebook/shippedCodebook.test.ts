import { strict as assert } from 'node:assert';
import { packCodebook, unpackCodebook } from '../../../../src/core/codebook/shippedCodebook.js';
import { codebookOf } from './handmade.js';

const BOOK = codebookOf(`
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
`);

describe('a codebook as it ships', () => {
  it('is the codebook that was written, indicators, lists and sub-codes', () => {
    assert.deepEqual(unpackCodebook(packCodebook(BOOK)), BOOK);
  });

  it('leaves out what indicators have in common', () => {
    assert.ok(packCodebook(BOOK).length < JSON.stringify(BOOK).length * 0.8);
  });
});
