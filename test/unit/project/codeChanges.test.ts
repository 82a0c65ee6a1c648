import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { Annotation } from '../../../src/core/annotation/annotation.js';
import {
  type AnnotationFile,
  readAnnotationFile,
  writeAnnotationFile,
} from '../../../src/core/annotation/annotationFile.js';
import type { CodeChange } from '../../../src/core/codebook/changeCodesCheck.js';
import { contentHash } from '../../../src/core/text/contentHash.js';
import type { PreparedChange } from '../../../src/project/codeChanges.js';
import type { Project } from '../../../src/project/project.js';
import type { MemoryFiles } from './memoryFiles.js';
import { CODEBOOK, codingsWith, FOLDER, LETTER, letterFiles, openLetter } from './workspace.js';

const OWN = `${FOLDER}/.policy-lens/annotations/a.jansen/notes/letter.md.json`;
const THEIRS = `${FOLDER}/.policy-lens/annotations/b.smit/notes/letter.md.json`;
const GONE = `${FOLDER}/.policy-lens/annotations/b.smit/notes/gone.txt.json`;
const CUT = `${FOLDER}/.policy-lens/annotations/c.vos/notes/letter.md.json`;
const BOOK = `${FOLDER}/.policy-lens/codebooks/tones.yaml`;

const TONES = `\uFEFF# how it is said
schema: policy-lens/codebook@1
id: tones
version: 1
title: { nl: Tonen, en: Tones }
codes:
  - id: warm # as in a letter
    name: { nl: Warm, en: Warm }
    indicators: { nl: [samen] }
    codes:
      - id: near
        name: { nl: Nabij, en: Near }
  - id: cold
    name: { nl: Koel, en: Cold }
    indicators: { nl: [eisen] }
`;

function annotation(id: number, codes: readonly string[], more: Partial<Annotation> = {}): Annotation {
  const start = LETTER.indexOf('samen');
  return {
    id: `01J0000000000000000000000${id}`,
    codes,
    status: 'confirmed',
    target: {
      ...{ start, end: start + 5, quote: 'samen' },
      prefix: LETTER.slice(Math.max(0, start - 32), start),
      suffix: LETTER.slice(start + 5, start + 37),
    },
    memo: `memo ${id}`,
    origin: { kind: 'manual' },
    created: '2026-01-01T10:00:00Z',
    modified: '2026-01-01T10:00:00Z',
    ...more,
  };
}

const SUGGESTED = {
  origin: { kind: 'suggestion', codebook: 'tones@1', code: 'tones/warm', score: 0.7, evidence: ['samen'] },
} as const;

function annotationFile(coder: string, annotations: readonly Annotation[], document = 'notes/letter.md'): string {
  const sha256 = contentHash(new TextEncoder().encode(document === 'notes/letter.md' ? LETTER : 'gone'));
  const file: AnnotationFile = { document, sha256, coder, annotations, unknown: { note: 'kept' } };
  return writeAnnotationFile(file);
}

function files(more: Readonly<Record<string, string>> = {}): MemoryFiles {
  return letterFiles({
    [BOOK]: TONES,
    [OWN]: annotationFile('a.jansen', [annotation(1, ['tones/warm'], SUGGESTED), annotation(2, ['roles/partner'])]),
    [THEIRS]: annotationFile('b.smit', [
      annotation(3, ['tones/warm', 'tones/cold']),
      annotation(4, ['tones/warm/near'], { status: 'rejected', unknown: { colour: 'red' } }),
    ]),
    // Its document is not there any more.
    [GONE]: annotationFile('b.smit', [annotation(5, ['tones/warm'])], 'notes/gone.txt'),
    ...more,
  });
}

const builtInText = async () => CODEBOOK;

async function prepared(project: Project, change: CodeChange): Promise<PreparedChange> {
  const result = await project.codeChanges.prepare(change, builtInText);
  if ('refused' in result) throw new Error(JSON.stringify(result.refused));
  return result;
}

/** Does a change, with the annotations following it. */
async function follow(project: Project, change: CodeChange, label = 'change a code') {
  const { files: changed, paths } = await prepared(project, change);
  const recoding = new Map([...paths].map(([path, to]) => [path, to === undefined ? [] : [to]]));
  const messages = await project.codeChanges.apply({ label, recoding, files: changed });
  await project.whenIdle();
  return messages;
}

function annotationsIn(disk: MemoryFiles, uri: string): readonly Annotation[] {
  return readAnnotationFile(disk.text(uri) ?? '').file?.annotations ?? [];
}

function codesIn(disk: MemoryFiles, uri: string): readonly string[] {
  return annotationsIn(disk, uri).map(({ codes }) => codes.join(' '));
}

/** What is in all files, but for the leftovers of nothing. */
function snapshot(disk: MemoryFiles): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries([...disk.contents.keys()].sort().map((uri) => [uri, disk.text(uri)]));
}

const RENAME: CodeChange = { kind: 'rename', path: 'tones/warm', id: 'kind', name: {} };

describe('a code that is changed', () => {
  it('says before what it would touch, of whom', async () => {
    const project = await openLetter(files());
    const touched = project.codeChanges.touched(['tones/warm', 'tones/warm/near']);
    assert.deepEqual(touched, {
      annotations: 4,
      documents: 2,
      coders: new Map([
        ['a.jansen', 1],
        ['b.smit', 3],
      ]),
      unwritable: [],
    });
    project.dispose();
  });

  it('takes its annotations along, of all coders in all documents, and is one step', async () => {
    const disk = files();
    const project = await openLetter(disk);
    const before = snapshot(disk);
    assert.deepEqual(await follow(project, RENAME, 'rename a code'), []);
    assert.deepEqual(codesIn(disk, OWN), ['tones/kind', 'roles/partner']);
    assert.deepEqual(codesIn(disk, THEIRS), ['tones/kind tones/cold', 'tones/kind/near']);
    assert.deepEqual(codesIn(disk, GONE), ['tones/kind']);
    assert.ok(disk.text(BOOK)?.startsWith('\uFEFF# how it is said\n'));
    assert.ok(disk.text(BOOK)?.includes('- id: kind # as in a letter\n'));
    assert.equal(project.code('tones/kind')?.name.en, 'Warm');
    assert.equal(codingsWith(project, 'tones/kind').filter(({ annotation: decided }) => decided).length, 2);

    const [first] = annotationsIn(disk, OWN);
    assert.deepEqual(first?.origin, SUGGESTED.origin);
    assert.equal(first?.modified, '2026-01-31T10:00:00.000Z');
    assert.deepEqual(annotationsIn(disk, THEIRS)[1]?.unknown, { colour: 'red' });

    assert.equal(project.steps.undoLabel, 'rename a code');
    await project.steps.undo();
    await project.whenIdle();
    assert.deepEqual(snapshot(disk), before);
    assert.equal(project.steps.undoLabel, undefined);
    assert.equal(project.code('tones/kind'), undefined);

    await project.steps.redo();
    assert.deepEqual(codesIn(disk, THEIRS), ['tones/kind tones/cold', 'tones/kind/near']);
    project.dispose();
  });

  it('that comes with the tool is changed in a copy, which undoing takes away again', async () => {
    const disk = files();
    const project = await openLetter(disk);
    const change: CodeChange = { kind: 'rename', path: 'roles/partner', id: 'beside', name: { en: 'Beside' } };
    assert.deepEqual(project.codeChanges.copies(change), ['roles']);
    await follow(project, change);
    assert.ok(disk.text(`${FOLDER}/.policy-lens/codebooks/roles.yaml`)?.includes('- id: beside'));
    assert.equal(project.code('roles/beside')?.name.en, 'Beside');
    assert.deepEqual(codesIn(disk, OWN), ['tones/warm', 'roles/beside']);
    await project.steps.undo();
    await project.whenIdle();
    assert.equal(disk.text(`${FOLDER}/.policy-lens/codebooks/roles.yaml`), undefined);
    assert.equal(project.code('roles/partner')?.name.en, 'Partner');
    project.dispose();
  });

  it('changes nothing where its codebook was changed meanwhile', async () => {
    const disk = files();
    const project = await openLetter(disk);
    const { files: changed } = await prepared(project, RENAME);
    disk.put(BOOK, TONES.replace('Koel', 'Koud'));
    const before = snapshot(disk);
    const recoding = new Map([['tones/warm', ['tones/kind']]]);
    const messages = await project.codeChanges.apply({ label: 'rename', recoding, files: changed });
    assert.deepEqual(
      messages.map(({ key }) => key),
      ['step.fileChanged'],
    );
    assert.deepEqual(snapshot(disk), before);
    assert.equal(project.steps.undoLabel, undefined);
    project.dispose();
  });

  it('names the files that cannot be written, and leaves them as they are', async () => {
    const newer = annotationFile('b.smit', [annotation(3, ['tones/warm'])]).replace('annotations@1', 'annotations@2');
    const disk = files({ [THEIRS]: newer, [CUT]: '{ "schema": "policy-lens/annota' });
    const project = await openLetter(disk);
    assert.deepEqual(project.codeChanges.touched(['tones/warm']).unwritable, [
      '.policy-lens/annotations/b.smit/notes/letter.md.json',
      '.policy-lens/annotations/c.vos/notes/letter.md.json',
    ]);
    assert.deepEqual(await follow(project, RENAME), []);
    assert.equal(disk.text(THEIRS), newer);
    assert.deepEqual(codesIn(disk, OWN), ['tones/kind', 'roles/partner']);
    project.dispose();
  });

  it('can take its annotations with it, but not those that have another code too', async () => {
    const disk = files();
    const project = await openLetter(disk);
    await follow(project, { kind: 'delete', path: 'tones/warm' });
    assert.deepEqual(codesIn(disk, OWN), ['roles/partner']);
    assert.deepEqual(codesIn(disk, THEIRS), ['tones/cold']);
    await project.steps.undo();
    assert.deepEqual(codesIn(disk, THEIRS), ['tones/warm tones/cold', 'tones/warm/near']);
    project.dispose();
  });

  it('leaves annotations under their old code where that is wanted, which is then unknown, and can be given another', async () => {
    const disk = files();
    const project = await openLetter(disk);
    const before = [codesIn(disk, OWN), codesIn(disk, THEIRS)];
    const { files: changed } = await prepared(project, { kind: 'delete', path: 'tones/warm' });
    await project.codeChanges.apply({ label: 'delete', recoding: new Map(), files: changed });
    await project.whenIdle();
    assert.deepEqual([codesIn(disk, OWN), codesIn(disk, THEIRS)], before);
    assert.deepEqual(
      project.codeChanges.unknownCodes().map(({ path, annotations }) => `${path} ${annotations}`),
      ['tones/warm 3', 'tones/warm/near 1'],
    );
    const recoding = new Map([['tones/warm', ['tones/cold']]]);
    await project.codeChanges.apply({ label: 'give another', recoding, files: [] });
    assert.deepEqual(codesIn(disk, THEIRS), ['tones/cold', 'tones/warm/near']);
    assert.deepEqual(
      project.codeChanges.unknownCodes().map(({ path }) => path),
      ['tones/warm/near'],
    );
    project.dispose();
  });
});

describe('any row of code changes', () => {
  const paths = ['tones/warm', 'tones/warm/near', 'tones/cold', 'roles/partner', 'roles/principal'];
  const path = fc.constantFrom(...paths);
  const change: fc.Arbitrary<CodeChange> = fc.oneof(
    fc.record({
      kind: fc.constant('rename' as const),
      path,
      id: fc.constantFrom('kind', 'cold'),
      name: fc.constant({}),
    }),
    fc.record({ kind: fc.constant('merge' as const), path, into: path }),
    fc.record({ kind: fc.constant('move' as const), path, under: fc.constantFrom('tones', 'roles', ...paths) }),
    fc.record({ kind: fc.constant('delete' as const), path }),
  );

  it('loses no annotation that follows or stays, and undoing all of it brings every byte back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(change, fc.boolean()), { minLength: 1, maxLength: 3 }), async (changes) => {
        const disk = files();
        const project = await openLetter(disk);
        const before = snapshot(disk);
        const ids = () => [OWN, THEIRS, GONE].flatMap((uri) => annotationsIn(disk, uri).map(({ id }) => id));
        const all = ids();
        for (const [each, follows] of changes) {
          const result = await project.codeChanges.prepare(each, builtInText);
          if ('refused' in result) continue;
          const moved = [...result.paths].flatMap(([from, to]) => (follows && to ? [[from, [to]] as const] : []));
          const step = { label: each.kind, recoding: new Map(moved), files: result.files };
          assert.deepEqual(await project.codeChanges.apply(step), []);
          await project.whenIdle();
        }
        assert.deepEqual(ids(), all);
        while (project.steps.undoLabel !== undefined) await project.steps.undo();
        await project.whenIdle();
        assert.deepEqual(snapshot(disk), before);
        project.dispose();
      }),
      { numRuns: 25 },
    );
  }).timeout(20_000);
});
