import { strict as assert } from 'node:assert';
import { compileCodebooks } from '../../../../src/core/codebook/compile.js';
import { parseCodebook } from '../../../../src/core/codebook/parseCodebook.js';
import { byHash, bySource, scoreUnseen } from '../../../../src/core/fitting/crossValidate.js';
import { exampleOf, judge, type Labelled, type Problem, problemsOf } from '../../../../src/core/fitting/example.js';
import { fitCodes, judgeUnseen, priorOf } from '../../../../src/core/fitting/fit.js';
import { fitWeights } from '../../../../src/core/fitting/fitWeights.js';
import { writeFitted } from '../../../../src/core/fitting/writeFitted.js';
import { parsedBlock } from '../codebook/handmade.js';

const SOURCE = `schema: policy-lens/codebook@1
id: test
version: 1
title: { nl: Proef, en: Trial }
codes:
  - id: it
    name: { nl: Het, en: It }
    indicators:
      # what is looked for
      nl: [goed, { any: slecht, weight: 0.6 }, { any: nooit, weight: 0.3 }]
      en: [good]
`;

/** So many sentences with these words, of which so many have the code. */
function sentences(words: string, count: number, right: number): readonly Labelled[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `${words} ${index}`,
    language: 'nl',
    source: index % 2 === 0 ? 'letters' : 'plans',
    text: `Dit is ${words}.`,
    codes: index < right ? ['it'] : [],
    weight: 1,
  }));
}

const LABELLED = [
  ...sentences('goed', 40, 36),
  ...sentences('slecht', 40, 4),
  ...sentences('goed en slecht', 10, 7),
  ...sentences('stil', 100, 3),
];

function read(source: string) {
  const { codebook, messages } = parseCodebook(source, 'test.yaml');
  if (!codebook || messages.some(({ key }) => !/anguage$/.test(key))) throw new Error(JSON.stringify(messages));
  const compiled = compileCodebooks([codebook]);
  const index = compiled.index('nl');
  if (!index) throw new Error('no index');
  const examples = LABELLED.map((each) => exampleOf(compiled, each, parsedBlock(each.text)));
  return { codebook, compiled, index, problems: problemsOf(index, 'nl', examples) };
}

const { index, problems } = read(SOURCE);
const [PROBLEM] = problems as readonly [Problem];
const indexOf = () => index;

describe('fitting weights', () => {
  it('takes them from the author to what labels show, and the more so the freer the prior', () => {
    const [tight, free] = [0.25, 3].map((spread) => fitWeights(PROBLEM, priorOf(index, spread)));
    const good = [tight, free].map((fitted) => fitted?.weights.get(0) ?? 0);
    const bad = [tight, free].map((fitted) => fitted?.weights.get(1) ?? 0);
    assert.ok(0.6 < (good[0] ?? 0) && (good[0] ?? 0) < (good[1] ?? 0) && (good[1] ?? 0) < 0.95, String(good));
    assert.ok(0.6 > (bad[0] ?? 0) && (bad[0] ?? 0) > (bad[1] ?? 0), String(bad));
    assert.ok((free?.base ?? 0) > 0.02 && (free?.base ?? 1) < 0.06, String(free?.base));
  });

  it('leaves indicators that never fire to their author', () => {
    assert.deepEqual([...fitWeights(PROBLEM, priorOf(index, 1)).weights.keys()], [0, 1]);
  });

  it('lets a sentence of double weight count as two', () => {
    const twice = { ...PROBLEM, examples: [...PROBLEM.examples, ...PROBLEM.examples] };
    const heavy = PROBLEM.examples.map(({ labelled, fired }) => ({ labelled: { ...labelled, weight: 2 }, fired }));
    const [a, b] = [twice, { ...PROBLEM, examples: heavy }].map((each) => fitWeights(each, priorOf(index, 1)));
    assert.ok(Math.abs((a?.weights.get(0) ?? 0) - (b?.weights.get(0) ?? 1)) < 1e-6);
  });

  it('gives the same digits again', () => {
    assert.deepEqual(fitWeights(PROBLEM, priorOf(index, 1)), fitWeights(PROBLEM, priorOf(index, 1)));
  });
});

describe('cross-validation', () => {
  it('scores each sentence by the others alone', () => {
    // With its source left out, nothing is known of a word that only that source has.
    const examples = PROBLEM.examples.map((each) => {
      const isGood = each.fired.includes(0);
      return { ...each, labelled: { ...each.labelled, source: isGood ? 'good' : 'rest' } };
    });
    const judged = scoreUnseen({ ...PROBLEM, examples }, priorOf(index, 3), bySource);
    assert.equal(judged[0]?.score, 0.6);
  });

  it('parts sentences by their ids, evenly and always alike', () => {
    const folds = PROBLEM.examples.map(byHash);
    assert.equal(new Set(folds).size, 5);
    assert.deepEqual(folds, PROBLEM.examples.map(byHash));
  });

  it('gives a verdict for each sentence with thresholds from elsewhere', () => {
    const [judged] = judgeUnseen(problems, { spread: 1, indexOf, foldOf: byHash });
    assert.equal(judged?.length, LABELLED.length);
    assert.equal(judged?.[0]?.isSuggested, true);
    assert.equal(judged?.at(-1)?.isSuggested, false);
  });
});

describe('what was fitted, in the file', () => {
  const fitOf = (source: string): string => {
    const { codebook, index: own, problems: ours } = read(source);
    const [fitted] = fitCodes(ours, { spread: 1, indexOf: () => own });
    const weights = new Map(
      [...(fitted?.weights ?? [])].map(([number, weight]) => [own.indicators[number]?.written, weight]),
    );
    return writeFitted(source, codebook, {
      weightOf: (indicator) => weights.get(indicator),
      scoringOf: (_, language) => (language === 'nl' ? fitted?.scoring : undefined),
    });
  };
  const once = fitOf(SOURCE);

  it('stands beside the weights of the author, who keeps comments and layout', () => {
    assert.match(
      once,
      /^ {6}nl: \[\{ any: goed, fitted: 0\.\d+ \}, \{ any: slecht, weight: 0\.6, fitted: 0\.\d+ \}, \{ any: nooit, weight: 0\.3 \}\]$/m,
    );
    assert.match(once, /^ {4}scoring: \{ nl: \{ base: 0\.\d+, few: 0\.\d+, balanced: 0\.\d+, many: 0\.\d+ \} \}$/m);
    assert.ok(once.includes('      # what is looked for\n') && once.includes('      en: [good]\n'));
  });

  it('is the same when fitted again', () => {
    assert.equal(fitOf(once), once);
  });

  it('is what counts from then on', () => {
    const { compiled, problems: ours } = read(once);
    const [problem] = ours as readonly [Problem];
    const judged = judge(compiled, problem);
    assert.ok((judged[0]?.score ?? 0) > 0.75);
    assert.equal(judged[0]?.hasEvidence, true);
    assert.equal(judged.at(-1)?.hasEvidence, false);
  });
});
