import { strict as assert } from 'node:assert';
import type { Project } from '../../../src/project/project.js';
import {
  code,
  codingsWith,
  decisions,
  LETTER,
  LETTER_URI,
  letterFiles,
  openLetter,
  retype,
  save,
  stateOf,
  textOf,
} from './workspace.js';

/** As an editor reports a file that was changed on disk: one replacement from the first line that differs to the last. */
function reload(project: Project, newText: string): void {
  const text = textOf(project);
  let start = 0;
  while (text[start] === newText[start] && start < Math.min(text.length, newText.length)) start++;
  let end = 0;
  const most = Math.min(text.length, newText.length) - start;
  while (end < most && text.at(-1 - end) === newText.at(-1 - end)) end++;
  start = text.lastIndexOf('\n', start - 1) + 1;
  const edit = { start, end: text.length - end, text: newText.slice(start, newText.length - end) };
  project.edit(LETTER_URI, [edit], newText);
}

const NEW = `Vooraf een woord.

De gemeente werkt samen met alle bewoners aan een plan voor de hele buurt.

Wij eisen van iedere instelling een verslag over het afgelopen jaar.

En wij eisen dat iedereen daaraan meewerkt.
`;

async function codedLetter(own: Parameters<typeof openLetter>[2] = {}) {
  const files = letterFiles();
  const project = await openLetter(files, {}, own);
  const quotes = ['een plan voor de buurt', 'een verslag', 'hoe het verder gaat', 'wij eisen dat iedereen'];
  for (const quote of quotes) await code(project, quote);
  return { files, project };
}

const AFTER = [
  'confirmed changed "een plan voor de hele buurt"',
  'confirmed anchored "een verslag"',
  'confirmed anchored "wij eisen dat iedereen"',
  'confirmed orphan "hoe het verder gaat"',
];

/** A clock by which, while it is slow, everything takes longer than a slice. */
class Clock {
  isSlow = false;
  #now = 0;

  readonly elapsed = (): number => {
    this.#now += this.isSlow ? 100 : 0.001;
    return this.#now;
  };

  /** Does something that leaves most of its work to slices. */
  slowly(work: () => void): void {
    this.isSlow = true;
    work();
    this.isSlow = false;
  }
}

describe('a text that is replaced as a whole', () => {
  it('keeps annotations on their words, and says which of them changed or are gone', async () => {
    const { project } = await codedLetter();
    reload(project, NEW);
    await project.whenIdle();
    assert.deepEqual(decisions(project), AFTER);
    project.dispose();
  });

  it('does so in slices when that takes long, with edits in between', async () => {
    const clock = new Clock();
    const { project } = await codedLetter({ elapsed: clock.elapsed });
    clock.slowly(() => reload(project, NEW));
    assert.deepEqual(
      decisions(project),
      ['confirmed anchored "wij eisen dat iedereen"'],
      'the others are being looked for',
    );
    retype(project, 'Vooraf een woord', 'Vooraf een enkel woord');
    retype(project, 'een verslag over', 'een kort verslag over');
    await project.whenIdle();
    assert.deepEqual(
      decisions(project),
      AFTER.map((each) => each.replace('een verslag', 'een kort verslag')),
    );
    project.dispose();
  });

  it('has everything exactly where it was when that is undone, also while it is being looked for', async () => {
    for (const isSlow of [false, true]) {
      for (const waits of [true, false]) {
        const clock = new Clock();
        const { project } = await codedLetter({ elapsed: clock.elapsed });
        const before = decisions(project);
        const spans = codingsWith(project, 'roles/partner').map(({ span }) => span);
        if (isSlow) clock.slowly(() => reload(project, NEW));
        else reload(project, NEW);
        if (waits) await project.whenIdle();
        reload(project, LETTER);
        await project.whenIdle();
        assert.deepEqual(decisions(project), before);
        assert.deepEqual(
          codingsWith(project, 'roles/partner').map(({ span }) => span),
          spans,
        );
        reload(project, NEW);
        await project.whenIdle();
        assert.deepEqual(decisions(project), AFTER);
        project.dispose();
      }
    }
  });

  it('does not write what is not certain when it is saved', async () => {
    const { files, project } = await codedLetter();
    reload(project, NEW);
    await save(project, files);
    const found = stateOf(project).codings.flatMap(({ annotation, state }) =>
      annotation ? [[state, annotation.target.quote]] : [],
    );
    assert.deepEqual(found, [
      ['changed', 'een plan voor de buurt'],
      ['anchored', 'een verslag'],
      ['anchored', 'wij eisen dat iedereen'],
      ['orphan', 'hoe het verder gaat'],
    ]);
    project.dispose();
  });

  it('that has its lines broken otherwise is the same text', async () => {
    const { project } = await codedLetter();
    reload(
      project,
      LETTER.replaceAll('\n\n', '\r\n\r\n').replaceAll(/ (?=[a-z])/g, (space, at) => (at % 3 === 0 ? '\r\n' : space)),
    );
    await project.whenIdle();
    const states = stateOf(project).codings.flatMap(({ annotation, state, quote }) =>
      annotation ? [[state, quote.replaceAll(/\s+/g, ' ')]] : [],
    );
    assert.deepEqual(states, [
      ['anchored', 'een plan voor de buurt'],
      ['anchored', 'een verslag'],
      ['anchored', 'hoe het verder gaat'],
      ['anchored', 'wij eisen dat iedereen'],
    ]);
    project.dispose();
  });
});

describe('words that are cut', () => {
  it('take their annotations along to where they are pasted', async () => {
    const { project } = await codedLetter();
    const [first = '', second = ''] = LETTER.split('\n\n');
    retype(project, `${second}\n\n`, '');
    assert.ok(decisions(project).includes('confirmed orphan "een verslag"'));
    retype(project, first, `${second}\n${first}`);
    assert.deepEqual(decisions(project)[0], 'confirmed anchored "een verslag"');
    project.dispose();
  });

  it('are lost only until they come back in part', async () => {
    const { project } = await codedLetter();
    const second = LETTER.split('\n\n')[1] ?? '';
    retype(project, second, '');
    retype(project, 'Samen bekijken', 'Van iedere instelling een verslag over het afgelopen jaar. Samen bekijken');
    await project.whenIdle();
    assert.deepEqual(decisions(project)[1], 'confirmed anchored "een verslag"');
    project.dispose();
  });

  it('swap their places with a line that is moved by a key', async () => {
    const { project } = await codedLetter();
    const [first = '', second = ''] = LETTER.split('\n\n');
    const text = textOf(project);
    const at = text.indexOf(second);
    const edits = [
      { start: 0, end: 0, text: `${second}\n\n` },
      { start: at - 2, end: at + second.length, text: '' },
    ];
    project.edit(LETTER_URI, edits, text.replace(`${first}\n\n${second}`, `${second}\n\n${first}`));
    assert.deepEqual(decisions(project).slice(0, 2), [
      'confirmed anchored "een verslag"',
      'confirmed anchored "een plan voor de buurt"',
    ]);
    project.dispose();
  });
});
