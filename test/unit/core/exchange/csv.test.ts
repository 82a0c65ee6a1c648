import { strict as assert } from 'node:assert';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { COLUMNS } from '../../../../src/core/exchange/columns.js';
import { csvHeader, csvRows } from '../../../../src/core/exchange/csv.js';
import type { Row } from '../../../../src/core/exchange/rows.js';
import { exampleRow } from './exampleRow.js';

type Cells = Readonly<Record<string, string>>;

function readBack(rows: readonly Row[], variables: readonly string[] = []): readonly Cells[] {
  return parse(csvHeader(variables) + csvRows(rows, variables), { columns: true, record_delimiter: '\r\n' });
}

function readOne(changes: Partial<Row>, variables: readonly string[] = []): Cells {
  const [cells] = readBack([exampleRow(changes)], variables);
  assert.ok(cells);
  return cells;
}

describe('CSV', () => {
  it('has the columns of the contract in their order, and document variables after them', () => {
    const columns =
      'annotation_id,document,document_sha256,language,section,paragraph,sentence,start,end,start_cp,end_cp,line,column,' +
      'quote,prefix,suffix,codebook,code,code_path,code_name_nl,code_name_en,coder,status,origin,score,evidence,' +
      'anchor_state,memo,created,modified,var_year,var_role\r\n';
    assert.equal(csvHeader(['year', 'role']), columns);
  });

  it('gives every cell of a row, numbers as they are and nothing for null', () => {
    const cells = readOne({});
    assert.equal(cells.annotation_id, 's-1');
    assert.equal(cells.start, '120');
    assert.equal(cells.score, '0.83');
    assert.equal(cells.created, '');
    assert.equal(cells.coder, '');
    assert.deepEqual(Object.keys(cells), [...COLUMNS]);
  });

  it('joins evidence by semicolons', () => {
    assert.equal(readOne({}).evidence, 'coach*: coach; sturen');
  });

  it('leaves a variable empty that a document does not have', () => {
    const cells = readOne({ var_year: '2018' }, ['year', 'role']);
    assert.equal(cells.var_year, '2018');
    assert.equal(cells.var_role, '');
  });

  it('keeps line ends, quotation marks and commas of a quotation', () => {
    const quote = 'een "coach",\r\nof\ntwee\rdrie';
    assert.equal(readOne({ quote }).quote, quote);
  });

  it('gives back any text, but for the apostrophe before what a spreadsheet would run', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (memo) => {
        const read = readOne({ memo }).memo;
        assert.ok(read === memo || read === `'${memo}`);
        assert.doesNotMatch(read, /^[=+\-@\t\r\n]/);
      }),
      { numRuns: 100 },
    );
  });

  for (const start of ['=', '+', '-', '@', '\t', '\r', '\n']) {
    it(`puts an apostrophe before a cell that starts with ${JSON.stringify(start)}`, () => {
      const text = `${start}cmd|' /C calc'!A0`;
      assert.equal(readOne({ quote: text }).quote, `'${text}`);
    });
  }

  it('neutralises document names, codes and variables too', () => {
    const cells = readOne({ document: '=1+1.txt', coder: '@a', var_x: '+31' }, ['x']);
    assert.deepEqual([cells.document, cells.coder, cells.var_x], ["'=1+1.txt", "'@a", "'+31"]);
  });

  it('ends every record with CRLF and writes nothing for no rows', () => {
    assert.equal(csvRows([], []), '');
    assert.equal(csvRows([exampleRow(), exampleRow()], []).split('\r\n').length, 3);
  });
});
