import { strict as assert } from 'node:assert';
import { readAnnotationFile, writeAnnotationFile } from '../../../src/core/annotation/annotationFile.js';
import { annotationsUri, fileText, quotes } from './annotationFiles.js';
import { MemoryFiles } from './memoryFiles.js';
import { keysOf, NEW_URI, rename, started } from './renaming.js';
import { decisions, FOLDER, LETTER, LETTER_URI, newProject } from './workspace.js';

describe('renaming a document to a name that annotations lie under already', () => {
  const there = annotationsUri('a.jansen/archive/brief.md');
  const here = annotationsUri('a.jansen/notes/letter.md');

  it('merges both sides, annotation by annotation; undone, both are as they were', async () => {
    const before = fileText('archive/brief.md', ['de bewoners'], { unknown: { project: 'older' } });
    const [project, files] = await started({ [here]: fileText('notes/letter.md', ['een plan']), [there]: before });
    const moved = await rename(project, files, LETTER_URI, NEW_URI);
    assert.deepEqual(moved.messages, []);
    assert.deepEqual(quotes(files, 'a.jansen/archive/brief.md'), ['de bewoners', 'een plan']);
    assert.match(files.text(there) ?? '', /"project": "older"/);
    assert.deepEqual(decisions(project, NEW_URI), [
      'confirmed anchored "de bewoners"',
      'confirmed anchored "een plan"',
    ]);
    await project.steps.undo();
    assert.equal(files.text(there), before);
    assert.deepEqual(quotes(files, 'a.jansen/notes/letter.md'), ['een plan']);
  });

  it('says of each annotation in which of two texts its offsets count', async () => {
    const older = `Vooraf.\n\n${LETTER}`;
    const [project, files] = await started({
      [here]: fileText('notes/letter.md', ['een plan']),
      [there]: fileText('archive/brief.md', ['een verslag'], { text: older }),
    });
    await rename(project, files, LETTER_URI, NEW_URI);
    const { file } = readAnnotationFile(files.text(there) ?? '');
    const hashes = file?.annotations.map(({ target }) => target.sha256 ?? file.sha256);
    assert.equal(new Set(hashes).size, 2);
    assert.deepEqual(decisions(project, NEW_URI), ['confirmed anchored "een plan"', 'confirmed moved "een verslag"']);
  });

  it('keeps both of one annotation that was decided differently', async () => {
    const mine = fileText('notes/letter.md', ['een plan']);
    const theirs = mine.replace('notes/letter.md', 'archive/brief.md').replace('"confirmed"', '"rejected"');
    const [project, files] = await started({ [here]: mine, [there]: theirs });
    await rename(project, files, LETTER_URI, NEW_URI);
    const { annotations } = readAnnotationFile(files.text(there) ?? '').file ?? { annotations: [] };
    assert.deepEqual(annotations.map(({ status }) => status).sort(), ['confirmed', 'rejected']);
    assert.equal(new Set(annotations.map(({ id }) => id)).size, 2);
  });

  it('has one annotation that both have once', async () => {
    const mine = fileText('notes/letter.md', ['een plan']);
    const [project, files] = await started({
      [here]: mine,
      [there]: mine.replace('notes/letter.md', 'archive/brief.md'),
    });
    await rename(project, files, LETTER_URI, NEW_URI);
    assert.deepEqual(quotes(files, 'a.jansen/archive/brief.md'), ['een plan']);
    assert.equal(quotes(files, 'a.jansen/notes/letter.md'), undefined);
  });

  it('leaves both where the one that is there cannot be written', async () => {
    const mine = fileText('notes/letter.md', ['een plan']);
    const newer = mine.replace('annotations@1', 'annotations@2').replace('notes/letter.md', 'archive/brief.md');
    const [project, files] = await started({ [here]: mine, [there]: newer });
    const moved = await rename(project, files, LETTER_URI, NEW_URI);
    assert.match(keysOf(moved.messages)[0] ?? '', /^annotations\.notWritable .*archive\/brief\.md\.json$/);
    assert.deepEqual([files.text(here), files.text(there)], [mine, newer]);
  });
});

describe('an annotation file that cannot follow', () => {
  const here = annotationsUri('a.jansen/notes/letter.md');
  const colleague = annotationsUri('b.devries/notes/letter.md');
  const path = '.policy-lens/annotations/a.jansen/notes/letter.md.json';

  for (const [what, spoil] of [
    ['has merge marks', (text: string) => `<<<<<<< ours\n${text}=======\n${text}>>>>>>> theirs\n`],
    ['is of a newer schema', (text: string) => text.replace('annotations@1', 'annotations@2')],
    ['is no JSON', (text: string) => text.slice(0, -20)],
  ] as const) {
    it(`stays and is named when it ${what}; those of colleagues follow`, async () => {
      const spoilt = spoil(fileText('notes/letter.md', ['een plan']));
      const [project, files] = await started({
        [here]: spoilt,
        [colleague]: fileText('notes/letter.md', ['de buurt'], { coder: 'b.devries' }),
      });
      for (const [from, to] of [
        [LETTER_URI, NEW_URI],
        [`${FOLDER}/notes`, `${FOLDER}/other`],
      ]) {
        const moved = await rename(project, files, from ?? '', to ?? '');
        assert.deepEqual(keysOf(moved.messages), [`annotations.notMoved ${path}`]);
      }
      assert.equal(files.text(here), spoilt);
      assert.deepEqual(quotes(files, 'b.devries/archive/brief.md'), ['de buurt']);
    });
  }

  it('is as it was when the file system refuses, with a message', async () => {
    const [project, files] = await started({ [here]: fileText('notes/letter.md', ['een plan']) });
    const before = files.text(here);
    files.beforeReplace = () => {
      throw new Error('No space left');
    };
    const moved = await rename(project, files, LETTER_URI, NEW_URI);
    assert.equal(moved.messages.length, 1);
    assert.equal(files.text(here), before);
    assert.equal(project.steps.undoLabel, undefined);
    files.beforeReplace = () => {};
    const again = await project.moves.renamed([{ from: LETTER_URI, to: NEW_URI }], () => 'again');
    assert.deepEqual(again.messages, []);
    assert.deepEqual(quotes(files, 'a.jansen/archive/brief.md'), ['een plan']);
  });

  it('is there under both names, with a message, when it cannot be removed', async () => {
    const [project, files] = await started({ [here]: fileText('notes/letter.md', ['een plan']) });
    files.remove = async () => {
      throw new Error('Permission denied');
    };
    const moved = await rename(project, files, LETTER_URI, NEW_URI);
    assert.deepEqual(keysOf(moved.messages), [`annotations.notRemoved ${path}`]);
    assert.deepEqual(quotes(files, 'a.jansen/notes/letter.md'), ['een plan']);
    assert.deepEqual(quotes(files, 'a.jansen/archive/brief.md'), ['een plan']);
  });

  it('takes along what another window writes while it is moved', async () => {
    const [project, files] = await started({ [here]: fileText('notes/letter.md', ['een plan']) });
    files.beforeReplace = () => {
      files.beforeReplace = () => {};
      const { file } = readAnnotationFile(files.text(here) ?? '');
      assert.ok(file);
      const added = readAnnotationFile(fileText('notes/letter.md', ['de buurt'])).file?.annotations ?? [];
      files.put(here, writeAnnotationFile({ ...file, annotations: [...file.annotations, ...added] }));
    };
    await rename(project, files, LETTER_URI, NEW_URI);
    assert.deepEqual(quotes(files, 'a.jansen/archive/brief.md'), ['een plan', 'de buurt']);
    assert.equal(quotes(files, 'a.jansen/notes/letter.md'), undefined);
  });
});

/** Names in upper and lower case are one, and a name stays as it was first written until it is renamed. */
class OneCase extends MemoryFiles {
  #there(uri: string): string {
    const lower = uri.toLowerCase();
    return [...this.contents.keys()].find((each) => each.toLowerCase() === lower) ?? uri;
  }

  override async read(uri: string) {
    return super.read(this.#there(uri));
  }

  override async remove(uri: string) {
    return super.remove(this.#there(uri));
  }

  override async write(uri: string, bytes: Uint8Array) {
    return super.write(this.#there(uri), bytes);
  }

  override async replace(from: string, to: string) {
    const moved = [...this.contents].filter(([uri]) => `${uri}/`.toLowerCase().startsWith(`${from}/`.toLowerCase()));
    assert.ok(moved.length > 0, `${from} is there`);
    this.contents.delete(this.#there(to));
    for (const [uri] of moved) this.contents.delete(uri);
    for (const [uri, bytes] of moved) this.contents.set(to + uri.slice(from.length), bytes);
  }
}

describe('renaming by upper and lower case only', () => {
  const texts = {
    [LETTER_URI]: LETTER,
    [annotationsUri('a.jansen/notes/letter.md')]: fileText('notes/letter.md', ['een plan']),
  };
  const cases = [
    ['a document', LETTER_URI, `${FOLDER}/notes/Letter.md`, 'notes/Letter.md'],
    ['a folder', `${FOLDER}/notes`, `${FOLDER}/Notes`, 'Notes/letter.md'],
  ] as const;
  for (const [what, from, to, document] of cases) {
    for (const files of [new MemoryFiles(texts), new OneCase(texts)]) {
      it(`moves the annotations of ${what}${files instanceof OneCase ? ' where both are one name' : ''}`, async () => {
        const project = newProject(files);
        await project.addFolder({ uri: FOLDER, name: 'work' });
        await project.whenIdle();
        const moved = await rename(project, files, from, to);
        assert.deepEqual(moved.messages, []);
        assert.deepEqual(quotes(files, `a.jansen/${document}`), ['een plan']);
        const listed = (await files.list(`${FOLDER}/.policy-lens`)).filter((uri) => uri.endsWith('.json'));
        assert.deepEqual(listed, [annotationsUri(`a.jansen/${document}`)]);
        await project.fileChanged(annotationsUri('a.jansen/notes/letter.md'));
        await project.whenIdle();
        assert.deepEqual(project.problems(), []);
        assert.deepEqual(
          project.documents().map(({ ref }) => ref.path),
          [document],
        );
        project.dispose();
      });
    }
  }
});
