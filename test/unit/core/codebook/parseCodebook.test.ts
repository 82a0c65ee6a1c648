import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { isAdvice } from '../../../../src/core/codebook/advice.js';
import { allCodes } from '../../../../src/core/codebook/codebook.js';
import { parseCodebook } from '../../../../src/core/codebook/parseCodebook.js';

const GOOD = `schema: policy-lens/codebook@1
id: care
version: 2
title: { nl: Zorg, en: Care }
source: own work
lists:
  actor: { nl: [minister*], en: [minister*] }
codes:
  - id: near
    name: { nl: Nabij, en: Near }
    definition: { nl: Dichtbij., en: Close by. }
    appearance: underline
    color: partner
    indicators:
      nl: [nabij, { all: ["@actor", "help*"], within: 6, weight: 0.8 }]
      en: [near]
    codes:
      - id: close
        name: { nl: Dichtbij, en: Close }
        indicators: { nl: [dichtbij], en: [close] }
  - id: far
    name: { nl: Ver, en: Far }
    default: off
    indicators: { nl: [{ any: [ver, VERRE], case: exact, without: "te ver" }], en: [far] }
  - id: both
    name: { nl: Beide, en: Both }
    derived: { all: [near, far], within: [sentence] }
`;

/** Every message as \`line:column key args\`. */
function messagesOf(source: string): readonly string[] {
  return parseCodebook(source, 'x.yaml').messages.map(({ key, args, place }) =>
    [`${place?.line}:${place?.column}`, key.replace('codebook.', ''), ...args].join(' '),
  );
}

const change = (from: string, to: string): string => {
  assert.ok(GOOD.includes(from), from);
  return GOOD.replace(from, to);
};

describe('a codebook file', () => {
  it('becomes a codebook with paths, and with what sub-codes take from their code', () => {
    const { codebook, messages } = parseCodebook(GOOD, 'care.yaml');
    assert.deepEqual(messages, []);
    assert.deepEqual(
      [...allCodes(codebook?.codes ?? [])].map(({ path, appearance, color }) => [path, appearance, color]),
      [
        ['care/near', 'underline', 'partner'],
        ['care/near/close', 'underline', 'partner'],
        ['care/far', 'background', 'extra2'],
        ['care/both', 'background', 'extra3'],
      ],
    );
  });

  it('keeps indicators as they were written', () => {
    const codes = parseCodebook(GOOD, 'care.yaml').codebook?.codes;
    assert.deepEqual(codes?.[0]?.indicators.nl[1], {
      combine: 'all',
      patterns: ['@actor', 'help*'],
      who: [],
      to: [],
      near: [],
      notNear: [],
      negated: 'skip',
      fitted: undefined,
      within: 6,
      with: [],
      without: [],
      weight: 0.8,
      caseSensitive: false,
      source: '@actor + help*',
    });
    assert.deepEqual(codes?.[1]?.indicators.nl[0]?.without, ['te ver']);
    assert.equal(codes?.[1]?.enabledByDefault, false);
  });

  it('keeps what was fitted beside what its author thought, and thresholds per language', () => {
    const source = change('within: 6, weight: 0.8 }]', 'within: 6, weight: 0.8, fitted: 0.71 }]').replace(
      'color: partner',
      'color: partner\n    scoring: { nl: { base: 0.05, balanced: 0.4 } }',
    );
    const { codebook, messages } = parseCodebook(source, 'care.yaml');
    assert.deepEqual(messages, []);
    const [near] = codebook?.codes ?? [];
    assert.deepEqual(
      near?.indicators.nl.map(({ weight, fitted }) => [weight, fitted]),
      [
        [0.6, undefined],
        [0.8, 0.71],
      ],
    );
    assert.deepEqual(near?.scoring, { nl: { base: 0.05, balanced: 0.4 }, en: {} });
    assert.deepEqual(near?.codes[0]?.scoring, { nl: {}, en: {} });
  });

  it('has thresholds where they count, and within their range', () => {
    const onSub = change('Close }\n', 'Close }\n        scoring: { nl: { base: 0.1 } }\n');
    assert.deepEqual(messagesOf(onSub), ['20:9 scoringOfSubCode']);
    const high = change('color: partner', 'color: partner\n    scoring: { nl: { few: 7, rare: 0.2 } }');
    assert.deepEqual(messagesOf(high), [
      '14:27 outOfRange few 7 0 1',
      '14:30 unknownKey rare base, few, balanced, many',
    ]);
    assert.deepEqual(parseCodebook(high, 'x.yaml').codebook?.codes[0]?.scoring.nl, {});
  });

  it('uses the one language that there is for both', () => {
    const { codebook } = parseCodebook(change('{ nl: Nabij, en: Near }', '{ nl: Nabij }'), 'x.yaml');
    assert.deepEqual(codebook?.codes[0]?.name, { nl: 'Nabij', en: 'Nabij' });
  });
});

/** What stands in the file, what someone makes of it, and what they are told: line, column, message. */
const MISTAKES: readonly (readonly [what: string, from: string, to: string, told: readonly string[]])[] = [
  ['a typo in a key', 'indicators:', 'indicator:', ['14:5 unknownKeyMeant indicator indicators']],
  ['swapped letters in a key', 'title:', 'tilte:', ['1:1 missingKey title', '4:1 unknownKeyMeant tilte title']],
  ['a key that nothing resembles', 'source:', 'publication:', ['5:1 unknownKey publication']],
  ['a missing name', '    name: { nl: Nabij, en: Near }\n', '', ['9:5 missingKey name']],
  [
    'a value that is not one of the possible',
    'appearance: underline',
    'appearance: under',
    ['12:17 notOneOf appearance under background, underline, margin'],
  ],
  ['a colour that is none', 'color: partner', 'color: red', ['13:12 notOneOf color red']],
  ['a weight beyond 1', 'weight: 0.8', 'weight: 8', ['15:66 outOfRange weight 8 0 1']],
  ['a weight in words', 'weight: 0.8', 'weight: high', ['15:66 expectNumber weight']],
  ['a text instead of both languages', '{ nl: Zorg, en: Care }', 'Care', ['4:8 expectBilingual title']],
  [
    'indicators without a language',
    'indicators: { nl: [dichtbij], en: [close] }',
    'indicators: [dichtbij]',
    ['20:21 expectPhrases indicators'],
  ],
  ['a number among the indicators', '[dichtbij]', '[dichtbij, 24]', ['20:38 expectTextOrMapping nl']],
  ['within a word that is no stretch', 'within: 6', 'within: line', ['15:55 notOneOf within line']],
  ['an id with capitals', 'id: far', 'id: Far', ['21:9 badId Far', '27:28 unknownDerived far']],
  ['an id twice', 'id: far', 'id: near', ['21:9 duplicateId near 9', '27:28 unknownDerived far']],
  ['a list that is not there', '"@actor"', '"@actors"', ['15:27 unknownList actors actor']],
  [
    'a list without words in the language',
    '{ nl: [minister*], en: [minister*] }',
    '{ en: [minister*] }',
    ['15:27 listWithoutLanguage actor nl'],
  ],
  ['a star alone', 'nl: [nabij', 'nl: ["*"', ['15:12 patternOnlyWildcard *']],
  ['a gap alone', 'nl: [nabij', 'nl: ["..."', ['15:12 patternOnlyGap ...']],
  ['an empty pattern', 'nl: [nabij', 'nl: [""', ['15:12 emptyText nl', '15:12 emptyPattern']],
  ['a comma in a pattern', 'nl: [nabij', 'nl: ["hier, nabij"', ['15:12 patternPunctuation hier, ,']],
  [
    'an indicator twice',
    'nl: [nabij',
    'nl: [nabij, { any: nabij, weight: 0.4 }',
    ['15:19 duplicateIndicator nabij 15'],
  ],
  ['an order of one', '{ all: ["@actor", "help*"]', '{ order: [x]', ['15:28 orderLength 8']],
  ['who without does', 'nl: [nabij', 'nl: [{ who: "@actor", any: x }', ['15:19 rolesWithoutDoes who']],
  ['does alone', 'nl: [nabij', 'nl: [{ does: x }', ['15:20 doesAlone']],
  ['a lemma with a star', 'nl: [nabij', 'nl: ["~help*"', ['15:12 lemmaStar ~help*']],
  ['a lemma of two slashes', 'nl: [nabij', 'nl: ["~a/b/c"', ['15:12 badLemma ~a/b/c']],
  ['the sign of the beginning inside', 'nl: [nabij', 'nl: ["zij ^nabij"', ['15:12 patternInnerStart ^nabij']],
  ['a sign where it has no meaning', 'nl: [nabij', 'nl: ["~@actor"', ['15:12 badLemma ~@actor']],
  ['a number with more', 'nl: [nabij', 'nl: ["#12"', ['15:12 patternStraySign #12']],
  [
    'a list that names itself by another',
    '  actor: { nl: [minister*], en: [minister*] }',
    '  actor: { nl: [minister*, "@more"], en: [minister*] }\n  more: { nl: ["@actor"] }',
    ['7:28 listOfItself actor', '8:16 listOfItself more'],
  ],
  [
    'a list that names one that is not there',
    'actor: { nl: [minister*]',
    'actor: { nl: [minister*, "@nobody"]',
    ['7:28 listUnknownInList nobody'],
  ],
  ['negation beyond the possible', 'within: 6', 'negated: never', ['15:56 notOneOf negated never']],
  ['both any and all', '{ all: ["@actor"', '{ any: x, all: ["@actor"', ['15:19 anyOrAll']],
  ['a derived code of what is not there', 'all: [near, far]', 'all: [near, fra]', ['27:28 unknownDerived fra far']],
  ['a derived code of itself', 'all: [near, far]', 'all: [near, both]', ['27:28 derivedFromDerived both']],
  ['derived from one code', 'all: [near, far]', 'all: [near]', ['27:21 emptyList all']],
  ['a star without quotes', 'nl: [nabij', 'nl: [*nabij', ['15:12 needsQuotes *nabij']],
  ['an at sign without quotes', '"@actor", "help*"', '@actor, "help*"', ['15:27 needsQuotes @actor']],
  [
    'a comma in a text between braces',
    '{ nl: Dichtbij, en: Close }',
    '{ nl: Vlak, heel dichtbij, en: Close }',
    ['19:27 commaInText heel dichtbij'],
  ],
  ['a key twice', 'source: own work', 'source: own work\nsource: again', ['6:1 duplicateKey source']],
  ['another schema', 'codebook@1', 'codeboek@1', ['1:9 schema policy-lens/codebook@1']],
  ['one language missing', '{ nl: Nabij, en: Near }', '{ nl: Nabij }', ['10:5 missingLanguage name en']],
];

describe('a mistake in a codebook file', () => {
  for (const [what, from, to, told] of MISTAKES) {
    it(`is named with its line and column: ${what}`, () => {
      const messages = messagesOf(change(from, to));
      for (const each of told)
        assert.ok(
          messages.some((message) => message.startsWith(each)),
          `${each}\n${messages.join('\n')}`,
        );
      assert.equal(messages.length, told.length, messages.join('\n'));
    });

    it(`leaves the rest of the codebook in use: ${what}`, () => {
      const { codebook } = parseCodebook(change(from, to), 'x.yaml');
      const paths = [...allCodes(codebook?.codes ?? [])].map(({ path }) => path);
      assert.ok(paths.includes('care/near/close'), paths.join());
      assert.ok(
        (codebook?.codes[0]?.codes[0]?.indicators.en.length ?? 0) > 0 || what === 'indicators without a language',
      );
    });
  }

  it('costs an indicator, not its neighbours', () => {
    const { codebook } = parseCodebook(change('[nabij,', '["*", nabij, { any: [goed, "..."] },'), 'x.yaml');
    assert.deepEqual(
      codebook?.codes[0]?.indicators.nl.map(({ source }) => source),
      ['nabij', '@actor + help*'],
    );
  });

  it('is told apart from advice', () => {
    const [message] = parseCodebook(change('{ nl: Nabij, en: Near }', '{ nl: Nabij }'), 'x.yaml').messages;
    assert.ok(message && isAdvice(message));
    const [other] = parseCodebook(change('id: far', 'id: Far'), 'x.yaml').messages;
    assert.ok(other && !isAdvice(other));
  });
});

describe('a file that cannot be used at all', () => {
  it('is refused when it was made for a newer version', () => {
    assert.deepEqual(messagesOf(change('codebook@1', 'codebook@2')), [
      '1:9 newerSchema policy-lens/codebook@2 policy-lens/codebook@1',
    ]);
    assert.equal(parseCodebook(change('codebook@1', 'codebook@2'), 'x').codebook, undefined);
  });

  it('is refused when it is broken as YAML, with the place', () => {
    assert.deepEqual(messagesOf('id: a\n\tcodes: 1\n')[0], '2:1 tabIndent');
    assert.match(messagesOf('id: a\ncodes: [x\nversion: 1\n')[0] ?? '', /^3:1 yaml /);
  });

  it('is refused when it is empty, a list, or a text', () => {
    for (const source of ['', '# nothing\n', '- a\n', 'text', '42'])
      assert.match(messagesOf(source).join(), /^1:\d+ notMapping$/m, source);
  });

  it('is refused when it is too large, too deep, or made to swell', function () {
    this.timeout(10_000);
    assert.deepEqual(messagesOf(' '.repeat(600_001)), ['1:1 tooLarge 600001 600000']);
    assert.deepEqual(messagesOf('['.repeat(300_000)), ['1:1 tooDeep']);
    assert.deepEqual(messagesOf('- '.repeat(150_000)), ['1:1 tooDeep']);
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...'bcdefghi'.split('').map((name, index) => {
        const before = 'abcdefgh'.charAt(index);
        return `${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`;
      }),
    ];
    assert.deepEqual(messagesOf(bomb.join('\n')), ['1:1 tooManyAliases']);
  });
});

describe('a codebook in one language', () => {
  it('is told so once', () => {
    const dutch =
      'schema: policy-lens/codebook@1\nid: a\nversion: 1\ntitle: { nl: A }\ncodes:\n  - { id: b, name: { nl: B }, indicators: { nl: [b] } }\n';
    assert.deepEqual(messagesOf(dutch), ['4:1 onlyOneLanguage en']);
  });
});

describe('reading codebook files', () => {
  it('never throws, and gives every message a place in the file', function () {
    this.timeout(20_000);
    const lines = GOOD.split('\n');
    const edit = fc.record({
      line: fc.nat(lines.length - 1),
      at: fc.nat(40),
      cut: fc.nat(6),
      text: fc.string({ maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 4 }), (edits) => {
        const edited = [...lines];
        for (const { line, at, cut, text } of edits) {
          const old = edited[line] ?? '';
          edited[line] = old.slice(0, at) + text + old.slice(at + cut);
        }
        const { messages } = parseCodebook(edited.join('\n'), 'x.yaml');
        for (const { place } of messages) assert.ok(place && place.line >= 1 && place.column >= 1);
      }),
      { numRuns: 80 },
    );
  });

  it('takes keys that are names of what every object has as keys like others', () => {
    const { messages } = parseCodebook(change('source: own work', '__proto__: { x: 1 }\nconstructor: 2'), 'x.yaml');
    assert.deepEqual(
      messages.map(({ key, args }) => [key, args[0]]),
      [
        ['codebook.unknownKey', '__proto__'],
        ['codebook.unknownKey', 'constructor'],
      ],
    );
  });
});
