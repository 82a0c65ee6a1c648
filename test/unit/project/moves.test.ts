import { strict as assert } from 'node:assert';
import { readAnnotationFile, writeAnnotationFile } from '../../../src/core/annotation/annotationFile.js';
import type { Project } from '../../../src/project/project.js';
import { annotationsUri, fileText, quotes } from './annotationFiles.js';
import { MemoryFiles } from './memoryFiles.js';
import {
  code,
  decisions,
  FOLDER,
  LETTER,
  LETTER_URI,
  letterFiles,
  newProject,
  openLetter,
  retype,
} from './workspace.js';

const NEW_URI = `${FOLDER}/archive/brief.md`;
const OTHER = 'memory:/other';

/** Gives a file another name, as an editor does, and tells the project. */
async function rename(project: Project, files: MemoryFiles, from: string, to: string) {
  for (const [uri, bytes] of [...files.contents]) {
    if (uri !== from && !uri.startsWith(`${from}/`)) continue;
    files.contents.delete(uri);
    files.contents.set(to + uri.slice(from.length), bytes);
  }
  const moved = await project.moves.renamed([{ from, to }], (documents) => `move ${documents.length}`);
  await project.whenIdle();
  return moved;
}

function keysOf(messages: readonly { readonly key: string; readonly args: readonly unknown[] }[]) {
  return messages.map(({ key, args }) => `${key} ${args[0]}`);
}

async function started(texts: Readonly<Record<string, string>>): Promise<[Project, MemoryFiles]> {
  const files = letterFiles(texts);
  const project = newProject(files);
  await project.addFolder({ uri: FOLDER, name: 'work' });
  await project.whenIdle();
  return [project, files];
}

describe('renaming a document', () => {
  it('moves the annotation files of all coders, and nothing else of them changes', async () => {
    const [project, files] = await started({
      [annotationsUri('a.jansen/notes/letter.md')]: fileText('notes/letter.md', ['een plan', 'een verslag']),
      [annotationsUri('b.devries/notes/letter.md')]: fileText('notes/letter.md', ['de buurt'], { coder: 'b.devries' }),
      [annotationsUri('a.jansen/notes/other.md')]: fileText('notes/other.md', ['de bewoners']),
    });
    const before = files.text(annotationsUri('b.devries/notes/letter.md'));
    const moved = await rename(project, files, LETTER_URI, NEW_URI);
    assert.deepEqual(moved.messages, []);
    assert.equal(moved.annotations, 3);
    assert.deepEqual(
      moved.documents.map(({ from, to }) => `${from.path} -> ${to.path}`),
      ['notes/letter.md -> archive/brief.md'],
    );
    assert.deepEqual(quotes(files, 'a.jansen/archive/brief.md'), ['een plan', 'een verslag']);
    assert.equal(
      files.text(annotationsUri('b.devries/archive/brief.md')),
      before?.replace('"notes/letter.md"', '"archive/brief.md"'),
    );
    assert.equal(quotes(files, 'a.jansen/notes/letter.md'), undefined);
    assert.equal(quotes(files, 'b.devries/notes/letter.md'), undefined);
    assert.deepEqual(quotes(files, 'a.jansen/notes/other.md'), ['de bewoners']);
    assert.equal(project.document(LETTER_URI), undefined, 'is no document that is not there');
    assert.equal(decisions(project, NEW_URI).length, 3);
    assert.ok(decisions(project, NEW_URI).every((each) => each.startsWith('confirmed anchored')));
  });

  it('leaves a file alone from which all annotations were deleted', async () => {
    const [project, files] = await started({
      [annotationsUri('a.jansen/notes/letter.md')]: fileText('notes/letter.md', []),
    });
    const moved = await rename(project, files, LETTER_URI, NEW_URI);
    assert.deepEqual(moved, { documents: [], annotations: 0, messages: [] });
    assert.deepEqual(quotes(files, 'a.jansen/archive/brief.md'), undefined);
  });

  it('is one step: undone, the files lie where they were, byte for byte; done again, they follow', async () => {
    const uris = ['a.jansen/notes/letter.md', 'b.devries/notes/letter.md'].map((path) => annotationsUri(path));
    const [project, files] = await started({
      [uris[0] ?? '']: fileText('notes/letter.md', ['een plan']),
      [uris[1] ?? '']: fileText('notes/letter.md', ['de buurt'], { coder: 'b.devries' }),
    });
    const before = uris.map((uri) => files.text(uri));
    await rename(project, files, LETTER_URI, NEW_URI);
    assert.equal(project.steps.undoLabel, 'move 1');
    assert.deepEqual(await project.steps.undo(), { label: 'move 1', messages: [] });
    await project.whenIdle();
    assert.deepEqual(
      uris.map((uri) => files.text(uri)),
      before,
    );
    assert.equal(quotes(files, 'a.jansen/archive/brief.md'), undefined);
    assert.ok(files.text(NEW_URI), 'the document stays where it is');
    assert.deepEqual(keysOf(project.document(LETTER_URI)?.problems ?? []), ['document.missing notes/letter.md']);
    await project.steps.redo();
    await project.whenIdle();
    assert.deepEqual(quotes(files, 'b.devries/archive/brief.md'), ['de buurt']);
    assert.equal(quotes(files, 'b.devries/notes/letter.md'), undefined);
    assert.equal(decisions(project, NEW_URI).length, 2);
  });

  it('is not undone where the file was changed since, so that no annotation is in two places', async () => {
    const old = annotationsUri('a.jansen/notes/letter.md');
    const [project, files] = await started({
      [old]: fileText('notes/letter.md', ['een plan']),
      [annotationsUri('b.devries/notes/letter.md')]: fileText('notes/letter.md', ['de buurt'], { coder: 'b.devries' }),
    });
    await rename(project, files, LETTER_URI, NEW_URI);
    const now = annotationsUri('a.jansen/archive/brief.md');
    files.put(now, (files.text(now) ?? '').replace('"memo": ""', '"memo": "later"'));
    const undone = await project.steps.undo();
    assert.deepEqual(keysOf(undone?.messages ?? []), [
      'step.fileChanged .policy-lens/annotations/a.jansen/archive/brief.md.json',
    ]);
    assert.equal(files.text(old), undefined);
    assert.match(files.text(now) ?? '', /"later"/);
    assert.deepEqual(quotes(files, 'b.devries/notes/letter.md'), ['de buurt']);
    assert.equal(project.steps.undoLabel, undefined);
  });

  it('keeps what was typed and not saved: every annotation follows its words, in whatever order the editor tells', async () => {
    const typed = 'een heel mooi plan';
    for (const isToldFirst of [true, false]) {
      const files = letterFiles();
      const project = await openLetter(files);
      await code(project, 'een plan voor');
      await code(project, 'een verslag');
      retype(project, 'een plan', typed);
      project.moves.renaming([{ from: `${FOLDER}/notes`, to: `${FOLDER}/archive` }]);
      const reopen = () => {
        const ref = { uri: `${FOLDER}/archive/letter.md`, folder: FOLDER, path: 'archive/letter.md' };
        project.open(ref, LETTER.replace('een plan', typed), 'markdown');
        project.close(LETTER_URI);
      };
      if (!isToldFirst) reopen();
      await rename(project, files, `${FOLDER}/notes`, `${FOLDER}/archive`);
      if (isToldFirst) reopen();
      await project.whenIdle();
      const uri = `${FOLDER}/archive/letter.md`;
      assert.deepEqual(decisions(project, uri), [
        `confirmed anchored "${typed} voor"`,
        'confirmed anchored "een verslag"',
      ]);
      assert.equal(project.document(LETTER_URI), undefined);
      files.put(uri, LETTER.replace('een plan', typed));
      await project.saved(uri);
      assert.deepEqual(quotes(files, 'a.jansen/archive/letter.md'), [`${typed} voor`, 'een verslag']);
    }
  });

  it('moves what lies below a folder that is renamed, at any depth', async () => {
    const [project, files] = await started({
      [annotationsUri('a.jansen/notes/letter.md')]: fileText('notes/letter.md', ['een plan']),
      [annotationsUri('a.jansen/notes/deep/er.md')]: fileText('notes/deep/er.md', ['een verslag']),
      [annotationsUri('a.jansen/notes.md')]: fileText('notes.md', ['de buurt']),
    });
    const moved = await rename(project, files, `${FOLDER}/notes`, `${FOLDER}/old/notes 2026`);
    assert.equal(moved.documents.length, 2);
    assert.deepEqual(quotes(files, 'a.jansen/old/notes 2026/letter.md'), ['een plan']);
    assert.deepEqual(quotes(files, 'a.jansen/old/notes 2026/deep/er.md'), ['een verslag']);
    assert.deepEqual(quotes(files, 'a.jansen/notes.md'), ['de buurt']);
    assert.equal(project.steps.undoLabel, 'move 2');
  });

  it('follows one rename after the other, also where two documents change names', async () => {
    const [project, files] = await started({
      [annotationsUri('a.jansen/one.md')]: fileText('one.md', ['een plan']),
      [annotationsUri('a.jansen/two.md')]: fileText('two.md', ['een verslag']),
    });
    const [one, two, between] = ['one', 'two', 'between'].map((name) => `${FOLDER}/${name}.md`);
    assert.ok(one && two && between);
    const renames = [
      { from: one, to: between },
      { from: two, to: one },
      { from: between, to: two },
    ];
    const moved = await project.moves.renamed(renames, () => 'swap');
    assert.deepEqual(moved.documents.map(({ from, to }) => `${from.path} -> ${to.path}`).sort(), [
      'one.md -> two.md',
      'two.md -> one.md',
    ]);
    assert.deepEqual(quotes(files, 'a.jansen/one.md'), ['een verslag']);
    assert.deepEqual(quotes(files, 'a.jansen/two.md'), ['een plan']);
    await project.steps.undo();
    assert.deepEqual(quotes(files, 'a.jansen/one.md'), ['een plan']);
    assert.deepEqual(quotes(files, 'a.jansen/two.md'), ['een verslag']);
    assert.equal(quotes(files, 'a.jansen/between.md'), undefined);
  });

  it('moves to another workspace folder, also under the same path', async () => {
    const files = letterFiles({
      [annotationsUri('a.jansen/notes/letter.md')]: fileText('notes/letter.md', ['een plan']),
    });
    const project = newProject(files);
    for (const uri of [FOLDER, OTHER]) await project.addFolder({ uri, name: uri });
    await project.whenIdle();
    const moved = await rename(project, files, LETTER_URI, `${OTHER}/notes/letter.md`);
    assert.deepEqual(moved.messages, []);
    assert.deepEqual(quotes(files, 'a.jansen/notes/letter.md', OTHER), ['een plan']);
    assert.equal(quotes(files, 'a.jansen/notes/letter.md'), undefined);
    assert.deepEqual(decisions(project, `${OTHER}/notes/letter.md`), ['confirmed anchored "een plan"']);
  });

  it('leaves the annotations of what goes out of all folders where they are, and says so', async () => {
    const [project, files] = await started({
      [annotationsUri('a.jansen/notes/letter.md')]: fileText('notes/letter.md', ['een plan']),
    });
    const moved = await rename(project, files, LETTER_URI, 'memory:/elsewhere/letter.md');
    assert.deepEqual(keysOf(moved.messages), ['annotations.movedOutside notes/letter.md']);
    assert.deepEqual(quotes(files, 'a.jansen/notes/letter.md'), ['een plan']);
    assert.equal(project.steps.undoLabel, undefined);
  });
});

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
