import { strict as assert } from 'node:assert';
import { compileCodebooks } from '../../../../src/core/codebook/compile.js';
import { detectBlock } from '../../../../src/core/detection/detect.js';
import { logit } from '../../../../src/core/detection/logit.js';
import type { Overlay } from '../../../../src/core/detection/scoring.js';
import { codebookOf, codeWith, detect, parsedBlock } from '../codebook/handmade.js';

const SET = codebookOf(`
codes:
  - id: it
    name: { nl: Het, en: It }
    scoring: { nl: { base: 0.05, few: 0.8, balanced: 0.4, many: 0.1 } }
    indicators:
      nl: [{ any: sterk, weight: 0.6, fitted: 0.9 }, { any: middel, weight: 0.5 }, { any: zwak, weight: 0.2 }]
      en: [strong]
    codes:
      - id: kind
        name: { nl: Soort, en: Kind }
        indicators: { nl: [{ any: soort, weight: 0.45 }, { any: ras, weight: 0.6 }], en: [kind] }
`);

function scores(text: string, options = {}): readonly (readonly [string, number])[] {
  return detect(SET, text, options).map(({ codePath, score }) => [codePath, score] as const);
}

describe('weights and thresholds of a codebook', () => {
  it('are the fitted ones where there are', () => {
    assert.deepEqual(scores('Dat is sterk.'), [['test/it', 0.9]]);
    assert.deepEqual(scores('Dat is middel.'), [['test/it', 0.5]]);
  });

  it('make what is above the base speak for the code, and thresholds count by the setting', () => {
    assert.deepEqual(scores('Dat is zwak.'), []);
    assert.deepEqual(scores('Dat is zwak.', { sensitivity: 'many' }), [['test/it', 0.2]]);
    assert.deepEqual(scores('Dat is middel.', { sensitivity: 'few' }), []);
    assert.deepEqual(scores('Dat is sterk.', { sensitivity: 'few' }), [['test/it', 0.9]]);
  });

  it('give way to one threshold for all that is asked for', () => {
    assert.deepEqual(scores('Dat is middel.', { minScore: 0.51, sensitivity: 'many' }), []);
    assert.deepEqual(scores('Dat is zwak.', { minScore: 0.2 }), [['test/it', 0.2]]);
  });

  it('hold for sub-codes too, which are named where their own evidence would be enough', () => {
    assert.deepEqual(scores('Een soort.'), [['test/it/kind', 0.45]]);
    assert.deepEqual(scores('Een soort.', { minScore: 0.5 }), []);
    assert.deepEqual(scores('Een soort is middel.', { minScore: 0.5 }), [['test/it', 0.9396]]);
  });

  it('let a sub-code be named that is more likely than not, where the code has to be surer', () => {
    assert.deepEqual(scores('Een middel ras.', { sensitivity: 'few' }), [['test/it/kind', 0.9661]]);
  });

  it('are those of other languages only there', () => {
    assert.deepEqual(scores('That is strong.', { language: 'en' }), [['test/it', 0.6]]);
  });
});

describe('codebooks that are scored otherwise', () => {
  const text = 'Dat is zwak.';
  const compiled = compileCodebooks([SET]);

  it('share what was compiled', () => {
    const many = compiled.scored({ sensitivity: 'many' });
    assert.equal(many.index('nl'), compiled.index('nl'));
    assert.equal(detectBlock(many, parsedBlock(text), text).length, 1);
    assert.equal(detectBlock(compiled, parsedBlock(text), text).length, 0);
  });
});

describe('what was learned', () => {
  const idOf = (pattern: string): string =>
    compileCodebooks([SET])
      .index('nl')
      ?.indicators.find(({ written }) => written.source === pattern)?.id ?? '';

  const withLearned = (overlay: Overlay, text: string) => detect(SET, text, { overlay });

  it('adds to an indicator, by its id', () => {
    const id = idOf('zwak');
    const [found] = withLearned({ adds: (each) => (each === id ? logit(0.7) - logit(0.2) : 0) }, 'Dat is zwak.');
    assert.equal(found?.score, 0.7);
    assert.ok(Math.abs((found?.evidence[0]?.adds ?? 0) - (logit(0.7) - logit(0.05))) < 1e-9);
  });

  it('adds to the base of a code in a language', () => {
    const base = (codePath: string, language: string): number => (`${codePath} ${language}` === 'test/it nl' ? -5 : 0);
    assert.deepEqual(withLearned({ adds: () => 0, base }, 'Dat is sterk.'), []);
    assert.equal(withLearned({ adds: () => 0, base: () => 0 }, 'Dat is sterk.').length, 1);
  });

  it('lets words in that no indicator names, each once', () => {
    const words = () => new Map([['kern', [{ codePath: 'test/it', adds: logit(0.6) - logit(0.05) }]]]);
    const [found] = withLearned({ adds: () => 0, words }, 'De kern van de kern.');
    assert.equal(found?.score, 0.6);
    assert.deepEqual(
      found?.evidence.map(({ start, end, indicator }) => [start, end, indicator]),
      [[3, 7, 'kern']],
    );
  });

  it('leaves out words for codes that are not looked for', () => {
    const words = () => new Map([['kern', [{ codePath: 'test/gone', adds: 9 }]]]);
    assert.deepEqual(withLearned({ adds: () => 0, words }, 'De kern.'), []);
  });
});

describe('the id of an indicator', () => {
  const idIn = (indicators: string): string | undefined =>
    compileCodebooks([codeWith(indicators)]).index('nl')?.indicators[0]?.id;

  it('is the same whatever it weighs and whatever follows it', () => {
    assert.equal(idIn('[coach]'), idIn('[{ any: coach, weight: 0.2, fitted: 0.3 }, gezant]'));
  });

  it('is another for what finds something else', () => {
    const ids = ['[coach]', '[coach*]', '[{ any: coach, with: dorp }]', '[{ any: coach, without: dorp }]'].map(idIn);
    assert.equal(new Set(ids).size, 4);
  });
});
