import { strict as assert } from 'node:assert';
import { readAnnotationFile } from '../../../src/core/annotation/annotationFile.js';
import { confirm, reject, remove, writeMemo } from '../../../src/core/annotation/decide.js';
import {
  ANNOTATIONS_URI,
  code,
  codingsWith,
  confirmAll,
  deciding,
  decisions,
  FOLDER,
  LETTER,
  LETTER_URI,
  letterFiles,
  newProject,
  openLetter,
  stateOf,
} from './workspace.js';

const PATH = '.policy-lens/annotations/a.jansen/notes/letter.md.json';

function keysOf(messages: readonly { readonly key: string }[]): readonly string[] {
  return messages.map(({ key }) => key);
}

/** A workspace in which two passages have been coded. */
async function codedFiles() {
  const files = letterFiles();
  const project = await openLetter(files);
  await code(project, 'een plan voor de buurt');
  await code(project, 'een verslag');
  project.dispose();
  return files;
}

describe('two windows on one workspace', () => {
  it('both keep what they add, though neither has heard of the other', async () => {
    const files = letterFiles();
    const [one, other] = [await openLetter(files), await openLetter(files)];
    await code(one, 'een plan');
    assert.deepEqual(await code(other, 'een verslag'), []);
    const both = ['confirmed anchored "een plan"', 'confirmed anchored "een verslag"'];
    assert.deepEqual(decisions(other), both);
    assert.deepEqual(decisions(one), both.slice(0, 1));
    await one.fileChanged(ANNOTATIONS_URI);
    await one.whenIdle();
    assert.deepEqual(decisions(one), both);
  });

  it('may change different things of one annotation', async () => {
    const files = await codedFiles();
    const [one, other] = [await openLetter(files), await openLetter(files)];
    const [first] = codingsWith(one, 'roles/partner').filter(({ annotation }) => annotation);
    assert.ok(first);
    await one.steps.apply('memo', writeMemo(first, 'goed', deciding(one)));
    assert.deepEqual(await other.steps.apply('reject', reject([first], deciding(other))), []);
    const again = readAnnotationFile(files.text(ANNOTATIONS_URI) ?? '').file?.annotations[0];
    assert.deepEqual([again?.memo, again?.status], ['goed', 'rejected']);
  });

  it('both keep their memo where they wrote two, and are told', async () => {
    const files = await codedFiles();
    const [one, other] = [await openLetter(files), await openLetter(files)];
    const [first] = codingsWith(one, 'roles/partner').filter(({ annotation }) => annotation);
    assert.ok(first);
    await one.steps.apply('memo', writeMemo(first, 'goed', deciding(one)));
    const messages = await other.steps.apply('memo', writeMemo(first, 'slecht', deciding(other)));
    assert.deepEqual(messages, [{ key: 'annotations.changedElsewhere', args: [PATH, 1] }]);
    const memos = readAnnotationFile(files.text(ANNOTATIONS_URI) ?? '').file?.annotations.map(({ memo }) => memo);
    assert.deepEqual(memos?.sort(), ['', 'goed', 'slecht']);
    assert.equal(decisions(other).length, 3);
    await other.steps.undo();
    assert.equal(decisions(other).length, 2);
  });

  it('do not delete what the other has changed, nor lose what the other has deleted', async () => {
    const files = await codedFiles();
    const [one, other] = [await openLetter(files), await openLetter(files)];
    const [first, second] = codingsWith(one, 'roles/partner').filter(({ annotation }) => annotation);
    assert.ok(first && second);
    await one.steps.apply('memo', writeMemo(first, 'goed', deciding(one)));
    assert.deepEqual(keysOf(await other.steps.apply('delete', remove([first], deciding(other)))), [
      'annotations.changedElsewhere',
    ]);
    await one.steps.apply('delete', remove([second], deciding(one)));
    await other.steps.apply('memo', writeMemo(second, 'nodig', deciding(other)));
    const memos = readAnnotationFile(files.text(ANNOTATIONS_URI) ?? '').file?.annotations.map(({ memo }) => memo);
    assert.deepEqual(memos, ['goed', 'nodig']);
  });
});

describe('an annotation file that is written', () => {
  it('is whole at every moment: beside first, then in its place', async () => {
    const files = await codedFiles();
    const before = files.text(ANNOTATIONS_URI);
    const project = await openLetter(files);
    const seen: (string | undefined)[] = [];
    files.beforeReplace = () => seen.push(files.text(ANNOTATIONS_URI));
    await code(project, 'bewoners');
    assert.deepEqual(seen, [before]);
    assert.deepEqual(
      [...files.contents.keys()].filter((uri) => uri.includes('.tmp-')),
      [],
    );
  });

  it('is the one before when the window ends between writing and replacing, and the leftover goes in time', async () => {
    const files = await codedFiles();
    const before = files.text(ANNOTATIONS_URI);
    const leftover = `${ANNOTATIONS_URI}.tmp-01HZZZZZZZ0000000000000000`;
    const young = `${ANNOTATIONS_URI}.tmp-7ZZZZZZZZZ0000000000000000`;
    files.put(leftover, '{ "schema": "policy-');
    files.put(young, '{');
    const project = await openLetter(files);
    assert.deepEqual(project.problems(), []);
    assert.equal(decisions(project).length, 2);
    assert.equal(files.text(ANNOTATIONS_URI), before);
    assert.equal(files.contents.has(leftover), false);
    assert.equal(files.contents.has(young), true, 'another window may be writing it now');
  });

  it('is left alone when what was written beside it is not what was meant', async () => {
    const files = await codedFiles();
    const before = files.text(ANNOTATIONS_URI);
    const project = await openLetter(files);
    files.write = async (uri, bytes) => void files.contents.set(uri, bytes.slice(0, 100));
    const messages = await code(project, 'bewoners');
    assert.deepEqual(keysOf(messages), ['annotations.readOnly']);
    assert.equal(files.text(ANNOTATIONS_URI), before);
  });

  it('keeps the fields of another program', async () => {
    const files = await codedFiles();
    const json = JSON.parse(files.text(ANNOTATIONS_URI) ?? '');
    json.tool = 'other';
    json.annotations[0].target.page = 3;
    json.annotations[0].rating = [1, 2];
    files.put(ANNOTATIONS_URI, JSON.stringify(json));
    const project = await openLetter(files);
    await code(project, 'bewoners');
    const again = JSON.parse(files.text(ANNOTATIONS_URI) ?? '');
    const kept = again.annotations.find((one: { id: string }) => one.id === json.annotations[0].id);
    assert.deepEqual([again.tool, kept.target.page, kept.rating], ['other', 3, [1, 2]]);
  });
});

describe('an annotation file that cannot be written', () => {
  it('takes no decisions in a read-only folder, says so, and loses nothing', async () => {
    const files = await codedFiles();
    const project = await openLetter(files);
    const before = decisions(project);
    files.refusal = new Error('EROFS: read-only file system');
    const messages = await code(project, 'bewoners');
    assert.deepEqual(messages, [{ key: 'annotations.readOnly', args: [PATH, 'EROFS: read-only file system'] }]);
    assert.deepEqual(decisions(project), before);
    assert.equal(project.steps.undoLabel, undefined);
    files.refusal = undefined;
    assert.deepEqual(await code(project, 'bewoners'), []);
    assert.equal(decisions(project).length, 3);
  });

  it('can still be undone once the folder can be written again', async () => {
    const files = letterFiles();
    const project = await openLetter(files);
    await code(project, 'een plan');
    files.refusal = new Error('no');
    assert.deepEqual(keysOf((await project.steps.undo())?.messages ?? []), ['annotations.readOnly']);
    assert.equal(project.steps.undoLabel, 'code');
    files.refusal = undefined;
    await project.steps.undo();
    assert.deepEqual(decisions(project), []);
  });

  const damages: Readonly<Record<string, (text: string) => string>> = {
    'annotations.json': (text) => text.slice(0, text.length / 2),
    'annotations.conflictMarks': (text) =>
      text.replace(/( {6}"memo": "",\n)/, '<<<<<<< HEAD\n$1=======\n      "memo": "x",\n>>>>>>> theirs\n'),
    'annotations.newerSchema': (text) => text.replace('annotations@1', 'annotations@2'),
    'annotations.schema': (text) => text.replace('"confirmed"', '"maybe"'),
    'annotations.fieldTwice': (text) => text.replace('"memo": "",', '"memo": "",\n"memo": "x",'),
    'annotations.misplaced': (text) => text.replace('"notes/letter.md"', '"notes/brief.md"'),
  };
  for (const [key, damage] of Object.entries(damages)) {
    it(`is left as it is, and named as a problem: ${key}`, async () => {
      const files = await codedFiles();
      const damaged = damage(files.text(ANNOTATIONS_URI) ?? '');
      files.put(ANNOTATIONS_URI, damaged);
      const project = await openLetter(files);
      const problem = project.problems().find(({ uri }) => uri === ANNOTATIONS_URI);
      assert.equal(problem?.path, PATH);
      assert.equal(problem?.messages[0]?.key, key);
      const messages = await code(project, 'bewoners');
      assert.deepEqual(messages[0], { key: 'annotations.notWritable', args: [PATH] });
      assert.equal(messages[1]?.key, key);
      assert.equal(files.text(ANNOTATIONS_URI), damaged);
      assert.equal(project.steps.undoLabel, undefined);
    });
  }

  it('never leads out of its folder', async () => {
    const files = await codedFiles();
    const outside = (files.text(ANNOTATIONS_URI) ?? '').replace('"notes/letter.md"', '"../secret.md"');
    const uri = `${FOLDER}/.policy-lens/annotations/a.jansen/%2E%2E/secret.md.json`;
    files.put(uri, outside);
    files.put('memory:/secret.md', LETTER);
    const reads: string[] = [];
    const read = files.read.bind(files);
    files.read = (each) => {
      reads.push(each);
      return read(each);
    };
    const project = await openLetter(files);
    assert.deepEqual(
      project.problems().map((problem) => [problem.uri, problem.messages[0]?.key]),
      [[uri, 'annotations.misplaced']],
    );
    assert.deepEqual(
      project.documents().map(({ ref }) => ref.path),
      ['notes/letter.md'],
    );
    assert.deepEqual(
      reads.filter((each) => each.includes('secret.md') && each !== uri),
      [],
    );
  });

  it('is of use again once it has been repaired', async () => {
    const files = await codedFiles();
    const sound = files.text(ANNOTATIONS_URI) ?? '';
    files.put(ANNOTATIONS_URI, sound.slice(0, 300));
    const project = await openLetter(files);
    assert.deepEqual(decisions(project), []);
    files.put(ANNOTATIONS_URI, sound);
    await project.fileChanged(ANNOTATIONS_URI);
    await project.whenIdle();
    assert.deepEqual(project.problems(), []);
    assert.equal(decisions(project).length, 2);
  });

  it('cannot be where there is no folder, or nobody says who decides', async () => {
    const files = letterFiles();
    const project = newProject(files, { coder: '' });
    const ref = { uri: 'memory:/elsewhere.md', folder: undefined, path: 'elsewhere.md' };
    project.open(ref, LETTER, 'markdown');
    await project.whenIdle();
    const [coding] = codingsWith(project, 'roles/principal', ref.uri);
    assert.ok(coding);
    const changes = confirm([coding], deciding(project, ref.uri));
    assert.deepEqual(await project.steps.apply('confirm', changes), [
      { key: 'annotations.noFolder', args: ['elsewhere.md'] },
    ]);
    const inFolder = await openLetter(files, { coder: '' });
    assert.deepEqual(await confirmAll(inFolder, 'roles/principal'), [{ key: 'annotations.noCoder', args: [] }]);
    assert.deepEqual(files.written, []);
  });
});

describe('annotations of others', () => {
  it('are shown, and never written', async () => {
    const files = await codedFiles();
    const project = await openLetter(files, { coder: 'b.de.vries' });
    const theirs = stateOf(project).codings.filter(({ coder }) => coder === 'a.jansen');
    assert.deepEqual(
      theirs.map(({ editable }) => editable),
      [false, false],
    );
    const before = files.text(ANNOTATIONS_URI);
    await project.steps.apply('reject', reject(theirs, deciding(project)));
    await project.steps.apply('delete', remove(theirs, deciding(project)));
    await code(project, 'bewoners');
    assert.equal(files.text(ANNOTATIONS_URI), before);
    assert.ok(files.contents.has(`${FOLDER}/.policy-lens/annotations/b.de.vries/notes/letter.md.json`));
  });

  it("become one's own when the coder is that person", async () => {
    const project = await openLetter(await codedFiles(), { coder: 'b.de.vries' });
    project.configure({ coder: 'a.jansen' });
    await project.whenIdle();
    const theirs = stateOf(project).codings.filter(({ coder }) => coder === 'a.jansen');
    assert.deepEqual(
      theirs.map(({ editable }) => editable),
      [true, true],
    );
  });
});

describe('documents that are not open', () => {
  it('are listed with their annotations in their places', async () => {
    const files = await codedFiles();
    files.put(LETTER_URI, `Vooraf.\n\n${LETTER.replace('een verslag', 'iets')}`);
    const project = newProject(files);
    await project.addFolder({ uri: FOLDER, name: 'work' });
    await project.whenIdle();
    assert.equal(stateOf(project).isOpen, false);
    assert.deepEqual(decisions(project), [
      'confirmed moved "een plan voor de buurt"',
      'confirmed orphan "een verslag"',
    ]);
    files.put(LETTER_URI, LETTER);
    await project.fileChanged(LETTER_URI);
    await project.whenIdle();
    assert.deepEqual(decisions(project), [
      'confirmed anchored "een plan voor de buurt"',
      'confirmed anchored "een verslag"',
    ]);
  });

  it('keep their annotations when they are gone themselves', async () => {
    const files = await codedFiles();
    files.contents.delete(LETTER_URI);
    const project = newProject(files);
    await project.addFolder({ uri: FOLDER, name: 'work' });
    await project.whenIdle();
    assert.deepEqual(decisions(project), [
      'confirmed orphan "een plan voor de buurt"',
      'confirmed orphan "een verslag"',
    ]);
    assert.deepEqual(stateOf(project).problems, [{ key: 'document.missing', args: ['notes/letter.md'] }]);
  });

  it('can be decided on', async () => {
    const files = await codedFiles();
    const project = newProject(files);
    await project.addFolder({ uri: FOLDER, name: 'work' });
    await project.whenIdle();
    const codings = stateOf(project).codings;
    await project.steps.apply('reject', reject(codings, deciding(project)));
    assert.deepEqual(decisions(project), [
      'rejected anchored "een plan voor de buurt"',
      'rejected anchored "een verslag"',
    ]);
    await project.steps.apply('delete', remove(stateOf(project).codings, deciding(project)));
    assert.deepEqual(project.documents(), []);
    await project.steps.undo();
    assert.equal(decisions(project).length, 2);
  });

  it('keep in view what was decided when they are closed, and no suggestions', async () => {
    const files = await codedFiles();
    const project = await openLetter(files);
    project.close(LETTER_URI);
    const atOnce = decisions(project);
    await project.whenIdle();
    assert.deepEqual(decisions(project), atOnce);
    assert.equal(stateOf(project).codings.length, 2);
    project.removeFolder(FOLDER);
    assert.deepEqual(project.documents(), []);
  });
});
