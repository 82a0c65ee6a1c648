import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { type CompileOptions, compileCodebooks } from '../../../../src/core/codebook/compile.js';
import { detectBlock } from '../../../../src/core/detection/detect.js';
import { type CodeExplanation, explainSentence } from '../../../../src/core/detection/explain.js';
import { logit, scoreOf } from '../../../../src/core/detection/logit.js';
import { codebookOf, parsedBlock } from '../codebook/handmade.js';

const BOOK = codebookOf(`
not-here: { nl: ["met andere woorden"] }
codes:
  - id: together
    name: { nl: Samen, en: Together }
    indicators:
      nl:
        - { any: samen, weight: 0.6 }
        - { any: overleg*, weight: 0.4 }
        - { any: dossier, weight: 0.1 }
        - { any: andere, weight: 0.7 }
        - { all: [kennis, deel*], weight: 0.6, within: 3 }
        - { any: netwerk, with: [partners], weight: 0.7 }
        - { any: vrienden, without: [computer], weight: 0.6 }
        - { any: vertrouwen, weight: 0.8 }
    codes:
      - id: coach
        name: { nl: Coach, en: Coach }
        indicators: { nl: [{ any: coach, weight: 0.6 }, { any: begeleid*, weight: 0.3 }] }
      - id: visit
        name: { nl: Bezoek, en: Visit }
        indicators: { nl: [{ any: bezoek, weight: 0.55 }] }
  - id: above
    name: { nl: Boven, en: Above }
    indicators: { nl: [{ any: moet, weight: 0.6 }] }
`);

function explain(text: string, options: CompileOptions = {}): readonly CodeExplanation[] {
  return explainSentence(compileCodebooks([BOOK], options), parsedBlock(text), { text, sentence: 0 });
}

function together(text: string): CodeExplanation {
  const [found] = explain(text).filter(({ codePath }) => codePath === 'test/together');
  if (!found) throw new Error('not explained');
  return found;
}

const WORDS =
  'samen overleg dossier andere kennis delen netwerk partners vrienden vertrouwen coach begeleiden bezoek moet met woorden niet en'.split(
    ' ',
  );

describe('the explanation of a sentence', () => {
  it('tells of every top code, those that are suggested first', () => {
    assert.deepEqual(
      explain('Hij moet.').map(({ codePath, score, isSuggested }) => [codePath, score, isSuggested]),
      [
        ['test/above', 0.6, true],
        ['test/together', 0.2, false],
      ],
    );
  });

  it('says what each indicator adds, with its words, and what the score would be without it', () => {
    const { contributions, score, threshold, base } = together('Samen in overleg.');
    assert.equal(threshold, 0.5);
    assert.ok(Math.abs(base - 0.2) < 1e-9);
    assert.equal(score, 0.8);
    assert.deepEqual(
      contributions.map(({ source, spans, weight, scoreWithout, isDecisive }) => ({
        source,
        spans,
        weight,
        scoreWithout,
        isDecisive,
      })),
      [
        {
          source: 'samen',
          spans: [{ start: 0, end: 5, pattern: 'samen' }],
          weight: 0.6,
          scoreWithout: 0.4,
          isDecisive: true,
        },
        {
          source: 'overleg*',
          spans: [{ start: 9, end: 16, pattern: 'overleg*' }],
          weight: 0.4,
          scoreWithout: 0.6,
          isDecisive: false,
        },
      ],
    );
  });

  it('shows what speaks against the code', () => {
    const { contributions, score } = together('Samen het dossier.');
    assert.equal(score, 0.4);
    const [, against] = contributions;
    assert.equal(against?.source, 'dossier');
    assert.ok((against?.adds ?? 0) < 0 && (against?.points ?? 0) < 0);
    assert.equal(against?.isDecisive, true);
  });

  it('follows a top code with the sub-codes that are suggested in its place, each with its own evidence', () => {
    const [top, sub, other] = explain('Samen met een coach die begeleidt.');
    assert.deepEqual(top?.instead, ['test/together/coach']);
    assert.equal(top?.isSuggested, false);
    assert.equal(sub?.codePath, 'test/together/coach');
    assert.equal(sub?.parent, 'test/together');
    assert.equal(sub?.isSuggested, true);
    assert.deepEqual(
      sub?.contributions.map(({ source, isDecisive }) => [source, isDecisive]),
      [
        ['samen', false],
        ['coach', true],
        ['begeleid*', false],
      ],
    );
    assert.equal(other?.codePath, 'test/above');
  });

  it('is empty for a sentence that is not there, and in languages that are not coded', () => {
    const compiled = compileCodebooks([BOOK]);
    assert.deepEqual(explainSentence(compiled, parsedBlock('Samen.'), { text: 'Samen.', sentence: 3 }), []);
    assert.deepEqual(explainSentence(compiled, parsedBlock('Samen.', 'other'), { text: 'Samen.', sentence: 0 }), []);
  });

  it('adds up, and says what detecting says, for any words', () => {
    const compiled = compileCodebooks([BOOK]);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 }), (words) => {
        const text = `${words.join(' ')}.`;
        const parsed = parsedBlock(text);
        const explained = explainSentence(compiled, parsed, { text, sentence: 0 });
        for (const { base, logOdds, score, contributions } of explained) {
          const sum = contributions.reduce((total, { adds }) => total + adds, logit(base));
          assert.ok(Math.abs(sum - logOdds) < 1e-9);
          assert.equal(scoreOf(logOdds), score);
        }
        const suggested = explained.filter(({ isSuggested }) => isSuggested);
        assert.deepEqual(
          suggested.map(({ codePath, score }) => [codePath, score]).sort(),
          detectBlock(compiled, parsed, text)
            .map(({ codePath, score }) => [codePath, score])
            .sort(),
        );
      }),
    );
  });
});

describe('what nearly spoke for a code', () => {
  const reasonIn = (text: string) => together(text).nearMisses.map(({ source, reason }) => [source, reason]);

  it('lacks one of the patterns that must all be there', () => {
    assert.deepEqual(reasonIn('Wij hebben kennis.'), [['kennis + deel*', { kind: 'missing', patterns: ['deel*'] }]]);
  });

  it('has them too far apart', () => {
    assert.deepEqual(reasonIn('Wij hebben kennis en daar nemen anderen later deel.'), [
      ['kennis + deel*', { kind: 'apart' }],
    ]);
  });

  it('lacks what must stand beside it', () => {
    assert.deepEqual(reasonIn('Een netwerk.'), [['netwerk', { kind: 'with', patterns: ['partners'] }]]);
  });

  it('stands beside what must not be there', () => {
    const found = [{ start: 13, end: 21, pattern: 'computer' }];
    assert.deepEqual(reasonIn('Vrienden, de computer.'), [['vrienden', { kind: 'without', found }]]);
  });

  it('stands in a phrase in which it means something else', () => {
    const found = [{ start: 0, end: 18, pattern: 'met andere woorden' }];
    assert.deepEqual(reasonIn('Met andere woorden, nee.'), [['andere', { kind: 'not-here', found }]]);
  });

  it('is denied', () => {
    assert.deepEqual(reasonIn('Wij hebben geen vertrouwen.'), [['vertrouwen', { kind: 'negated' }]]);
  });

  it('says whether it would have been enough', () => {
    const [miss] = together('Een netwerk.').nearMisses;
    assert.equal(miss?.scoreWith, 0.7);
    assert.equal(miss?.isEnough, true);
    const [needless] = together('Samen in een netwerk.').nearMisses;
    assert.equal(needless?.isEnough, false);
  });
});
