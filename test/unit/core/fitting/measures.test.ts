import { strict as assert } from 'node:assert';
import { calibrationOf, macroF1, microF1, qualityOf } from '../../../../src/core/fitting/measures.js';
import { type Judged, thresholdsFor } from '../../../../src/core/fitting/thresholds.js';

const verdicts = (right: number, wrong: number, missed: number, rest = 5) => [
  ...Array.from({ length: right }, () => ({ isThere: true, isSuggested: true })),
  ...Array.from({ length: wrong }, () => ({ isThere: false, isSuggested: true })),
  ...Array.from({ length: missed }, () => ({ isThere: true, isSuggested: false })),
  ...Array.from({ length: rest }, () => ({ isThere: false, isSuggested: false })),
];

/** So many sentences with this score, of which so many have the code. */
const judged = (score: number, count: number, right: number): readonly Judged[] =>
  Array.from({ length: count }, (_, index) => ({ score, isThere: index < right, weight: 1 }));

describe('the quality of suggestions', () => {
  it('is precision, recall and their harmonic mean', () => {
    const { precision, recall, f1, labels } = qualityOf(verdicts(6, 2, 4));
    assert.deepEqual([precision, recall, f1.toFixed(3), labels], [0.75, 0.6, '0.667', 10]);
  });

  it('is nil where nothing is suggested or labelled', () => {
    assert.deepEqual(qualityOf(verdicts(0, 0, 0)), {
      right: 0,
      wrong: 0,
      missed: 0,
      precision: 0,
      recall: 0,
      f1: 0,
      labels: 0,
    });
  });

  it('counts codes with few labels in the whole, not in the mean', () => {
    const qualities = [qualityOf(verdicts(20, 0, 0)), qualityOf(verdicts(0, 0, 10))];
    assert.equal(macroF1(qualities), 1);
    assert.equal(microF1(qualities), 0.8);
    assert.equal(macroF1(qualities.slice(1)), undefined);
  });
});

describe('calibration', () => {
  it('is how far promises are off', () => {
    const { bins, error } = calibrationOf([...judged(0.25, 10, 2), ...judged(1, 10, 10)]);
    assert.deepEqual(
      bins.map(({ from, count, observed }) => [from, count, observed]),
      [
        [0.2, 10, 0.2],
        [0.9, 10, 1],
      ],
    );
    assert.ok(Math.abs(error - 0.025) < 1e-9);
  });

  it('of nothing is nothing', () => {
    assert.deepEqual(calibrationOf([]), { bins: [], error: 0 });
  });
});

describe('thresholds', () => {
  const CURVE = [...judged(0.9, 20, 19), ...judged(0.6, 20, 12), ...judged(0.3, 30, 6), ...judged(0.05, 200, 2)];

  it('suggest few that are sure, the best of both, and nearly all', () => {
    const { few, balanced, many } = thresholdsFor(CURVE);
    assert.ok(0.6 < few && few <= 0.9, `few ${few}`);
    assert.ok(0.3 < balanced && balanced <= 0.6, `balanced ${balanced}`);
    assert.ok(0.05 < many && many <= 0.3, `many ${many}`);
  });

  it('of a code with few labels are those of a wider group', () => {
    const wider = { few: 0.8, balanced: 0.6, many: 0.2 };
    assert.deepEqual(thresholdsFor(judged(0.9, 10, 10), wider), wider);
    assert.deepEqual(thresholdsFor(judged(0.9, 10, 10)), { few: 0.7, balanced: 0.5, many: 0.3 });
  });

  it('take the surest tenth where being sure is out of reach', () => {
    const unsure = [...judged(0.8, 10, 6), ...judged(0.5, 90, 45), ...judged(0.1, 100, 5)];
    const { few, balanced } = thresholdsFor(unsure);
    assert.equal(few, 0.8);
    assert.ok(balanced <= 0.5);
  });

  it('do not ask for more than half in vain to miss little', () => {
    const rare = [...judged(0.9, 20, 18), ...judged(0.2, 500, 20)];
    const { many } = thresholdsFor(rare);
    assert.ok(many > 0.2, String(many));
  });
});
