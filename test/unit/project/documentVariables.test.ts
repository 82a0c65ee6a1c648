import { strict as assert } from 'node:assert';
import { frontMatterOf, readFrontMatter } from '../../../src/project/documentVariables.js';
import { FOLDER, LETTER, LETTER_URI, letterFiles, letterRef, openLetter } from './workspace.js';

const TABLE_URI = `${FOLDER}/.policy-lens/documents.csv`;

describe('variables of documents', () => {
  it('come from documents.csv, over what a text says of itself', async () => {
    const text = `---\nyear: 2020\nrole: provincie\ntags: [a, b]\n---\n\n${LETTER}`;
    const files = letterFiles({ [LETTER_URI]: text, [TABLE_URI]: 'path,year\nnotes/letter.md,2021\n' });
    const project = await openLetter(files);
    assert.deepEqual(project.variables(letterRef()), { year: '2021', role: 'provincie', tags: 'a; b' });
    files.put(TABLE_URI, 'path;year\nnotes/letter.md;2022\n;x\n');
    await project.fileChanged(TABLE_URI);
    assert.equal(project.variables(letterRef()).year, '2022');
    assert.deepEqual(
      project.problems().map(({ path, messages }) => [path, messages[0]?.key]),
      [['.policy-lens/documents.csv', 'documents.csv.emptyPath']],
    );
    assert.deepEqual(project.variables(letterRef('other.md')), {});
  });

  it('are read from front matter as far as it is plain', async () => {
    const yaml = frontMatterOf('---\r\na: 1\r\nb: { c: 2 }\r\nd: [x, { y: 1 }]\r\ne:\r\n...\r\nText');
    assert.deepEqual(await readFrontMatter(yaml ?? ''), { a: '1', d: 'x' });
    for (const bad of ['[', '- a\n- b', 'text', '']) assert.deepEqual(await readFrontMatter(bad), {});
  });

  it('are not read from a rule across the page', () => {
    assert.equal(frontMatterOf('---\n\nText without an end'), undefined);
    assert.equal(frontMatterOf('Text\n---\na: 1\n---\n'), undefined);
  });
});
