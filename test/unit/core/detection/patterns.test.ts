import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { codesIn, codeWith, evidenceIn } from '../codebook/handmade.js';

/** Each construct with a sentence that it finds, the words it rests on, and sentences that it must leave alone. */
const CONSTRUCTS: readonly {
  readonly what: string;
  readonly indicators: string;
  readonly language: 'nl' | 'en';
  readonly found: readonly (readonly [sentence: string, words: readonly string[]])[];
  readonly left: readonly string[];
}[] = [
  {
    what: 'a whole word',
    indicators: '[coach]',
    language: 'nl',
    found: [['Een Coach helpt de school.', ['Coach']]],
    left: ['Coaches helpen de school.', 'Een stagecoach helpt.'],
  },
  {
    what: 'the beginning of a word',
    indicators: '["coach*"]',
    language: 'en',
    found: [
      ['Coaches help each school.', ['Coaches']],
      ['A coach helps.', ['coach']],
    ],
    left: ['A stagecoach passes by.'],
  },
  {
    what: 'the end of a word',
    indicators: '["*toezicht"]',
    language: 'nl',
    found: [['Het bouwtoezicht komt langs.', ['bouwtoezicht']]],
    left: ['De toezichthouder komt langs.'],
  },
  {
    what: 'a part of a word',
    indicators: '["*toezicht*"]',
    language: 'nl',
    found: [['De bouwtoezichthouder komt langs.', ['bouwtoezichthouder']]],
    left: ['Het overzicht is kwijt.'],
  },
  {
    what: 'words in a row',
    indicators: '["in gesprek"]',
    language: 'nl',
    found: [['De minister gaat in gesprek met de havens.', ['in gesprek']]],
    left: ['In het gesprek bleef dat onbesproken.', 'Het gesprek in de kantine.', 'Zij gaan erin. Gesprek volgt.'],
  },
  {
    what: 'alternatives for one word',
    indicators: '["ga|gaat|gaan in dialoog|gesprek*"]',
    language: 'nl',
    found: [['Zij gaan in dialoog.', ['gaan in dialoog']]],
    left: ['Zij gingen in dialoog.', 'Zij gaan in zee.'],
  },
  {
    what: 'a gap of at most five words',
    indicators: '["bring|brings ... together"]',
    language: 'en',
    found: [
      ['The county brings together farmers.', ['brings together']],
      ['The county brings one two three four five together.', ['brings one two three four five together']],
    ],
    left: ['The county brings one two three four five six together.', 'Together they bring food.'],
  },
  {
    what: 'all of several patterns, in any order',
    indicators: '[{ all: [kennis, "uitwissel*"] }]',
    language: 'nl',
    found: [['Uitwisselen van kennis helpt.', ['Uitwisselen', 'kennis']]],
    left: ['Kennis helpt.', 'Kennis helpt. Uitwisselen ook.'],
  },
  {
    what: 'all within so many words',
    indicators: '[{ all: [share, knowledge], within: 3 }]',
    language: 'en',
    found: [
      ['They share their knowledge.', ['share', 'knowledge']],
      ['Knowledge is here and they share the knowledge.', ['share', 'knowledge']],
    ],
    left: ['They share a lot of knowledge.'],
  },
  {
    what: 'only with other words',
    indicators: '[{ any: samen, with: ["gemeente*"] }]',
    language: 'nl',
    found: [['Samen bouwen de gemeenten een brug.', ['Samen']]],
    left: ['Samen bouwen zij een brug.'],
  },
  {
    what: 'not with other words',
    indicators: '[{ any: support, without: ["technical support"] }]',
    language: 'en',
    found: [['We support the ports.', ['support']]],
    left: ['We support them, and there is technical support.'],
  },
  {
    what: 'only with the right capitals',
    indicators: '[{ any: [VER, "WET*"], case: exact }]',
    language: 'nl',
    found: [['De VER beslist.', ['VER']]],
    left: ['Het is ver van huis.', 'De wethouder komt.', 'Ver weg.'],
  },
];

describe('an indicator finds', () => {
  for (const { what, indicators, language, found, left } of CONSTRUCTS) {
    const codebook = codeWith(indicators);
    it(`${what}, and rests on the words that match`, () => {
      for (const [sentence, words] of found)
        assert.deepEqual(evidenceIn(codebook, sentence, { language }), words, sentence);
    });
    it(`${what}, and nothing that only looks like it`, () => {
      for (const sentence of left) assert.deepEqual(codesIn(codebook, sentence, { language }), [], sentence);
    });
  }

  it('any entry of a word list, of one word or more', () => {
    const lists = 'lists:\n  bestuur: { nl: [minister*, "raad van bestuur"], en: ["board of directors"] }\n';
    const codebook = codeWith('["@bestuur ... besluit|decides"]', lists);
    assert.deepEqual(evidenceIn(codebook, 'De minister besluit.'), ['minister besluit']);
    assert.deepEqual(evidenceIn(codebook, 'De raad van bestuur alleen besluit.'), ['raad van bestuur alleen besluit']);
    assert.deepEqual(codesIn(codebook, 'De raad van toezicht besluit.'), []);
    assert.deepEqual(codesIn(codebook, 'The board of directors decides.', { language: 'en' }), ['test/it']);
    assert.deepEqual(codesIn(codebook, 'De raad van bestuur besluit.', { language: 'en' }), []);
  });

  it('a word list in the middle and at the end of a pattern', () => {
    const codebook = codeWith('["door|by @wie|them hier"]', 'lists: { wie: { nl: ["de raad", zij], en: [us] } }');
    assert.deepEqual(evidenceIn(codebook, 'Gezien door de raad hier.'), ['door de raad hier']);
    assert.deepEqual(evidenceIn(codebook, 'Gezien door zij hier.'), ['door zij hier']);
    assert.deepEqual(codesIn(codebook, 'Gezien door de hier.'), []);
  });

  it('the same word at two places of a pattern only when it stands there twice', () => {
    const codebook = codeWith('["samen ... samen"]');
    assert.deepEqual(codesIn(codebook, 'Zij doen het samen.'), []);
    assert.deepEqual(evidenceIn(codebook, 'Samen uit, samen thuis.'), ['Samen uit, samen']);
  });
});

describe('the words of not-here phrases', () => {
  it('do not count as evidence, for every code of the codebook', () => {
    const codebook = codeWith('[netwerk]', 'not-here: { nl: ["draadloos netwerk"] }');
    assert.deepEqual(codesIn(codebook, 'Er is een draadloos netwerk.'), []);
    assert.deepEqual(evidenceIn(codebook, 'Een draadloos netwerk helpt het netwerk van scholen.'), ['netwerk']);
    assert.deepEqual(codesIn(codebook, 'Een draadloos net, en een netwerk.'), ['test/it']);
  });

  it('still count for a `without`, which asks what the sentence says', () => {
    const codebook = codeWith('[{ any: samen, without: [netwerk] }]', 'not-here: { nl: ["draadloos netwerk"] }');
    assert.deepEqual(codesIn(codebook, 'Samen bij het draadloos netwerk.'), []);
  });

  it('do not hide a match that goes around them', () => {
    const codebook = codeWith('["wij ... moeten"]', 'not-here: { nl: ["wij zelf"] }');
    assert.deepEqual(evidenceIn(codebook, 'Dat wij als wij zelf er zijn moeten helpen.'), [
      'wij als wij zelf er zijn moeten',
    ]);
    assert.deepEqual(codesIn(codebook, 'Dat wij zelf moeten helpen.'), []);
  });
});

describe('finding patterns', () => {
  it('agrees with trying every way to lay a pattern over a sentence', function () {
    this.timeout(20_000);
    const word = fc.constantFrom('a', 'b', 'c');
    const element = fc.record({ word, gap: fc.boolean() });
    const cases = fc.record({
      first: word,
      rest: fc.array(element, { maxLength: 3 }),
      sentence: fc.array(word, { maxLength: 14 }),
    });
    fc.assert(
      fc.property(cases, ({ first, rest, sentence }) => {
        const source = [first, ...rest.map((each) => `${each.gap ? '... ' : ''}${each.word}`)].join(' ');
        const laid = (from: number, index: number): boolean => {
          const next = rest[index];
          if (!next) return true;
          const reach = next.gap ? 6 : 1;
          return sentence.some(
            (at, place) => at === next.word && place > from && place - from <= reach && laid(place, index + 1),
          );
        };
        const expected = sentence.some((at, place) => at === first && laid(place, 0));
        const found = codesIn(codeWith(JSON.stringify([source])), sentence.join(' '));
        assert.equal(found.length > 0, expected, `${source} in ${sentence.join(' ')}`);
      }),
      { numRuns: 150 },
    );
  });

  it('takes no longer than the words are many, however the patterns are made', () => {
    const codebook = codeWith('["a ... a ... a ... a ... a ... a ... b", { all: ["a*", "*a", "*a*"], within: 5 }]');
    const text = 'a '.repeat(50_000);
    assert.deepEqual(codesIn(codebook, text), ['test/it']);
  });
});
