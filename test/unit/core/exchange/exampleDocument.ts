import type { Coding } from '../../../../src/core/analysis/coding.js';
import type { Annotation } from '../../../../src/core/annotation/annotation.js';
import type { ExportDocument } from '../../../../src/core/exchange/exportDocument.js';
import { readPolicyText } from '../../../../src/core/text/edit.js';
import type { Format } from '../../../../src/core/text/policyText.js';
import { parseBlock } from '../../../../src/core/text/segments.js';

export const EXAMPLE_SHA256 = 'c'.repeat(64);

/** A document as an export has it, read by the real parts. */
export function exampleDocument(
  text: string,
  changes: Partial<ExportDocument> & { readonly format?: Format } = {},
): ExportDocument {
  const { format = 'plain', ...rest } = changes;
  const read = readPolicyText(text, format);
  const parsed = read.blocks.map(({ start, end, kind }) =>
    parseBlock({ raw: text.slice(start, end), kind, format, fallback: 'nl' }),
  );
  return {
    path: 'notes/letter.md',
    sha256: EXAMPLE_SHA256,
    language: 'nl',
    text: read,
    parsed,
    codings: [],
    variables: {},
    source: 'stored',
    ...rest,
  };
}

/** A suggestion for the first occurrence of `quote`. */
export function suggestedCoding(text: string, quote: string, changes: Partial<Coding> = {}): Coding {
  const start = text.indexOf(quote);
  const span = { start, end: start + quote.length };
  return {
    id: 's-1',
    codePath: 'interventions/relational/coach',
    status: 'suggested',
    span,
    quote,
    state: 'anchored',
    coder: '',
    editable: true,
    origin: 'suggestion',
    score: 0.83333,
    memo: '',
    annotation: undefined,
    suggestion: {
      ...span,
      codePath: 'interventions/relational/coach',
      score: 0.83333,
      evidence: [],
      language: 'nl',
      codebook: 'interventions@1',
      sentence: 0,
      derived: undefined,
    },
    ...changes,
  };
}

export const EXAMPLE_ANNOTATION: Annotation = {
  id: '01J00000000000000000000000',
  codes: ['interventions/relational/coach'],
  status: 'confirmed',
  target: { start: 3, end: 8, quote: 'coach', prefix: 'een ', suffix: ' komt' },
  memo: 'zeker',
  origin: {
    kind: 'suggestion',
    codebook: 'interventions@1',
    code: 'interventions/relational/coach',
    score: 0.8,
    evidence: ['coach*: coach'],
  },
  created: '2026-01-31T10:00:00Z',
  modified: '2026-02-01T10:00:00Z',
};

/** The coding of an annotation at the first occurrence of `quote`; not found where there is none. */
export function decidedCoding(text: string, quote: string, changes: Partial<Coding> = {}): Coding {
  const found = text.includes(quote);
  return {
    ...suggestedCoding(text, quote),
    id: EXAMPLE_ANNOTATION.id,
    status: 'confirmed',
    coder: 'a.jansen',
    memo: EXAMPLE_ANNOTATION.memo,
    annotation: EXAMPLE_ANNOTATION,
    suggestion: undefined,
    ...(found ? {} : { span: undefined, state: 'orphan' as const, quote }),
    ...changes,
  };
}
