import { strict as assert } from 'node:assert';
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from '../../../src/core/exchange/rows.js';
import { policyProse } from '../../bench/corpus.js';
import { exportProblems, rowProblems } from '../core/exchange/exportSchema.js';
import { ensureBuilt, Folder, policyLens, records } from './commandLine.js';

const LETTER = 'Wij zetten een coach in voor de scholen. De inspectie houdt toezicht op de scholen in de wijk.\n';

const rowsIn = (jsonl: string): readonly Row[] =>
  jsonl
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

const documentsOf = (rows: readonly Row[]): readonly string[] => [...new Set(rows.map(({ document }) => document))];

describe('policy-lens scan', function () {
  this.timeout(30_000);
  let folder: Folder;
  const scan = (...args: readonly string[]) => policyLens(['scan', ...args], { cwd: folder.path });
  const scanRows = async (...args: readonly string[]) => rowsIn((await scan(...args, '--format', 'jsonl')).stdout);

  before(ensureBuilt);
  beforeEach(() => {
    folder = new Folder({ 'letter.txt': LETTER });
  });
  afterEach(() => folder.remove());

  it('writes an export that is valid by its schema, with the document and its rows', async () => {
    const { code, stdout, stderr } = await scan('letter.txt');
    const written = JSON.parse(stdout);
    assert.deepEqual([code, stderr], [0, '']);
    assert.deepEqual(exportProblems(written), []);
    assert.equal(written.documents[0].path, 'letter.txt');
    assert.equal(written.documents[0].sentences, 2);
    const codes = written.annotations.map(({ code_path }: Row) => code_path);
    assert.ok(
      codes.some((code: string) => code.startsWith('interventions/relational')),
      codes.join(),
    );
    assert.ok(
      codes.some((code: string) => code.startsWith('interventions/contextual')),
      codes.join(),
    );
  });

  it('quotes exactly what stands between start and end, in a file with CRLF and a byte order mark too', async () => {
    folder.write('crlf.txt', `\uFEFFEerste regel 👍.\r\n\r\n${LETTER.replaceAll('\n', '\r\n')}`);
    const rows = await scanRows('crlf.txt');
    const text = readFileSync(join(folder.path, 'crlf.txt'), 'utf8').replace(/^\uFEFF/, '');
    assert.ok(rows.length > 0);
    for (const { start, end, start_cp, end_cp, quote, line } of rows) {
      assert.equal(text.slice(start ?? -1, end ?? -1), quote);
      assert.equal([...text].slice(start_cp ?? 0, end_cp ?? 0).join(''), quote);
      assert.equal(line, 3);
    }
  });

  it('gives the same rows in all three formats', async () => {
    const inLines = await scanRows('letter.txt');
    const inJson = JSON.parse((await scan('letter.txt')).stdout).annotations;
    const inCsv = records((await scan('letter.txt', '--format', 'csv')).stdout);
    assert.deepEqual(inJson, inLines);
    assert.deepEqual(inLines.flatMap(rowProblems), []);
    assert.deepEqual(
      inCsv.map(({ annotation_id, quote, start }) => [annotation_id, quote, start]),
      inLines.map(({ annotation_id, quote, start }) => [annotation_id, quote, String(start)]),
    );
  });

  it('reads folders in order, without dot folders, node_modules, other endings and links', async () => {
    for (const path of ['b/two.md', 'a/one.txt', 'c.markdown', 'B.TXT']) folder.write(path, LETTER);
    for (const path of ['.git/x.txt', 'a/node_modules/x.txt', 'a/x.docx', 'a/.hidden.txt']) folder.write(path, LETTER);
    symlinkSync(folder.path, join(folder.path, 'a', 'round'));
    assert.deepEqual(documentsOf(await scanRows('.')), ['B.TXT', 'a/one.txt', 'b/two.md', 'c.markdown', 'letter.txt']);
  });

  it('reads globs and files of any ending, each file once, in the order that was asked for', async () => {
    folder.write('notes/b.txt', LETTER);
    folder.write('notes/a.txt', LETTER);
    folder.write('notes/odd.text', LETTER);
    const rows = await scanRows('notes/odd.text', 'notes/*.txt', '.');
    assert.deepEqual(documentsOf(rows), ['notes/odd.text', 'notes/a.txt', 'notes/b.txt', 'letter.txt']);
  });

  it('gives with several threads byte for byte what it gives with one', async () => {
    for (let index = 0; index < 40; index += 1) {
      folder.write(`set/${index}.txt`, policyProse(index, 3000, index % 3 === 0 ? 'en' : 'nl'));
    }
    const [one, three] = [
      await scan('set', '--format', 'jsonl'),
      await scan('set', '--format', 'jsonl', '--jobs', '3'),
    ];
    assert.ok(one.stdout.length > 10_000);
    assert.equal(one.stdout, three.stdout);
    assert.deepEqual([three.code, three.stderr], [0, '']);
  });

  it('gives the same ids when it runs again', async () => {
    assert.deepEqual(await scanRows('letter.txt'), await scanRows('letter.txt'));
  });

  it('keeps to the codebooks and the score that are asked for', async () => {
    const rows = await scanRows('letter.txt', '--codebook', 'interventions');
    assert.deepEqual([...new Set(rows.map(({ codebook }) => codebook))], ['interventions']);
    assert.deepEqual(await scanRows('letter.txt', '--min-score', '1'), []);
    const { code, stderr } = await scan('letter.txt', '--codebook', 'intervention');
    assert.equal(code, 2);
    assert.match(stderr, /--codebook intervention: expected interventions, partner-principal/);
  });

  it('uses the codebooks and variables of the workspace that the files are in', async () => {
    const codebook = `schema: policy-lens/codebook@1
id: own
version: 1
title: { nl: Eigen, en: Own }
codes:
  - id: school
    name: { nl: School, en: School }
    definition: { nl: Scholen, en: Schools }
    indicators: { nl: [ school* , scholen ] }
`;
    folder.write('.policy-lens/codebooks/own.yaml', codebook);
    folder.write('.policy-lens/documents.csv', 'path,year\nletter.txt,2018\n');
    folder.write('front.md', `---\nrole: manager\n---\n\n${LETTER}`);
    const [row] = await scanRows('letter.txt', '--codebook', 'own');
    assert.deepEqual([row?.code_path, row?.code_name_en, row?.var_year], ['own/school', 'School', '2018']);
    const { stdout } = await scan('.', '--codebook', 'own', '--format', 'csv');
    const found = records(stdout);
    assert.deepEqual(
      found.map(({ document, var_year, var_role }) => [document, var_year, var_role]),
      [
        ['front.md', '', 'manager'],
        ['front.md', '', 'manager'],
        ['letter.txt', '2018', ''],
        ['letter.txt', '2018', ''],
      ],
    );
  });

  it('names file, line and reason of a mistake in a codebook of the workspace, and uses the rest', async () => {
    folder.write('.policy-lens/codebooks/bad.yaml', 'schema: policy-lens/codebook@1\nid: bad\ncodes: [\n');
    const { code, stderr, stdout } = await scan('letter.txt', '--format', 'jsonl');
    assert.equal(code, 1);
    assert.match(stderr, /^\.policy-lens\/codebooks\/bad\.yaml:\d+:\d+: /);
    assert.ok(rowsIn(stdout).length > 0);
  });

  it('refuses two workspaces at once', async () => {
    for (const name of ['one', 'two']) folder.write(`${name}/.policy-lens/documents.csv`, 'path\n');
    const { code, stderr } = await scan('one', 'two');
    assert.equal(code, 2);
    assert.match(stderr, /two workspaces at once/);
  });

  describe('with input that is not as it should be', () => {
    const problems: readonly (readonly [name: string, content: Uint8Array, reason: RegExp])[] = [
      ['picture.txt', Uint8Array.of(137, 80, 78, 71, 0, 0, 1), /picture\.txt: not a text file/],
      ['large.txt', new Uint8Array(50 * 1024 * 1024).fill(97), /large\.txt: cannot be read: larger than 32 MB/],
      ['latin.txt', Uint8Array.of(99, 97, 102, 233, 32, 97), /latin\.txt: not valid UTF-8 from byte 3 on/],
    ];
    for (const [name, content, reason] of problems) {
      it(`says what is wrong with ${name}, does the rest, and ends with 1`, async () => {
        folder.write(name, content);
        const { code, stdout, stderr } = await scan('.', '--format', 'jsonl');
        assert.equal(code, 1);
        assert.match(stderr, reason);
        assert.equal(stderr.trimEnd().split('\n').length, 1);
        assert.deepEqual(documentsOf(rowsIn(stdout)), ['letter.txt']);
      });
    }

    it('names a file that is not there, and a glob that nothing matches', async () => {
      const { code, stderr, stdout } = await scan('gone.txt', 'x*.txt', 'letter.txt', '--format', 'jsonl');
      assert.equal(code, 1);
      assert.equal(stderr, 'gone.txt: no such file or folder\nx*.txt: no file matches\n');
      assert.deepEqual(documentsOf(rowsIn(stdout)), ['letter.txt']);
    });

    it('lists an empty file among the documents', async () => {
      folder.write('empty.txt', '');
      const { code, stdout } = await scan('empty.txt');
      const { documents, annotations } = JSON.parse(stdout);
      assert.equal(code, 0);
      assert.deepEqual(annotations, []);
      const { characters, words, sentences, paragraphs } = documents[0];
      assert.deepEqual([characters, words, sentences, paragraphs], [0, 0, 0, 0]);
    });

    it('is not confused by file names with odd signs', async () => {
      const names = ['a [b] {c}.txt', "quote'.txt", 'émile.txt', 'line\nend.txt'];
      for (const name of names) folder.write(`odd/${name}`, LETTER);
      assert.deepEqual(documentsOf(await scanRows('odd')), names.map((name) => `odd/${name}`).sort());
      assert.deepEqual(documentsOf(await scanRows('odd/a [b] {c}.txt')), ['odd/a [b] {c}.txt']);
    });
  });

  describe('--out', () => {
    it('writes the file, in the format of its name, and nothing else', async () => {
      const { code, stdout } = await scan('letter.txt', '--out', 'rows.csv');
      assert.deepEqual([code, stdout], [0, '']);
      assert.match(readFileSync(join(folder.path, 'rows.csv'), 'utf8'), /^annotation_id,document,/);
      assert.deepEqual(readdirSync(folder.path).sort(), ['letter.txt', 'rows.csv']);
    });

    it('keeps what a link points to in its place', async () => {
      folder.write('real.json', 'old');
      symlinkSync('real.json', join(folder.path, 'link.json'));
      await scan('letter.txt', '--out', 'link.json');
      assert.equal(JSON.parse(readFileSync(join(folder.path, 'real.json'), 'utf8')).documents.length, 1);
    });

    it('names the file where it cannot write', async () => {
      const { code, stderr } = await scan('letter.txt', '--out', 'gone/rows.json');
      assert.equal(code, 1);
      assert.match(stderr, /gone\/rows\.json: no such file or folder/);
    });

    it('ends with 1 and a word where the disk is full', async function () {
      if (!existsSync('/dev/full')) this.skip();
      const { code, stderr } = await scan('letter.txt', '--out', '/dev/full');
      assert.equal(code, 1);
      assert.match(stderr, /\/dev\/full: no space left on the device/);
    });

    it('leaves the old file when wrong use ends the command', async () => {
      writeFileSync(join(folder.path, 'rows.json'), 'old');
      await scan('letter.txt', '--out', 'rows.json', '--codebook', 'nothing');
      assert.equal(readFileSync(join(folder.path, 'rows.json'), 'utf8'), 'old');
    });
  });

  it('ends quietly when its reader has seen enough', async () => {
    folder.write('long.txt', policyProse(1, 300_000));
    const args = ['scan', 'long.txt', 'letter.txt', '--format', 'jsonl'];
    const { code, stderr } = await policyLens(args, { cwd: folder.path, closeEarly: true });
    assert.deepEqual([code, stderr], [0, '']);
  });
});
