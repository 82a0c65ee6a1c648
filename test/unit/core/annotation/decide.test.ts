import { strict as assert } from 'node:assert';
import type { Coding } from '../../../../src/core/analysis/coding.js';
import { codingsOf } from '../../../../src/core/analysis/codings.js';
import { SuggestedCodings } from '../../../../src/core/analysis/suggestedCodings.js';
import type { AnchorState, Annotation, Change } from '../../../../src/core/annotation/annotation.js';
import {
  accept,
  annotate,
  changeRange,
  confirm,
  type Deciding,
  keep,
  recode,
  reject,
  remove,
  writeMemo,
} from '../../../../src/core/annotation/decide.js';
import { targetOf } from '../../../../src/core/annotation/target.js';
import type { Suggestion } from '../../../../src/core/detection/suggestion.js';
import type { PolicyText } from '../../../../src/core/text/policyText.js';

const TEXT = 'Wij werken samen. Wij eisen veel.';
const POLICY_TEXT: PolicyText = {
  text: TEXT,
  format: 'plain',
  blocks: [{ start: 0, end: TEXT.length, kind: 'paragraph', level: 0 }],
};
const SPAN = { start: 0, end: 17 };
const LATER = '2026-02-02T12:00:00Z';

const SUGGESTION: Suggestion = {
  ...{ ...SPAN, codePath: 'roles/partner', score: 0.83, language: 'nl', codebook: 'roles@1', sentence: 0 },
  evidence: [
    { start: 11, end: 16, indicator: 'samen', id: 'i', weight: 0.8, adds: 1 },
    { start: 11, end: 16, indicator: 'samen', id: 'i', weight: 0.8, adds: 1 },
    { start: 4, end: 10, indicator: 'werk*', id: 'i', weight: 0.2, adds: 1 },
  ],
  derived: undefined,
};

const ANNOTATION: Annotation = {
  ...{ id: 'a', codes: ['roles/partner'], status: 'confirmed', memo: 'goed', origin: { kind: 'manual' } },
  ...{ created: '2026-01-31T10:00:00Z', modified: '2026-01-31T10:00:00Z', target: targetOf(TEXT, SPAN) },
};

function deciding(): Deciding {
  let next = 0;
  return { document: 'file:///a.md', text: TEXT, now: LATER, newId: () => `new${++next}` };
}

/** The coding of the suggestion, or those of an annotation. */
function codings(annotation?: Annotation, state: AnchorState = 'anchored', coder = 'me'): readonly Coding[] {
  return codingsOf({
    ...{ text: POLICY_TEXT, coder: 'me', rules: [], suggested: new SuggestedCodings('a.md') },
    read: [{ parsed: { language: 'nl', sentences: [] }, suggestions: annotation ? [] : [SUGGESTION] }],
    annotations: annotation ? [{ annotation, coder, state, span: state === 'orphan' ? undefined : SPAN }] : [],
  });
}

function one(coding: readonly Coding[]): Coding {
  assert.ok(coding[0]);
  return coding[0];
}

/** What is there after a single change. */
function result(changes: readonly Change[]): Annotation {
  assert.equal(changes.length, 1);
  assert.ok(changes[0]?.after);
  assert.equal(changes[0].document, 'file:///a.md');
  return changes[0].after;
}

describe('deciding on suggestions', () => {
  it('makes an annotation that remembers what was suggested, and why', () => {
    assert.deepEqual(confirm(codings(), deciding()), [
      {
        document: 'file:///a.md',
        before: undefined,
        after: {
          id: 'new1',
          codes: ['roles/partner'],
          status: 'confirmed',
          target: { start: 0, end: 17, quote: 'Wij werken samen.', prefix: '', suffix: ' Wij eisen veel.' },
          memo: '',
          origin: {
            kind: 'suggestion',
            codebook: 'roles@1',
            code: 'roles/partner',
            score: 0.83,
            evidence: ['samen', 'werk*'],
          },
          created: LATER,
          modified: LATER,
        },
      },
    ]);
    assert.equal(result(reject(codings(), deciding())).status, 'rejected');
  });

  it('confirms with another code, a memo or another range', () => {
    const recoded = result(recode(codings(), ['roles/principal', 'roles/other'], deciding()));
    assert.deepEqual([recoded.codes, recoded.status], [['roles/principal', 'roles/other'], 'confirmed']);
    assert.equal(recoded.origin.kind === 'suggestion' && recoded.origin.code, 'roles/partner');
    assert.equal(result(writeMemo(one(codings()), 'mooi', deciding())).memo, 'mooi');
    const shorter = result(changeRange(one(codings()), { start: 4, end: 16 }, deciding()));
    assert.equal(shorter.target.quote, 'werken samen');
  });

  it('cannot be by deleting', () => {
    assert.deepEqual(remove(codings(), deciding()), []);
  });
});

describe('deciding on annotations', () => {
  it('turns confirmed into rejected and back, and does nothing where nothing changes', () => {
    const rejected = result(reject(codings(ANNOTATION), deciding()));
    assert.deepEqual(rejected, { ...ANNOTATION, status: 'rejected', modified: LATER });
    assert.deepEqual(result(confirm(codings(rejected), deciding())), { ...ANNOTATION, modified: LATER });
    assert.deepEqual(confirm(codings(ANNOTATION), deciding()), []);
  });

  it('accepts by confirming what was found moved or changed, and keeps what is lost', () => {
    const outdated = {
      ...ANNOTATION,
      target: { ...ANNOTATION.target, start: 5, quote: 'Wij werken', unknown: { p: 1 } },
    };
    const accepted = result(confirm(codings(outdated, 'changed'), deciding()));
    assert.deepEqual(accepted.target, { ...ANNOTATION.target, unknown: { p: 1 } });
    assert.equal(result(reject(codings(outdated, 'changed'), deciding())).target, outdated.target);
    assert.deepEqual(confirm(codings(outdated, 'orphan'), deciding()), []);
  });

  it('changes code, memo or range', () => {
    const origin = {
      kind: 'suggestion',
      codebook: 'roles@1',
      code: 'roles/partner',
      score: 0.8,
      evidence: [],
    } as const;
    const recoded = result(recode(codings({ ...ANNOTATION, origin }), ['roles/principal'], deciding()));
    assert.deepEqual([recoded.codes, recoded.origin], [['roles/principal'], origin]);
    assert.equal(result(writeMemo(one(codings(ANNOTATION)), '', deciding())).memo, '');
    const moved = result(changeRange(one(codings(ANNOTATION)), { start: 17, end: 33 }, deciding()));
    assert.deepEqual([moved.id, moved.target.quote], ['a', 'Wij eisen veel.']);
  });

  it('deletes', () => {
    const change = { document: 'file:///a.md', before: ANNOTATION, after: undefined };
    assert.deepEqual(remove(codings(ANNOTATION), deciding()), [change]);
  });

  it('is about the codes that are meant, where a passage has several', () => {
    const both = { ...ANNOTATION, codes: ['roles/partner', 'roles/principal'] };
    const second = codings(both).filter(({ codePath }) => codePath === 'roles/principal');
    assert.deepEqual(result(remove(second, deciding())).codes, ['roles/partner']);
    assert.deepEqual(result(recode(second, ['roles/other'], deciding())).codes, ['roles/partner', 'roles/other']);
    const [kept, split] = reject(second, deciding());
    assert.deepEqual([kept?.after?.codes, kept?.after?.status], [['roles/partner'], 'confirmed']);
    assert.deepEqual(
      [split?.after?.id, split?.after?.codes, split?.after?.status],
      ['new1', ['roles/principal'], 'rejected'],
    );
    assert.equal(result(reject(codings(both), deciding())).status, 'rejected');
    assert.equal(remove(codings(both), deciding())[0]?.after, undefined);
  });

  it('leaves those of other coders alone', () => {
    const theirs = codings(ANNOTATION, 'anchored', 'you');
    const d = deciding();
    assert.deepEqual([...reject(theirs, d), ...remove(theirs, d), ...recode(theirs, ['x/y'], d)], []);
    assert.deepEqual([...writeMemo(one(theirs), 'x', d), ...changeRange(one(theirs), SPAN, d)], []);
  });
});

describe('deciding on places', () => {
  const outdated: Annotation = {
    ...ANNOTATION,
    ...{ status: 'rejected', codes: ['roles/partner', 'roles/other'] },
    target: { ...ANNOTATION.target, start: 5, quote: 'Wij werken', unknown: { p: 1 } },
  };

  it('accepts the place and the words of today in one change, and leaves the decision as it was', () => {
    for (const state of ['moved', 'changed'] as const) {
      const accepted = result(accept(codings(outdated, state), deciding()));
      assert.deepEqual(accepted, {
        ...outdated,
        target: { ...ANNOTATION.target, unknown: { p: 1 } },
        modified: LATER,
      });
    }
  });

  it('accepts nothing of what has no place, lies where it was, is a suggestion or is of others', () => {
    for (const state of ['orphan', 'anchored'] as const) {
      assert.deepEqual(accept(codings(outdated, state), deciding()), []);
    }
    assert.deepEqual(accept(codings(), deciding()), []);
    assert.deepEqual(accept(codings(outdated, 'moved', 'you'), deciding()), []);
  });

  it('keeps what is lost with its words, and takes it up again', () => {
    const kept = result(keep(codings(outdated, 'orphan'), true, deciding()));
    assert.deepEqual(kept.target, { ...outdated.target, kept: true });
    assert.deepEqual(keep(codings(kept, 'orphan'), true, deciding()), []);
    assert.deepEqual(result(keep(codings(kept, 'orphan'), false, deciding())).target, outdated.target);
    assert.deepEqual(keep(codings(outdated, 'changed'), true, deciding()), []);
  });

  it('keeps no longer what was given a place by hand', () => {
    const kept = result(keep(codings(outdated, 'orphan'), true, deciding()));
    const placed = result(changeRange(one(codings(kept, 'orphan')), SPAN, deciding()));
    assert.deepEqual(placed.target, { ...ANNOTATION.target, unknown: { p: 1 } });
  });
});

describe('coding by hand', () => {
  it('makes one annotation with all codes, without the white space around the words', () => {
    const made = result(
      annotate({ start: 10, end: 18 }, ['roles/partner', 'roles/other', 'roles/partner'], deciding()),
    );
    assert.deepEqual([made.codes, made.target.quote], [['roles/partner', 'roles/other'], 'samen.']);
    assert.deepEqual([made.origin, made.status], [{ kind: 'manual' }, 'confirmed']);
  });

  it('makes nothing of white space or without a code', () => {
    assert.deepEqual(annotate({ start: 17, end: 18 }, ['roles/partner'], deciding()), []);
    assert.deepEqual(annotate(SPAN, [], deciding()), []);
  });
});
