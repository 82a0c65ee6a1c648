import { strict as assert } from 'node:assert';
import { type CompiledCodebooks, compileCodebooks } from '../../../src/core/codebook/compile.js';
import { parseCodebook } from '../../../src/core/codebook/parseCodebook.js';
import { BlockReading } from '../../../src/project/blockReading.js';
import { OpenDocument } from '../../../src/project/openDocument.js';
import { CODEBOOK } from './workspace.js';

const PARAGRAPH = 'De gemeente werkt samen met de bewoners aan een plan voor de hele buurt en de wijk.';

function codebooks(): CompiledCodebooks {
  const { codebook } = parseCodebook(CODEBOOK, 'roles.yaml');
  return compileCodebooks(codebook ? [codebook] : []);
}

interface Clockwork {
  time: number;
  pauses: number;
  compiled: CompiledCodebooks | undefined;
  readonly reading: BlockReading;
}

/** Reading in which every look at the clock takes a millisecond, so that slices are the same on every machine. */
function slowReading() {
  const compiled: CompiledCodebooks | undefined = codebooks();
  const state: Clockwork = { time: 0, pauses: 0, compiled, reading: new BlockReading() };
  return {
    state,
    tools: {
      surroundings: {
        elapsed: () => state.time++,
        pause: async () => {
          state.pauses++;
        },
      },
      reading: state.reading,
      codebooks: () => state.compiled,
    },
  };
}

function longText(paragraphs: number): string {
  return Array.from({ length: paragraphs }, (_, index) => `${PARAGRAPH} Nummer ${index}.`).join('\n\n');
}

/** Puts `words` in at an offset. */
function insert(document: OpenDocument, at: number, words: string): boolean {
  const { text } = document.text;
  return document.edit([{ start: at, end: at, text: words }], text.slice(0, at) + words + text.slice(at)).isReadOn;
}

describe('an open document', () => {
  it('is read in slices, and shows what has been read so far', async () => {
    const { state, tools } = slowReading();
    const document = new OpenDocument(longText(100), 'plain', tools);
    const counts: number[] = [];
    await document.read({ sliceRead: () => counts.push(document.suggestions().length) });
    assert.ok(state.pauses > 5);
    assert.deepEqual(
      counts,
      [...counts].sort((a, b) => a - b),
    );
    assert.ok((counts[0] ?? 0) < 20);
    assert.equal(counts.at(-1), 100);
    assert.equal(document.isReading(), false);
  });

  it('compiles the codebooks of another language, where a paragraph is in it, in slices too', async () => {
    const { state, tools } = slowReading();
    const english = 'The council works together with the people who live in the street, and it listens to them.';
    const document = new OpenDocument(`${longText(3)}\n\n${english}\n\n${longText(3)}`, 'plain', tools);
    let wasMadeAtOnce = false;
    const { compiled } = state;
    if (!compiled) throw new Error('no codebooks');
    const index = (language: 'nl' | 'en' | 'other') => {
      wasMadeAtOnce ||= !compiled.isReady(language);
      return compiled.index(language);
    };
    state.compiled = { ...compiled, index };
    await document.read();
    assert.equal(wasMadeAtOnce, false);
    assert.equal(compiled.isReady('en'), true);
    assert.deepEqual(
      document.parsed().map((block) => block?.language),
      ['nl', 'nl', 'nl', 'en', 'nl', 'nl', 'nl'],
    );
    assert.equal(document.isReading(), false);
  });

  it('leaves a paragraph that is typed in another language for later, until its codebooks are there', async () => {
    const { state, tools } = slowReading();
    const document = new OpenDocument(`${longText(3)}\n\n`, 'plain', tools);
    await document.read();
    const { compiled } = state;
    assert.equal(compiled?.isReady('en'), false);
    const english = 'The council works together with the people who live in the street, and it listens to them.';
    assert.equal(insert(document, document.text.text.length, english), true);
    assert.equal(compiled?.isReady('en'), false, 'nothing is compiled while the editor waits');
    await document.read();
    assert.equal(compiled?.isReady('en'), true);
    assert.equal(document.suggestions().at(-1)?.language, 'en');
    assert.equal(insert(document, 0, 'Ook hier. '), false);
  });

  it('is not read further once it is closed', async () => {
    const { tools } = slowReading();
    const document = new OpenDocument(longText(100), 'plain', tools);
    await document.read({ sliceRead: () => document.close() });
    assert.equal(document.isReading(), true);
    assert.ok(document.suggestions().length < 20);
  });

  it('has at every moment of editing what a fresh reading of the text gives', async () => {
    const { tools } = slowReading();
    const document = new OpenDocument(longText(10), 'plain', tools);
    await document.read();
    insert(document, 0, 'Wij eisen dit.\n\n');
    insert(document, 40, ' samen en eisen ');
    const { text } = document.text;
    document.edit(
      [
        { start: 400, end: 700, text: '' },
        { start: 30, end: 50, text: 'samen.\n\nWij eisen' },
      ],
      `${text.slice(0, 30)}samen.\n\nWij eisen${text.slice(50, 400)}${text.slice(700)}`,
    );
    assert.equal(document.isReading(), false);
    const fresh = new OpenDocument(document.text.text, 'plain', tools);
    await fresh.read();
    assert.deepEqual(document.suggestions(), fresh.suggestions());
    assert.deepEqual(document.parsed(), fresh.parsed());
  });

  it('reads little at once after an edit, and leaves much for slices', async () => {
    const { tools } = slowReading();
    const document = new OpenDocument(longText(10), 'plain', tools);
    await document.read();
    assert.equal(insert(document, 0, 'Samen gaat het beter dan alleen.\n\n'), false);
    assert.equal(document.suggestions().length, 11);
    assert.equal(insert(document, 0, `${longText(200)}\n\n`), true);
    assert.equal(document.suggestions().length, 11);
    await document.read();
    assert.equal(document.suggestions().length, 211);
  });

  it('parses a block once, whatever becomes of the codebooks, and keeps its codes in view until there are new ones', async () => {
    const { state, tools } = slowReading();
    const document = new OpenDocument(longText(3), 'plain', tools);
    await document.read();
    const parsed = document.parsed();
    state.compiled = compileCodebooks([]);
    document.codebooksChanged();
    assert.equal(document.suggestions().length, 3);
    await document.read();
    assert.equal(document.suggestions().length, 0);
    document.parsed().forEach((block, index) => {
      assert.equal(block, parsed[index]);
    });
  });

  it('waits for codebooks that are still being loaded', async () => {
    const { state, tools } = slowReading();
    state.compiled = undefined;
    const document = new OpenDocument(longText(3), 'plain', tools);
    await document.read();
    assert.equal(document.isReading(), true);
    state.compiled = codebooks();
    document.codebooksChanged();
    await document.read();
    assert.equal(document.suggestions().length, 3);
    assert.equal(document.isReading(), false);
  });

  it('reads first what is looked at', async () => {
    const { tools } = slowReading();
    const document = new OpenDocument(longText(100), 'plain', tools);
    const wanted = document.text.blocks.slice(60, 63);
    document.readFirst([{ start: (wanted[0]?.start ?? 0) + 5, end: wanted[2]?.start ?? 0 }]);
    const order: number[] = [];
    await document.read({ blockRead: ({ start }) => order.push(start) });
    const rest = document.text.blocks.filter((block) => !wanted.slice(0, 2).includes(block));
    assert.deepEqual(
      order,
      [...wanted.slice(0, 2), ...rest].map(({ start }) => start),
    );
  });

  it('tells an edit that only pushes suggestions along from one that does more', async () => {
    const { tools } = slowReading();
    const document = new OpenDocument(longText(10), 'plain', tools);
    await document.read();
    const edit = (at: number, words: string) => {
      const { text } = document.text;
      const newText = text.slice(0, at) + words + text.slice(at);
      return document.edit([{ start: at, end: at, text: words }], newText).isRecoded;
    };
    const { text } = document.text;
    assert.equal(edit(text.indexOf('Nummer 4') + 3, 'x'), false, 'in a sentence without a code');
    assert.equal(edit(text.indexOf('gemeente') + 3, 'x'), true, 'in the words of a suggestion');
    assert.equal(edit(text.indexOf('samen') + 4, 'x'), true, 'in what speaks for one');
    assert.equal(edit(0, 'Hier gebeurt niets.\n\n'), false, 'a paragraph without a code');
    assert.equal(edit(0, 'Hier werken wij samen.\n\n'), true, 'a paragraph with one');
  });

  it('is split in slices too where it is long, and read as a fresh one, whatever is typed meanwhile', async () => {
    const { state, tools } = slowReading();
    const document = new OpenDocument(longText(3000), 'plain', tools);
    assert.deepEqual(document.text.blocks, []);
    assert.equal(document.isReading(), true);
    const reading = document.read();
    await Promise.resolve();
    assert.equal(insert(document, 0, 'Samen gaat het beter.\n\n'), true);
    await reading;
    assert.ok(state.pauses > 10);
    assert.equal(document.isReading(), false);
    assert.equal(document.suggestions().length, 3001);
  });

  it('is as a fresh reading after it was edited and settled, and keeps what is the same', async () => {
    const { tools } = slowReading();
    const document = new OpenDocument(longText(20), 'plain', tools);
    await document.read();
    assert.equal(document.settle(), false, 'nothing was edited');
    insert(document, 300, ' samen ');
    const parsed = document.parsed();
    assert.equal(document.settle(), true);
    assert.equal(document.suggestions().length, 20);
    await document.read();
    const fresh = new OpenDocument(document.text.text, 'plain', tools);
    assert.deepEqual(document.text, fresh.text);
    await fresh.read();
    assert.deepEqual(document.suggestions(), fresh.suggestions());
    assert.equal(document.parsed()[10], parsed[10]);
  });
});
