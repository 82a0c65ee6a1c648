import { strict as assert } from 'node:assert';
import { annotationToJson, readAnnotation } from '../../../../src/core/annotation/annotationFields.js';
import { hashOfTarget, inFileOf } from '../../../../src/core/annotation/target.js';

function annotationWith(sha256?: string) {
  const target = {
    start: 3,
    end: 8,
    quote: 'samen',
    prefix: '',
    suffix: '',
    ...(sha256 === undefined ? {} : { sha256 }),
  };
  const annotation = readAnnotation({ id: 'A', codes: ['roles/partner'], status: 'confirmed', target }, () => [], []);
  assert.ok(annotation);
  return annotation;
}

describe('the text that a target counts in', () => {
  it('is the one that the file names, unless the target names another', () => {
    assert.equal(hashOfTarget(annotationWith().target, 'f0'), 'f0');
    assert.equal(hashOfTarget(annotationWith('a1').target, 'f0'), 'a1');
    assert.equal(hashOfTarget(annotationWith('').target, 'f0'), '');
  });

  it('is kept when the annotation comes into a file about another text', () => {
    const annotation = annotationWith();
    assert.equal(inFileOf(annotation, 'f0', 'f0'), annotation);
    const moved = inFileOf(annotation, 'f0', 'f1');
    assert.equal(moved.target.sha256, 'f0');
    assert.equal(inFileOf(moved, 'f1', 'f2'), moved);
    assert.deepEqual(inFileOf(moved, 'f1', 'f0'), annotation);
    assert.equal(inFileOf(annotation, '', 'f1').target.sha256, '');
  });

  it('is written and read as it is, and refused where it is no text', () => {
    for (const sha256 of [undefined, '', 'a1']) {
      const annotation = annotationWith(sha256);
      assert.deepEqual(
        readAnnotation(annotationToJson(annotation), () => [], []),
        annotation,
      );
    }
    const problems: Parameters<typeof readAnnotation>[2] = [];
    const target = { start: 3, end: 8, quote: 'samen', sha256: 7 };
    readAnnotation({ id: 'A', codes: ['roles/partner'], status: 'confirmed', target }, () => [], problems);
    assert.deepEqual(problems, [{ path: ['target', 'sha256'], expected: 'string' }]);
  });
});
