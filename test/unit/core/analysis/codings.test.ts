import { strict as assert } from 'node:assert';
import type { Coding } from '../../../../src/core/analysis/coding.js';
import { type CodingSources, codingsOf } from '../../../../src/core/analysis/codings.js';
import { type ReadBlock, SuggestedCodings } from '../../../../src/core/analysis/suggestedCodings.js';
import type { Annotation, PlacedAnnotation } from '../../../../src/core/annotation/annotation.js';
import { targetOf } from '../../../../src/core/annotation/target.js';
import type { Suggestion } from '../../../../src/core/detection/suggestion.js';
import type { ParsedBlock, PolicyText } from '../../../../src/core/text/policyText.js';
import type { Span } from '../../../../src/core/text/span.js';

const TEXT = 'Wij werken samen. Wij eisen veel. Samen eisen wij.';
const FIRST = { start: 0, end: 17 };
const SECOND = { start: 18, end: 33 };
const THIRD = { start: 34, end: 50 };
const PARTNER = 'roles/partner';
const PRINCIPAL = 'roles/principal';
const DOUBLE = 'roles/double';

function suggestion(span: Span, codePath: string, changes: Partial<Suggestion> = {}): Suggestion {
  const sentence = [FIRST, SECOND, THIRD].findIndex(({ start }) => start === span.start);
  const evidence = [{ start: span.start, end: span.start + 3, indicator: 'x', id: 'i', weight: 0.8, adds: 1 }];
  return {
    ...{ start: span.start, end: span.end, codePath, sentence, evidence },
    ...{ score: 0.8, language: 'nl', codebook: 'roles@1', derived: undefined, ...changes },
  };
}

function annotation(span: Span, codes: readonly string[], changes: Partial<Annotation> = {}): Annotation {
  return {
    ...{ id: 'a', codes, status: 'confirmed', target: targetOf(TEXT, span), memo: '', origin: { kind: 'manual' } },
    ...{ created: '', modified: '', ...changes },
  };
}

function placed(one: Annotation, changes: Partial<PlacedAnnotation> = {}): PlacedAnnotation {
  const span = { start: one.target.start, end: one.target.end };
  return { annotation: one, coder: 'me', state: 'anchored', span, ...changes };
}

/** One block with the three sentences. */
const PARSED: ParsedBlock = {
  language: 'nl',
  sentences: [FIRST, SECOND, THIRD].map((span) => ({ ...span, words: [], breaks: [] })),
};
const POLICY_TEXT: PolicyText = {
  text: TEXT,
  format: 'plain',
  blocks: [{ start: 0, end: TEXT.length, kind: 'paragraph', level: 0 }],
};
const RULES = [
  { codePath: DOUBLE, codebook: 'roles@1', parts: [PARTNER, PRINCIPAL], within: ['sentence', 'paragraph'] as const },
];

interface Given extends Partial<CodingSources> {
  readonly suggestions?: readonly Suggestion[];
}

function codings({ suggestions = [], ...changes }: Given): readonly Coding[] {
  const read: readonly ReadBlock[] = [{ parsed: PARSED, suggestions }];
  const suggested = new SuggestedCodings('a.md');
  return codingsOf({ text: POLICY_TEXT, read, suggested, rules: [], annotations: [], coder: 'me', ...changes });
}

const shortly = ({ codePath, status, quote }: Coding) => `${codePath} ${status} ${quote}`;

describe('the codings of a document', () => {
  it('are in document order, longer ones first, lost ones last', () => {
    const lost = placed(annotation(FIRST, [PARTNER], { id: 'lost' }), { state: 'orphan', span: undefined });
    const short = placed(annotation({ start: 18, end: 21 }, [PARTNER], { id: 'short' }));
    const found = codings({ suggestions: [suggestion(SECOND, PRINCIPAL)], annotations: [lost, short] });
    assert.deepEqual(found.map(shortly), [
      'roles/principal suggested Wij eisen veel.',
      'roles/partner confirmed Wij',
      'roles/partner confirmed Wij werken samen.',
    ]);
    assert.deepEqual([found[2]?.state, found[2]?.span], ['orphan', undefined]);
  });

  it('show a decision in place of the suggestion that it is about, with its evidence', () => {
    for (const status of ['confirmed', 'rejected'] as const) {
      const decision = placed(annotation({ start: 4, end: 17 }, [PARTNER], { status }));
      const found = codings({ suggestions: [suggestion(FIRST, PARTNER)], annotations: [decision] });
      assert.deepEqual(found.map(shortly), [`roles/partner ${status} werken samen.`]);
      assert.equal(found[0]?.suggestion?.score, 0.8);
    }
  });

  it('show both where a decision is about another code, another passage, or another coder', () => {
    const suggestions = [suggestion(FIRST, PARTNER)];
    const others = [
      placed(annotation(FIRST, [PRINCIPAL])),
      placed(annotation(SECOND, [PARTNER])),
      placed(annotation({ start: 16, end: 33 }, [PARTNER])),
      placed(annotation(FIRST, [PARTNER]), { coder: 'you' }),
    ];
    for (const other of others) assert.equal(codings({ suggestions, annotations: [other] }).length, 2);
  });

  it('do not suggest again what was given another code', () => {
    const origin = { kind: 'suggestion', codebook: 'roles@1', code: PARTNER, score: 0.7, evidence: [] } as const;
    const recoded = placed(annotation(FIRST, [PRINCIPAL], { origin }));
    const found = codings({ suggestions: [suggestion(FIRST, PARTNER)], annotations: [recoded] });
    assert.deepEqual(found.map(shortly), ['roles/principal confirmed Wij werken samen.']);
    assert.deepEqual([found[0]?.origin, found[0]?.score], ['suggestion', undefined]);
  });

  it('are one for each code of an annotation, under ids of their own', () => {
    const both = placed(annotation(FIRST, [PARTNER, PRINCIPAL, PARTNER], { id: 'x' }));
    assert.deepEqual(
      codings({ annotations: [both] }).map(({ id }) => id),
      ['x:roles/partner', 'x:roles/principal'],
    );
  });

  it('have ids that no other coding of the document has, even where a folder was copied', () => {
    const copied = [placed(annotation(FIRST, [PARTNER])), placed(annotation(FIRST, [PARTNER]), { coder: 'you' })];
    const ids = codings({ annotations: copied }).map(({ id }) => id);
    assert.equal(new Set(ids).size, 2);
  });

  it('keep their ids when another suggestion is decided on', () => {
    const suggestions = [suggestion(FIRST, PARTNER), suggestion(THIRD, PARTNER)];
    const before = codings({ suggestions }).map(({ id }) => id);
    const after = codings({ suggestions, annotations: [placed(annotation(FIRST, [PARTNER]))] }).map(({ id }) => id);
    assert.deepEqual(after, ['a', before[1]]);
  });

  it("can be edited when they are suggestions or the coder's own", () => {
    const suggestions = [suggestion(THIRD, PARTNER)];
    const annotations = [
      placed(annotation(FIRST, [PARTNER], { id: 'mine' })),
      placed(annotation(SECOND, [PARTNER], { id: 'yours' }), { coder: 'you' }),
    ];
    const editable = (coder: string) => codings({ suggestions, annotations, coder }).map((coding) => coding.editable);
    assert.deepEqual(editable('me'), [true, false, true]);
    assert.deepEqual(editable(''), [false, false, true]);
  });
});

describe('double roles among the codings', () => {
  const suggestions = [
    suggestion(FIRST, PARTNER),
    suggestion(SECOND, PRINCIPAL),
    suggestion(THIRD, PARTNER),
    suggestion(THIRD, PRINCIPAL),
    suggestion(THIRD, DOUBLE, { derived: 'sentence' }),
  ];
  const doubles = (annotations: readonly PlacedAnnotation[]) =>
    codings({ suggestions, annotations, rules: RULES })
      .filter(({ codePath }) => codePath === DOUBLE)
      .map(({ status, quote, suggestion: found }) => `${status} ${found?.derived} ${quote}`);

  it('are those of the detector where nobody has decided', () => {
    assert.deepEqual(doubles([]), ['suggested sentence Samen eisen wij.']);
  });

  it('are no longer in the sentence when one of its sides is rejected, but may be in the paragraph', () => {
    const rejected = placed(annotation(THIRD, [PRINCIPAL], { status: 'rejected' }));
    assert.deepEqual(doubles([rejected]), [`suggested paragraph ${TEXT}`]);
  });

  it('follow from what a person codes by hand', () => {
    const byHand = placed(annotation({ start: 4, end: 10 }, [PRINCIPAL]));
    assert.deepEqual(doubles([byHand]), [
      'suggested sentence Wij werken samen.',
      'suggested sentence Samen eisen wij.',
    ]);
  });

  it('can be decided on themselves', () => {
    const rejected = placed(annotation(THIRD, [DOUBLE], { status: 'rejected' }));
    assert.deepEqual(doubles([rejected]), ['rejected sentence Samen eisen wij.']);
  });
});

describe('the codings of a document that is edited', () => {
  const block = (start: number, length: number) => ({
    start,
    end: start + length,
    kind: 'paragraph' as const,
    level: 0,
  });
  const first: ReadBlock = { parsed: PARSED, suggestions: [suggestion(FIRST, PARTNER)] };
  const second: ReadBlock = {
    parsed: PARSED,
    suggestions: [suggestion(FIRST, PARTNER), suggestion(SECOND, PRINCIPAL)],
  };
  const LENGTH = TEXT.length;
  const twice: PolicyText = {
    text: `${TEXT}\n\n${TEXT}`,
    format: 'plain',
    blocks: [block(0, LENGTH), block(LENGTH + 2, LENGTH)],
  };
  const pushed: PolicyText = {
    text: `${TEXT}\n\n\n${TEXT}`,
    format: 'plain',
    blocks: [block(0, LENGTH), block(LENGTH + 3, LENGTH)],
  };

  it('are the same objects where nothing moved, and in their new place where something did', () => {
    const suggested = new SuggestedCodings('a.md');
    const before = codings({ suggested, text: twice, read: [first, second] });
    const after = codings({ suggested, text: pushed, read: [first, second] });
    assert.equal(after[0], before[0]);
    assert.deepEqual(
      after.map(({ id, quote }) => [id, quote]),
      before.map(({ id, quote }) => [id, quote]),
    );
    for (const { span, quote, suggestion: found } of after) {
      assert.equal(pushed.text.slice(span?.start, span?.end), quote);
      assert.deepEqual(span, { start: found?.start, end: found?.end });
      for (const { start, end } of found?.evidence ?? [])
        assert.equal(pushed.text.slice(start, end), quote.slice(0, 3));
    }
  });

  it('have the ids of a fresh reading, also where an equal one before them goes', () => {
    const suggested = new SuggestedCodings('a.md');
    codings({ suggested, text: twice, read: [first, second] });
    const read = [{ parsed: PARSED, suggestions: [] }, second];
    assert.deepEqual(codings({ suggested, text: twice, read }), codings({ text: twice, read }));
  });

  it('have ids that count decided suggestions too, and one decision is not about two equal passages', () => {
    const decision = placed(annotation(FIRST, [PARTNER]));
    const all = codings({ text: twice, read: [first, second] });
    const left = codings({ text: twice, read: [first, second], annotations: [decision] });
    assert.deepEqual(
      left.map(({ id }) => id),
      ['a', ...all.slice(1).map(({ id }) => id)],
    );
  });
});
