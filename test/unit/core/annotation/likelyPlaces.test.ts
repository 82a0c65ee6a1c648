import { strict as assert } from 'node:assert';
import type { RankedPlace } from '../../../../src/core/annotation/annotation.js';
import { likelyPlaces, surroundings, withMorePlaces } from '../../../../src/core/annotation/likelyPlaces.js';

const TEXT = `De gemeente nodigt bewoners uit voor een gesprek over de straat.
Later in het jaar volgt een besluit van de raad over het park.
Voor een gesprek over hun straat nodigt de gemeente alle bewoners uit.
De raad vergadert op dinsdag.`;

function sought(quote: string, prefix = '', suffix = '') {
  return { quote, prefix, suffix };
}

const wordsAt = ({ span }: RankedPlace) => TEXT.slice(span.start, span.end);

describe('likely places of lost words', () => {
  it('are passages with most of them, in whatever order, best first', () => {
    const places = likelyPlaces(sought('De gemeente nodigt de bewoners uit voor een gesprek'), TEXT);
    assert.match(wordsAt(places[0] ?? assert.fail()), /^De gemeente nodigt bewoners uit voor een gesprek/);
    assert.match(wordsAt(places[1] ?? assert.fail()), /over hun straat nodigt de gemeente/);
    assert.ok((places[0]?.score ?? 0) > (places[1]?.score ?? 1));
    for (const { score } of places) assert.ok(score > 0 && score <= 1);
  });

  it('are none where only such words are left as every text has', () => {
    assert.deepEqual(likelyPlaces(sought('Op de markt staan kramen met groente van de boer'), TEXT), []);
    assert.deepEqual(likelyPlaces(sought(' … '), TEXT), []);
    assert.deepEqual(likelyPlaces(sought('gemeente'), ''), []);
  });

  it('are told apart by the words around them', () => {
    const text = 'Eerst samen werken wij aan rust. Daarna samen werken wij aan groen.';
    const [best] = likelyPlaces(sought('samen werken wij', 'Daarna ', ' aan groen'), text);
    assert.equal(best?.span.start, text.lastIndexOf('samen'));
  });

  it('do not lie on each other', () => {
    const places = likelyPlaces(sought('samen samen'), 'samen '.repeat(9));
    const spans = places.map(({ span }) => span).sort((a, b) => a.start - b.start);
    spans.forEach((span, index) => {
      assert.ok(span.start >= (spans[index - 1]?.end ?? 0));
    });
  });

  it('come beside those that are known already', () => {
    const known = [{ span: { start: 0, end: 10 }, score: 0.5 }];
    const more = [
      { span: { start: 5, end: 15 }, score: 0.9 },
      { span: { start: 20, end: 30 }, score: 0.8 },
    ];
    assert.deepEqual(
      withMorePlaces(known, more).map(({ span }) => span.start),
      [20, 0],
    );
  });
});

describe('what stands around a place', () => {
  it('is cut between words', () => {
    const at = TEXT.indexOf('besluit');
    const { before, words, after } = surroundings(TEXT, { start: at, end: at + 'besluit'.length }, 12);
    assert.deepEqual([before, words, after], ['volgt een ', 'besluit', ' van de ']);
  });

  it('is whole at either end of a text', () => {
    const around = surroundings('Wij werken samen.', { start: 4, end: 10 }, 20);
    assert.deepEqual(around, { before: 'Wij ', words: 'werken', after: ' samen.' });
  });
});
