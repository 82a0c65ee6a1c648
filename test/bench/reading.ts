/** The first reading of a long text, as when a document is opened, beside the parser alone. */
import retextDutch from 'retext-dutch';
import { unified } from 'unified';
import { highlightsOf } from '../../src/core/analysis/highlights.js';
import { readPolicyText } from '../../src/core/text/edit.js';
import { cpuTime, elapsed, type Figure, longestBlock, median, milliseconds } from './measure.js';
import { benchProject, DOCUMENT } from './project.js';

const ROUNDS = 5;

interface Opened {
  readonly time: number;
  readonly cpu: number;
  readonly block: number;
  readonly codings: number;
}

async function open(text: string): Promise<Opened> {
  const project = await benchProject();
  const look = () => highlightsOf(project.document(DOCUMENT.uri)?.codings ?? [], (path) => project.code(path));
  // As the views do while results come in.
  project.onDidChange(look);
  let time = 0;
  const before = cpuTime();
  const block = await longestBlock(async () => {
    time = await elapsed(async () => {
      project.open(DOCUMENT, text, 'plain');
      await project.whenIdle();
      look();
    });
  });
  const cpu = cpuTime() - before;
  const codings = project.document(DOCUMENT.uri)?.codings.length ?? 0;
  project.dispose();
  return { time, cpu, block, codings };
}

/** retext-dutch, paragraph by paragraph, and nothing else. */
function parseAlone(paragraphs: readonly string[]): void {
  const parser = unified().use(retextDutch).freeze();
  for (const paragraph of paragraphs) parser.parse(paragraph);
}

export async function readingFigures(name: string, text: string): Promise<readonly Figure[]> {
  const paragraphs = readPolicyText(text, 'plain').blocks.map(({ start, end }) => text.slice(start, end));
  const ours: Opened[] = [];
  const theirs: number[] = [];
  // In turns, so that what else the computer does falls on both.
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await open(text));
    const before = cpuTime();
    parseAlone(paragraphs);
    theirs.push(cpuTime() - before);
  }
  const [first, ...later] = ours;
  if (!first) return [];
  const cpu = median(later.map((opened) => opened.cpu));
  const alone = median(theirs.slice(1));
  const show = (opened: Pick<Opened, 'cpu' | 'time'>) => `${milliseconds(opened.cpu)} / ${milliseconds(opened.time)}`;
  const aMegabyte = milliseconds((text.length / 1e6) * 1000);
  const block = (opened: readonly Opened[]) => milliseconds(median(opened.map((each) => each.block)));
  return [
    {
      what: `${name}, ${first.codings} codings, first text of a session: CPU / wall`,
      value: show(first),
      target: aMegabyte,
    },
    {
      what: `${name}, a later text, median of ${later.length}: CPU / wall`,
      value: show({ cpu, time: median(later.map(({ time }) => time)) }),
      target: aMegabyte,
    },
    { what: 'longest stretch without a pause, first text (wall)', value: block([first]), target: '50 ms' },
    { what: `longest stretch without a pause, median of ${later.length} (wall)`, value: block(later), target: '50 ms' },
    { what: 'retext-dutch by paragraph alone: CPU', value: milliseconds(alone), target: '' },
    { what: 'ours to retext-dutch alone', value: `${(cpu / alone).toFixed(2)} times`, target: '' },
  ];
}
