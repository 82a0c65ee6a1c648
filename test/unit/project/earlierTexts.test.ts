import { strict as assert } from 'node:assert';
import { annotate } from '../../../src/core/annotation/decide.js';
import { contentHash } from '../../../src/core/text/contentHash.js';
import { EarlierTexts } from '../../../src/project/earlierTexts.js';
import type { TextHistory } from '../../../src/project/ports.js';
import { MemoryKeeping } from './memoryKeeping.js';
import {
  ANNOTATIONS_URI,
  code,
  deciding,
  decisions,
  FOLDER,
  LETTER,
  LETTER_URI,
  letterFiles,
  newProject,
  openLetter,
} from './workspace.js';

const DAY = 24 * 60 * 60_000;

const bytesOf = (text: string) => new TextEncoder().encode(text);
const hashOf = (text: string) => contentHash(bytesOf(text));
const stored = (text: string) => ({ text, sha256: hashOf(text) });

function historyOf(...versions: readonly string[]): TextHistory & { asked: number } {
  return {
    asked: 0,
    async *versions() {
      this.asked += 1;
      for (const version of versions) yield bytesOf(version);
    },
  };
}

function textsIn(
  keeping: MemoryKeeping,
  {
    history,
    named = [],
    day = 0,
  }: {
    readonly history?: TextHistory;
    readonly named?: readonly string[];
    readonly day?: number;
  } = {},
): EarlierTexts {
  const target = { start: 0, end: 1, quote: 'x', prefix: '', suffix: '' };
  const annotations = named.map((sha256) => ({ target: { ...target, sha256 } }));
  const store = { all: () => [{ sha256: '', annotations }] };
  const folders = { all: () => [{ annotations: store }] } as unknown as ConstructorParameters<typeof EarlierTexts>[1];
  return new EarlierTexts({ keeping, history, now: () => new Date(day * DAY) }, folders);
}

describe('earlier texts', () => {
  it('are kept by their hash, once', async () => {
    const keeping = new MemoryKeeping();
    const texts = textsIn(keeping);
    await texts.keep(stored(LETTER));
    await texts.keep(stored(LETTER));
    await textsIn(keeping).keep(stored(LETTER));
    assert.deepEqual(keeping.written, [`texts/${hashOf(LETTER)}`]);
    assert.equal(await textsIn(keeping).find(hashOf(LETTER), LETTER_URI), LETTER);
    assert.equal(await texts.find(hashOf('another'), LETTER_URI), undefined);
    assert.equal(await texts.find('', LETTER_URI), undefined);
  });

  it('come from the history of the document where they are not kept, and are kept from then on', async () => {
    const keeping = new MemoryKeeping();
    const history = historyOf('newest', LETTER, 'oldest');
    assert.equal(await textsIn(keeping, { history }).find(hashOf(LETTER), LETTER_URI), LETTER);
    assert.equal(await textsIn(keeping).find(hashOf(LETTER), LETTER_URI), LETTER);
  });

  it('are known in a history that leaves out carriage returns', async () => {
    const windows = LETTER.replaceAll('\n', '\r\n');
    const texts = textsIn(new MemoryKeeping(), { history: historyOf(LETTER) });
    assert.equal(await texts.find(hashOf(windows), LETTER_URI), windows);
  });

  it('are asked for in a history once, if it does not have them', async () => {
    const history = historyOf('newest', 'oldest');
    const texts = textsIn(new MemoryKeeping(), { history });
    for (let time = 0; time < 3; time++) assert.equal(await texts.find(hashOf(LETTER), LETTER_URI), undefined);
    assert.equal(history.asked, 1);
  });

  it('go when nobody names them for a month; those that are named stay', async () => {
    const keeping = new MemoryKeeping();
    for (const text of ['named', 'unnamed']) await textsIn(keeping).keep(stored(text));
    await textsIn(keeping, { named: [hashOf('named')], day: 29 }).tidy();
    assert.equal(keeping.contents.size, 2);
    await textsIn(keeping, { named: [hashOf('named')], day: 31 }).tidy();
    assert.deepEqual([...keeping.contents.keys()], [`texts/${hashOf('named')}`]);
  });

  it('go when there are too many, the oldest first, and first those that nobody names', async () => {
    const keeping = new MemoryKeeping();
    const large = new Uint8Array(20_000_000);
    for (const name of ['named', 'old', 'young', 'youngest']) await keeping.write(`texts/${name}`, large);
    await textsIn(keeping, { named: ['named'] }).tidy();
    assert.deepEqual([...keeping.contents.keys()], ['texts/named', 'texts/young', 'texts/youngest']);
  });

  it('are done without where nothing can be kept', async () => {
    const keeping = new MemoryKeeping();
    keeping.refusal = new Error('disk full');
    const texts = textsIn(keeping);
    await texts.keep(stored(LETTER));
    await texts.tidy();
    keeping.refusal = undefined;
    await texts.keep(stored(LETTER));
    assert.equal(keeping.contents.size, 1, 'it is tried again');
  });
});

/** The same words in every paragraph: only the text before tells which of them it was. */
const REPEATED = Array.from({ length: 6 }, () => 'Wij eisen een verslag. Wij overleggen samen.\n\n').join('');

describe('a project that keeps the texts of its annotations', () => {
  const second = (text: string) => text.indexOf('samen', text.indexOf('samen') + 1);

  async function coded(keeping: MemoryKeeping | undefined) {
    const files = letterFiles({ [LETTER_URI]: REPEATED });
    const project = await openLetter(files, {}, { keeping });
    const start = second(REPEATED);
    await project.steps.apply('code', annotate({ start, end: start + 5 }, ['roles/partner'], deciding(project)));
    await project.whenIdle();
    project.dispose();
    return files;
  }

  it('knows the place of repeated words in a text that was changed elsewhere', async () => {
    const keeping = new MemoryKeeping();
    const files = await coded(keeping);
    assert.deepEqual([...keeping.contents.keys()], [`texts/${hashOf(REPEATED)}`]);
    const text = `Vooraf.\n\n${REPEATED}`;
    files.put(LETTER_URI, text);
    for (const isOpen of [true, false]) {
      const project = isOpen ? await openLetter(files, {}, { keeping }) : newProject(files, {}, { keeping });
      if (!isOpen) await project.addFolder({ uri: FOLDER, name: 'work' });
      await project.whenIdle();
      const [coding] = project.document(LETTER_URI)?.codings.filter(({ annotation }) => annotation) ?? [];
      assert.deepEqual([coding?.state, coding?.span?.start], ['moved', second(REPEATED) + 'Vooraf.\n\n'.length]);
      project.dispose();
    }
  });

  it('says that several places are as good without it', async () => {
    const files = await coded(undefined);
    files.put(LETTER_URI, `Vooraf.\n\n${REPEATED}`);
    const project = await openLetter(files);
    assert.deepEqual(decisions(project), ['confirmed ambiguous "samen"']);
  });

  it('keeps what an annotation file of somebody else counts in, when both are there', async () => {
    const keeping = new MemoryKeeping();
    const files = letterFiles();
    const first = await openLetter(files);
    await code(first, 'een verslag');
    assert.ok(files.text(ANNOTATIONS_URI));
    const project = newProject(files, {}, { keeping });
    await project.addFolder({ uri: FOLDER, name: 'work' });
    await project.whenIdle();
    assert.deepEqual([...keeping.contents.keys()], [`texts/${hashOf(LETTER)}`]);
  });
});
