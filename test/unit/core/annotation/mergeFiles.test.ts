import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { Annotation } from '../../../../src/core/annotation/annotation.js';
import {
  type AnnotationFile,
  readAnnotationFile,
  writeAnnotationFile,
} from '../../../../src/core/annotation/annotationFile.js';
import { mergeAnnotationFiles } from '../../../../src/core/annotation/mergeFiles.js';

function annotation(id: string, changes: Partial<Annotation> = {}): Annotation {
  const target = { start: 0, end: 5, quote: 'samen', prefix: '', suffix: '' };
  return {
    ...{ id, codes: ['roles/partner'], status: 'confirmed', target, memo: '', origin: { kind: 'manual' } },
    ...{ created: '2026-01-01T00:00:00Z', modified: '2026-01-01T00:00:00Z', ...changes },
  };
}

function file(annotations: readonly Annotation[], changes: Partial<AnnotationFile> = {}): AnnotationFile {
  return { document: 'a.md', sha256: 'h0', coder: 'a', annotations, ...changes };
}

function merged(base: AnnotationFile | undefined, ours: AnnotationFile, theirs: AnnotationFile) {
  const result = mergeAnnotationFiles({ base, ours, theirs });
  assert.ok(result);
  return result;
}

const at = (day: number) => `2026-02-0${day}T00:00:00Z`;
const a = annotation('a');

describe('two versions of an annotation file', () => {
  it('give what each has added, and lose what one has deleted', () => {
    const base = file([a, annotation('b')]);
    const result = merged(base, file([a, annotation('b'), annotation('c')]), file([a, annotation('d')]));
    assert.deepEqual(
      result.file.annotations.map(({ id }) => id),
      ['a', 'c', 'd'],
    );
    assert.deepEqual([result.fromOurs, result.fromTheirs, result.combined, result.clashes], [1, 2, 0, []]);
  });

  it('give of one annotation what each has changed, codes as a set', () => {
    const base = file([annotation('a', { codes: ['x', 'y'] })]);
    const ours = file([annotation('a', { codes: ['y', 'z'], memo: 'm', modified: at(1) })]);
    const theirs = file([annotation('a', { codes: ['x', 'y', 'w'], status: 'rejected', modified: at(2) })]);
    const result = merged(base, ours, theirs);
    assert.deepEqual(result.file.annotations, [
      annotation('a', { codes: ['y', 'w', 'z'], memo: 'm', status: 'rejected', modified: at(2) }),
    ]);
    assert.deepEqual([result.combined, result.clashes], [1, []]);
  });

  it('keep both where both wrote a memo, the last one under the id; merged again they add nothing', () => {
    const base = file([a]);
    const [ours, theirs] = [file([{ ...a, memo: 'o', modified: at(2) }]), file([{ ...a, memo: 't', modified: at(1) }])];
    const result = merged(base, ours, theirs);
    assert.deepEqual(result.file.annotations.map(({ memo }) => memo).sort(), ['o', 't']);
    assert.equal(result.file.annotations.find(({ id }) => id === 'a')?.memo, 'o');
    assert.deepEqual(result.clashes, [{ id: 'a', kind: 'changed', beside: result.clashes[0]?.beside }]);
    assert.deepEqual(merged(base, result.file, theirs).file, result.file);
    assert.deepEqual(merged(base, ours, result.file).file, result.file);
  });

  it('keep what one deleted and the other changed, and say so; a save is no change', () => {
    const base = file([a]);
    const changed = merged(base, file([]), file([{ ...a, memo: 'm', modified: at(1) }]));
    assert.deepEqual(changed.clashes, [{ id: 'a', kind: 'deleted' }]);
    assert.equal(changed.file.annotations.length, 1);
    const moved = { ...a, target: { ...a.target, start: 9, end: 14 } };
    assert.deepEqual(merged(base, file([]), file([moved], { sha256: 'h1' })).file.annotations, []);
  });

  it('take offsets and hash from where the document was changed', () => {
    const base = file([a]);
    const moved = { ...a, target: { ...a.target, start: 9, end: 14 } };
    const ours = file([{ ...a, memo: 'm', modified: at(1) }]);
    const result = merged(base, ours, file([moved], { sha256: 'h1' }));
    assert.deepEqual([result.file.sha256, result.file.annotations[0]?.target.start], ['h1', 9]);
    assert.equal(result.file.annotations[0]?.memo, 'm');
  });

  it('say of an annotation that its offsets count in the text of the other side', () => {
    const theirs = file([{ ...a, target: { ...a.target, start: 9, end: 14 } }], { sha256: 'h1' });
    const { file: both } = merged(file([a]), file([a, annotation('b', { memo: 'x' })]), theirs);
    assert.equal(both.sha256, 'h1');
    assert.deepEqual(
      both.annotations.map(({ id, target }) => [id, target.start, target.sha256]),
      [
        ['b', 0, 'h0'],
        ['a', 9, undefined],
      ],
    );
  });

  it('go by the time of change where no common version is known', () => {
    const [old, last] = [
      annotation('a', { codes: ['x'], memo: 'm' }),
      annotation('a', { codes: ['y'], modified: at(1) }),
    ];
    const result = merged(undefined, file([old, annotation('b')]), file([last]));
    assert.deepEqual(
      result.file.annotations.map(({ id, codes, memo }) => [id, ...codes, memo]),
      [
        ['a', 'y', 'm'],
        ['b', 'roles/partner', ''],
      ],
    );
    const sameTime = merged(undefined, file([annotation('a', { memo: 'o' })]), file([annotation('a', { memo: 't' })]));
    assert.equal(sameTime.file.annotations.length, 2);
  });

  it('keep what another program has written, at every level, twice where both changed it', () => {
    const base = file([a], { unknown: { tool: 'x', gone: 1 } });
    const ours = file([{ ...a, unknown: { stars: 3 } }], { unknown: { tool: 'o' } });
    const theirs = file([{ ...a, target: { ...a.target, unknown: { page: 2 } } }], { unknown: { tool: 't', gone: 1 } });
    const { file: both } = merged(base, ours, theirs);
    assert.deepEqual(both.unknown, { tool: 'o', 'tool-2': 't' });
    assert.deepEqual([both.annotations[0]?.unknown, both.annotations[0]?.target.unknown], [{ stars: 3 }, { page: 2 }]);
  });

  it('follow a document that was moved on one side, and are not merged where they are about two', () => {
    const moved = merged(file([a]), file([a], { document: 'b.md' }), file([{ ...a, memo: 'm', modified: at(1) }]));
    assert.deepEqual([moved.file.document, moved.file.annotations[0]?.memo], ['b.md', 'm']);
    assert.equal(
      mergeAnnotationFiles({ base: undefined, ours: file([a]), theirs: file([a], { document: 'b.md' }) }),
      undefined,
    );
  });
});

/** What a person may have made of a file: annotations left out, changed and added. */
const version = fc
  .array(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      codes: fc.uniqueArray(fc.constantFrom('x', 'y', 'z'), { minLength: 1 }),
      status: fc.constantFrom('confirmed' as const, 'rejected' as const),
      memo: fc.constantFrom('', 'm', 'n'),
      modified: fc.constantFrom(at(1), at(2), at(3)),
      start: fc.nat(3),
    }),
    { maxLength: 6 },
  )
  .map((list) => {
    const unique = [...new Map(list.map((each) => [each.id, each])).values()];
    return unique.map(({ start, ...each }) =>
      annotation(each.id, { ...each, target: { start, end: start + 5, quote: 'samen', prefix: '', suffix: '' } }),
    );
  });
const sha = fc.constantFrom('h0', 'h1', 'h2');
const versions = fc
  .record({ annotations: version, sha256: sha })
  .map(({ annotations, sha256 }) => file(annotations, { sha256 }));

describe('merging any versions', () => {
  it('gives the same whichever is ours, can be read again, and adds nothing when done again', () => {
    fc.assert(
      fc.property(fc.option(versions, { nil: undefined }), versions, versions, (base, ours, theirs) => {
        const { file: both } = merged(base, ours, theirs);
        assert.deepEqual(merged(base, theirs, ours).file, both);
        assert.equal(readAnnotationFile(writeAnnotationFile(both)).writable, true);
        assert.deepEqual(merged(base, both, both).file, both);
      }),
      { numRuns: 500 },
    );
  });

  it('loses no memo and no code that one side has given, and nothing that only one side has', () => {
    fc.assert(
      fc.property(fc.option(versions, { nil: undefined }), versions, versions, (base, ours, theirs) => {
        const all = merged(base, ours, theirs).file.annotations;
        for (const side of [ours, theirs]) {
          for (const one of side.annotations) {
            const before = base?.annotations.find(({ id }) => id === one.id);
            if (before && one.memo !== before.memo && one.memo !== '')
              assert.ok(all.some(({ memo }) => memo === one.memo));
            if (!before) assert.ok(all.some(({ id }) => id === one.id));
            const given = before ? one.codes.filter((code) => !before.codes.includes(code)) : [];
            for (const code of given) assert.ok(all.some(({ codes }) => codes.includes(code)));
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('takes one side as it is where the other changed nothing', () => {
    fc.assert(
      fc.property(versions, versions, (base, theirs) => {
        const result = merged(base, base, theirs);
        const byId = (list: readonly Annotation[]) => [...list].sort((x, y) => (x.id < y.id ? -1 : 1));
        const decided = (list: readonly Annotation[]) =>
          byId(list).map(({ id, codes, memo, status }) => [id, codes, memo, status]);
        assert.deepEqual(decided(result.file.annotations), decided(theirs.annotations));
        assert.deepEqual(result.clashes, []);
      }),
      { numRuns: 300 },
    );
  });
});
