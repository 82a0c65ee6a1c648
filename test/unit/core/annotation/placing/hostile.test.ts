import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { finished } from '../../../../../src/core/annotation/placing/finished.js';
import { placeTargets } from '../../../../../src/core/annotation/placing/placeTargets.js';
import { targetOf } from '../../../../../src/core/annotation/target.js';

function spread(text: string, count: number, length: number) {
  return Array.from({ length: count }, (_, index) => {
    const start = Math.floor((index * (text.length - length)) / count);
    return targetOf(text, { start, end: start + length });
  });
}

function statesOf(places: readonly { readonly state: string }[]): ReadonlySet<string> {
  return new Set(places.map(({ state }) => state));
}

describe('placing in texts that nobody wrote', function () {
  this.timeout(30_000);

  it('says that it does not know in a megabyte of one letter', () => {
    const text = 'a'.repeat(1_000_000);
    const places = finished(placeTargets({ targets: spread(text, 100, 50), text: `${text}b` }));
    assert.deepEqual(statesOf(places), new Set(['ambiguous']));
  });

  it('says that it does not know where a sentence stands 40,000 times', () => {
    const text = 'samen met de bewoners. '.repeat(40_000);
    const targets = spread(text, 50, 21).map((target) => ({ ...target, start: target.start + 7, end: target.end + 7 }));
    const places = finished(placeTargets({ targets, text }));
    assert.ok(!statesOf(places).has('changed'));
  });

  it('gives orphans for quotations without a word, offsets without a sense, halves of characters', () => {
    const around = { prefix: '\udc00', suffix: '\ud800' };
    const targets = [
      { start: 0, end: 0, quote: '', prefix: '', suffix: '' },
      { start: 1e15, end: -5, quote: ' \n', ...around },
      { start: -3, end: 2, quote: '\ud800\udc00\ud800', ...around },
    ];
    for (const before of [undefined, 'zzz', '']) {
      const places = finished(placeTargets({ targets, text: '\ud800 abc \udc00 x\ud800', before }));
      assert.deepEqual(statesOf(places), new Set(['orphan']));
    }
  });

  it('takes a quotation of some megabytes by its beginning and end', () => {
    const quote = 'De gemeente werkt samen met wie dat wil. '.repeat(100_000);
    const targets = [{ start: 0, end: quote.length, quote, prefix: '', suffix: '' }];
    assert.equal(finished(placeTargets({ targets, text: 'Iets heel anders, en niets daarvan.' }))[0]?.state, 'orphan');
  });

  it('works in steps', () => {
    const text = 'Een zin met enkele woorden, en nog wat. '.repeat(10_000);
    const steps = placeTargets({ targets: spread(text, 200, 60), text: `Vooraf. ${text}`, before: text });
    let count = 0;
    while (!steps.next().done) count++;
    assert.ok(count > 20, String(count));
  });

  it('gives a place inside the text, or none, for any texts and targets', () => {
    const words = fc.array(
      fc.constantFrom('wij', 'De', 'sa-\nmen', 'é', 'e\u0301', '\ud83d', '**', '\r\n', '.', 'bewoners', '- '),
      {
        maxLength: 60,
      },
    );
    fc.assert(
      fc.property(words, words, fc.nat(), fc.nat(40), fc.boolean(), (old, now, from, length, hasBefore) => {
        const before = old.join(' ');
        const text = now.join(' ');
        const start = from % (before.length + 1);
        const target = targetOf(before, { start, end: Math.min(before.length, start + length) });
        const [place] = finished(placeTargets({ targets: [target], text, before: hasBefore ? before : undefined }));
        assert.ok(place);
        const spans = [...(place.span ? [place.span] : []), ...(place.candidates ?? []).map(({ span }) => span)];
        assert.ok(spans.every((span) => span.start >= 0 && span.start < span.end && span.end <= text.length));
        assert.equal(place.span === undefined, place.state === 'ambiguous' || place.state === 'orphan');
        if (place.state === 'anchored' && place.span)
          assert.equal(text.slice(place.span.start, place.span.end), target.quote);
      }),
      { numRuns: 400, seed: 4 },
    );
  });
});
