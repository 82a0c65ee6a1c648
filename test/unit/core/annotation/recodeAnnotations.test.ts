import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { Annotation } from '../../../../src/core/annotation/annotation.js';
import { applyChanges, invertChanges } from '../../../../src/core/annotation/change.js';
import { recodeAnnotations } from '../../../../src/core/annotation/recodeAnnotations.js';

const NOW = '2026-02-01T10:00:00Z';

function annotation(id: string, codes: readonly string[]): Annotation {
  return {
    ...{ id, codes, status: 'confirmed', memo: '' },
    target: { start: 0, end: 4, quote: 'word', prefix: '', suffix: '' },
    origin: { kind: 'suggestion', codebook: 'a@1', code: codes[0] ?? '', score: 0.7, evidence: ['word'] },
    created: '2026-01-01T10:00:00Z',
    modified: '2026-01-01T10:00:00Z',
  };
}

const fileOf = (annotations: readonly Annotation[], coder = 'a.jansen') => ({
  document: 'file:///a.txt',
  file: { document: 'a.txt', sha256: '', coder, annotations },
});

describe('annotations whose code is changed', () => {
  it('get the code that takes its place, once, and say when; what was suggested stays', () => {
    const before = annotation('1', ['a/x', 'a/y']);
    const recoding = new Map([['a/x', ['a/y']]]);
    assert.deepEqual(recodeAnnotations([fileOf([before, annotation('2', ['a/z'])])], recoding, NOW), [
      {
        document: 'file:///a.txt',
        coder: 'a.jansen',
        before,
        after: { ...before, codes: ['a/y'], modified: NOW },
      },
    ]);
  });

  it('follow all at once: a code may take the place of one that goes on elsewhere', () => {
    const recoding = new Map([
      ['a/x', ['a/y']],
      ['a/y', ['a/x']],
    ]);
    const changes = recodeAnnotations([fileOf([annotation('1', ['a/x']), annotation('2', ['a/y'])])], recoding, NOW);
    assert.deepEqual(
      changes.map(({ after }) => after?.codes),
      [['a/y'], ['a/x']],
    );
  });

  it('are deleted only where no code is left', () => {
    const recoding = new Map([['a/x', []]]);
    const changes = recodeAnnotations(
      [fileOf([annotation('1', ['a/x']), annotation('2', ['a/x', 'a/y'])]), fileOf([annotation('1', ['a/x'])], 'b')],
      recoding,
      NOW,
    );
    assert.deepEqual(
      changes.map(({ coder, after }) => `${coder} ${after?.codes}`),
      ['a.jansen undefined', 'a.jansen a/y', 'b undefined'],
    );
  });

  it('are never lost by following, and undoing brings them back as they were', () => {
    const code = fc.constantFrom('a/x', 'a/y', 'a/z', 'b/x');
    const codes = fc.array(fc.uniqueArray(code, { minLength: 1 }), { maxLength: 8 });
    fc.assert(
      fc.property(codes, fc.array(fc.tuple(code, fc.uniqueArray(code, { minLength: 1 }))), (all, entries) => {
        const before = all.map((each, index) => annotation(String(index), each));
        const changes = recodeAnnotations([fileOf(before)], new Map(entries), NOW);
        const done = applyChanges(before, changes, () => 'new');
        assert.deepEqual(
          done.annotations.map(({ id }) => id),
          before.map(({ id }) => id),
        );
        assert.ok(
          done.annotations.every((each) => each.codes.length > 0 && new Set(each.codes).size === each.codes.length),
        );
        const undone = applyChanges(done.annotations, invertChanges(done.changes), () => 'new');
        assert.deepEqual(undone.annotations, before);
      }),
    );
  });
});
