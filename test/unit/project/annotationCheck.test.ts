import { strict as assert } from 'node:assert';
import { MemoryFiles } from './memoryFiles.js';
import { MemoryKeeping } from './memoryKeeping.js';
import { ANNOTATIONS_URI, code, FOLDER, LETTER_URI, letterFiles, newProject, openLetter } from './workspace.js';

/** A project with a coded letter, whose annotation file `damage` has changed on disk. */
async function damaged(damage: (json: ReturnType<typeof JSON.parse>) => void) {
  const files = letterFiles();
  const first = await openLetter(files);
  await code(first, 'een plan voor de buurt');
  await code(first, 'een verslag');
  first.dispose();
  const json = JSON.parse(files.text(ANNOTATIONS_URI) ?? '');
  damage(json);
  const text = `\uFEFF${JSON.stringify(json)}`;
  files.put(ANNOTATIONS_URI, text);
  const project = newProject(files, {}, { keeping: new MemoryKeeping() });
  await project.addFolder({ uri: FOLDER, name: 'work' });
  await project.whenIdle();
  return { files, project, text };
}

const check = async (project: Awaited<ReturnType<typeof damaged>>['project']) => {
  const checked = await project.check.check(() => true);
  assert.ok(checked);
  return checked;
};

describe('checking the annotations of a workspace', () => {
  it('finds nothing in what the tool itself has written', async () => {
    const files = letterFiles();
    const project = await openLetter(files);
    await code(project, 'een plan voor de buurt');
    await code(project, 'een verslag');
    assert.deepEqual(await check(project), { files: 1, annotations: 2, findings: [] });
  });

  it('repairs as one step that can be undone, and keeps a version', async () => {
    const { files, project, text } = await damaged((json) => {
      json.annotations[0].codes = ['roles/partner', 'roles/partner'];
      json.annotations[1].target.start += 3;
      json.annotations[1].target.end += 3;
    });
    const { findings } = await check(project);
    assert.deepEqual(
      findings.map(({ kind, isRepairable }) => [kind, isRepairable]),
      [
        ['codes', true],
        ['words', true],
      ],
    );
    const changes = await project.check.repairs(findings);
    assert.deepEqual(await project.steps.apply('repair', [], changes), []);
    await project.whenIdle();
    assert.deepEqual((await check(project)).findings, []);
    const kept = (await project.versions.of(ANNOTATIONS_URI)).find(({ before }) => before === 'repair');
    assert.equal(kept && (await project.versions.textOf(ANNOTATIONS_URI, kept)), text);
    await project.steps.undo();
    assert.equal(files.text(ANNOTATIONS_URI), text);
  });

  it('repairs one thing and leaves the others', async () => {
    const { project } = await damaged((json) => {
      json.annotations[0].codes = ['roles/partner', 'roles/partner'];
      json.annotations[1].created = 'gisteren';
    });
    const { findings } = await check(project);
    await project.steps.apply('repair', [], await project.check.repairs(findings.slice(0, 1)));
    await project.whenIdle();
    assert.deepEqual(
      (await check(project)).findings.map(({ kind }) => kind),
      ['date'],
    );
  });

  it('leaves alone what was changed since it was checked', async () => {
    const { files, project } = await damaged((json) => {
      json.annotations[0].codes = ['roles/partner', 'roles/partner'];
    });
    const { findings } = await check(project);
    files.put(ANNOTATIONS_URI, '{}');
    assert.deepEqual(await project.check.repairs(findings), []);
  });

  it('names documents that are gone, and ends where it is told to', async () => {
    const { files, project } = await damaged(() => {});
    files.contents.delete(LETTER_URI);
    assert.deepEqual(
      (await check(project)).findings.map(({ kind }) => kind),
      ['document'],
    );
    assert.equal(await project.check.check(() => false), undefined);
  });

  it('has nothing to do where there are no annotations', async () => {
    const project = newProject(new MemoryFiles());
    assert.deepEqual(await check(project), { files: 0, annotations: 0, findings: [] });
  });
});
