import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { Annotation, Change } from '../../../../src/core/annotation/annotation.js';
import { applyChanges, invertChanges } from '../../../../src/core/annotation/change.js';

function annotation(id: string, changes: Partial<Annotation> = {}): Annotation {
  const target = { start: 0, end: 5, quote: 'samen', prefix: '', suffix: '' };
  return {
    ...{ id, codes: ['roles/partner'], status: 'confirmed', target, memo: '', origin: { kind: 'manual' } },
    ...{ created: '', modified: '', ...changes },
  };
}

function change(before: Annotation | undefined, after: Annotation | undefined): Change {
  return { document: 'file:///a.md', before, after };
}

const newId = () => 'copy';
const memos = (annotations: readonly Annotation[]) => annotations.map(({ id, memo }) => `${id} ${memo}`.trim());

describe('changes of annotations', () => {
  it('add, change and delete', () => {
    const [a, b] = [annotation('a'), annotation('b')];
    const changed = { ...a, memo: 'x' };
    const result = applyChanges(
      [a, b],
      [change(a, changed), change(b, undefined), change(undefined, annotation('c'))],
      newId,
    );
    assert.deepEqual(memos(result.annotations), ['a x', 'c']);
    assert.equal(result.clashes, 0);
  });

  it('are undone by their inverse, whatever they were', () => {
    const ids = fc.constantFrom('a', 'b', 'c', 'd');
    const steps = fc.array(fc.record({ id: ids, memo: fc.option(fc.constantFrom('x', 'y', 'z')) }), { maxLength: 12 });
    fc.assert(
      fc.property(steps, (script) => {
        const start = [annotation('a'), annotation('b')];
        let now: readonly Annotation[] = start;
        const done: Change[] = [];
        for (const { id, memo } of script) {
          const before = now.find((one) => one.id === id);
          const after = memo === null ? undefined : { ...(before ?? annotation(id)), memo };
          const result = applyChanges(now, [change(before, after)], newId);
          now = result.annotations;
          done.push(...result.changes);
        }
        const undone = applyChanges(now, invertChanges(done), newId);
        assert.deepEqual(memos(undone.annotations).sort(), memos(start));
        const redone = applyChanges(undone.annotations, invertChanges(undone.changes), newId);
        assert.deepEqual(memos(redone.annotations).sort(), memos(now).sort());
      }),
    );
  });
});

describe('changes over what another window has written', () => {
  const before = annotation('a');

  it('say that an annotation is kept without a place, where theirs lies elsewhere by now', () => {
    const kept = { ...before, target: { ...before.target, kept: true } } as const;
    const theirs = { ...before, memo: 'theirs', target: { ...before.target, start: 10, end: 15 } };
    const done = applyChanges([theirs], [change(before, kept)], newId);
    assert.deepEqual(done.annotations, [{ ...theirs, target: { ...theirs.target, kept: true } }]);
    assert.deepEqual(applyChanges(done.annotations, invertChanges(done.changes), newId).annotations, [theirs]);
  });

  it('take from each side what only that side has changed', () => {
    const theirs = { ...before, status: 'rejected' as const, unknown: { rating: 3 } };
    const ours = { ...before, memo: 'x', modified: 'now' };
    const { annotations, clashes } = applyChanges([theirs], [change(before, ours)], newId);
    assert.deepEqual(annotations, [{ ...theirs, memo: 'x', modified: 'now' }]);
    assert.equal(clashes, 0);
  });

  it('do not take a target back that a save has brought up to date', () => {
    const theirs = { ...before, target: { ...before.target, start: 40, end: 45 } };
    const { annotations } = applyChanges([theirs], [change(before, { ...before, memo: 'x' })], newId);
    assert.equal(annotations[0]?.target.start, 40);
  });

  it('keep both where both have changed one thing', () => {
    const theirs = { ...before, memo: 'theirs' };
    const result = applyChanges([theirs], [change(before, { ...before, memo: 'ours' })], newId);
    assert.deepEqual(memos(result.annotations), ['a theirs', 'copy ours']);
    assert.equal(result.clashes, 1);
    assert.deepEqual(memos(applyChanges(result.annotations, invertChanges(result.changes), newId).annotations), [
      'a theirs',
    ]);
  });

  it('are one where both did the same', () => {
    const same = { ...before, memo: 'same' };
    const result = applyChanges([same], [change(before, { ...same, modified: 'now' })], newId);
    assert.deepEqual([result.annotations, result.changes, result.clashes], [[same], [], 0]);
  });

  it('do not delete what was changed, nor lose what was deleted', () => {
    const theirs = { ...before, memo: 'theirs' };
    const deleting = applyChanges([theirs], [change(before, undefined)], newId);
    assert.deepEqual([memos(deleting.annotations), deleting.clashes], [['a theirs'], 1]);
    const changing = applyChanges([], [change(before, { ...before, memo: 'ours' })], newId);
    assert.deepEqual([memos(changing.annotations), changing.clashes], [['a ours'], 1]);
    assert.deepEqual(applyChanges([], [change(before, undefined)], newId).clashes, 0);
  });

  it('do not take the id of a new annotation that is another one there', () => {
    const result = applyChanges([annotation('n', { memo: 'theirs' })], [change(undefined, annotation('n'))], newId);
    assert.deepEqual(memos(result.annotations), ['n theirs', 'copy']);
  });
});
