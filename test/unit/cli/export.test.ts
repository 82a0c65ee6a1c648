import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import type { Row } from '../../../src/core/exchange/rows.js';
import { exportProblems } from '../core/exchange/exportSchema.js';
import { ensureBuilt, Folder, policyLens, records } from './commandLine.js';

const COACH = 'Wij zetten een coach in voor de scholen.';
const INSPECTION = 'De inspectie houdt toezicht op de scholen in de wijk.';
const TEXT = `${COACH} ${INSPECTION} Iedereen is welkom.\n`;

interface Made {
  readonly id: string;
  readonly quote: string;
  readonly code: string;
  readonly status?: 'confirmed' | 'rejected';
  readonly origin?: object;
}

/** An annotation file as the extension writes it, for annotations made in `text`. */
function annotationFile(document: string, coder: string, text: string, annotations: readonly Made[]): string {
  return JSON.stringify({
    schema: 'policy-lens/annotations@1',
    document,
    sha256: createHash('sha256').update(text).digest('hex'),
    coder,
    annotations: annotations.map(({ id, quote, code, status = 'confirmed', origin = { kind: 'manual' } }) => {
      const start = text.indexOf(quote);
      const end = start + quote.length;
      return {
        id,
        codes: [code],
        status,
        target: {
          start,
          end,
          quote,
          prefix: text.slice(Math.max(0, start - 32), start),
          suffix: text.slice(end, end + 32),
        },
        memo: '',
        origin,
        created: '2026-01-31T10:00:00Z',
        modified: '2026-01-31T10:00:00Z',
      };
    }),
  });
}

const annotationsPath = (coder: string, document: string): string =>
  `.policy-lens/annotations/${coder}/${document}.json`;

describe('policy-lens export', function () {
  this.timeout(30_000);
  let folder: Folder;
  const exported = (...args: readonly string[]) => policyLens(['export', folder.path, ...args]);
  const rows = async (...args: readonly string[]): Promise<readonly Row[]> => {
    const { stdout } = await exported(...args, '--format', 'jsonl');
    return stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
  };
  const annotate = (document: string, coder: string, made: readonly Made[], text = TEXT): void => {
    folder.write(annotationsPath(coder, document), annotationFile(document, coder, text, made));
  };

  before(ensureBuilt);
  beforeEach(() => {
    folder = new Folder({ 'notes/letter.txt': TEXT, 'notes/other.md': 'Niets bijzonders hier.\n' });
    annotate('notes/letter.txt', 'a.jansen', [
      { id: '01J0000000000000000000000A', quote: 'Iedereen is welkom.', code: 'interventions/relational/invite' },
      { id: '01J0000000000000000000000B', quote: COACH, code: 'interventions/relational/coach', status: 'rejected' },
    ]);
  });
  afterEach(() => folder.remove());

  it('is valid by its schema and lists every document, with paths below the folder', async () => {
    const { code, stdout, stderr } = await exported();
    const written = JSON.parse(stdout);
    assert.deepEqual([code, stderr], [0, '']);
    assert.deepEqual(exportProblems(written), []);
    const paths = written.documents.map(({ path }: { path: string }) => path);
    assert.deepEqual(paths, ['notes/letter.txt', 'notes/other.md']);
  });

  it('has decisions in their place, and suggestions on which nobody decided', async () => {
    const all = await rows();
    const decided = all.filter(({ status }) => status !== 'suggested');
    assert.deepEqual(
      decided.map(({ annotation_id, quote, status, coder, origin }) => ({
        annotation_id,
        quote,
        status,
        coder,
        origin,
      })),
      [
        {
          annotation_id: '01J0000000000000000000000B',
          quote: COACH,
          status: 'rejected',
          coder: 'a.jansen',
          origin: 'manual',
        },
        {
          annotation_id: '01J0000000000000000000000A',
          quote: 'Iedereen is welkom.',
          status: 'confirmed',
          coder: 'a.jansen',
          origin: 'manual',
        },
      ],
    );
    const suggested = all.filter(({ status }) => status === 'suggested');
    assert.ok(suggested.some(({ quote }) => quote === INSPECTION));
    assert.ok(!suggested.some(({ code_path }) => code_path === 'interventions/relational/coach'));
  });

  it('finds annotations again in a text that was edited elsewhere, and keeps what is lost', async () => {
    folder.write('notes/letter.txt', `Een nieuwe eerste zin 👍.\n\n${TEXT.replace('Iedereen is welkom.', '')}`);
    const decided = (await rows()).filter(({ status }) => status !== 'suggested');
    const [coach, lost] = decided;
    assert.deepEqual([coach?.anchor_state, coach?.quote, coach?.line], ['moved', COACH, 3]);
    assert.equal(coach?.start_cp, (coach?.start ?? 0) - 1);
    assert.deepEqual([lost?.anchor_state, lost?.quote, lost?.start], ['orphan', 'Iedereen is welkom.', null]);
  });

  it('keeps to one coder, and to one status', async () => {
    const made = { id: '01J0000000000000000000000C', quote: INSPECTION, code: 'interventions/contextual/supervision' };
    annotate('notes/letter.txt', 'b.smit', [made]);
    const coders = async (...args: readonly string[]) =>
      (await rows(...args)).map(({ coder, status }) => `${coder}/${status}`).filter((each) => each !== '/suggested');
    assert.deepEqual(await coders(), ['a.jansen/rejected', 'b.smit/confirmed', 'a.jansen/confirmed']);
    assert.deepEqual(await coders('--coder', 'b.smit'), ['b.smit/confirmed']);
    assert.deepEqual(await coders('--status', 'rejected'), ['a.jansen/rejected']);
    assert.deepEqual(await coders('--coder', 'b.smit', '--status', 'rejected'), []);
    const suggested = await rows('--status', 'suggested');
    assert.ok(suggested.length > 0 && suggested.every(({ status }) => status === 'suggested'));
  });

  it('leaves out a suggestion that any of the coders decided on', async () => {
    const supervision = 'interventions/contextual/supervision';
    const before = (await rows()).filter(
      ({ code_path, status }) => code_path === supervision && status === 'suggested',
    );
    assert.equal(before.length, 1);
    annotate('notes/letter.txt', 'b.smit', [
      { id: '01J0000000000000000000000C', quote: INSPECTION, code: supervision },
    ]);
    const after = (await rows()).filter(({ code_path }) => code_path === supervision);
    assert.deepEqual(
      after.map(({ status }) => status),
      ['confirmed'],
    );
  });

  it('gives suggestions the ids that a scan gives them', async () => {
    const { stdout } = await policyLens(['scan', 'notes', '--format', 'jsonl'], { cwd: folder.path });
    const scanned: readonly Row[] = stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
    const [inspection] = (await rows()).filter(({ quote }) => quote === INSPECTION);
    assert.ok(inspection);
    assert.deepEqual(
      scanned.filter(({ annotation_id }) => annotation_id === inspection.annotation_id),
      [inspection],
    );
  });

  it('has the variables of documents.csv and of front matter', async () => {
    folder.write('.policy-lens/documents.csv', 'path;jaar\nnotes/letter.txt;2018\n');
    folder.write('notes/other.md', `---\nrol: manager\n---\n\n${TEXT}`);
    const { stdout } = await exported('--format', 'csv');
    const values = records(stdout).map(({ document, var_jaar, var_rol }) => `${document} ${var_jaar} ${var_rol}`);
    assert.deepEqual([...new Set(values)], ['notes/letter.txt 2018 ', 'notes/other.md  manager']);
  });

  it('keeps the annotations of a document that is gone, and says so', async () => {
    annotate('notes/gone.txt', 'a.jansen', [
      { id: '01J0000000000000000000000D', quote: COACH, code: 'interventions/relational/coach' },
    ]);
    const { code, stdout, stderr } = await exported();
    const written = JSON.parse(stdout);
    assert.equal(code, 1);
    assert.equal(stderr, 'notes/gone.txt: no such document any more; its annotations have no place\n');
    assert.deepEqual(exportProblems(written), []);
    const [orphan] = written.annotations.filter(({ document }: Row) => document === 'notes/gone.txt');
    assert.deepEqual([orphan.anchor_state, orphan.quote, orphan.start], ['orphan', COACH, null]);
    assert.ok(!written.documents.some(({ path }: { path: string }) => path === 'notes/gone.txt'));
  });

  const DAMAGED: readonly (readonly [string, string, RegExp])[] = [
    ['is cut off', '{ "schema": "policy-lens/annotations@1", "docu', /letter\.txt\.json:1:\d+: not valid JSON/],
    ['has merge marks', '<<<<<<< ours\n{}\n=======\n{}\n>>>>>>> theirs\n', /merge conflict marks/],
    ['is of a newer schema', '{ "schema": "policy-lens/annotations@9" }', /newer version of Policy Lens/],
  ];
  for (const [how, content, reason] of DAMAGED) {
    it(`names an annotation file that ${how}, leaves it as it is, and does the rest`, async () => {
      const file = annotationsPath('c.visser', 'notes/letter.txt');
      folder.write(file, content);
      const { code, stdout, stderr } = await exported();
      assert.equal(code, 1);
      assert.match(stderr, reason);
      assert.match(stderr, /^\.policy-lens\/annotations\/c\.visser\/notes\/letter\.txt\.json/);
      const coders = JSON.parse(stdout).annotations.map(({ coder }: Row) => coder);
      assert.ok(coders.includes('a.jansen'));
    });
  }

  it('reads nothing outside the folder, whatever an annotation file says', async () => {
    const outside = new Folder({ 'secret.txt': `Geheim. ${TEXT}` });
    try {
      const path = `../${outside.path.split('/').at(-1)}/secret.txt`;
      folder.write('.policy-lens/annotations/x/evil.json', annotationFile(path, 'x', TEXT, []));
      const { stdout } = await exported();
      assert.doesNotMatch(stdout, /Geheim|secret/);
    } finally {
      outside.remove();
    }
  });

  it('ends with 1 and a word for a folder that is not there or is a file', async () => {
    const gone = await policyLens(['export', 'gone'], { cwd: folder.path });
    assert.deepEqual([gone.code, gone.stdout, gone.stderr], [1, '', 'policy-lens: gone: no such file or folder\n']);
    const file = await policyLens(['export', 'notes/letter.txt'], { cwd: folder.path });
    assert.deepEqual([file.code, file.stderr], [1, 'policy-lens: notes/letter.txt: is not a folder\n']);
  });
});
