import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Schema, Validator } from '@cfworker/json-schema';
import { writeAnnotationFile } from '../../../src/core/annotation/annotationFile.js';
import { targetOf } from '../../../src/core/annotation/target.js';
import { ensureBuilt, Folder, policyLens } from './commandLine.js';

const TEXT = 'Wij werken samen aan een plan voor de buurt.\n';
const PATH = '.policy-lens/annotations/a.jansen/letter.md.json';
const CODE = 'interventions/relational';

function annotations(codes: readonly string[] = [CODE]): string {
  const sha256 = createHash('sha256').update(TEXT).digest('hex');
  return writeAnnotationFile({
    ...{ document: 'letter.md', sha256, coder: 'a.jansen' },
    annotations: [
      {
        ...{ id: 'a', codes, status: 'confirmed', target: targetOf(TEXT, { start: 11, end: 16 }), memo: '' },
        ...{ origin: { kind: 'manual' }, created: '2026-01-01T00:00:00Z', modified: '2026-01-01T00:00:00Z' },
      },
    ],
  });
}

describe('policy-lens verify', () => {
  let folder: Folder;
  before(function () {
    this.timeout(60_000);
    ensureBuilt();
  });
  beforeEach(() => {
    folder = new Folder({ 'letter.md': TEXT, [PATH]: annotations() });
  });
  afterEach(() => folder.remove());

  const now = () => readFileSync(join(folder.path, PATH), 'utf8');

  it('finds nothing in a workspace that is as it should be', async () => {
    const { code, stdout, stderr } = await policyLens(['verify', folder.path]);
    assert.deepEqual([code, stdout, stderr], [0, '1 files, 1 annotations, 0 findings\n', '']);
  });

  it('names findings on standard error, with exit code 1, and writes nothing', async () => {
    const text = annotations([CODE, CODE, 'nothing/of-this']);
    folder.write(PATH, text);
    const { code, stdout, stderr } = await policyLens(['verify', folder.path]);
    assert.deepEqual([code, stdout], [1, '1 files, 1 annotations, 2 findings\n']);
    assert.ok(stderr.includes(`${PATH}: annotation a: the code "nothing/of-this" is in no codebook\n`), stderr);
    assert.ok(stderr.includes(`${PATH}: annotation a has one code twice (can be repaired)\n`), stderr);
    assert.equal(now(), text);
  });

  it('tells what it would repair, then repairs it, and keeps the file as it was', async () => {
    const text = annotations([CODE, CODE]);
    folder.write(PATH, text);
    const dry = await policyLens(['verify', folder.path, '--repair', '--dry-run']);
    assert.equal(dry.code, 1);
    assert.ok(dry.stderr.includes(`${PATH}: would be written\n`), dry.stderr);
    assert.equal(now(), text);
    const done = await policyLens(['verify', folder.path, '--repair']);
    assert.deepEqual([done.code, done.stdout], [0, '1 files, 1 annotations, 1 findings, 1 repaired\n']);
    assert.equal(now(), annotations());
    const kept = join(folder.path, '.policy-lens', 'before-repair');
    const [run = ''] = readdirSync(kept);
    assert.equal(readFileSync(join(kept, run, 'a.jansen', 'letter.md.json'), 'utf8'), text);
    assert.equal((await policyLens(['verify', folder.path])).code, 0);
  });

  it('puts a file where it says that it belongs', async () => {
    const other = '.policy-lens/annotations/a.jansen/brief.md.json';
    folder.write(other, annotations());
    // Another one is there already: nothing is put over it.
    assert.equal((await policyLens(['verify', folder.path, '--repair'])).code, 1);
    assert.ok(existsSync(join(folder.path, other)));
    const misplaced = new Folder({ 'letter.md': TEXT, [other]: annotations() });
    const { code, stderr } = await policyLens(['verify', misplaced.path, '--repair']);
    assert.deepEqual([code, existsSync(join(misplaced.path, other))], [0, false], stderr);
    assert.equal(readFileSync(join(misplaced.path, PATH), 'utf8'), annotations());
    misplaced.remove();
  });

  it('gives its findings as JSON that conforms to its schema', async () => {
    folder.write(PATH, annotations([CODE, 'nothing/of-this']));
    folder.write('.policy-lens/annotations/b/x.md.json', '{ "schema": "policy-lens/annotations@1",\n');
    const { code, stdout } = await policyLens(['verify', folder.path, '--format', 'json']);
    assert.equal(code, 1);
    const result = JSON.parse(stdout);
    assert.deepEqual(
      result.findings.map(({ kind, line }: { kind: string; line?: number }) => [kind, line]),
      [
        ['code', undefined],
        ['unreadable', 2],
      ],
    );
    const schema: Schema = JSON.parse(readFileSync('media/schemas/verification-1.schema.json', 'utf8'));
    assert.deepEqual(new Validator(schema, '2020-12').validate(result).errors, []);
  });

  it('is wrong use without a folder, or with a dry run of nothing', async () => {
    assert.equal((await policyLens(['verify'])).code, 2);
    assert.equal((await policyLens(['verify', '.', '--dry-run'])).code, 2);
    assert.equal((await policyLens(['verify', join(folder.path, 'letter.md')])).code, 1);
  });
});
