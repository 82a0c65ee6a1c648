import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import type { Coding } from '../../../../src/core/analysis/coding.js';
import { COLUMNS } from '../../../../src/core/exchange/columns.js';
import { codeIndex, type Row, rowsOf } from '../../../../src/core/exchange/rows.js';
import { EXAMPLE_CODEBOOK } from './exampleCodebook.js';
import { decidedCoding, EXAMPLE_SHA256, exampleDocument, suggestedCoding } from './exampleDocument.js';
import { rowProblems } from './exportSchema.js';

const CODES = codeIndex([EXAMPLE_CODEBOOK]);

const TEXT = `1 Inleiding

De gemeente ziet twee wegen. Zij zet een coach in voor de scholen in de wijk.

1.1 Doel

Het doel is 👍 helder voor iedereen. Een adviseur komt langs bij de besturen van de scholen.
`;

function rowOf(text: string, coding: Coding): Row {
  const [row] = rowsOf(exampleDocument(text, { codings: [coding] }), CODES);
  assert.ok(row);
  return row;
}

describe('a row', () => {
  it('says all of a suggestion', () => {
    const quote = 'Zij zet een coach in voor de scholen in de wijk.';
    const start = TEXT.indexOf(quote);
    assert.deepEqual(rowOf(TEXT, suggestedCoding(TEXT, quote)), {
      annotation_id: 's-1',
      document: 'notes/letter.md',
      document_sha256: EXAMPLE_SHA256,
      language: 'nl',
      section: '1 Inleiding',
      paragraph: 1,
      sentence: 2,
      start,
      end: start + quote.length,
      start_cp: start,
      end_cp: start + quote.length,
      line: 3,
      column: 30,
      quote,
      prefix: TEXT.slice(start - 32, start),
      suffix: '\n\n1.1 Doel\n\nHet doel is 👍 helde',
      codebook: 'interventions',
      code: 'coach',
      code_path: 'interventions/relational/coach',
      code_name_nl: 'Coach',
      code_name_en: 'Coach',
      coder: '',
      status: 'suggested',
      origin: 'suggestion',
      score: 0.833,
      evidence: [],
      anchor_state: 'anchored',
      memo: '',
      created: null,
      modified: null,
    });
  });

  it('has its fields in the order of the columns, variables last', () => {
    const document = exampleDocument(TEXT, {
      codings: [suggestedCoding(TEXT, 'coach')],
      variables: { year: '2018', role: 'manager' },
    });
    const [row] = rowsOf(document, CODES);
    assert.deepEqual(Object.keys(row ?? {}), [...COLUMNS, 'var_year', 'var_role']);
    assert.equal(row?.var_year, '2018');
  });

  it('counts code points beside UTF-16, and sections one in the other', () => {
    const row = rowOf(TEXT, suggestedCoding(TEXT, 'Een adviseur komt langs'));
    assert.equal(row.start_cp, (row.start ?? 0) - 1);
    assert.equal([...TEXT].slice(row.start_cp ?? 0, row.end_cp ?? 0).join(''), row.quote);
    assert.equal(row.section, '1 Inleiding > 1.1 Doel');
    assert.deepEqual([row.paragraph, row.sentence], [3, 5]);
  });

  it('names its annotation, decision, times and what was evidence then', () => {
    const row = rowOf(TEXT, decidedCoding(TEXT, 'een coach'));
    assert.equal(row.annotation_id, '01J00000000000000000000000');
    assert.deepEqual([row.coder, row.status, row.memo], ['a.jansen', 'confirmed', 'zeker']);
    assert.deepEqual(row.evidence, ['coach*: coach']);
    assert.deepEqual([row.created, row.modified], ['2026-01-31T10:00:00Z', '2026-02-01T10:00:00Z']);
  });

  it('says what became of the place, and has one only where it is certain', () => {
    const quote = 'Zij zet een coach in';
    const start = TEXT.indexOf(quote);
    for (const state of ['anchored', 'moved', 'changed'] as const) {
      const row = rowOf(TEXT, decidedCoding(TEXT, quote, { state }));
      assert.deepEqual([row.anchor_state, row.start, row.end, row.quote], [state, start, start + quote.length, quote]);
    }
    for (const state of ['ambiguous', 'orphan'] as const) {
      const row = rowOf(TEXT, decidedCoding(TEXT, quote, { state, span: undefined, quote: 'de woorden van toen' }));
      assert.deepEqual([row.anchor_state, row.start, row.line, row.quote], [state, null, null, 'de woorden van toen']);
    }
  });

  it('keeps the lost words of an orphan, and has no place', () => {
    const row = rowOf(TEXT, decidedCoding(TEXT, 'een buddy'));
    assert.equal(row.quote, 'een buddy');
    assert.deepEqual([row.prefix, row.suffix], ['een ', ' komt']);
    const { paragraph, sentence, start, end, start_cp, end_cp, line, column } = row;
    assert.ok([paragraph, sentence, start, end, start_cp, end_cp, line, column].every((value) => value === null));
    assert.deepEqual([row.section, row.anchor_state], ['', 'orphan']);
  });

  it('has no names for a code of no codebook in force', () => {
    const row = rowOf(TEXT, decidedCoding(TEXT, 'coach', { codePath: 'gone/code' }));
    assert.deepEqual([row.codebook, row.code, row.code_name_nl, row.code_name_en], ['gone', 'code', '', '']);
  });

  it('has no sentence in code and front matter, which are not read', () => {
    const text = '---\ntitle: coach\n---\n\nWij sturen een coach naar elke school in de stad.\n';
    const document = exampleDocument(text, { format: 'markdown', codings: [decidedCoding(text, 'title: coach')] });
    const [row] = rowsOf(document, CODES);
    assert.deepEqual([row?.paragraph, row?.sentence, row?.line], [null, null, 2]);
  });

  it('counts lines of any kind, CRLF as two units', () => {
    const text = 'Eerste regel.\r\nTweede regel met een coach.\rDerde.\n';
    const row = rowOf(text, decidedCoding(text, 'Tweede'));
    assert.deepEqual([row.start, row.line, row.column], [15, 2, 1]);
    assert.equal(rowOf(text, decidedCoding(text, 'Derde')).line, 3);
  });

  it('does not cut a character in half in its context', () => {
    const text = `👍${'x'.repeat(31)}coach${'y'.repeat(31)}👍`;
    const row = rowOf(text, decidedCoding(text, 'coach'));
    assert.equal(row.prefix, 'x'.repeat(31));
    assert.equal(row.suffix, 'y'.repeat(31));
  });

  it('is true of any text at any place, and valid by the schema', () => {
    const piece = fc.oneof(
      fc.constantFrom('\n', '\r\n', '\n\n', '. ', '1.2 Kop\n', '- ', '> ', '👍', 'e\u0301', '\u00AD'),
      fc.lorem({ maxCount: 5 }),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );
    const texts = fc.array(piece, { minLength: 1, maxLength: 40 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, at, length) => {
        const start = at % (text.length + 1);
        const span = { start, end: Math.min(text.length, start + (length % 50)) };
        const row = rowOf(text, decidedCoding(text, '', { span }));
        assert.equal(row.quote, text.slice(row.start ?? 0, row.end ?? 0));
        const codePoints = [...text.slice(0, span.start)].length;
        const cutsPair = /[\uD800-\uDBFF]$/.test(text.slice(0, start)) && /^[\uDC00-\uDFFF]/.test(text.slice(start));
        if (!cutsPair) assert.equal(row.start_cp, codePoints);
        const cutsLineEnd = text[start - 1] === '\r' && text[start] === '\n';
        assert.equal(row.line, text.slice(0, start).split(/\r\n|\n|\r/).length - (cutsLineEnd ? 1 : 0));
        assert.deepEqual(rowProblems(row), []);
      }),
      { numRuns: 150 },
    );
  });
});
