import { strict as assert } from 'node:assert';
import { explainedAt } from '../../../../src/core/analysis/explained.js';
import { compileCodebooks } from '../../../../src/core/codebook/compile.js';
import { codebookOf, parsedBlock } from '../codebook/handmade.js';

const CODES = codebookOf(`
codes:
  - { id: beside, name: { nl: b, en: b }, indicators: { nl: [samen, { all: [plan, maken] }] } }
`);
const FIRST = 'Wij eten hier samen vis.';
const SECOND = 'Er ligt een plan op tafel.';
const TEXT = `Een kop\n\n${FIRST} ${SECOND}`;
const START = TEXT.indexOf(FIRST);

const block = (start: number, end: number) => ({ start, end, kind: 'paragraph' as const, level: 0 });
const state = {
  text: { text: TEXT, format: 'plain' as const, blocks: [block(0, 7), block(START, TEXT.length)] },
  parsed: [undefined, parsedBlock(TEXT.slice(START))],
};
const explained = (offset: number) => explainedAt(state, compileCodebooks([CODES]), offset);
const wordsAt = ({ start, end }: { start: number; end: number }) => TEXT.slice(start, end);

describe('the explanation of a sentence of a document', () => {
  it('is of the sentence at the offset, with its words where they are in the document', () => {
    const found = explained(START + 3);
    assert.equal(found && wordsAt(found.span), FIRST);
    const [code] = found?.codes ?? [];
    assert.equal(code?.isSuggested, true);
    assert.deepEqual(
      code?.contributions.flatMap(({ spans }) => spans.map(wordsAt)),
      ['samen'],
    );
  });

  it('has the words of what nearly counts in their place too', () => {
    const found = explained(TEXT.indexOf(SECOND));
    assert.equal(found && wordsAt(found.span), SECOND);
    const [miss] = found?.codes[0]?.nearMisses ?? [];
    assert.deepEqual(miss?.spans.map(wordsAt), ['plan']);
    assert.deepEqual(miss?.reason, { kind: 'missing', patterns: ['maken'] });
  });

  it('is of the last sentence for a cursor at its end, and of none where nothing was read', () => {
    const found = explained(TEXT.length);
    assert.equal(found && wordsAt(found.span), SECOND);
    assert.equal(explained(3), undefined);
  });
});
