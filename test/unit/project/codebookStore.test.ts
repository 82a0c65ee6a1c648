import { strict as assert } from 'node:assert';
import type { PackedIndexes } from '../../../src/core/codebook/compile.js';
import { compileIndexParts } from '../../../src/core/codebook/indexParts.js';
import { packIndex } from '../../../src/core/codebook/packedIndex.js';
import { parseCodebook } from '../../../src/core/codebook/parseCodebook.js';
import { BlockReading } from '../../../src/project/blockReading.js';
import { CodebookStore } from '../../../src/project/codebookStore.js';
import type { FileProblem } from '../../../src/project/state.js';
import {
  CODEBOOK,
  code,
  codingsWith,
  FOLDER,
  LETTER_URI,
  letterFiles,
  newProject,
  openLetter,
  stateOf,
  surroundingsOf,
} from './workspace.js';

const OWN_URI = `${FOLDER}/.policy-lens/codebooks/own.yaml`;
const OWN = `schema: policy-lens/codebook@1
id: own
version: 1
title: { nl: Eigen, en: Own }
codes:
  - id: report
    name: { nl: Verslag, en: Report }
    indicators: { nl: [{ any: [verslag], weight: 0.7 }], en: [{ any: [report], weight: 0.7 }] }
`;

/** The codes that are looked for, and the languages of which the index that the build would have made was asked for. */
async function compiledBy(enabledCodes: readonly (readonly [string, boolean])[], texts: Record<string, string> = {}) {
  const { codebook } = parseCodebook(CODEBOOK, 'roles.yaml');
  if (!codebook) throw new Error('not a codebook');
  const asked: string[] = [];
  const packed: PackedIndexes = {
    async read(language) {
      asked.push(language);
      const steps = compileIndexParts([codebook], language, new Set());
      let step = steps.next();
      while (!step.done) step = steps.next();
      return packIndex(step.value);
    },
    unusable: (_, reason) => assert.fail(reason),
  };
  const store = new CodebookStore(letterFiles(texts), async () => [codebook], packed);
  await store.loadBuiltIn();
  await store.addFolder(FOLDER);
  const compiled = store.asWritten(new Map(enabledCodes));
  await compiled.load('nl');
  return { asked, codes: compiled.index('nl')?.codes.map(({ path }) => path) ?? [] };
}

const keys = (problems: readonly FileProblem[]) =>
  problems.map(({ path, messages }) => [path, ...messages.map(({ key }) => key)]);

describe('codebooks of a workspace', () => {
  it('are looked for beside the built-in ones', async () => {
    const project = await openLetter(letterFiles({ [OWN_URI]: OWN }));
    assert.deepEqual(
      project.codebooks().map(({ id }) => id),
      ['roles', 'own'],
    );
    assert.equal(project.code('own/report')?.name.nl, 'Verslag');
    assert.equal(codingsWith(project, 'own/report').length, 1);
    assert.deepEqual(project.problems(), []);
  });

  it('take effect when they are made, changed and deleted', async () => {
    const files = letterFiles();
    const project = await openLetter(files);
    const counts: number[] = [];
    for (const text of [OWN, OWN.replace('[verslag]', '[gemeente, verslag]'), undefined]) {
      if (text === undefined) files.contents.delete(OWN_URI);
      else files.put(OWN_URI, text);
      await project.fileChanged(OWN_URI);
      await project.whenIdle();
      counts.push(codingsWith(project, 'own/report').length);
    }
    assert.deepEqual(counts, [1, 2, 0]);
    assert.equal(project.code('own/report'), undefined);
  });

  it('take the place of a built-in one with their id, and give it back', async () => {
    const own = CODEBOOK.replace('weight: 0.9', 'weight: 0.7').replace('version: 1', 'version: 2');
    const files = letterFiles({ [OWN_URI]: own });
    const project = await openLetter(files);
    assert.deepEqual(project.problems(), []);
    assert.deepEqual(
      project.codebooks().map(({ id, version }) => [id, version]),
      [['roles', 2]],
    );
    assert.equal(project.codebookFile('roles')?.path, '.policy-lens/codebooks/own.yaml');
    assert.equal(codingsWith(project, 'roles/principal')[0]?.score, 0.7);
    files.contents.delete(OWN_URI);
    await project.fileChanged(OWN_URI);
    await project.whenIdle();
    assert.equal(project.codebookFile('roles'), undefined);
    assert.equal(codingsWith(project, 'roles/principal')[0]?.score, 0.9);
  });

  it('say what is wrong with them, and of two with one id the first counts', async () => {
    const files = letterFiles({
      [OWN_URI]: CODEBOOK,
      [`${FOLDER}/.policy-lens/codebooks/another.yaml`]: CODEBOOK,
      [`${FOLDER}/.policy-lens/codebooks/broken.yml`]: 'codes: [',
      [`${FOLDER}/.policy-lens/codebooks/notes.txt`]: 'not a codebook',
    });
    const project = await openLetter(files);
    assert.equal(project.codebooks().length, 1);
    const problems = keys(project.problems());
    assert.deepEqual(
      problems.map(([path]) => path),
      ['.policy-lens/codebooks/broken.yml', '.policy-lens/codebooks/own.yaml'],
    );
    assert.deepEqual(project.problems()[1]?.messages, [
      { key: 'codebook.duplicateCodebook', args: ['roles', '.policy-lens/codebooks/another.yaml'] },
    ]);
  });

  it('go with their folder', async () => {
    const project = await openLetter(letterFiles({ [OWN_URI]: OWN }));
    project.removeFolder(FOLDER);
    await project.whenIdle();
    assert.equal(project.codebooks().length, 1);
    assert.equal(codingsWith(project, 'own/report').length, 0);
  });

  it('leave annotations with a code that none of them has, and name it', async () => {
    const files = letterFiles({ [OWN_URI]: OWN });
    await code(await openLetter(files), 'een verslag', 'own/report');
    files.contents.delete(OWN_URI);
    const project = await openLetter(files);
    assert.equal(codingsWith(project, 'own/report').length, 1);
    assert.deepEqual(keys(project.problems()), [
      ['.policy-lens/annotations/a.jansen/notes/letter.md.json', 'annotations.unknownCode'],
    ]);
  });

  it('are there for all documents that wait for them at a time', async () => {
    for (const text of ['usable', 'broken']) {
      const { codebook } = parseCodebook(CODEBOOK, 'roles.yaml');
      if (!codebook) throw new Error('not a codebook');
      const steps = compileIndexParts([codebook], 'nl', new Set());
      let step = steps.next();
      while (!step.done) step = steps.next();
      const index = packIndex(step.value);
      const told: string[] = [];
      const packed: PackedIndexes = {
        read: async () => (text === 'usable' ? index : text),
        unusable: (...each) => told.push(each.join(': ')),
      };
      const files = letterFiles();
      const store = new CodebookStore(files, async () => [codebook], packed);
      await store.loadBuiltIn();
      const compiled = store.asWritten(new Map());
      // As slow as can be, so that each takes every chance to be in the way of the others.
      const slow = { ...surroundingsOf(files), elapsed: () => time++ * 100 };
      let time = 0;
      const ready = await Promise.all(
        Array.from({ length: 5 }, async () => {
          await new BlockReading().prepare(compiled, 'nl', slow);
          return compiled.isReady('nl');
        }),
      );
      assert.deepEqual(ready, [true, true, true, true, true], text);
      assert.equal(told.length, text === 'usable' ? 0 : 1);
    }
  });

  it('are compiled after all where what the build compiled is of no use', async () => {
    const told: string[] = [];
    const packed: PackedIndexes = { read: async () => 'broken', unusable: (...each) => told.push(each.join(': ')) };
    const { codebook } = parseCodebook(CODEBOOK, 'roles.yaml');
    const files = letterFiles();
    const store = new CodebookStore(files, async () => (codebook ? [codebook] : []), packed);
    await store.loadBuiltIn();
    const compiled = store.asWritten(new Map());
    assert.equal(compiled.index('nl'), undefined, 'nothing is at hand to make it from');
    for (let time = 0; time < 2; time++) await new BlockReading().prepare(compiled, 'nl', surroundingsOf(files));
    assert.ok((compiled.index('nl')?.codes.length ?? 0) > 0);
    assert.deepEqual(told, ['nl: damaged']);
  });

  it('are read as the build compiled them, unless own ones or switched codes ask for others', async () => {
    const compiled = await compiledBy([]);
    assert.deepEqual(compiled.asked, ['nl']);
    assert.ok(compiled.codes.includes('roles/partner'));
    const asWritten = await compiledBy([['roles/partner', true]]);
    assert.deepEqual(asWritten, compiled, 'a setting that says what the codebook says');
    const switched = await compiledBy([['roles/partner', false]]);
    assert.deepEqual([switched.asked, switched.codes.includes('roles/partner')], [[], false]);
    const beside = await compiledBy([], { [OWN_URI]: OWN });
    assert.deepEqual(beside.asked, []);
    assert.ok(beside.codes.includes('own/report'));
  });
});

describe('settings of a project', () => {
  it('switch codes off and on', async () => {
    const project = await openLetter(letterFiles());
    project.configure({ enabledCodes: new Map([['roles/principal', false]]) });
    await project.whenIdle();
    assert.deepEqual([...new Set(stateOf(project).codings.map(({ codePath }) => codePath))], ['roles/partner']);
    project.configure({ enabledCodes: new Map() });
    await project.whenIdle();
    assert.equal(codingsWith(project, 'roles/double').length, 1);
  });

  it('leave out what is not sure when few suggestions are asked for', async () => {
    const project = await openLetter(letterFiles());
    project.configure({ sensitivity: 'few' });
    await project.whenIdle();
    assert.deepEqual([...new Set(stateOf(project).codings.map(({ codePath }) => codePath))], ['roles/principal']);
  });

  it('leave a text that is too long unread, say so, and read it when it is not too long any more', async () => {
    const project = await openLetter(letterFiles(), { maxLength: 100 });
    assert.deepEqual(stateOf(project).codings, []);
    assert.deepEqual(
      stateOf(project).problems.map(({ key }) => key),
      ['document.tooLarge'],
    );
    await code(project, 'een plan');
    assert.equal(codingsWith(project, 'roles/partner').length, 1);
    project.edit(
      LETTER_URI,
      [{ start: 68, end: stateOf(project).text?.text.length ?? 0, text: '' }],
      stateOf(project).text?.text.slice(0, 68) ?? '',
    );
    await project.whenIdle();
    assert.deepEqual(stateOf(project).problems, []);
    assert.equal(codingsWith(project, 'roles/principal').length, 0);
    assert.deepEqual(
      codingsWith(project, 'roles/partner').map(({ status, suggestion }) => [status, suggestion !== undefined]),
      [['confirmed', true]],
    );
  });
});

describe('a project that cannot read something', () => {
  it('lists a document with what is wrong with it, until it is put right', () => {
    const project = newProject(letterFiles());
    const ref = { uri: `${FOLDER}/a.txt`, folder: FOLDER, path: 'a.txt' };
    project.setProblems(ref, [{ key: 'document.binary', args: ['a.txt'] }]);
    assert.equal(project.documents()[0]?.problems[0]?.key, 'document.binary');
    project.setProblems(ref, []);
    assert.deepEqual(project.documents(), []);
    project.dispose();
  });

  it('goes on without built-in codebooks that fail to load, and without folders that cannot be listed', async () => {
    const files = letterFiles();
    files.list = async () => {
      throw new Error('EACCES: permission denied');
    };
    const project = await openLetter(files);
    assert.deepEqual(keys(project.problems()), [
      ['.policy-lens/codebooks', 'document.unreadable'],
      ['.policy-lens/annotations', 'document.unreadable'],
    ]);
    assert.equal(stateOf(project).codings.length, 5);
  });
});
