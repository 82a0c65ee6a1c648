import { strict as assert } from 'node:assert';
import { compileCodebooks } from '../../../../src/core/codebook/compile.js';
import { detectBlock } from '../../../../src/core/detection/detect.js';
import { logit } from '../../../../src/core/detection/logit.js';
import { codebookOf, codesIn, codeWith, detect, parsedBlock } from '../codebook/handmade.js';

const WORDS = ['een', 'twee', 'drie'];

const TREE = codebookOf(`
codes:
  - id: parent
    name: { nl: Ouder, en: Parent }
    indicators: { nl: [ouder, { any: zwak, weight: 0.3 }], en: [parent] }
    codes:
      - id: first
        name: { nl: Eerste, en: First }
        indicators: { nl: [eerste, { any: vaag, weight: 0.34 }], en: [first] }
      - id: second
        name: { nl: Tweede, en: Second }
        indicators: { nl: [tweede, { any: vager, weight: 0.34 }], en: [second] }
  - id: hidden
    name: { nl: Verborgen, en: Hidden }
    default: off
    indicators: { nl: [verborgen], en: [hidden] }
    codes:
      - id: sub
        name: { nl: Daaronder, en: Below }
        indicators: { nl: [daaronder], en: [below] }
`);

describe('a suggestion', () => {
  it('covers its sentence, and says which code, codebook, language and sentence', () => {
    const text = 'Niets hier. De ouder komt.';
    const [suggestion] = detect(TREE, text);
    const id = compileCodebooks([TREE]).index('nl')?.indicators[0]?.id ?? '';
    assert.deepEqual(suggestion, {
      start: 12,
      end: 26,
      codePath: 'test/parent',
      score: 0.6,
      evidence: [{ start: 15, end: 20, indicator: 'ouder', id, weight: 0.6, adds: logit(0.6) - logit(0.2) }],
      language: 'nl',
      codebook: 'test@1',
      sentence: 1,
      derived: undefined,
    });
  });

  it('is made in the language of the text alone', () => {
    assert.deepEqual(codesIn(TREE, 'De parent komt.'), []);
    assert.deepEqual(codesIn(TREE, 'The parent comes.', { language: 'en' }), ['test/parent']);
    assert.deepEqual(codesIn(TREE, 'De ouder komt.', { language: 'other' }), []);
  });

  it('needs a score of one half, or what is asked', () => {
    assert.deepEqual(codesIn(TREE, 'Een zwak punt.'), []);
    assert.deepEqual(codesIn(TREE, 'Een zwak punt.', { minScore: 0.3 }), ['test/parent']);
    assert.deepEqual(codesIn(TREE, 'De ouder komt.', { minScore: 0.61 }), []);
  });

  it('keeps several codebooks apart', () => {
    const compiled = compileCodebooks([TREE, { ...codeWith('[ouder]'), id: 'other', version: 3 }]);
    const text = 'De ouder komt.';
    assert.deepEqual(
      detectBlock(compiled, parsedBlock(text), text).map(({ codebook }) => codebook),
      ['test@1', 'other@3'],
    );
  });
});

describe('compiling', () => {
  it('can be done in steps, after which nothing is left to do', () => {
    const compiled = compileCodebooks([TREE]);
    const steps = [...compiled.prepare('nl')];
    assert.ok(steps.length > 3);
    const index = compiled.index('nl');
    assert.deepEqual([...compiled.prepare('nl')], []);
    assert.equal(compiled.index('nl'), index);
    assert.deepEqual(index, compileCodebooks([TREE]).index('nl'));
  });

  it('goes on undisturbed when the index is needed in the middle of it', () => {
    const compiled = compileCodebooks([TREE]);
    const preparing = compiled.prepare('nl');
    preparing.next();
    const index = compiled.index('nl');
    for (const _ of preparing);
    assert.equal(compiled.index('nl'), index);
  });

  it('has nothing for languages that codebooks do not know', () => {
    assert.equal(compileCodebooks([TREE]).index('other'), undefined);
  });
});

describe('the score', () => {
  const scoreWith = (...weights: readonly number[]): number | undefined => {
    const indicators = weights.map((weight, index) => `{ any: ${WORDS[index]}, weight: ${weight} }`);
    return detect(codeWith(`[${indicators.join(', ')}]`), `${WORDS.join(' ')}.`, { minScore: 0 })[0]?.score;
  };

  it('is the weight where one thing speaks for the code', () => {
    assert.equal(scoreWith(0.6), 0.6);
    assert.equal(scoreWith(0.3), 0.3);
  });

  it('grows with every reason, and never becomes certain', () => {
    assert.equal(scoreWith(0.6, 0.5), 0.8571);
    assert.equal(scoreWith(0.4, 0.4), 0.64);
    const all = scoreWith(1, 1, 1) ?? 0;
    assert.ok(all > 0.9999 && all <= 1);
  });

  it('is lowered by what speaks against the code', () => {
    assert.equal(scoreWith(0.6, 0.1), 0.4);
    assert.equal(scoreWith(0.6, 0.2), 0.6);
  });

  it('is not made by what speaks against the code alone', () => {
    assert.equal(scoreWith(0.1), undefined);
  });

  it('counts an indicator once, however often its words occur', () => {
    assert.equal(detect(TREE, 'Ouder na ouder.')[0]?.score, 0.6);
  });

  it('counts one of several patterns once, and shows each of them', () => {
    const [suggestion] = detect(codeWith('[{ any: [samen, gelijk*], weight: 0.6 }]'), 'Samen en gelijkwaardig.');
    assert.equal(suggestion?.score, 0.6);
    assert.deepEqual(
      suggestion?.evidence.map(({ indicator }) => indicator),
      ['samen', 'gelijk*'],
    );
  });
});

describe('a code and its sub-codes', () => {
  it('give the sub-code alone, the surer for what speaks for its code', () => {
    const suggestions = detect(TREE, 'De ouder van de eerste.');
    assert.deepEqual(
      suggestions.map(({ codePath, score }) => [codePath, score]),
      [['test/parent/first', 0.9]],
    );
    assert.equal(suggestions[0]?.evidence.length, 2);
  });

  it('give each sub-code that has evidence', () => {
    assert.deepEqual(codesIn(TREE, 'De eerste en de tweede.'), ['test/parent/first', 'test/parent/second']);
  });

  it('give the code where several sub-codes are each too weak', () => {
    const suggestions = detect(TREE, 'Dit is vaag en nog vager.');
    assert.deepEqual(
      suggestions.map(({ codePath, score }) => [codePath, score]),
      [['test/parent', 0.5149]],
    );
  });

  it('leave a weak sub-code out of it where another sub-code is certain', () => {
    assert.deepEqual(codesIn(TREE, 'De eerste is vager.'), ['test/parent/first']);
  });
});

describe('a code that is off by default', () => {
  it('is not looked for, nor are its sub-codes', () => {
    assert.deepEqual(codesIn(TREE, 'Verborgen en daaronder.'), []);
  });

  it('is looked for with its sub-codes once it is enabled', () => {
    assert.deepEqual(codesIn(TREE, 'Verborgen. Daaronder.', { enabled: new Set(['test/hidden']) }), [
      'test/hidden',
      'test/hidden/sub',
    ]);
  });

  it('stays off when only a sub-code is enabled', () => {
    assert.deepEqual(codesIn(TREE, 'Verborgen. Daaronder.', { enabled: new Set(['test/hidden/sub']) }), [
      'test/hidden/sub',
    ]);
  });
});

describe('capitals', () => {
  it('are read from the text also where folding took a line break out of the word', () => {
    const codebook = codeWith('[{ any: PARTNERKRING, case: exact }]');
    const text = 'De PARTNER-\nKRING komt.';
    const words = [{ start: 3, end: 17, folded: 'partnerkring' }];
    const parsed = { language: 'nl' as const, sentences: [{ start: 0, end: text.length, words, breaks: [] }] };
    assert.equal(detectBlock(compileCodebooks([codebook]), parsed, text).length, 1);
    assert.equal(detectBlock(compileCodebooks([codebook]), parsed, text.toLowerCase()).length, 0);
  });
});
