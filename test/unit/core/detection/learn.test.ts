import { strict as assert } from 'node:assert';
import { type Lesson, learn } from '../../../../src/core/detection/learn.js';

/** Log-odds of 0.6. */
const PROBABLE = 0.405;

function lesson(isRight: boolean, given: Partial<Lesson> = {}): Lesson {
  return { isRight, weight: 1, before: PROBABLE, indicators: ['i'], words: [], ...given };
}

function times<T>(count: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** 0..1 of a passage in which the indicator fires, after learning. */
function likelyAfter(lessons: readonly Lesson[]): number {
  const { base, indicators } = learn(lessons);
  return 1 / (1 + Math.exp(-(PROBABLE + base + (indicators.get('i') ?? 0))));
}

describe('learning from decisions', () => {
  it('learns nothing from nothing', () => {
    assert.deepEqual(learn([]), { base: 0, indicators: new Map(), words: new Map(), right: 0, wrong: 0 });
  });

  it('lowers an indicator that was rejected and raises one that was confirmed', () => {
    assert.ok(likelyAfter(times(4, () => lesson(false))) < 0.6);
    assert.ok(likelyAfter(times(4, () => lesson(true))) > 0.6);
  });

  it('is not overturned by five clicks, but by thirty', () => {
    assert.ok(likelyAfter(times(5, () => lesson(false))) > 0.3);
    assert.ok(likelyAfter(times(30, () => lesson(false))) < 0.2);
  });

  it('moves the indicator that is wrong rather than the one that stands beside it', () => {
    const lessons = [
      ...times(20, () => lesson(false, { indicators: ['doubtful'] })),
      ...times(20, () => lesson(true, { indicators: ['sound', 'doubtful'] })),
      ...times(20, () => lesson(true, { indicators: ['sound'] })),
    ];
    const { indicators } = learn(lessons);
    assert.ok((indicators.get('doubtful') ?? 0) < -0.4);
    assert.ok((indicators.get('sound') ?? 0) > 0.2);
  });

  it('lets in a word that goes with the code, and keeps out one that goes with everything', () => {
    const lessons = times(24, (index) =>
      lesson(index % 2 === 0, { words: index % 2 === 0 ? ['proeftuin', 'ook'] : ['ook'] }),
    );
    const { words } = learn(lessons);
    assert.deepEqual([...words.keys()], ['proeftuin']);
    assert.ok((words.get('proeftuin') ?? 0) > 0.5);
  });

  it('does not let in a word that was seen three times', () => {
    const lessons = times(12, (index) => lesson(index < 3, { words: index < 3 ? ['proeftuin'] : [] }));
    assert.equal(learn(lessons).words.size, 0);
  });

  it('counts passages that only hint less than decisions', () => {
    const hints = learn(times(10, () => lesson(false, { weight: 0.3 })));
    const decisions = learn(times(10, () => lesson(false)));
    assert.ok((hints.indicators.get('i') ?? 0) > (decisions.indicators.get('i') ?? 0));
    assert.deepEqual([hints.right, hints.wrong, decisions.wrong], [0, 0, 10]);
  });

  it('comes to the same digits from the same decisions', () => {
    const lessons = times(40, (index) => lesson(index % 3 === 0, { words: [`w${index % 4}`] }));
    assert.deepEqual(learn(lessons), learn(lessons));
  });
});
