import { strict as assert } from 'node:assert';
import { confirm, recode, reject } from '../../../src/core/annotation/decide.js';
import type { Project } from '../../../src/project/project.js';
import type { ProjectSettings } from '../../../src/project/projectSettings.js';
import type { MemoryFiles } from './memoryFiles.js';
import {
  code,
  codingsWith,
  deciding,
  FOLDER,
  LETTER_URI,
  letterFiles,
  newProject,
  openLetter,
  stateOf,
  textOf,
} from './workspace.js';

const PARTNER = 'roles/partner';
const LEARNING_URI = `${FOLDER}/.policy-lens/learning.json`;

/** Paragraphs in which only "samen" speaks for a code. */
const TEXT = Array.from({ length: 14 }, (_, index) => `Straat ${index}: wij vegen samen de stoep.\n\n`).join('');

const learningLetter = (files: MemoryFiles, settings: Partial<ProjectSettings> = {}): Promise<Project> =>
  openLetter(files, { learns: true, ...settings });

const lettersOf = (): MemoryFiles => letterFiles({ [LETTER_URI]: TEXT });

/** Scores of the suggestions that are still open. */
const scores = (project: Project): readonly number[] => [
  ...new Set(
    codingsWith(project, PARTNER).flatMap(({ status, score }) => (status === 'suggested' && score ? [score] : [])),
  ),
];

const WRITTEN = [0.8];

async function rejectSome(project: Project, count = 6): Promise<void> {
  const suggested = codingsWith(project, PARTNER).filter(({ status }) => status === 'suggested');
  await project.steps.apply('reject', reject(suggested.slice(0, count), deciding(project)));
  await project.whenIdle();
}

describe('learning from decisions', () => {
  it('takes off from what was rejected, and leaves what was decided as it is', async () => {
    const project = await learningLetter(lettersOf());
    assert.deepEqual(scores(project), WRITTEN);
    const ids = new Set(codingsWith(project, PARTNER).map(({ id }) => id));
    await rejectSome(project);
    const [score = 1, ...others] = scores(project);
    assert.deepEqual(others, []);
    assert.ok(score > 0.3 && score < 0.75, `${score}`);
    const codings = codingsWith(project, PARTNER);
    assert.equal(codings.filter(({ status }) => status === 'rejected').length, 6);
    const open = codings.filter(({ status }) => status === 'suggested');
    assert.ok(open.length > 0 && open.every(({ id }) => ids.has(id)));
  });

  it('moves little after one decision', async () => {
    const project = await learningLetter(lettersOf());
    await rejectSome(project, 1);
    assert.ok((scores(project)[0] ?? 0) > 0.7, `${scores(project)}`);
  });

  it('is undone with the decision, and done again with it', async () => {
    const project = await learningLetter(lettersOf());
    await rejectSome(project);
    const learned = scores(project);
    await project.steps.undo();
    await project.whenIdle();
    assert.deepEqual(scores(project), WRITTEN);
    await project.steps.redo();
    await project.whenIdle();
    assert.deepEqual(scores(project), learned);
  });

  it('is the same in another window, and for another coder of the same folder', async () => {
    const files = lettersOf();
    const project = await learningLetter(files);
    await rejectSome(project);
    const other = await learningLetter(files, { coder: 'b.smit' });
    const open = codingsWith(other, PARTNER).filter(({ status }) => status === 'suggested');
    assert.deepEqual([...new Set(open.map(({ score }) => score))], scores(project));
  });

  it('weighs the decisions of two coders against each other', async () => {
    const files = lettersOf();
    const one = await learningLetter(files);
    await rejectSome(one, 5);
    const two = await learningLetter(files, { coder: 'b.smit' });
    const before = scores(two)[0] ?? 0;
    const open = codingsWith(two, PARTNER).filter(({ status }) => status === 'suggested');
    await two.steps.apply('confirm', confirm(open.slice(0, 5), deciding(two)));
    await two.whenIdle();
    assert.ok((scores(two)[0] ?? 0) > before + 0.05, `${scores(two)} after ${before}`);
  });

  it('does nothing where it is switched off, and begins when it is switched on', async () => {
    const project = await learningLetter(lettersOf(), { learns: false });
    await rejectSome(project);
    assert.deepEqual(scores(project), WRITTEN);
    project.configure({ learns: true });
    await project.whenIdle();
    assert.notDeepEqual(scores(project), WRITTEN);
    project.configure({ learns: false });
    await project.whenIdle();
    assert.deepEqual(scores(project), WRITTEN);
  });

  it('follows annotation files that come, change and go', async () => {
    const files = lettersOf();
    await rejectSome(await learningLetter(files));
    const uri = [...files.contents.keys()].find((each) => each.endsWith('letter.md.json'));
    assert.ok(uri);
    const text = files.text(uri) ?? '';
    files.contents.delete(uri);
    const project = await learningLetter(files);
    assert.deepEqual(scores(project), WRITTEN);
    files.put(uri, text);
    await project.fileChanged(uri);
    await project.whenIdle();
    assert.notDeepEqual(scores(project), WRITTEN);
    project.removeFolder(FOLDER);
    await project.whenIdle();
    assert.deepEqual(scores(project), WRITTEN);
  });

  it('lets in a word that no indicator names, where people code by hand what it is in', async () => {
    const lines = Array.from({ length: 16 }, (_, index) => `Zaal ${index}: de buurtkamer staat open.\n\n`);
    const rest = Array.from({ length: 16 }, (_, index) => `Wij eisen stukken van loket ${index}.\n\n`);
    const project = await learningLetter(letterFiles({ [LETTER_URI]: [...lines, ...rest].join('') }));
    for (const line of lines.slice(0, 12)) await code(project, line.trim());
    const eisen = codingsWith(project, 'roles/principal').slice(0, 12);
    await project.steps.apply('confirm', confirm(eisen, deciding(project)));
    await project.whenIdle();
    const [{ learned } = { learned: [] }] = project.learning.read();
    const words = learned.find(({ codePath }) => codePath === PARTNER)?.words ?? new Map();
    assert.ok((words.get('buurtkamer') ?? 0) > 0, `${[...words]}`);
  });

  it('takes a suggestion that got another code as wrong for the first, and right for the other', async () => {
    const project = await learningLetter(lettersOf());
    const suggested = codingsWith(project, PARTNER).slice(0, 6);
    await project.steps.apply('recode', recode(suggested, ['roles/principal'], deciding(project)));
    await project.whenIdle();
    const [first] = project.learning.read();
    const counts = first?.learned.map(({ codePath, right, wrong }) => [codePath, right, wrong]);
    assert.deepEqual(counts, [
      [PARTNER, 0, 6],
      ['roles/principal', 6, 0],
    ]);
  });

  it('counts decisions of which the file does not say when they were taken', async () => {
    const files = lettersOf();
    await rejectSome(await learningLetter(files));
    const uri = [...files.contents.keys()].find((each) => each.endsWith('letter.md.json')) ?? '';
    files.put(uri, (files.text(uri) ?? '').replace(/"(?:created|modified)": "[^"]*",?/g, '').replace(/,(\s*})/g, '$1'));
    const project = await learningLetter(files);
    assert.deepEqual(project.problems(), []);
    assert.notDeepEqual(scores(project), WRITTEN);
  });

  it('learns nothing from a double role, which follows from its parts', async () => {
    const text = 'Samen kijken wij vooruit, en wij eisen dat iedereen meewerkt.\n';
    const project = await learningLetter(letterFiles({ [LETTER_URI]: text }));
    const [double] = codingsWith(project, 'roles/double');
    assert.ok(double);
    await project.steps.apply('confirm', confirm([double], deciding(project)));
    await project.whenIdle();
    assert.deepEqual(
      project.learning.read().flatMap(({ learned }) => learned),
      [],
    );
  });

  it('reads nothing before there is a text', async () => {
    const files = lettersOf();
    await rejectSome(await learningLetter(files));
    const project = newProject(files, { learns: true });
    await project.addFolder({ uri: FOLDER, name: 'work' });
    await project.whenIdle();
    assert.equal(project.readingTools.reading.isLoaded, false);
    assert.equal(project.learning.overlay, undefined);
  });
});

describe('what was learned', () => {
  it('is reported with its numbers, and with the newest decisions behind it', async () => {
    const project = await learningLetter(lettersOf());
    await rejectSome(project);
    const [report, ...others] = project.learning.report();
    assert.deepEqual(others, []);
    assert.deepEqual([report?.codePath, report?.language, report?.right, report?.wrong], [PARTNER, 'nl', 0, 6]);
    const [cue] = report?.indicators ?? [];
    assert.deepEqual([cue?.source, cue?.codePath, cue?.before], ['samen', PARTNER, 0.8]);
    assert.ok((cue?.after ?? 1) < 0.8);
    assert.equal(cue?.examples.length, 3);
    assert.ok(
      cue?.examples.every(({ isRight, coder, quote }) => !isRight && coder === 'a.jansen' && /samen/.test(quote)),
    );
  });

  it('is forgotten from a moment on, kept with the folder, and remembered again', async () => {
    const files = lettersOf();
    const project = await learningLetter(files);
    await rejectSome(project);
    const learned = scores(project);
    await project.learning.forget(new Date('2026-02-01T10:00:00Z'));
    await project.whenIdle();
    assert.deepEqual(scores(project), WRITTEN);
    assert.equal(stateOf(project).codings.filter(({ status }) => status === 'rejected').length, 6);
    assert.equal(JSON.parse(files.text(LEARNING_URI) ?? '').since, '2026-02-01T10:00:00.000Z');
    assert.deepEqual(scores(await learningLetter(files)), WRITTEN);
    await project.learning.remember();
    await project.whenIdle();
    assert.deepEqual(scores(project), learned);
    assert.equal(files.text(LEARNING_URI), undefined);
  });

  it('goes on from a file of its beginning that cannot be read, and says so', async () => {
    const files = lettersOf();
    await rejectSome(await learningLetter(files));
    const learned = scores(await learningLetter(files));
    for (const text of [
      '{',
      '[]',
      '{"schema":"policy-lens/learning@1","since":"soon"}',
      '{"schema":"policy-lens/learning@2"}',
    ]) {
      files.put(LEARNING_URI, text);
      const project = await learningLetter(files);
      assert.deepEqual(scores(project), learned, text);
      assert.deepEqual(
        project.problems().map(({ path }) => path),
        ['.policy-lens/learning.json'],
      );
    }
  });

  it('begins anew for a codebook that took it over, from the version on that has it', async () => {
    const files = lettersOf();
    const project = await learningLetter(files);
    await rejectSome(project);
    const learned = scores(project);
    await project.learning.adopted({ codebook: 'roles', version: 2, at: '2026-02-01T10:00:00Z' });
    await project.whenIdle();
    assert.deepEqual(scores(project), learned);
    await project.learning.adopted({ codebook: 'roles', version: 1, at: '2026-02-01T10:00:00Z' });
    await project.whenIdle();
    assert.deepEqual(scores(project), WRITTEN);
    assert.equal(textOf(project), TEXT);
  });
});
