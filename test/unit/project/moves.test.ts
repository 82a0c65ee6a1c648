import { strict as assert } from 'node:assert';
import { annotationsUri, fileText, quotes } from './annotationFiles.js';
import { keysOf, NEW_URI, rename, started } from './renaming.js';
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

const OTHER = 'memory:/other';

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
