/** What a keystroke costs in a long text: from the edit to the marks that the editor is to draw. */
import retextDutch from 'retext-dutch';
import { unified } from 'unified';
import { highlightsOf } from '../../src/core/analysis/highlights.js';
import { seededRandom } from './corpus.js';
import { cpuTime, type Figure, milliseconds, quantile } from './measure.js';
import { benchProject, DOCUMENT } from './project.js';

const KEYSTROKES = 400;
const WARM_UP = 50;

/** When what would wait for a pause in typing has been done. */
const published = () => new Promise((resolve) => setTimeout(resolve, 1));

/** The paragraph around an offset, as the generated text parts them. */
function paragraphAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n\n', offset);
  const end = text.indexOf('\n\n', offset);
  return text.slice(start < 0 ? 0 : start + 2, end < 0 ? text.length : end);
}

export async function typingFigures(text: string): Promise<readonly Figure[]> {
  const project = await benchProject({ hurry: true });
  project.open(DOCUMENT, text, 'plain');
  await project.whenIdle();
  let drawn = 0;
  // As the highlights do: the editor itself moves marks that were only pushed along.
  project.onDidChange(({ recoded }) => {
    if (!recoded.has(DOCUMENT.uri)) return;
    highlightsOf(project.document(DOCUMENT.uri)?.codings ?? [], (path) => project.code(path));
    drawn += 1;
  });
  const random = seededRandom(7);
  const atOnce: number[] = [];
  const whole: number[] = [];
  const parser = unified().use(retextDutch).freeze();
  const theirs: number[] = [];
  let now = text;
  for (let index = 0; index < KEYSTROKES + WARM_UP; index += 1) {
    const at = Math.floor(random() * now.length);
    const key = 'etaoins '[Math.floor(random() * 8)] ?? 'e';
    const next = `${now.slice(0, at)}${key}${now.slice(at)}`;
    // An editor hands over a text in one piece; a text put together here becomes one when it is first looked into.
    next.charCodeAt(at);
    const begin = cpuTime();
    project.edit(DOCUMENT.uri, [{ start: at, end: at, text: key }], next);
    const edited = cpuTime();
    await published();
    const end = cpuTime();
    now = next;
    const paragraph = paragraphAt(next, at);
    const parsing = cpuTime();
    parser.parse(paragraph);
    const parsed = cpuTime();
    if (index === WARM_UP) drawn = 0;
    if (index < WARM_UP) continue;
    atOnce.push(edited - begin);
    whole.push(end - begin);
    theirs.push(parsed - parsing);
  }
  project.dispose();
  const share = Math.round((100 * drawn) / KEYSTROKES);
  const show = (times: readonly number[]) =>
    `${milliseconds(quantile(times, 0.5))} / ${milliseconds(quantile(times, 0.99))}`;
  return [
    { what: 'in the event of the keystroke itself, median / 99th percentile', value: show(atOnce), target: '4 ms' },
    {
      what: `with all that follows, up to the marks to draw (in ${share} % of them), median / 99th percentile`,
      value: show(whole),
      target: '4 ms',
    },
    {
      what: 'retext-dutch parsing the paragraph alone, median / 99th percentile',
      value: show(theirs),
      target: '',
    },
  ];
}
