import { strict as assert } from 'node:assert';
import type { Coding } from '../../../../src/core/analysis/coding.js';
import {
  countWaiting,
  isWaiting,
  MANY_MOVED,
  placesToReview,
  waitingLeaves,
} from '../../../../src/core/analysis/placesToReview.js';
import { changesBetween } from '../../../../src/core/analysis/treeDiff.js';
import type { AnchorState, Annotation, Target } from '../../../../src/core/annotation/annotation.js';
import { coded, coding, drawn } from './samples.js';

/** An own annotation with one code; `parts` of the coding, `target` of its annotation. */
function decided(id: string, state: AnchorState, parts: Partial<Coding> = {}, target: Partial<Target> = {}): Coding {
  const annotation: Annotation = {
    ...{ id, codes: ['interventions/relational'], status: 'confirmed', memo: '', origin: { kind: 'manual' } },
    ...{ created: '', modified: '' },
    target: { start: 0, end: 10, quote: `quote ${id}`, prefix: '', suffix: '', ...target },
  };
  const isPlaced = state !== 'orphan' && state !== 'ambiguous';
  return coding(id, {
    ...{ status: 'confirmed', coder: 'me', origin: 'manual', state, annotation },
    ...{ span: isPlaced ? { start: 0, end: 10 } : undefined },
    ...parts,
  });
}

const theirs = { coder: 'you', editable: false } as const;

describe('places to review', () => {
  it('are all annotations that do not lie where they were, what needs a choice first', () => {
    const { roots } = placesToReview([
      coded('a.txt', [
        decided('moved', 'moved'),
        decided('anchored', 'anchored'),
        coding('suggested'),
        decided('changed', 'changed'),
        decided('orphan', 'orphan'),
        decided('ambiguous', 'ambiguous'),
      ]),
    ]);
    assert.deepEqual(drawn(roots), ['a.txt (4)', '  ambiguous', '  orphan', '  changed', '  moved']);
  });

  it('are in the order of the text where they need the same', () => {
    const at = (start: number) => ({ span: { start, end: start + 10 } });
    const { roots } = placesToReview([
      coded('a.txt', [
        decided('c', 'moved', at(40)),
        decided('b', 'moved', at(20)),
        decided('lost later', 'orphan', {}, { start: 90, end: 95 }),
        decided('lost', 'orphan', {}, { start: 30, end: 35 }),
      ]),
    ]);
    assert.deepEqual(drawn(roots), ['a.txt (4)', '  lost', '  lost later', '  b', '  c']);
  });

  it('are one row for an annotation with several codes', () => {
    const twice = decided('a', 'changed');
    const { roots } = placesToReview([coded('a.txt', [twice, { ...twice, id: 'a:2', codePath: 'x/y' }])]);
    assert.deepEqual(drawn(roots), ['a.txt (1)', '  a']);
  });

  it('show those of others after one’s own, and count one’s own', () => {
    const outline = placesToReview([
      coded('a.txt', [decided('x', 'orphan', theirs)]),
      coded('b10.txt', [decided('y', 'changed', theirs), decided('mine', 'moved')]),
      coded('b9.txt', [decided('mine too', 'moved')]),
    ]);
    const expected = ['b9.txt (1)', '  mine too', 'b10.txt (2)', '  mine', '  y', 'a.txt (1)', '  x'];
    assert.deepEqual(drawn(outline.roots), expected);
    assert.equal(countWaiting(outline), 2);
    assert.equal(waitingLeaves(outline.roots).length, 4);
  });

  it('tell two coders apart who have the same ids', () => {
    const { roots } = placesToReview([coded('a.txt', [decided('a', 'moved'), decided('a', 'moved', theirs)])]);
    assert.deepEqual(drawn(roots), ['a.txt (2)', '  a', '  a']);
    assert.equal(new Set(waitingLeaves(roots).map(({ id }) => id)).size, 2);
  });

  it('list what is kept without a place at the end, where nobody waits for it', () => {
    const outline = placesToReview([
      coded('a.txt', [decided('kept', 'orphan', {}, { kept: true })]),
      coded('b.txt', [decided('lost', 'orphan')]),
    ]);
    assert.deepEqual(drawn(outline.roots), ['b.txt (1)', '  lost', 'kept (1)', '  kept']);
    assert.equal(countWaiting(outline), 1);
    assert.deepEqual(
      waitingLeaves(outline.roots).map(({ coding: { id } }) => id),
      ['lost'],
    );
  });

  it('gather many that were only moved, so that the others are not lost among them', () => {
    const many = Array.from({ length: MANY_MOVED }, (_, index) => decided(`m${index}`, 'moved'));
    const all = [decided('lost', 'orphan'), ...many, decided('x', 'moved', theirs)];
    const outline = placesToReview([coded('a.txt', all)]);
    const rows = drawn(outline.roots);
    assert.deepEqual(rows.slice(0, 4), [`a.txt (${all.length})`, '  lost', `  moved (${MANY_MOVED})`, '    m0']);
    assert.equal(rows.at(-1), '  x');
    assert.equal(countWaiting(outline), MANY_MOVED + 1);
    assert.ok(!drawn(placesToReview([coded('a.txt', many.slice(1))]).roots).includes('  moved (4)'));
    // Where there is nothing else, the document is the group.
    assert.equal(drawn(placesToReview([coded('a.txt', many)]).roots)[1], '  m0');
  });

  it('are again what was kept and is found, since it may lie wrong', () => {
    assert.ok(isWaiting(decided('a', 'moved', {}, { kept: true })));
  });

  it('leave out rejections that have no place, which hold nothing back', () => {
    const rejected = { status: 'rejected' } as const;
    const codings = [
      decided('a', 'orphan', rejected),
      decided('b', 'ambiguous', rejected),
      decided('c', 'moved', rejected),
    ];
    assert.deepEqual(drawn(placesToReview([coded('a.txt', codings)]).roots), ['a.txt (1)', '  c']);
  });
});

describe('changes in the places to review', () => {
  const outlineOf = (...codings: readonly Coding[]) => placesToReview([coded('a.txt', codings)]);

  it('are only those rows that look different now', () => {
    const [a, b] = [decided('a', 'moved'), decided('b', 'changed')];
    const before = outlineOf(a, b);
    assert.deepEqual(changesBetween(before, outlineOf({ ...a }, { ...b })), []);
    const moved = { ...a, span: { start: 50, end: 60 } };
    assert.deepEqual(changesBetween(before, outlineOf(moved, b)), ['places|file:///a.txt|file:///a.txt|me|a']);
    const annotation = { ...(a.annotation ?? assert.fail()), codes: ['x/y'] };
    assert.deepEqual(changesBetween(before, outlineOf({ ...a, annotation }, b)), [
      'places|file:///a.txt|file:///a.txt|me|a',
    ]);
    assert.deepEqual(changesBetween(before, outlineOf(b)), ['places|file:///a.txt']);
    assert.equal(changesBetween(before, outlineOf()), 'all');
  });
});
