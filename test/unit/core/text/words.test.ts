import { strict as assert } from 'node:assert';
import { fold, foldStretch } from '../../../../src/core/text/fold.js';
import { placesOfWords } from '../../../../src/core/text/words.js';

function words(text: string): string[] {
  const { starts, ends } = placesOfWords(text);
  return starts.map((start, index) => text.slice(start, ends[index]));
}

/** A space parts the words that are expected. */
function assertWords(text: string, expected: string): void {
  assert.deepEqual(words(text), expected === '' ? [] : expected.split(' '));
}

describe('Words', () => {
  const cases: readonly (readonly [why: string, text: string, words: string])[] = [
    ['apostrophes inside', "regio’s, foto's’ en z’n d'r", "regio’s foto's en z’n d'r"],
    [
      'apostrophes in front',
      "'s Avonds in ’s-Hertogenbosch is 't zo, in '90",
      "'s Avonds in ’s-Hertogenbosch is 't zo in '90",
    ],
    ['no quotes', "de 'burgers', ‘samen’ en 'n' of 's'", 'de burgers samen en n of s'],
    ['hyphens inside and at the end', 'e-mail, zorg- en welzijn, rock-’n-roll', 'e-mail zorg- en welzijn rock-’n-roll'],
    ['no dashes', 'zo - of zo -- of – zo -zo zo–zo', 'zo of zo of zo zo zo zo'],
    ['full stops of abbreviations', 'Dat is o.a. zo, m.b.t. de B.V. en enz.', 'Dat is o.a. zo m.b.t. de B.V. en enz'],
    ['numbers', '3.1, 1.000,50 en 12:30 of 100% van € 5.', '3.1 1.000,50 en 12:30 of 100 van 5'],
    ['notes glued to a word are apart', 'koplopers.5 art.5 en B.1', 'koplopers 5 art 5 en B.1'],
    ['slashes between short parts', 'en/of t/m 24/7 km/h, maar zij/hij', 'en/of t/m 24/7 km/h maar zij hij'],
    ['other signs inside', 'R&D, a_b, x@y.nl en lhbti+', 'R&D a_b x@y.nl en lhbti'],
    [
      'an address is one',
      'zie www.x.nl/coach?a=b, https://x.nl/a.b) en x.nl/coach.',
      'zie www.x.nl/coach?a=b https://x.nl/a.b en x.nl/coach',
    ],
    ['a ratio and a title are none', 'team:fit en http: //x', 'team fit en http x'],
    ['brackets part', '(h)erkennen', 'h erkennen'],
    ['other scripts', 'Здравствуйте, мир! مرحبا 日本語。', 'Здравствуйте мир مرحبا 日本語'],
    ['letters outside the basic plane', '𝒜bc \u{20000}\u{20001} x', '𝒜bc \u{20000}\u{20001} x'],
    ['no emoji, half characters or marks alone', '😀 ❤️ \ud800 \udc00 \u0301\u0301 a😀b x\ud800y', 'a b x y'],
    ['marks that follow a letter', 'pati\u0065\u0308nt', 'pati\u0065\u0308nt'],
    ['nothing', ' .,;:!? … -- ', ''],
  ];
  for (const [why, text, expected] of cases) it(`have ${why}: ${text}`, () => assertWords(text, expected));
});

describe('Folding', () => {
  it('is the same for a stretch as for the word, and gives the same words again', () => {
    const text = 'De GGD’en en de Pati\u0065\u0308nt zijn IJVERIG in \u2019s\u2011Hertogenbosch ß İstanbul';
    const { starts, ends } = placesOfWords(text);
    for (const [index, start] of starts.entries()) {
      const end = ends[index] ?? start;
      const word = text.slice(start, end);
      const expected = word.normalize('NFC').toLowerCase().replaceAll('’', "'").replaceAll('\u2011', '-');
      for (let round = 0; round < 2; round++) assert.equal(foldStretch(text, start, end), expected);
      assert.equal(fold(word), expected);
    }
  });

  it('is right for more words than it remembers, and for long ones', () => {
    for (let index = 0; index < 200_000; index++) assert.equal(fold(`Woord${index}`), `woord${index}`);
    assert.equal(fold('X'.repeat(100)), 'x'.repeat(100));
    assert.equal(fold(''), '');
  }).timeout(20_000);
});
