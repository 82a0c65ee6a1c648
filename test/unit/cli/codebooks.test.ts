import { strict as assert } from 'node:assert';
import { version } from '../../../package.json';
import type { CodebookEntry } from '../../../src/core/exchange/json.js';
import { ensureBuilt, Folder, policyLens } from './commandLine.js';

const OWN = `schema: policy-lens/codebook@1
id: own
version: 3
title: { nl: Eigen, en: Own }
codes:
  - id: school
    name: { nl: School, en: School }
    definition: { nl: Scholen, en: Schools }
    indicators: { nl: [ school* ], en: [ school* ] }
`;

describe('policy-lens codebooks', function () {
  this.timeout(20_000);
  let folder: Folder;
  before(ensureBuilt);
  beforeEach(() => {
    folder = new Folder();
  });
  afterEach(() => folder.remove());

  it('lists both built-in codebooks with every code, name and definition', async () => {
    const { code, stdout } = await policyLens(['codebooks', '--format', 'json'], { cwd: folder.path });
    const codebooks: readonly CodebookEntry[] = JSON.parse(stdout);
    assert.equal(code, 0);
    assert.deepEqual(
      codebooks.map(({ id }) => id),
      ['interventions', 'partner-principal'],
    );
    for (const { path, name, definition } of codebooks.flatMap(({ codes }) => codes)) {
      assert.ok(name.nl !== '' && name.en !== '' && definition.nl !== '' && definition.en !== '', path);
    }
  });

  it('lists those of the workspace that it is run in too', async () => {
    folder.write('.policy-lens/codebooks/own.yaml', OWN);
    folder.write('notes/a.txt', '');
    const { stdout } = await policyLens(['codebooks'], { cwd: `${folder.path}/notes` });
    assert.match(stdout, /^own@3 {2}Own \/ Eigen$/m);
    assert.match(stdout, /own\/school {2}School \/ School/);
  });
});

describe('policy-lens', function () {
  this.timeout(20_000);
  before(ensureBuilt);

  it('tells its version and how to use it', async () => {
    assert.equal((await policyLens(['--version'])).stdout, `${version}\n`);
    const { code, stdout } = await policyLens(['--help']);
    assert.equal(code, 0);
    for (const command of ['scan', 'export', 'codebooks', '--stdin']) assert.ok(stdout.includes(command), command);
  });

  it('ends with 2 and a word on standard error for wrong use', async () => {
    const { code, stdout, stderr } = await policyLens(['export', '.', '--format', 'refi-qda']);
    assert.deepEqual([code, stdout], [2, '']);
    assert.equal(stderr, 'policy-lens: --format refi-qda: expected json, jsonl, csv\nSee policy-lens --help.\n');
  });
});
