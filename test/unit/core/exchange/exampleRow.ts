import type { Row } from '../../../../src/core/exchange/rows.js';

/** A row as the detector would give it, with what a test wants otherwise. */
export function exampleRow(changes: Partial<Row> = {}): Row {
  return {
    annotation_id: 's-1',
    document: 'notes/letter.md',
    document_sha256: 'a'.repeat(64),
    language: 'nl',
    section: '1 Inleiding > 1.2 Doel',
    paragraph: 3,
    sentence: 7,
    start: 120,
    end: 141,
    start_cp: 118,
    end_cp: 139,
    line: 9,
    column: 4,
    quote: 'Wij sturen een coach.',
    prefix: 'Daarna. ',
    suffix: ' Later',
    codebook: 'interventions',
    code: 'coach',
    code_path: 'interventions/relational/coach',
    code_name_nl: 'Coach',
    code_name_en: 'Coach',
    coder: '',
    status: 'suggested',
    origin: 'suggestion',
    score: 0.83,
    evidence: ['coach*: coach', 'sturen'],
    anchor_state: 'anchored',
    memo: '',
    created: null,
    modified: null,
    ...changes,
  };
}
