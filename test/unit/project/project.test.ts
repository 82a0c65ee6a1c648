import { strict as assert } from 'node:assert';
import { readAnnotationFile } from '../../../src/core/annotation/annotationFile.js';
import { confirm, reject, remove, writeMemo } from '../../../src/core/annotation/decide.js';
import { contentHash } from '../../../src/core/text/contentHash.js';
import type { ProjectChange } from '../../../src/project/state.js';
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
  letterRef,
  newProject,
  openLetter,
  retype,
  save,
  stateOf,
  textOf,
} from './workspace.js';

const MEETING = 'Samen bekijken wij hoe het verder gaat, en wij eisen dat iedereen daaraan meewerkt.';

describe('a project', () => {
  it('suggests codes in an open text, double roles among them', async () => {
    const project = await openLetter(letterFiles());
    const found = stateOf(project).codings.map(({ codePath, status, quote }) => [codePath, status, quote]);
    assert.deepEqual(found, [
      ['roles/partner', 'suggested', 'De gemeente werkt samen met de bewoners aan een plan voor de buurt.'],
      ['roles/principal', 'suggested', 'Wij eisen van iedere instelling een verslag over het afgelopen jaar.'],
      ['roles/double', 'suggested', MEETING],
      ['roles/partner', 'suggested', MEETING],
      ['roles/principal', 'suggested', MEETING],
    ]);
    assert.equal(stateOf(project).isReading, false);
    project.dispose();
  });

  it('writes a decision in the form of the contract, and shows it again after a restart', async () => {
    const files = letterFiles();
    const project = await openLetter(files);
    assert.deepEqual(await confirmAll(project, 'roles/principal'), []);
    const { file, messages } = readAnnotationFile(files.text(ANNOTATIONS_URI) ?? '');
    assert.deepEqual(messages, []);
    assert.equal(file?.sha256, contentHash(new TextEncoder().encode(LETTER)));
    assert.deepEqual(file?.annotations[0]?.target, {
      start: 69,
      end: 137,
      quote: 'Wij eisen van iedere instelling een verslag over het afgelopen jaar.',
      prefix: LETTER.slice(37, 69),
      suffix: LETTER.slice(137, 169),
    });
    const again = await openLetter(files);
    assert.deepEqual(decisions(again), decisions(project));
    assert.equal(decisions(again).length, 2);
    assert.deepEqual(
      stateOf(again).codings.map(({ id }) => id),
      stateOf(project).codings.map(({ id }) => id),
    );
  });

  it('lets a double role go when one of its sides is rejected, and back when that is undone', async () => {
    const project = await openLetter(letterFiles());
    const principal = codingsWith(project, 'roles/principal').filter(({ quote }) => quote === MEETING);
    await project.steps.apply('reject', reject(principal, deciding(project)));
    assert.deepEqual(codingsWith(project, 'roles/double'), []);
    await project.steps.undo();
    assert.equal(codingsWith(project, 'roles/double').length, 1);
  });

  it('keeps a rejected suggestion from coming back', async () => {
    const files = letterFiles();
    const project = await openLetter(files);
    await project.steps.apply('reject', reject(codingsWith(project, 'roles/partner'), deciding(project)));
    const again = await openLetter(files);
    assert.deepEqual(
      codingsWith(again, 'roles/partner').map(({ status }) => status),
      ['rejected', 'rejected'],
    );
  });

  it('undoes and does again many steps, under their names', async () => {
    const files = letterFiles();
    const project = await openLetter(files);
    await confirmAll(project, 'roles/principal');
    const [first] = codingsWith(project, 'roles/principal');
    assert.ok(first);
    await project.steps.apply('memo', writeMemo(first, 'streng', deciding(project)));
    await project.steps.apply('delete', remove(codingsWith(project, 'roles/principal'), deciding(project)));
    const written = files.text(ANNOTATIONS_URI);
    assert.deepEqual(decisions(project), []);
    assert.equal(project.steps.undoLabel, 'delete');
    assert.deepEqual(await project.steps.undo(), { label: 'delete', messages: [] });
    assert.deepEqual(await project.steps.undo(), { label: 'memo', messages: [] });
    assert.deepEqual(await project.steps.undo(), { label: 'confirm', messages: [] });
    assert.deepEqual([project.steps.undoLabel, project.steps.redoLabel], [undefined, 'confirm']);
    assert.deepEqual(decisions(project), []);
    for (const label of ['confirm', 'memo', 'delete']) assert.equal((await project.steps.redo())?.label, label);
    assert.equal(files.text(ANNOTATIONS_URI), written);
    assert.equal(await project.steps.redo(), undefined);
    await project.steps.undo();
    assert.equal(codingsWith(project, 'roles/principal')[0]?.memo, 'streng');
  });

  it('undoes a decision after the text was edited and saved', async () => {
    const files = letterFiles();
    const project = await openLetter(files);
    await code(project, 'een plan voor de buurt');
    retype(project, 'De gemeente', 'De gemeente Eiland');
    await save(project, files);
    const [coding] = codingsWith(project, 'roles/partner').filter(({ status }) => status === 'confirmed');
    assert.ok(coding);
    await project.steps.apply('reject', reject([coding], deciding(project)));
    retype(project, 'aan een plan', 'alvast aan een plan');
    await save(project, files);
    assert.deepEqual(await project.steps.undo(), { label: 'reject', messages: [] });
    assert.deepEqual(decisions(project), ['confirmed anchored "een plan voor de buurt"']);
    await project.steps.undo();
    assert.deepEqual(decisions(project), []);
  });
});

describe('annotations in a text that is edited', () => {
  it('stay on their words, and are written where they are when the text is saved', async () => {
    const files = letterFiles();
    const project = await openLetter(files);
    await code(project, 'een plan voor de buurt');
    const before = files.text(ANNOTATIONS_URI);
    retype(project, 'De gemeente', 'Met plezier: de gemeente');
    retype(project, 'een plan', 'een eerste plan');
    assert.deepEqual(decisions(project), ['confirmed anchored "een eerste plan voor de buurt"']);
    assert.equal(files.text(ANNOTATIONS_URI), before);
    await save(project, files);
    const saved = readAnnotationFile(files.text(ANNOTATIONS_URI) ?? '').file;
    assert.equal(saved?.annotations[0]?.target.quote, 'een eerste plan voor de buurt');
    assert.deepEqual(decisions(await openLetter(files)), ['confirmed anchored "een eerste plan voor de buurt"']);
  });

  it('are not written again by a save that changed nothing', async () => {
    const files = letterFiles();
    const project = await openLetter(files);
    await code(project, 'een plan');
    const count = files.written.length;
    await save(project, files);
    assert.equal(files.written.length, count);
  });

  it('are orphans with their quotation when their words are deleted, and back when that is undone', async () => {
    const files = letterFiles();
    const project = await openLetter(files);
    await code(project, 'een plan voor de buurt');
    retype(project, 'een plan', 'een mooi plan');
    retype(project, ' aan een mooi plan voor de buurt', '');
    assert.deepEqual(decisions(project), ['confirmed orphan "een plan voor de buurt"']);
    retype(project, ' met de bewoners', ' met de bewoners aan een mooi plan voor de buurt');
    assert.deepEqual(decisions(project).length, 1);
    assert.equal(stateOf(project).codings.find(({ annotation }) => annotation)?.quote, 'een mooi plan voor de buurt');
    await save(project, files);
    assert.deepEqual(decisions(await openLetter(files)), ['confirmed anchored "een mooi plan voor de buurt"']);
  });

  it('are found by their quotation when an edit is thrown away', async () => {
    const files = letterFiles();
    const project = await openLetter(files);
    await code(project, 'een verslag');
    retype(project, 'De gemeente', 'Kortom: de gemeente');
    await code(project, 'een plan voor de buurt');
    await code(project, 'Kortom');
    project.close(LETTER_URI);
    assert.deepEqual(decisions(await openLetter(files)), [
      'confirmed moved "een plan voor de buurt"',
      'confirmed anchored "een verslag"',
      'confirmed orphan "Kortom"',
    ]);
  });

  it('stand where they were made when the edit is saved after all', async () => {
    const files = letterFiles();
    const project = await openLetter(files);
    retype(project, 'De gemeente', 'Kortom: de gemeente');
    await code(project, 'Kortom');
    await save(project, files);
    assert.deepEqual(decisions(await openLetter(files)), ['confirmed anchored "Kortom"']);
    const saved = readAnnotationFile(files.text(ANNOTATIONS_URI) ?? '').file;
    assert.equal(saved?.sha256, contentHash(new TextEncoder().encode(textOf(project))));
  });

  it('are moved, changed or orphans after an edit elsewhere, and say so', async () => {
    const files = letterFiles();
    const project = await openLetter(files);
    await code(project, 'een verslag over het afgelopen jaar');
    await code(project, 'werkt samen met de bewoners');
    await code(project, 'wij eisen dat iedereen daaraan meewerkt');
    const stored = files.text(ANNOTATIONS_URI);
    const edited = LETTER.replace('De gemeente', 'Onze gemeente')
      .replace('samen met', 'samen op met')
      .replace(', en wij eisen dat iedereen daaraan meewerkt', '');
    files.put(LETTER_URI, edited);
    const again = await openLetter(files);
    assert.deepEqual(decisions(again), [
      'confirmed changed "werkt samen op met de bewoners"',
      'confirmed moved "een verslag over het afgelopen jaar"',
      'confirmed orphan "wij eisen dat iedereen daaraan meewerkt"',
    ]);
    assert.equal(files.text(ANNOTATIONS_URI), stored, 'reading writes nothing');
    await code(again, 'buurt');
    assert.deepEqual(decisions(again).slice(0, 1), ['confirmed changed "werkt samen op met de bewoners"']);
    await again.steps.undo();
    const [changed] = codingsWith(again, 'roles/partner').filter(({ state }) => state === 'changed');
    assert.ok(changed);
    await again.steps.apply('confirm', confirm([changed], deciding(again)));
    assert.deepEqual(decisions(await openLetter(files)), [
      'confirmed anchored "werkt samen op met de bewoners"',
      'confirmed moved "een verslag over het afgelopen jaar"',
      'confirmed orphan "wij eisen dat iedereen daaraan meewerkt"',
    ]);
  });

  it('grow by what is typed at their edges, where a person wants that', async () => {
    for (const growsAtEdges of [true, false]) {
      const project = await openLetter(letterFiles(), { growsAtEdges });
      await code(project, 'een verslag');
      retype(project, 'een verslag ', 'een verslagje ');
      retype(project, ' een verslagje', ' nog een verslagje');
      const quote = growsAtEdges ? 'nog een verslagje' : 'een verslag';
      assert.deepEqual(decisions(project), [`confirmed anchored "${quote}"`]);
      project.dispose();
    }
  });

  it('count in the file, whose line ends the editor may show otherwise', async () => {
    const mixed = LETTER.replace('buurt.\n\n', 'buurt.\r\n\r\n');
    const files = letterFiles({ [LETTER_URI]: `\uFEFF${mixed}` });
    const project = newProject(files);
    project.open(letterRef(), LETTER, 'markdown');
    await project.addFolder({ uri: 'memory:/work', name: 'work' });
    await project.whenIdle();
    await code(project, 'een verslag');
    const { file } = readAnnotationFile(files.text(ANNOTATIONS_URI) ?? '');
    assert.equal(file?.annotations[0]?.target.start, mixed.indexOf('een verslag'));
    assert.equal(file?.sha256, contentHash(files.contents.get(LETTER_URI) ?? new Uint8Array()));
    const again = newProject(files);
    again.open(letterRef(), LETTER, 'markdown');
    await again.addFolder({ uri: 'memory:/work', name: 'work' });
    await again.whenIdle();
    assert.deepEqual(decisions(again), ['confirmed anchored "een verslag"']);
  });

  it('follow edits made while they are being written', async () => {
    const files = letterFiles();
    const project = await openLetter(files);
    const written = code(project, 'een plan voor de buurt');
    retype(project, 'De gemeente', 'Ook de gemeente');
    await written;
    assert.deepEqual(decisions(project), ['confirmed anchored "een plan voor de buurt"']);
    await save(project, files);
    assert.deepEqual(decisions(await openLetter(files)), ['confirmed anchored "een plan voor de buurt"']);
  });
});

describe('an open text that is not valid UTF-8', () => {
  it('is read as the editor shows it, with a word about where it goes wrong', async () => {
    const files = letterFiles();
    const bytes = new TextEncoder().encode(LETTER);
    bytes[3] = 0xe9;
    files.contents.set(LETTER_URI, bytes);
    const project = await openLetter(files);
    assert.deepEqual(stateOf(project).problems, [{ key: 'document.invalidUtf8', args: ['notes/letter.md', 3] }]);
    assert.ok(stateOf(project).codings.length > 0);
    project.dispose();
  });
});

describe('a folder of annotations that comes or goes as a whole', () => {
  it('brings and takes its annotations, although nothing is told of the files in it', async () => {
    const theirs = letterFiles();
    const colleague = await openLetter(theirs, { coder: 'b.smit' });
    await code(colleague, 'een plan');
    const files = letterFiles();
    const project = await openLetter(files);
    const confirmed = () => stateOf(project).codings.filter(({ status }) => status === 'confirmed');
    const uri = ANNOTATIONS_URI.replace('a.jansen', 'b.smit');
    files.put(uri, theirs.text(uri) ?? '');
    await project.fileChanged(`${FOLDER}/.policy-lens/annotations`);
    assert.deepEqual(
      confirmed().map(({ coder, quote }) => `${coder}: ${quote}`),
      ['b.smit: een plan'],
    );
    await files.remove(uri);
    await project.fileChanged(`${FOLDER}/.policy-lens/annotations/b.smit`);
    assert.deepEqual(confirmed(), []);
    project.dispose();
    colleague.dispose();
  });
});

describe('events of a project', () => {
  it('gather what happens within a moment, and come at once after a decision', async () => {
    const project = await openLetter(letterFiles());
    await new Promise((resolve) => setTimeout(resolve, 200));
    const changes: ProjectChange[] = [];
    project.onDidChange((change) => changes.push(change));
    for (const word of ['a', 'b', 'c']) retype(project, 'gemeente', `${word}gemeente`);
    assert.equal(changes.length, 0);
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.equal(changes.length, 1);
    assert.deepEqual([...(changes[0]?.documents ?? [])], [LETTER_URI]);
    await code(project, 'een plan');
    assert.equal(changes.length, 2);
    assert.equal(changes[1]?.history, true);
    project.dispose();
  });

  it('leave a snapshot as it is until something changes', async () => {
    const project = await openLetter(letterFiles());
    const before = stateOf(project);
    assert.equal(stateOf(project), before);
    retype(project, 'gemeente', 'provincie');
    assert.notEqual(stateOf(project), before);
    assert.ok(before.text?.text.includes('gemeente'));
    project.dispose();
  });
});
