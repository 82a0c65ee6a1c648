import { strict as assert } from 'node:assert';
import { COLUMNS } from '../../../../src/core/exchange/columns.js';
import type { DocumentEntry } from '../../../../src/core/exchange/documentEntry.js';
import { EXPORT_FORMATS, type RowFormat, rowJoiner } from '../../../../src/core/exchange/formats.js';
import { EXPORT_SCHEMA_URI } from '../../../../src/core/exchange/json.js';
import type { Row } from '../../../../src/core/exchange/rows.js';
import { EXAMPLE_CODEBOOK } from './exampleCodebook.js';
import { exampleRow } from './exampleRow.js';
import { exportProblems, exportSchema, rowProblems } from './exportSchema.js';

const ENTRY: DocumentEntry = {
  path: 'notes/letter.md',
  sha256: 'b'.repeat(64),
  language: 'nl',
  characters: 100,
  words: 20,
  sentences: 2,
  paragraphs: 1,
  unsaved: false,
  variables: { year: '2018' },
};

const HEAD = {
  tool: { name: 'policy-lens', version: '0.1.0' },
  exportedAt: '2026-01-31T10:00:00.000Z',
  codebooks: [EXAMPLE_CODEBOOK],
};

/** An export as it is written: document by document. */
function write(name: RowFormat, rowsByDocument: readonly (readonly Row[])[], documents = [ENTRY]): string {
  const format = EXPORT_FORMATS[name];
  const join = rowJoiner(format);
  const rows = rowsByDocument.map((some) => join(format.rows(some, ['year']))).join('');
  return format.start(HEAD, ['year']) + rows + format.end(documents);
}

describe('the JSON export', () => {
  it('is valid by its schema, with and without rows', () => {
    const orphan = exampleRow({ start: null, end: null, anchor_state: 'orphan', created: '2026-01-31T10:00:00Z' });
    for (const rows of [[], [[], []], [[exampleRow()], [], [exampleRow({ var_year: '2018' }), orphan]]]) {
      assert.deepEqual(exportProblems(JSON.parse(write('json', rows))), []);
    }
  });

  it('holds the rows of all documents in order, however they came', () => {
    const rows = ['a', 'b', 'c'].map((id) => exampleRow({ annotation_id: id }));
    const [a, b, c] = rows as [Row, Row, Row];
    assert.deepEqual(JSON.parse(write('json', [[], [a], [], [b, c]])).annotations, rows);
  });

  it('names every document, also without rows, and every code of every codebook', () => {
    const written = JSON.parse(write('json', [], [ENTRY, { ...ENTRY, path: 'empty.txt' }]));
    assert.deepEqual(
      written.documents.map(({ path }: DocumentEntry) => path),
      ['notes/letter.md', 'empty.txt'],
    );
    assert.deepEqual(
      written.codebooks[0].codes.map(({ path }: { path: string }) => path),
      ['interventions/relational', 'interventions/relational/coach'],
    );
  });

  it('says by its schema what it is, when and by what it was written', () => {
    const { annotations, documents, codebooks, ...head } = JSON.parse(write('json', []));
    assert.deepEqual(head, {
      $schema: EXPORT_SCHEMA_URI,
      schema: 'policy-lens/export@1',
      tool: HEAD.tool,
      exported_at: HEAD.exportedAt,
    });
    assert.equal(exportSchema.$id, EXPORT_SCHEMA_URI);
    assert.deepEqual([annotations, documents.length, codebooks.length], [[], 1, 1]);
  });
});

describe('the schema of the export', () => {
  it('requires every column of a row and knows no other', () => {
    assert.deepEqual(Object.keys(exportSchema.$defs.row.properties), [...COLUMNS]);
    assert.deepEqual(exportSchema.$defs.row.required, [...COLUMNS]);
  });

  it('refuses a row with a wrong value in it', () => {
    assert.deepEqual(rowProblems(exampleRow()), []);
    for (const wrong of [{ start: -1 }, { score: 1.5 }, { document_sha256: 'x' }, { line: 0 }, { created: 'today' }]) {
      assert.notDeepEqual(rowProblems(exampleRow(wrong)), [], JSON.stringify(wrong));
    }
  });

  it('describes every field', () => {
    const undescribed: string[] = [];
    const walk = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [name, field] of Object.entries(value)) {
        if (path.endsWith('/properties') && !('description' in field)) undescribed.push(`${path}/${name}`);
        walk(field, `${path}/${name}`);
      }
    };
    walk(exportSchema, '');
    assert.deepEqual(undescribed, []);
  });
});

describe('JSON Lines', () => {
  it('are the same rows, a line each', () => {
    const rows = [exampleRow({ quote: 'een\ncoach' }), exampleRow({ annotation_id: 'b' })];
    const lines = write('jsonl', [rows.slice(0, 1), [], rows.slice(1)]).split('\n');
    assert.equal(lines.pop(), '');
    assert.deepEqual(
      lines.map((line) => JSON.parse(line)),
      rows,
    );
  });

  it('have their fields in the order of the columns of the CSV', () => {
    assert.deepEqual(Object.keys(JSON.parse(write('jsonl', [[exampleRow()]]))), [...COLUMNS]);
  });
});
