import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { shiftSpan, shiftSpans } from '../../../../src/core/annotation/shift.js';
import type { Span, TextEdit } from '../../../../src/core/text/span.js';

/** Follows every unit of the text by itself: slow, and plainly right. */
function shiftUnitByUnit(length: number, span: Span, edits: readonly TextEdit[]): Span | undefined {
  let units = Array.from({ length }, (_, offset) => span.start <= offset && offset < span.end);
  for (const edit of [...edits].sort((a, b) => b.start - a.start || b.end - a.end)) {
    const isInsertion = edit.start === edit.end;
    const isInside = isInsertion
      ? span.start < edit.start && edit.start < span.end
      : span.start <= edit.start && edit.end <= span.end;
    const inserted = Array.from(edit.text, () => isInside);
    units = [...units.slice(0, edit.start), ...inserted, ...units.slice(edit.end)];
  }
  const start = units.indexOf(true);
  return start < 0 ? undefined : { start, end: units.lastIndexOf(true) + 1 };
}

const LENGTH = 40;
const spans = fc
  .tuple(fc.nat(LENGTH - 1), fc.integer({ min: 1, max: 15 }))
  .map(([start, length]): Span => ({ start, end: Math.min(LENGTH, start + length) }));

/** Edits that do not overlap, in any order, among them insertions at one place and edits that touch. */
const editLists = fc
  .array(fc.tuple(fc.nat(6), fc.nat(6), fc.stringMatching(/^x{0,4}$/)), { maxLength: 6 })
  .map((steps) => {
    let offset = 0;
    const edits: TextEdit[] = [];
    for (const [gap, length, text] of steps) {
      const start = offset + gap;
      if (start + length > LENGTH) break;
      edits.push({ start, end: start + length, text });
      offset = start + length;
    }
    return edits;
  })
  .chain((edits) => fc.shuffledSubarray(edits, { minLength: edits.length }));

describe('shifting a span through edits', () => {
  const span = { start: 10, end: 20 };

  it('agrees with following every unit by itself, for any edits', () => {
    fc.assert(
      fc.property(spans, editLists, (any, edits) => {
        assert.deepEqual(shiftSpan(any, edits), shiftUnitByUnit(LENGTH, any, edits));
      }),
      { numRuns: 3000 },
    );
  });

  it('shifts many spans as it shifts each', () => {
    fc.assert(
      fc.property(fc.array(spans), editLists, (many, edits) => {
        const each = many.map((one) => shiftSpan(one, edits));
        assert.deepEqual(shiftSpans(many, edits), each);
      }),
    );
  });

  it('does not grow by typing at either edge', () => {
    assert.deepEqual(shiftSpan(span, [{ start: 10, end: 10, text: 'abc' }]), { start: 13, end: 23 });
    assert.deepEqual(shiftSpan(span, [{ start: 20, end: 20, text: 'abc' }]), span);
  });

  it('grows and shrinks with edits inside', () => {
    assert.deepEqual(shiftSpan(span, [{ start: 15, end: 15, text: 'abc' }]), { start: 10, end: 23 });
    assert.deepEqual(shiftSpan(span, [{ start: 10, end: 14, text: '' }]), { start: 10, end: 16 });
  });

  it('keeps a span whose words are all replaced, and loses one whose words are all deleted', () => {
    assert.deepEqual(shiftSpan(span, [{ start: 10, end: 20, text: 'abc' }]), { start: 10, end: 13 });
    assert.equal(shiftSpan(span, [{ start: 10, end: 20, text: '' }]), undefined);
    assert.equal(shiftSpan(span, [{ start: 8, end: 22, text: 'a whole new passage' }]), undefined);
  });

  it('keeps what a replacement across an edge leaves', () => {
    assert.deepEqual(shiftSpan(span, [{ start: 5, end: 12, text: 'xy' }]), { start: 7, end: 15 });
    assert.deepEqual(shiftSpan(span, [{ start: 18, end: 25, text: 'xy' }]), { start: 10, end: 18 });
  });

  it('takes all edits of one event, in the order editors report them', () => {
    const edits = [
      { start: 30, end: 33, text: '' },
      { start: 12, end: 13, text: 'xyz' },
      { start: 0, end: 0, text: 'xyz' },
    ];
    assert.deepEqual(shiftSpan(span, edits), { start: 13, end: 25 });
  });
});
