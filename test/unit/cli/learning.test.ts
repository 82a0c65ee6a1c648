import { strict as assert } from 'node:assert';
import { pathToFileURL } from 'node:url';
import { nodeSurroundings } from '../../../src/cli/surroundings.js';
import { reject } from '../../../src/core/annotation/decide.js';
import type { Row } from '../../../src/core/exchange/rows.js';
import { Project } from '../../../src/project/project.js';
import { ensureBuilt, Folder, policyLens } from './commandLine.js';

const CODEBOOK = `schema: policy-lens/codebook@1
id: street
version: 1
title: { nl: Straat, en: Street }
codes:
  - id: kerb
    name: { nl: Stoep, en: Kerb }
    definition: { nl: Stoep., en: Kerb. }
    indicators: { nl: [{ any: stoep, weight: 0.8 }], en: [{ any: kerb, weight: 0.8 }] }
`;

const TEXT = Array.from({ length: 12 }, (_, index) => `Straat ${index}: wij vegen de stoep.\n\n`).join('');
const PATH = 'notes/street.txt';

describe('what was learned, on the command line', function () {
  this.timeout(30_000);
  let folder: Folder;

  before(ensureBuilt);
  beforeEach(() => {
    folder = new Folder({ [PATH]: TEXT, '.policy-lens/codebooks/street.yaml': CODEBOOK });
  });
  afterEach(() => folder.remove());

  /** The folder as an editor has it open. */
  async function openProject(): Promise<{ project: Project; uri: string }> {
    const root = pathToFileURL(folder.path).href;
    const project = new Project({
      surroundings: nodeSurroundings,
      builtInCodebooks: async () => [],
      settings: {
        coder: 'a.jansen',
        sensitivity: 'balanced',
        maxLength: 1_000_000,
        enabledCodes: new Map(),
        learns: true,
        growsAtEdges: false,
      },
    });
    const uri = `${root}/${PATH}`;
    project.open({ uri, folder: root, path: PATH }, TEXT, 'plain');
    await project.addFolder({ uri: root, name: 'street' });
    await project.whenIdle();
    return { project, uri };
  }

  async function rejectSome(): Promise<readonly (readonly [number, number | undefined])[]> {
    const { project, uri } = await openProject();
    const suggested = (project.document(uri)?.codings ?? []).slice(0, 5);
    const deciding = { document: uri, text: TEXT, now: '2026-01-31T10:00:00Z', newId: nodeSurroundings.newId };
    await project.steps.apply('reject', reject(suggested, deciding));
    await project.whenIdle();
    const open = (project.document(uri)?.codings ?? []).filter(({ status }) => status === 'suggested');
    // As rows have them.
    const rounded = (score: number | undefined) => score && Math.round(score * 1000) / 1000;
    const found = open.map(({ span, score }) => [span?.start ?? -1, rounded(score)] as const);
    project.dispose();
    return found;
  }

  const rowsOf = async (...args: readonly string[]): Promise<readonly (readonly [number, number | undefined])[]> => {
    const { stdout, stderr } = await policyLens([...args, '--format', 'jsonl']);
    assert.equal(stderr.includes('rror'), false, stderr);
    const rows: readonly Row[] = stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
    return rows
      .filter(({ code_path, status }) => code_path === 'street/kerb' && status === 'suggested')
      .map(({ start, score }) => [start ?? -1, score ?? undefined] as const);
  };

  it('counts in an export as it does in the editor', async () => {
    const shown = await rejectSome();
    assert.equal(shown.length, 7);
    assert.ok((shown[0]?.[1] ?? 1) < 0.75);
    assert.deepEqual(await rowsOf('export', folder.path), shown);
  });

  it('is left out of an export that asks for that', async () => {
    await rejectSome();
    const scores = (await rowsOf('export', folder.path, '--no-learning')).map(([, score]) => score);
    assert.deepEqual([scores.length, ...new Set(scores)], [7, 0.8]);
  });

  it('counts from the moment on that the folder says', async () => {
    await rejectSome();
    folder.write(
      '.policy-lens/learning.json',
      '{ "schema": "policy-lens/learning@1", "since": "2026-02-01T00:00:00Z" }',
    );
    const scores = (await rowsOf('export', folder.path)).map(([, score]) => score);
    assert.deepEqual([...new Set(scores)], [0.8]);
  });

  it('does not count in a scan, which is about texts and codebooks alone', async () => {
    await rejectSome();
    const scores = (await rowsOf('scan', `${folder.path}/notes`)).map(([, score]) => score);
    assert.deepEqual([scores.length, ...new Set(scores)], [12, 0.8]);
  });
});
