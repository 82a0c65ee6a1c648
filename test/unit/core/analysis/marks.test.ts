import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { mergeSpans } from '../../../../src/core/analysis/highlights.js';
import { marksOf, pushMarks, sameMarks, spansOf } from '../../../../src/core/analysis/marks.js';
import { shiftSpans } from '../../../../src/core/annotation/shift.js';
import type { Span, TextEdit } from '../../../../src/core/text/span.js';

const LENGTH = 60;
const anySpan = fc
  .tuple(fc.nat(LENGTH), fc.nat(LENGTH))
  .map(([a, b]): Span => ({ start: Math.min(a, b), end: Math.max(a, b) }));
const anySpans = fc
  .array(anySpan, { maxLength: 8 })
  .map((spans) => mergeSpans(spans.filter(({ start, end }) => start < end)));

/** Edits that do not overlap, in any order. */
const anyEdits = fc.array(fc.tuple(anySpan, fc.string({ maxLength: 5 })), { maxLength: 4 }).map((all) => {
  const edits: TextEdit[] = [];
  for (const [{ start, end }, text] of all) {
    if (edits.every((edit) => end < edit.start || edit.end < start)) edits.push({ start, end, text });
  }
  return edits;
});

describe('marks', () => {
  it('are where each stretch on its own would be after edits', () => {
    fc.assert(
      fc.property(anySpans, anyEdits, (spans, edits) => {
        const expected = mergeSpans(shiftSpans(spans, edits).flatMap((span) => span ?? []));
        assert.deepEqual(spansOf(pushMarks(marksOf(spans), edits)), expected);
      }),
    );
  });

  it('are the same where all of their offsets are', () => {
    const marks = marksOf([{ start: 3, end: 9 }]);
    assert.equal(sameMarks(marks, marksOf([{ start: 3, end: 9 }])), true);
    assert.equal(sameMarks(marks, marksOf([{ start: 3, end: 10 }])), false);
    assert.equal(sameMarks(marks, marksOf([])), false);
  });
});
