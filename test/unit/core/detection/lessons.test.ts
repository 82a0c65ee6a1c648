import { strict as assert } from 'node:assert';
import { compileCodebooks } from '../../../../src/core/codebook/compile.js';
import { detectBlock } from '../../../../src/core/detection/detect.js';
import { type DecidedPassage, learnFrom, overlayOf } from '../../../../src/core/detection/lessons.js';
import { codebookOf, parsedBlock } from '../codebook/handmade.js';

const BOOK = codebookOf(`
codes:
  - id: together
    name: { nl: Samen, en: Together }
    indicators: { nl: [{ any: samen, weight: 0.6 }, { any: netwerk, weight: 0.6 }] }
    codes:
      - id: coach
        name: { nl: Coach, en: Coach }
        indicators: { nl: [{ any: coach, weight: 0.6 }] }
  - id: above
    name: { nl: Boven, en: Above }
    indicators: { nl: [{ any: moet, weight: 0.6 }] }
`);

const COMPILED = compileCodebooks([BOOK]);

interface Given {
  readonly right?: readonly string[];
  readonly wrong?: readonly string[];
}

function passage(text: string, { right = [], wrong = [] }: Given): DecidedPassage {
  return { text, parsed: parsedBlock(text), right: new Set(right), wrong: new Set(wrong) };
}

function times(count: number, text: string, given: Given): readonly DecidedPassage[] {
  return Array.from({ length: count }, () => passage(text, given));
}

/** What is suggested for a text after learning, with the score. */
function suggested(text: string, passages: readonly DecidedPassage[]): readonly (readonly [string, number])[] {
  const overlay = overlayOf(learnFrom(COMPILED, passages));
  return detectBlock(COMPILED.scored({ overlay }), parsedBlock(text), text).map(({ codePath, score }) => [
    codePath,
    score,
  ]);
}

describe('learning from decided passages', () => {
  it('stops suggesting on a word that was rejected time and again, and goes on with another', () => {
    const rejected = times(12, 'De hengelaars zitten aan een netwerk van sloten.', { wrong: ['test/together'] });
    assert.deepEqual(suggested('Er is een netwerk.', rejected), []);
    assert.equal(suggested('Wij gaan samen op pad.', rejected)[0]?.[0], 'test/together');
  });

  it('finds a passage by a word that no indicator names, once people have coded passages with it', () => {
    const coded = [
      ...times(12, 'In de proeftuin zitten alle buren aan een tafel.', { right: ['test/together'] }),
      ...times(12, 'Er stond regen op de ramen van het kantoor.', { right: ['test/above'] }),
    ];
    assert.deepEqual(suggested('De proeftuin en de buren aan tafel.', []), []);
    assert.equal(suggested('De proeftuin en de buren aan tafel.', coded)[0]?.[0], 'test/together');
  });

  it('takes a confirmed sub-code for its code', () => {
    const [learned] = learnFrom(COMPILED, times(6, 'Een coach kwam langs.', { right: ['test/together'] }));
    assert.equal(learned?.codePath, 'test/together');
    assert.deepEqual([learned?.right, learned?.wrong], [6, 0]);
    assert.equal(learned?.indicators.size, 1);
  });

  it('learns nothing about a code on which nobody decided', () => {
    const codes = learnFrom(COMPILED, times(3, 'Wij gaan samen op pad.', { right: ['test/together'] }));
    assert.deepEqual(
      codes.map(({ codePath }) => codePath),
      ['test/together'],
    );
  });

  it('leaves alone what is in a language that codebooks do not know', () => {
    const text = 'Samen';
    const parsed = { ...parsedBlock(text), language: 'other' } as const;
    assert.deepEqual(learnFrom(COMPILED, [{ text, parsed, right: new Set(['test/together']), wrong: new Set() }]), []);
  });

  it('takes, of a passage of several sentences, the one that the code is most likely about', () => {
    const long = 'De vergadering begon om tien uur. Wij gaan samen op pad.';
    const [learned] = learnFrom(COMPILED, times(8, long, { right: ['test/together'] }));
    assert.equal(learned?.indicators.size, 1);
    assert.equal(learned?.words.has('vergadering'), false);
  });
});
