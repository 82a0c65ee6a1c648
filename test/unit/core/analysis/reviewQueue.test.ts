import { strict as assert } from 'node:assert';
import { reviewQueue } from '../../../../src/core/analysis/reviewQueue.js';
import { reject } from '../../../../src/core/annotation/decide.js';
import type { Project } from '../../../../src/project/project.js';
import { codingsWith, deciding, LETTER_URI, letterFiles, openLetter } from '../../project/workspace.js';

const CODEBOOK = `schema: policy-lens/codebook@1
id: own
version: 1
title: { nl: Eigen, en: Own }
codes:
  - id: sure
    name: { nl: Zeker, en: Sure }
    scoring: { nl: { balanced: 0.3 } }
    indicators: { nl: [{ any: [plan], weight: 0.9 }] }
  - id: doubtful
    name: { nl: Twijfel, en: Doubtful }
    scoring: { nl: { balanced: 0.4 } }
    indicators: { nl: [{ any: [verslag], weight: 0.42 }, { any: [jaar], weight: 0.25 }] }
    codes:
      - id: part
        name: { nl: Deel, en: Part }
        indicators: { nl: [{ any: [buurt], weight: 0.55 }] }
`;

const FILES = { 'memory:/work/.policy-lens/codebooks/own.yaml': CODEBOOK };

function queued(project: Project): readonly string[] {
  const compiled = project.readingTools.codebooks();
  assert.ok(compiled);
  return reviewQueue(project.documents(), compiled).map(({ coding }) => coding.codePath);
}

describe('the queue of suggestions to review', () => {
  it('begins with what is nearest to the score from which its code is suggested, and leaves derived codes out', async () => {
    const project = await openLetter(letterFiles(FILES));
    assert.deepEqual(queued(project), [
      'own/doubtful',
      'own/doubtful/part',
      'roles/partner',
      'roles/partner',
      'roles/principal',
      'roles/principal',
      'own/sure',
    ]);
    assert.equal(codingsWith(project, 'roles/double').length, 1);
  });

  it('leaves out what was decided on', async () => {
    const project = await openLetter(letterFiles(FILES));
    await project.steps.apply('reject', reject(codingsWith(project, 'own/doubtful'), deciding(project, LETTER_URI)));
    await project.whenIdle();
    assert.equal(queued(project)[0], 'own/doubtful/part');
  });
});
