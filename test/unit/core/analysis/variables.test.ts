import { strict as assert } from 'node:assert';
import { readVariables } from '../../../../src/core/analysis/variables.js';

const read = (csv: string) => {
  const { byPath, messages } = readVariables(csv);
  return { rows: Object.fromEntries(byPath), problems: messages.map(({ key, place }) => `${key} ${place?.line}`) };
};

describe('a table of documents', () => {
  it('gives each document its variables, whatever the separator, the line ends and the mark at its start', () => {
    const rows = { 'notes/a.txt': { year: '2020', role: 'manager' } };
    assert.deepEqual(read('path,year,role\nnotes/a.txt,2020,manager\n').rows, rows);
    assert.deepEqual(read('\uFEFFpad;year;role\r\nnotes\\a.txt;2020;manager').rows, rows);
    assert.deepEqual(read('path\tyear\trole\n./notes/a.txt\t2020\tmanager\n').rows, rows);
  });

  it('reads quoted cells with separators, quotes and line breaks in them', () => {
    const { rows } = read('path,note\na.txt,"one, ""two""\nthree"\n');
    assert.deepEqual(rows, { 'a.txt': { note: 'one, "two"\nthree' } });
  });

  it('is empty without a word when there is nothing in it', () => {
    assert.deepEqual(read(''), { rows: {}, problems: [] });
    assert.deepEqual(read('\n\n'), { rows: {}, problems: [] });
  });

  it('names the line of a row with too few cells, without a path, or about a document that has one; and uses the rest', () => {
    const { rows, problems } = read('path,year\na.txt,1\n\nb.txt\n,3\na.txt,4\nc.txt,5\n');
    assert.deepEqual(problems, ['documents.csv.cells 4', 'documents.csv.emptyPath 5', 'documents.csv.twice 6']);
    assert.deepEqual(rows, { 'a.txt': { year: '1' }, 'b.txt': { year: '' }, 'c.txt': { year: '5' } });
  });

  it('says so when no column names the documents, or a name stands twice', () => {
    assert.deepEqual(read('name,year\na.txt,1\n').problems, ['documents.csv.noPath 1']);
    assert.deepEqual(read('path,year,year\na.txt,1,2\n').problems, ['documents.csv.column 1']);
  });

  it('uses nothing of a table in which a quotation mark is never closed', () => {
    assert.deepEqual(read('path,year\n"a.txt,1\nb.txt,2\n'), { rows: {}, problems: ['documents.csv.quote 3'] });
  });
});
