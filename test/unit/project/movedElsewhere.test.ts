import { strict as assert } from 'node:assert';
import type { Candidate } from '../../../src/project/movedElsewhere.js';
import type { Project } from '../../../src/project/project.js';
import { annotationsUri, fileText, quotes } from './annotationFiles.js';
import type { MemoryFiles } from './memoryFiles.js';
import { decisions, FOLDER, LETTER, LETTER_URI, letterFiles, letterRef, newProject } from './workspace.js';

const ARCHIVED = `${FOLDER}/archive/brief.md`;
const CODED = annotationsUri('a.jansen/notes/letter.md');
const QUOTES = [
  'De gemeente werkt samen met de bewoners aan een plan voor de buurt',
  'Wij eisen van iedere instelling een verslag over het afgelopen jaar',
  'Samen bekijken wij hoe het verder gaat',
];
const coded = { [CODED]: fileText('notes/letter.md', QUOTES) };

async function started(files: MemoryFiles): Promise<Project> {
  const project = newProject(files);
  await project.addFolder({ uri: FOLDER, name: 'work' });
  await project.whenIdle();
  return project;
}

/** All files as an editor lists them; counts how often it was asked. */
function listing(files: MemoryFiles) {
  const asked: string[][] = [];
  const list = async (endings: ReadonlySet<string>): Promise<readonly Candidate[]> => {
    asked.push([...endings].sort());
    return [...files.contents].map(([uri, bytes]) => ({ uri, size: bytes.length }));
  };
  return { asked, list };
}

async function find(project: Project, files: MemoryFiles) {
  const found = await project.moves.find(await project.moves.missing(), listing(files).list);
  return found.map(({ from, to, annotations, text, hasOwn }) =>
    [from.path, '->', to.path, annotations, text, ...(hasOwn ? ['own'] : [])].join(' '),
  );
}

describe('a document that was moved elsewhere', () => {
  it('is found by its bytes, whatever its name, and its annotations follow when that is wanted', async () => {
    const files = letterFiles(coded);
    const project = await started(files);
    files.contents.delete(LETTER_URI);
    files.put(ARCHIVED, LETTER);
    await project.fileChanged(LETTER_URI);
    const found = await project.moves.find(await project.moves.missing(), listing(files).list);
    assert.deepEqual(await find(project, files), ['notes/letter.md -> archive/brief.md 3 same']);
    const moved = await project.moves.follow(found, () => 'follow');
    await project.whenIdle();
    assert.deepEqual(moved.messages, []);
    assert.deepEqual(
      decisions(project, ARCHIVED),
      QUOTES.map((quote) => `confirmed anchored "${quote}"`),
    );
    assert.deepEqual(await project.moves.missing(), []);
    assert.equal(project.steps.undoLabel, 'follow');
  });

  it('is found while an editor still shows it under its old name', async () => {
    const files = letterFiles(coded);
    const project = await started(files);
    project.open(letterRef(), LETTER, 'markdown');
    await project.whenIdle();
    assert.deepEqual(await find(project, files), []);
    files.contents.delete(LETTER_URI);
    files.put(ARCHIVED, LETTER);
    assert.deepEqual(await find(project, files), ['notes/letter.md -> archive/brief.md 3 same']);
  });

  it('is looked for only where one is missing, by the endings of texts and its own', async () => {
    const files = letterFiles(coded);
    const project = await started(files);
    const { asked, list } = listing(files);
    await project.moves.find(await project.moves.missing(), list);
    assert.deepEqual(asked, []);
    files.contents.delete(LETTER_URI);
    files.put(annotationsUri('a.jansen/law.xml'), fileText('law.xml', QUOTES));
    await project.fileChanged(LETTER_URI);
    await project.fileChanged(annotationsUri('a.jansen/law.xml'));
    await project.moves.find(await project.moves.missing(), list);
    assert.deepEqual(asked, [['markdown', 'md', 'txt', 'xml']]);
  });

  it('is not found where no text is like it, and is itself again when it is back', async () => {
    const files = letterFiles(coded);
    const project = await started(files);
    files.contents.delete(LETTER_URI);
    files.put(`${FOLDER}/notes/other.md`, 'Een heel andere tekst.');
    await project.fileChanged(LETTER_URI);
    await project.whenIdle();
    assert.equal((await project.moves.missing()).length, 1);
    assert.deepEqual(await find(project, files), []);
    files.put(LETTER_URI, LETTER);
    await project.fileChanged(LETTER_URI);
    assert.deepEqual(await project.moves.missing(), []);
    assert.equal(decisions(project).length, 3);
    assert.deepEqual(quotes(files, 'a.jansen/notes/letter.md'), QUOTES);
  });

  it('keeps its annotations when it is back by the time that somebody says yes', async () => {
    const files = letterFiles(coded);
    const project = await started(files);
    files.contents.delete(LETTER_URI);
    files.put(ARCHIVED, LETTER);
    await project.fileChanged(LETTER_URI);
    const found = await project.moves.find(await project.moves.missing(), listing(files).list);
    files.put(LETTER_URI, LETTER);
    const moved = await project.moves.follow(found, () => 'follow');
    assert.deepEqual(moved.documents, []);
    assert.deepEqual(quotes(files, 'a.jansen/notes/letter.md'), QUOTES);
  });

  it('keeps its annotations when the text that was found is gone by then', async () => {
    const files = letterFiles(coded);
    const project = await started(files);
    files.contents.delete(LETTER_URI);
    files.put(ARCHIVED, LETTER);
    await project.fileChanged(LETTER_URI);
    const found = await project.moves.find(await project.moves.missing(), listing(files).list);
    files.contents.delete(ARCHIVED);
    assert.deepEqual((await project.moves.follow(found, () => 'follow')).documents, []);
    assert.deepEqual(quotes(files, 'a.jansen/notes/letter.md'), QUOTES);
  });

  it('is rather the file with its name, then the one near by; of two alike each is given one', async () => {
    const files = letterFiles({
      ...coded,
      [annotationsUri('a.jansen/notes/copy.md')]: fileText('notes/copy.md', QUOTES),
      [`${FOLDER}/away/copy.md`]: LETTER,
      [`${FOLDER}/aside.md`]: LETTER,
      [`${FOLDER}/notes/b.md`]: LETTER,
    });
    files.contents.delete(LETTER_URI);
    const project = await started(files);
    assert.deepEqual(await find(project, files), [
      'notes/copy.md -> away/copy.md 3 same',
      'notes/letter.md -> notes/b.md 3 same',
    ]);
  });

  it('says where the new place has annotations of its own', async () => {
    const files = letterFiles({
      ...coded,
      [ARCHIVED]: LETTER,
      [annotationsUri('b.devries/archive/brief.md')]: fileText('archive/brief.md', QUOTES, { coder: 'b.devries' }),
    });
    files.contents.delete(LETTER_URI);
    const project = await started(files);
    assert.deepEqual(await find(project, files), ['notes/letter.md -> archive/brief.md 3 same own']);
  });

  it('is not looked for among the files of the tool, nor among those too large to be a text', async () => {
    const files = letterFiles({ ...coded, [`${FOLDER}/.policy-lens/letter.md`]: LETTER, [ARCHIVED]: LETTER });
    files.contents.delete(LETTER_URI);
    const project = await started(files);
    const read: string[] = [];
    const inner = files.read.bind(files);
    files.read = async (uri) => {
      read.push(uri);
      return inner(uri);
    };
    const candidates = [...files.contents.keys()].map((uri) => ({ uri, size: uri === ARCHIVED ? 900_000_000 : 100 }));
    assert.deepEqual(await project.moves.find(await project.moves.missing(), async () => candidates), []);
    assert.deepEqual(read, []);
  });
});

describe('a document that was moved elsewhere and edited too', () => {
  const edited = LETTER.replace('verder gaat', 'verder komt').replaceAll('\n', '\r\n');

  async function without(more: Readonly<Record<string, string>>) {
    const files = letterFiles({ ...coded, ...more });
    files.contents.delete(LETTER_URI);
    return find(await started(files), files);
  }

  it('is found by its name, also with another ending, and most of the words that were coded', async () => {
    assert.deepEqual(await without({ [`${FOLDER}/archive/letter.txt`]: edited }), [
      'notes/letter.md -> archive/letter.txt 3 edited',
    ]);
  });

  it('is not found under another name, nor where more than a fifth is other words', async () => {
    assert.deepEqual(await without({ [ARCHIVED]: edited }), []);
    const rewritten = edited.replace(/Wij eisen[^.]*\./, 'Wij vragen iets.');
    assert.deepEqual(await without({ [`${FOLDER}/archive/letter.md`]: rewritten }), []);
  });

  it('is not found by a few words, which are in many texts', async () => {
    const files = letterFiles({
      [CODED]: fileText('notes/letter.md', ['een plan']),
      [`${FOLDER}/archive/letter.md`]: `${LETTER}Tot slot.\n`,
    });
    files.contents.delete(LETTER_URI);
    assert.deepEqual(await find(await started(files), files), []);
  });

  it('is rather the one with the same bytes', async () => {
    assert.deepEqual(await without({ [`${FOLDER}/archive/letter.md`]: edited, [ARCHIVED]: LETTER }), [
      'notes/letter.md -> archive/brief.md 3 same',
    ]);
  });
});
