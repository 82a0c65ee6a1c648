import { strict as assert } from 'node:assert';
import { ulid } from 'ulid';
import type { Coding } from '../../../src/core/analysis/coding.js';
import {
  type AnnotationFile,
  readAnnotationFile,
  writeAnnotationFile,
} from '../../../src/core/annotation/annotationFile.js';
import { accept, changeRange, type Deciding, keep } from '../../../src/core/annotation/decide.js';
import { targetOf } from '../../../src/core/annotation/target.js';
import type { Project } from '../../../src/project/project.js';
import * as plan from '../../e2e/support/rewrittenPlan.mjs';
import { MemoryFiles } from './memoryFiles.js';
import { ANNOTATIONS_URI, LETTER_URI, openLetter, save, stateOf, textOf } from './workspace.js';

/** The letter as it is now, with annotations that were made on another text, of which only the hash is left. */
function rewritten(): MemoryFiles {
  const annotations = plan.ownQuotes.map((quote, number): AnnotationFile['annotations'][number] => {
    const start = plan.textThen.indexOf(quote);
    return {
      ...{ id: `a${number}`, codes: ['roles/partner'], status: 'confirmed', memo: '', origin: { kind: 'manual' } },
      target: targetOf(plan.textThen, { start, end: start + quote.length }),
      ...{ created: '2026-01-01T10:00:00Z', modified: '2026-01-01T10:00:00Z' },
    };
  });
  const file = { document: 'notes/letter.md', sha256: 'of another text', coder: 'a.jansen', annotations };
  return new MemoryFiles({ [LETTER_URI]: plan.textNow, [ANNOTATIONS_URI]: writeAnnotationFile(file) });
}

function codingOf(project: Project, quote: string): Coding {
  const found = stateOf(project).codings.find(
    ({ annotation }) => annotation?.id === `a${plan.ownQuotes.indexOf(quote)}`,
  );
  return found ?? assert.fail(`"${quote}" is not there`);
}

const stateIn = (project: Project, quote: string) => codingOf(project, quote).state;

function deciding(project: Project): Deciding {
  return { document: LETTER_URI, text: textOf(project), now: '2026-02-02T10:00:00Z', newId: () => ulid() };
}

function stored(files: MemoryFiles, quote: string) {
  const file = readAnnotationFile(files.text(ANNOTATIONS_URI) ?? '').file;
  return file?.annotations.find(({ id }) => id === `a${plan.ownQuotes.indexOf(quote)}`)?.target ?? assert.fail(quote);
}

describe('annotations that do not lie where they were', () => {
  it('say what became of each, and stay as they are while other things are decided and saved', async () => {
    const files = rewritten();
    const project = await openLetter(files);
    const states = () => [plan.twice, plan.rewritten, plan.gone, plan.moved].map((quote) => stateIn(project, quote));
    assert.deepEqual(states(), ['ambiguous', 'orphan', 'orphan', 'moved']);
    await project.steps.apply('accept', accept([codingOf(project, plan.changed)], deciding(project)));
    await save(project, files);
    assert.equal(stateIn(project, plan.changed), 'anchored');
    assert.equal(stored(files, plan.changed).quote, plan.changedNow);
    assert.deepEqual(states(), ['ambiguous', 'orphan', 'orphan', 'moved']);
    assert.equal(stored(files, plan.moved).start, plan.textThen.indexOf(plan.moved));
  });

  it('are accepted, and not any more when that is undone', async () => {
    const files = rewritten();
    const project = await openLetter(files);
    await project.steps.apply('accept', accept([codingOf(project, plan.moved)], deciding(project)));
    assert.equal(stateIn(project, plan.moved), 'anchored');
    assert.equal(stored(files, plan.moved).start, plan.textNow.indexOf(plan.moved));
    await project.steps.undo();
    assert.equal(stateIn(project, plan.moved), 'moved');
    assert.equal(stored(files, plan.moved).start, plan.textThen.indexOf(plan.moved));
    await project.steps.redo();
    assert.equal(stateIn(await openLetter(files), plan.moved), 'anchored');
  });

  it('are where a person chose, also where that reads as it did', async () => {
    const files = rewritten();
    const project = await openLetter(files);
    const start = plan.textNow.indexOf(plan.twice);
    assert.equal(start, stored(files, plan.twice).start);
    const place = { start, end: start + plan.twice.length };
    await project.steps.apply('choose', changeRange(codingOf(project, plan.twice), place, deciding(project)));
    assert.equal(stateIn(project, plan.twice), 'anchored');
    assert.equal(stateIn(await openLetter(files), plan.twice), 'anchored');
    await project.steps.undo();
    assert.equal(stateIn(project, plan.twice), 'ambiguous');
    assert.equal(stateIn(await openLetter(files), plan.twice), 'ambiguous');
    await project.steps.redo();
    assert.equal(stateIn(project, plan.twice), 'anchored');
    assert.equal(stateIn(await openLetter(files), plan.twice), 'anchored');
  });

  it('are kept without a place, which the file says, and taken up again', async () => {
    const files = rewritten();
    const project = await openLetter(files);
    await project.steps.apply('keep', keep([codingOf(project, plan.gone)], true, deciding(project)));
    const again = await openLetter(files);
    assert.equal(codingOf(again, plan.gone).annotation?.target.kept, true);
    assert.equal(stateIn(again, plan.gone), 'orphan');
    assert.equal(stored(files, plan.gone).quote, plan.gone);
    await project.steps.undo();
    assert.equal(stored(files, plan.gone).kept, undefined);
  });
});
