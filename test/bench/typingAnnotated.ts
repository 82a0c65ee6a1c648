/** What a keystroke costs in a long text with ten thousand annotations. */

import { highlightsOf } from '../../src/core/analysis/highlights.js';
import { writeAnnotationFile } from '../../src/core/annotation/annotationFile.js';
import { annotate } from '../../src/core/annotation/decide.js';
import { contentHash } from '../../src/core/text/contentHash.js';
import { MemoryFiles } from '../unit/project/memoryFiles.js';
import { seededRandom } from './corpus.js';
import { cpuTime, type Figure, milliseconds, quantile } from './measure.js';
import { benchProject, DOCUMENT } from './project.js';

const ANNOTATIONS = 10_000;
const KEYSTROKES = 300;
const WARM_UP = 50;
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

export async function typingAnnotatedFigures(text: string): Promise<readonly Figure[]> {
  const { uri, folder = '' } = DOCUMENT;
  const files = new MemoryFiles({
    [uri]: text,
    [`${folder}/.policy-lens/annotations/${CODER}/${DOCUMENT.path}.json`]: annotationFile(text),
  });
  const project = await benchProject({ hurry: true, files, coder: CODER });
  project.open(DOCUMENT, text, 'plain');
  await project.addFolder({ uri: folder, name: 'work' });
  await project.whenIdle();
  const placed = project.document(uri)?.codings.filter(({ annotation, span }) => annotation && span).length ?? 0;
  let drawn = 0;
  project.onDidChange(({ recoded }) => {
    if (!recoded.has(uri)) return;
    highlightsOf(project.document(uri)?.codings ?? [], (path) => project.code(path));
    drawn += 1;
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
    await published();
    const end = cpuTime();
    now = next;
    if (index === WARM_UP) drawn = 0;
    if (index < WARM_UP) continue;
    atOnce.push(edited - begin);
    whole.push(end - begin);
  }
  project.dispose();
  const share = Math.round((100 * drawn) / KEYSTROKES);
  const show = (times: readonly number[]) =>
    `${milliseconds(quantile(times, 0.5))} / ${milliseconds(quantile(times, 0.99))}`;
  return [
    {
      what: `with ${placed} annotations: in the event itself, median / 99th percentile`,
      value: show(atOnce),
      target: '5 ms',
    },
    {
      what: `with ${placed} annotations: with all that follows, up to the marks to draw (in ${share} % of them), median / 99th percentile`,
      value: show(whole),
      target: '5 ms',
    },
  ];
}
