import { strict as assert } from 'node:assert';
import { readVariables } from '../../../../src/core/analysis/variables.js';

function table(csv: string) {
  const { byPath, messages } = readVariables(csv);
  return {
    rows: Object.fromEntries(byPath),
    problems: messages.map(({ key, args, place }) => [key, ...args, place?.line]),
  };
}

describe('documents.csv', () => {
  it('gives the variables of each document, separated as any spreadsheet does it', () => {
    const rows = { 'notes/a.md': { year: '2021', role: 'gemeente' }, 'b.txt': { year: '2022', role: '' } };
    for (const separator of [',', ';', '\t']) {
      const csv = `\uFEFFpath,year,role\r\nnotes\\a.md,2021,gemeente\r\n\r\n./b.txt, 2022 ,\r\n`.replaceAll(
        ',',
        separator,
      );
      assert.deepEqual(table(csv), { rows, problems: [] });
    }
  });

  it('may quote cells, with separators and line ends in them', () => {
    const { rows, problems } = table('year,path,note\n2021,"a, b.md","one\ntwo ""three"""\n2022,c.md\n');
    assert.deepEqual(rows['a, b.md'], { year: '2021', note: 'one\ntwo "three"' });
    assert.deepEqual(problems, [['documents.csv.cells', 2, 3, 4]]);
    assert.deepEqual(rows['c.md'], { year: '2022', note: '' });
  });

  it('names the line of what is wrong, and uses the rest', () => {
    const { rows, problems } = table('path,year,year\na.md,1,2\n,3,3\na.md,9,9\nb.md,4,5,6\n');
    assert.deepEqual(rows, { 'a.md': { year: '2' }, 'b.md': { year: '5' } });
    assert.deepEqual(problems, [
      ['documents.csv.column', 'year', 1],
      ['documents.csv.emptyPath', 3],
      ['documents.csv.twice', 'a.md', 4],
      ['documents.csv.cells', 4, 3, 5],
    ]);
  });

  it('needs a column for the path, unless it is empty', () => {
    assert.deepEqual(table('year,role\n2021,x\n').problems, [['documents.csv.noPath', 1]]);
    assert.deepEqual(table(' \n'), { rows: {}, problems: [] });
  });
});
