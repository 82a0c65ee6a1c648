import { strict as assert } from 'node:assert';
import { finished } from '../../../../../src/core/annotation/placing/finished.js';
import { placeTargets } from '../../../../../src/core/annotation/placing/placeTargets.js';
import { targetOf } from '../../../../../src/core/annotation/target.js';
import { Score } from '../../../../bench/anchoringScore.js';
import { policyProse } from '../../../../bench/corpus.js';
import { makeEditScript, makePassages, repeatingText } from '../../../../support/editScripts.js';

const SEEDS = [11, 12, 13];
const LENGTH = 40_000;

interface Wish {
  readonly rate: number;
  readonly hasBefore: boolean;
  readonly isRepeating?: boolean;
}

/** What became of the passages of some generated texts. */
function scoreOf({ rate, hasBefore, isRepeating = false }: Wish): Score {
  const score = new Score();
  for (const seed of SEEDS) {
    const donor = policyProse(seed + 100, LENGTH, 'en');
    const prose = policyProse(seed, LENGTH);
    const text = isRepeating ? repeatingText(prose, donor, seed) : prose;
    const script = makeEditScript({ text, seed, rate, donor });
    const passages = makePassages(text, text.length / 400, seed);
    const targets = passages.map((passage) => targetOf(text, passage));
    const places = finished(placeTargets({ targets, text: script.text, before: hasBefore ? text : undefined }));
    passages.forEach((passage, index) => {
      const place = places[index];
      if (place) score.add(script.placeOf(passage), place);
    });
  }
  return score;
}

interface Limits {
  /** Shares, 0..1. */
  readonly right: number;
  readonly wrong: number;
  readonly orphaned: number;
}

function check(wish: Wish, { right, wrong, orphaned }: Limits): void {
  const score = scoreOf(wish);
  const told = JSON.stringify(score);
  assert.ok(score.kept > 200, told);
  assert.ok(score.right >= right * score.kept, told);
  assert.ok(score.wrong <= wrong * score.kept, told);
  assert.ok(score.deletedOrphaned >= orphaned * score.deleted, told);
}

// The sentences of these texts are made of few parts: most of what a short quotation says stands in many places.
describe('passages after random edits whose truth is known', function () {
  this.timeout(60_000);

  it('follow their words with the old text, 5 % edited', () => {
    check({ rate: 0.05, hasBefore: true }, { right: 0.99, wrong: 0.008, orphaned: 0.9 });
  });

  it('follow their words with the old text, 20 % edited', () => {
    check({ rate: 0.2, hasBefore: true }, { right: 0.98, wrong: 0.01, orphaned: 0.9 });
  });

  it('follow their words with the old text where most of them stand twice', () => {
    check({ rate: 0.05, hasBefore: true, isRepeating: true }, { right: 0.99, wrong: 0.006, orphaned: 0.9 });
  });

  it('are found again without the old text, 5 % edited', () => {
    check({ rate: 0.05, hasBefore: false }, { right: 0.96, wrong: 0.02, orphaned: 0.4 });
  });

  it('are found again without the old text, 20 % edited', () => {
    check({ rate: 0.2, hasBefore: false }, { right: 0.92, wrong: 0.05, orphaned: 0.4 });
  });

  it('are found again without the old text where most of them stand twice, or not at all', () => {
    check({ rate: 0.05, hasBefore: false, isRepeating: true }, { right: 0.86, wrong: 0.05, orphaned: 0.5 });
  });

  it('say nothing else with the old text of what was not edited', () => {
    const text = policyProse(3, 20_000);
    const targets = makePassages(text, 40, 3).map((passage) => targetOf(text, passage));
    const places = finished(placeTargets({ targets, text: `Vooraf.\n\n${text}`, before: text }));
    assert.ok(places.every(({ state }) => state === 'moved'));
    assert.deepEqual(
      places.map(({ span }) => span?.start),
      targets.map(({ start }) => start + 9),
    );
  });
});
