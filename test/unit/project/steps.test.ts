import { strict as assert } from 'node:assert';
import { reject } from '../../../src/core/annotation/decide.js';
import type { FileChange } from '../../../src/project/history.js';
import type { MemoryFiles } from './memoryFiles.js';
import {
  ANNOTATIONS_URI,
  code,
  codingsWith,
  deciding,
  decisions,
  FOLDER,
  LETTER,
  LETTER_URI,
  letterFiles,
  openLetter,
  stateOf,
} from './workspace.js';

const NOTES_URI = `${FOLDER}/.policy-lens/notes.txt`;
const NEW_URI = `${FOLDER}/.policy-lens/new.txt`;

const FILES: readonly FileChange[] = [
  { uri: NOTES_URI, before: 'before', after: 'after' },
  { uri: NEW_URI, before: undefined, after: 'new' },
];

describe('a step with files', () => {
  const open = async () => {
    const files = letterFiles({ [NOTES_URI]: 'before' });
    return { files, project: await openLetter(files) };
  };
  const texts = (files: MemoryFiles) => [files.text(NOTES_URI), files.text(NEW_URI)];

  it('writes, undoes and does them again together with its annotations', async () => {
    const { files, project } = await open();
    const changes = reject(codingsWith(project, 'roles/principal'), deciding(project));
    assert.deepEqual(await project.steps.apply('rename', changes, FILES), []);
    assert.deepEqual([...texts(files), decisions(project).length], ['after', 'new', 2]);
    assert.deepEqual(await project.steps.undo(), { label: 'rename', messages: [] });
    assert.deepEqual([...texts(files), decisions(project).length], ['before', undefined, 0]);
    assert.deepEqual(await project.steps.redo(), { label: 'rename', messages: [] });
    assert.deepEqual([...texts(files), decisions(project).length], ['after', 'new', 2]);
  });

  it('does nothing where a file is another than it takes it to be', async () => {
    const { files, project } = await open();
    files.put(NEW_URI, 'of somebody else');
    const changes = reject(codingsWith(project, 'roles/principal'), deciding(project));
    const messages = await project.steps.apply('rename', changes, FILES);
    assert.deepEqual(messages, [{ key: 'step.fileChanged', args: ['.policy-lens/new.txt'] }]);
    assert.deepEqual(texts(files), ['before', 'of somebody else']);
    assert.deepEqual([decisions(project), project.steps.undoLabel], [[], undefined]);
  });

  it('leaves a file that was changed since, says so, and undoes the rest', async () => {
    const { files, project } = await open();
    const changes = reject(codingsWith(project, 'roles/principal'), deciding(project));
    await project.steps.apply('rename', changes, FILES);
    files.put(NOTES_URI, 'changed since');
    const undone = await project.steps.undo();
    assert.deepEqual(undone?.messages, [{ key: 'step.fileChanged', args: ['.policy-lens/notes.txt'] }]);
    assert.deepEqual([...texts(files), decisions(project)], ['changed since', undefined, []]);
    assert.equal(project.steps.undoLabel, undefined);
    await project.steps.redo();
    assert.deepEqual([...texts(files), decisions(project).length], ['changed since', 'new', 2]);
  });

  it('can be undone later where the file system refuses now', async () => {
    const { files, project } = await open();
    await project.steps.apply('rename', [], FILES);
    files.refusal = new Error('no permission');
    assert.equal((await project.steps.undo())?.messages.length, 2);
    files.refusal = undefined;
    assert.deepEqual(await project.steps.undo(), { label: 'rename', messages: [] });
    assert.deepEqual(texts(files), ['before', undefined]);
  });
});

describe('a step about annotations of several coders', () => {
  it('is kept in the files of each, and undone there', async () => {
    const files = letterFiles();
    const other = await openLetter(files, { coder: 'b.smit' });
    await code(other, 'een plan voor de buurt');
    const theirs = ANNOTATIONS_URI.replace('a.jansen', 'b.smit');
    const before = files.text(theirs);
    const project = await openLetter(files);
    const [annotation] = stateOf(project).codings.flatMap((coding) => coding.annotation ?? []);
    assert.ok(annotation);
    const changed = { ...annotation, codes: ['roles/principal'] };
    await project.steps.apply('recode', [
      { document: LETTER_URI, coder: 'b.smit', before: annotation, after: changed },
      ...reject(codingsWith(project, 'roles/partner').slice(0, 1), deciding(project)),
    ]);
    assert.match(files.text(theirs) ?? '', /roles\/principal/);
    assert.doesNotMatch(files.text(ANNOTATIONS_URI) ?? '', /roles\/principal/);
    await project.steps.undo();
    assert.equal(files.text(theirs), before);
    assert.doesNotMatch(files.text(ANNOTATIONS_URI) ?? '', /"codes"/);
    await project.steps.redo();
    assert.match(files.text(theirs) ?? '', /roles\/principal/);
    assert.equal(files.text(LETTER_URI), LETTER);
  });
});
