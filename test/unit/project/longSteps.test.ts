import { strict as assert } from 'node:assert';
import { ulid } from 'ulid';
import type { Annotation } from '../../../src/core/annotation/annotation.js';
import { reject } from '../../../src/core/annotation/decide.js';
import {
  ANNOTATIONS_URI,
  code,
  codingsWith,
  deciding,
  decisions,
  FOLDER,
  LETTER_URI,
  letterFiles,
  newProject,
  openLetter,
  stateOf,
} from './workspace.js';

describe('a long step', () => {
  const OTHER_URI = `${FOLDER}/notes/other.md`;
  const other = { uri: OTHER_URI, folder: FOLDER, path: 'notes/other.md' };
  const OTHERS_URI = ANNOTATIONS_URI.replace('letter', 'other');

  it('decides in documents that nobody opened, and is undone and done again as one', async () => {
    const files = letterFiles({ [OTHER_URI]: 'Wij eisen een verslag.\n' });
    const project = await openLetter(files);
    const start = 'Wij eisen een verslag.';
    async function* parts() {
      yield {
        document: stateOf(project).ref,
        changes: reject(codingsWith(project, 'roles/partner'), deciding(project)),
      };
      const annotation: Annotation = {
        ...{ id: ulid(), codes: ['roles/principal'], status: 'confirmed', memo: '', origin: { kind: 'manual' } },
        ...{ created: '2026-01-31T10:00:00Z', modified: '2026-01-31T10:00:00Z' },
        target: { start: 0, end: start.length, quote: start, prefix: '', suffix: '\n' },
      };
      yield { document: other, changes: [{ document: OTHER_URI, before: undefined, after: annotation }] };
    }
    const outcome = await project.steps.applyLong({
      intent: 'decide',
      label: (count) => `decide ${count}`,
      parts: parts(),
    });
    assert.deepEqual([outcome.count, outcome.documents], [3, 2]);
    assert.match(files.text(OTHERS_URI) ?? '', /Wij eisen een verslag/);
    assert.equal((files.text(OTHERS_URI) ?? '').match(/"sha256"/g)?.length, 1, 'it counts in the text of the file');
    const again = newProject(files);
    await again.addFolder({ uri: FOLDER, name: 'work' });
    await again.whenIdle();
    assert.deepEqual(decisions(again, OTHER_URI), [`confirmed anchored "${start}"`]);
    await project.steps.undo();
    assert.doesNotMatch(files.text(OTHERS_URI) ?? '', /eisen/);
    assert.deepEqual(decisions(project), []);
    await project.steps.redo();
    assert.match(files.text(OTHERS_URI) ?? '', /eisen/);
    assert.equal(decisions(project).length, 2);
    assert.equal(project.steps.undoLabel, 'decide 3');
    assert.ok(files.text(LETTER_URI));
  });

  it('that fails on the way is what was done until then', async () => {
    const project = await openLetter(letterFiles());
    async function* parts() {
      yield {
        document: stateOf(project).ref,
        changes: reject(codingsWith(project, 'roles/partner'), deciding(project)),
      };
      throw new Error('no more');
    }
    const label = (count: number) => `reject ${count}`;
    await assert.rejects(project.steps.applyLong({ intent: 'reject', label, parts: parts() }), /no more/);
    assert.equal(project.steps.undoLabel, 'reject 2');
    await project.steps.undo();
    assert.deepEqual(decisions(project), []);
  });
});

describe('steps up to one of them', () => {
  it('are undone and done again in their order', async () => {
    const project = await openLetter(letterFiles());
    for (const quote of ['een plan', 'voor de buurt', 'een verslag']) await code(project, quote);
    const [, second] = project.steps.done;
    assert.ok(second);
    assert.equal((await project.steps.undoTo(second)).length, 2);
    assert.deepEqual(decisions(project), ['confirmed anchored "een plan"']);
    const last = project.steps.undone.at(-1);
    assert.ok(last);
    assert.equal((await project.steps.redoTo(last)).length, 2);
    assert.equal(decisions(project).length, 3);
    assert.deepEqual(await project.steps.redoTo(last), []);
  });

  it('end where one cannot be undone', async () => {
    const files = letterFiles();
    const project = await openLetter(files);
    for (const quote of ['een plan', 'voor de buurt']) await code(project, quote);
    const [first] = project.steps.done;
    assert.ok(first);
    files.refusal = new Error('no permission');
    const outcomes = await project.steps.undoTo(first);
    assert.deepEqual([outcomes.length, outcomes[0]?.messages.length, project.steps.done.length], [1, 1, 2]);
  });
});
