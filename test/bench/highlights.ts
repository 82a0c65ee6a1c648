/** Ten thousand codings in one document: what they cost outside the editor, which draws their marks. */
import { highlightsOf } from '../../src/core/analysis/highlights.js';
import { shiftSpans } from '../../src/core/annotation/shift.js';
import { policyProse } from './corpus.js';
import { type Figure, medianTime, milliseconds } from './measure.js';
import { benchProject, DOCUMENT } from './project.js';

const WANTED = 10_000;
const ROUNDS = 15;

export async function highlightFigures(): Promise<readonly Figure[]> {
  const project = await benchProject();
  project.open(DOCUMENT, policyProse(3, 2_800_000), 'plain');
  await project.whenIdle();
  const codings = (project.document(DOCUMENT.uri)?.codings ?? []).slice(0, WANTED);
  const codeOf = (path: string) => project.code(path);
  const marks = highlightsOf(codings, codeOf).flatMap(({ spans }) => spans);
  const drawn = await medianTime(ROUNDS, () => highlightsOf(codings, codeOf));
  const shifted = await medianTime(ROUNDS, () => shiftSpans(marks, [{ start: 5, end: 5, text: 'x' }]));
  project.dispose();
  return [
    { what: `${codings.length} codings to ${marks.length} marks to draw`, value: milliseconds(drawn), target: '16 ms' },
    { what: `${marks.length} marks pushed along by an edit`, value: milliseconds(shifted), target: '16 ms' },
  ];
}
