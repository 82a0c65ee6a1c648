import { strict as assert } from 'node:assert';
import { SuggestionIds, suggestionId } from '../../../../src/core/detection/suggestionId.js';

const KEY = { document: 'a.md', codePath: 'test/it', codebook: 'test@1', quote: 'Samen dus.', occurrence: 0 };

describe('the id of a suggestion', () => {
  it('is twelve hexadecimal digits, the same today and tomorrow', () => {
    assert.equal(suggestionId(KEY), suggestionId({ ...KEY }));
    assert.match(suggestionId(KEY), /^[0-9a-f]{12}$/);
  });

  it('differs by document, code, codebook version, words and occurrence', () => {
    const others = [
      { ...KEY, document: 'b.md' },
      { ...KEY, codePath: 'test/that' },
      { ...KEY, codebook: 'test@2' },
      { ...KEY, quote: 'Samen dan.' },
      { ...KEY, occurrence: 1 },
      { ...KEY, document: 'a.md"', codePath: 'test/it' },
    ];
    assert.equal(new Set([KEY, ...others].map(suggestionId)).size, others.length + 1);
  });

  it('exists also for words with half a character in them', () => {
    assert.match(suggestionId({ ...KEY, quote: 'x\uD800y' }), /^[0-9a-f]{12}$/);
  });
});

describe('the ids of a document', () => {
  const { codePath, codebook } = KEY;
  const at = (quote: string) => ({ codePath, codebook, quote });

  it('count equal codes on equal words', () => {
    const ids = new SuggestionIds('a.md').of([at('x'), at('y'), at('x')]);
    assert.equal(new Set(ids).size, 3);
    assert.equal(ids[2], suggestionId({ ...KEY, quote: 'x', occurrence: 1 }));
  });

  it('stay the same when text before them is inserted or removed', () => {
    const identifier = new SuggestionIds('a.md');
    const [x, y] = identifier.of([at('x'), at('y')]);
    assert.deepEqual(identifier.of([at('new'), at('x'), at('y')]).slice(1), [x, y]);
    assert.deepEqual(identifier.of([at('y')]), [y]);
  });

  it('are the same whether they were foreseen or not', () => {
    const foreseen = new SuggestionIds('a.md');
    foreseen.foresee([at('y'), at('x'), at('x')]);
    const all = [at('x'), at('x'), at('y')];
    assert.deepEqual(foreseen.of(all), new SuggestionIds('a.md').of(all));
  });
});
