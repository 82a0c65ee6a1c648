import { strict as assert } from 'node:assert';
import type { Coding } from '../../../../src/core/analysis/coding.js';
import { highlightsOf, mergeSpans, stripesOf, styleKey } from '../../../../src/core/analysis/highlights.js';

const codes = new Map([
  [
    'interventions/relational',
    { path: 'interventions/relational', color: 'relational', appearance: 'background' as const },
  ],
  [
    'partner-principal/partner',
    { path: 'partner-principal/partner', color: 'partner', appearance: 'underline' as const },
  ],
]);
const codeOf = (path: string) => codes.get(path);

function coding(over: Partial<Coding> & Pick<Coding, 'span' | 'codePath'>): Coding {
  return {
    id: `${over.codePath}@${over.span?.start}`,
    status: 'suggested',
    quote: '',
    state: over.span ? 'anchored' : 'orphan',
    coder: '',
    editable: true,
    origin: 'suggestion',
    score: 0.6,
    memo: '',
    annotation: undefined,
    suggestion: undefined,
    ...over,
  };
}

function withEvidence(span: { start: number; end: number }, words: { start: number; end: number }): Coding {
  const codePath = 'interventions/relational';
  const evidence = [{ ...words, indicator: 'coach*', id: 'i', weight: 0.6, adds: 1 }];
  return coding({
    codePath,
    span,
    suggestion: {
      ...span,
      codePath,
      score: 0.6,
      evidence,
      language: 'nl',
      codebook: 'i@1',
      sentence: 0,
      derived: undefined,
    },
  });
}

const keys = (codings: readonly Coding[]) =>
  highlightsOf(codings, codeOf).map(({ style, spans }) => [styleKey(style), spans] as const);

describe('highlights of a document', () => {
  it('mark the sentence of a suggestion lightly and its words strongly', () => {
    assert.deepEqual(keys([withEvidence({ start: 0, end: 40 }, { start: 3, end: 10 })]), [
      ['relational/background/suggestion', [{ start: 0, end: 40 }]],
      ['relational/background/evidence', [{ start: 3, end: 10 }]],
    ]);
  });

  it('mark the whole quotation of a confirmed annotation', () => {
    const confirmed = coding({
      codePath: 'partner-principal/partner',
      span: { start: 5, end: 9 },
      status: 'confirmed',
    });
    assert.deepEqual(keys([confirmed]), [['partner/underline/confirmed', [{ start: 5, end: 9 }]]]);
  });

  it('leave out what is rejected, lost, or of a code that is switched off or unknown', () => {
    const span = { start: 0, end: 4 };
    const codePath = 'interventions/relational';
    assert.deepEqual(keys([coding({ codePath, span, status: 'rejected' })]), []);
    assert.deepEqual(keys([coding({ codePath, span: undefined, status: 'confirmed' })]), []);
    assert.deepEqual(keys([coding({ codePath: 'own/unknown', span, status: 'confirmed' })]), []);
  });

  it('tint a passage once where two codings of one look overlap', () => {
    const codePath = 'interventions/relational';
    const both = [
      coding({ codePath, span: { start: 10, end: 30 }, status: 'confirmed' }),
      coding({ codePath, span: { start: 0, end: 20 }, status: 'confirmed' }),
    ];
    assert.deepEqual(keys(both), [['relational/background/confirmed', [{ start: 0, end: 30 }]]]);
  });
});

describe('mergeSpans', () => {
  it('sorts, joins what overlaps or touches, and keeps gaps', () => {
    const spans = [
      { start: 8, end: 9 },
      { start: 0, end: 3 },
      { start: 3, end: 5 },
      { start: 1, end: 2 },
    ];
    assert.deepEqual(mergeSpans(spans), [
      { start: 0, end: 5 },
      { start: 8, end: 9 },
    ]);
  });
});

describe('stripes beside the lines', () => {
  const lineOf = (offset: number) => Math.floor(offset / 10);

  it('run along every line that a coding touches, and not the line after it', () => {
    const highlights = highlightsOf(
      [coding({ codePath: 'interventions/relational', span: { start: 5, end: 30 } })],
      codeOf,
    );
    assert.deepEqual([...stripesOf(highlights, lineOf).keys()], [0, 1, 2]);
  });

  it('show the confirmed one where a role is both suggested and confirmed on a line', () => {
    const codePath = 'interventions/relational';
    const highlights = highlightsOf(
      [
        coding({ codePath, span: { start: 0, end: 5 } }),
        coding({ codePath, span: { start: 6, end: 9 }, status: 'confirmed' }),
      ],
      codeOf,
    );
    assert.deepEqual([...(stripesOf(highlights, lineOf).get(0) ?? [])], [['relational', 'confirmed']]);
  });
});
