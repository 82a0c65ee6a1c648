import { strict as assert } from 'node:assert';
import type { Annotation } from '../../../src/core/annotation/annotation.js';
import type { AnnotationFile } from '../../../src/core/annotation/annotationFile.js';
import { type Passage, passagesOf } from '../../../src/project/decidedPassages.js';

interface Made {
  readonly codes: readonly string[];
  readonly status?: Annotation['status'];
  readonly suggested?: string;
  readonly start?: number;
  readonly quote?: string;
  readonly modified?: string;
}

function annotation(made: Made, index: number): Annotation {
  const { codes, status = 'confirmed', suggested, start = index * 100, quote = 'Wij doen dit samen.' } = made;
  const { modified = '2026-01-31T10:00:00Z' } = made;
  return {
    ...{ id: `01J${index}`, codes, status, memo: '', created: modified, modified },
    target: { start, end: start + quote.length, quote, prefix: '', suffix: '' },
    origin: suggested
      ? { kind: 'suggestion', codebook: 'a@1', code: suggested, score: 0.6, evidence: [] }
      : { kind: 'manual' },
  };
}

function file(made: readonly Made[], coder = 'a.jansen'): AnnotationFile {
  return { document: 'a.txt', coder, sha256: '', annotations: made.map(annotation) };
}

const said = ({ right, wrong }: Passage) => [[...right].sort(), [...wrong].sort()];

const decided = (...made: readonly Made[]) => passagesOf([file(made)], (path) => path === 'a/double').map(said);

describe('decisions as passages to learn from', () => {
  it('say what is there by the top codes of what was confirmed or coded by hand', () => {
    assert.deepEqual(decided({ codes: ['a/one/part', 'a/two'] }), [[['a/one', 'a/two'], []]]);
  });

  it('say what is not there by what was rejected, or replaced by a code of another branch', () => {
    assert.deepEqual(decided({ codes: ['a/one/part'], status: 'rejected', suggested: 'a/one/part' }), [
      [[], ['a/one']],
    ]);
    assert.deepEqual(decided({ codes: ['a/two'], suggested: 'a/one' }), [[['a/two'], ['a/one']]]);
    assert.deepEqual(decided({ codes: ['a/one/part'], suggested: 'a/one' }), [[['a/one'], []]]);
  });

  it('are one passage where they are about the same words: what one names is not missing in the other', () => {
    const together = decided(
      { codes: ['a/one'], start: 5 },
      { codes: ['a/two'], start: 5, status: 'rejected' },
      { codes: ['a/three'], start: 5 },
    );
    assert.deepEqual(together, [[['a/one', 'a/three'], ['a/two']]]);
  });

  it('say nothing by codes that follow from others, and leave out passages of pages', () => {
    assert.deepEqual(decided({ codes: ['a/double'] }), []);
    assert.deepEqual(decided({ codes: ['a/one'], quote: 'samen '.repeat(1000) }), []);
  });

  it('are of all coders, the newest last, in the same order however the files come', () => {
    const files = [
      file([{ codes: ['a/one'], modified: '2026-02-02T10:00:00Z' }], 'b.smit'),
      file([{ codes: ['a/two'] }, { codes: ['a/three'], modified: '2026-03-02T10:00:00Z' }]),
    ];
    const codes = (all: readonly AnnotationFile[]) => passagesOf(all, () => false).map(({ right }) => [...right][0]);
    assert.deepEqual(codes(files), ['a/two', 'a/one', 'a/three']);
    assert.deepEqual(codes([...files].reverse()), codes(files));
  });
});
