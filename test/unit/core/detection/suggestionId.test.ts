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

  it('tells apart what differs in little, a hundred thousand times', () => {
    const ids = new Set<string>();
    for (let index = 0; index < 100_000; index += 1) {
      ids.add(suggestionId({ ...KEY, quote: `In ${index} steps`, occurrence: index % 2 }));
    }
    assert.equal(ids.size, 100_000);
  });

  it('keeps its parts apart', () => {
    const ids = ['', 'a', 'aa', 'aaa'].map((quote) =>
      suggestionId({ ...KEY, document: 'aaa'.slice(quote.length), quote }),
    );
    assert.equal(new Set(ids).size, ids.length);
  });

  it('exists also for words with half a character in them', () => {
    assert.match(suggestionId({ ...KEY, quote: 'x\uD800y' }), /^[0-9a-f]{12}$/);
  });
});

describe('the ids of a document', () => {
  const { codePath, codebook } = KEY;
  const at = (quote: string) => ({ codePath, codebook, quote });
  const round = (ids: SuggestionIds, quotes: readonly string[]): readonly string[] => {
    ids.begin();
    return quotes.map((quote) => ids.next(ids.numbering(at(quote))));
  };

  it('count equal codes on equal words', () => {
    const ids = round(new SuggestionIds('a.md'), ['x', 'y', 'x']);
    assert.equal(new Set(ids).size, 3);
    assert.equal(ids[2], suggestionId({ ...KEY, quote: 'x', occurrence: 1 }));
  });

  it('stay the same when text before them is inserted or removed', () => {
    const identifier = new SuggestionIds('a.md');
    const [x, y] = round(identifier, ['x', 'y']);
    assert.deepEqual(round(identifier, ['new', 'x', 'y']).slice(1), [x, y]);
    assert.deepEqual(round(identifier, ['y']), [y]);
  });

  it('are the same for who kept a numbering through hundreds of rounds without it', () => {
    const identifier = new SuggestionIds('a.md');
    const kept = identifier.numbering(at('x'));
    for (let index = 0; index < 500; index += 1) round(identifier, ['y']);
    round(identifier, ['x']);
    identifier.begin();
    const ids = [identifier.next(identifier.numbering(at('x'))), identifier.next(kept)];
    assert.deepEqual(ids, round(new SuggestionIds('a.md'), ['x', 'x']));
  });
});
