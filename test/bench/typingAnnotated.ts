/** What a keystroke costs in a long text with ten thousand annotations. */

import { highlightsOf } from '../../src/core/analysis/highlights.js';
import { writeAnnotationFile } from '../../src/core/annotation/annotationFile.js';
import { annotate } from '../../src/core/annotation/decide.js';
import { contentHash } from '../../src/core/text/contentHash.js';
import type { Project } from '../../src/project/project.js';
import { MemoryFiles } from '../unit/project/memoryFiles.js';
import { seededRandom } from './corpus.js';
import { cpuTime, type Figure, milliseconds, quantile } from './measure.js';
import { benchProject, DOCUMENT } from './project.js';

const ANNOTATIONS = 10_000;
const KEYSTROKES = 150;
const WARM_UP = 30;
/** Milliseconds between two keystrokes of a fast typist. */
const BETWEEN_KEYS = 100;
const CODER = 'a.jansen';

/** When what would wait for a pause in typing has been done. */
const published = () => new Promise((resolve) => setTimeout(resolve, 1));

function annotationFile(text: string): string {
  const step = Math.floor(text.length / ANNOTATIONS);
  let id = 0;
  const deciding = { document: '', text, now: '2026-01-31T10:00:00Z', newId: () => `${id++}`.padStart(6, '0') };
  const annotations = Array.from({ length: ANNOTATIONS }, (_, index) => {
    const start = index * step;
    return annotate({ start, end: start + 60 }, ['interventions/relational'], deciding);
  });
  return writeAnnotationFile({
    ...{ document: DOCUMENT.path, sha256: contentHash(new TextEncoder().encode(text)), coder: CODER },
    annotations: annotations.flat().flatMap(({ after }) => after ?? []),
  });
}

/** A project with the annotated text open. */
async function annotated(text: string, hurry: boolean): Promise<Project> {
  const { uri, folder = '' } = DOCUMENT;
  const files = new MemoryFiles({
    [uri]: text,
    [`${folder}/.policy-lens/annotations/${CODER}/${DOCUMENT.path}.json`]: annotationFile(text),
  });
  const project = await benchProject({ hurry, files, coder: CODER });
  project.open(DOCUMENT, text, 'plain');
  await project.addFolder({ uri: folder, name: 'work' });
  await project.whenIdle();
  return project;
}

/** Milliseconds of CPU of each keystroke: in the event itself, and with all that has followed when `wait` is over. */
async function type(project: Project, text: string, wait: () => Promise<unknown>) {
  const { uri } = DOCUMENT;
  // As the highlights do: the editor itself moves marks that were only pushed along.
  const listening = project.onDidChange(({ recoded }) => {
    if (recoded.has(uri)) highlightsOf(project.document(uri)?.codings ?? [], (path) => project.code(path));
  });
  const random = seededRandom(11);
  const atOnce: number[] = [];
  const whole: number[] = [];
  let now = text;
  for (let index = 0; index < KEYSTROKES + WARM_UP; index += 1) {
    const at = Math.floor(random() * now.length);
    const key = 'etaoins '[Math.floor(random() * 8)] ?? 'e';
    const next = `${now.slice(0, at)}${key}${now.slice(at)}`;
    next.charCodeAt(at);
    const begin = cpuTime();
    project.edit(uri, [{ start: at, end: at, text: key }], next);
    const edited = cpuTime();
    await wait();
    now = next;
    if (index < WARM_UP) continue;
    atOnce.push(edited - begin);
    whole.push(cpuTime() - begin);
  }
  listening.dispose();
  return { atOnce, whole };
}

export async function typingAnnotatedFigures(text: string): Promise<readonly Figure[]> {
  const hurried = await annotated(text, true);
  const { atOnce, whole } = await type(hurried, text, published);
  hurried.dispose();
  const paced = await annotated(text, false);
  const placed = paced.document(DOCUMENT.uri)?.codings.filter(({ annotation, span }) => annotation && span).length ?? 0;
  const typed = await type(paced, text, () => new Promise((resolve) => setTimeout(resolve, BETWEEN_KEYS)));
  paced.dispose();
  const show = (times: readonly number[]) =>
    `${milliseconds(quantile(times, 0.5))} / ${milliseconds(quantile(times, 0.99))}`;
  const mean = typed.whole.reduce((sum, time) => sum + time, 0) / typed.whole.length;
  return [
    {
      what: `${placed} annotations: in the event of the keystroke itself, median / 99th percentile`,
      value: show(atOnce),
      target: '5 ms',
    },
    {
      what: `${placed} annotations: all the processor does at ten keystrokes a second, the marks to draw included, for each`,
      value: milliseconds(mean),
      target: '',
    },
    {
      what: `${placed} annotations: a keystroke after which everything is told at once, as in a pause, median / 99th percentile`,
      value: show(whole),
      target: '',
    },
  ];
}
