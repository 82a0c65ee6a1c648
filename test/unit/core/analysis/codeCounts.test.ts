import { strict as assert } from 'node:assert';
import { countByCode } from '../../../../src/core/analysis/codeCounts.js';
import { coding } from './samples.js';

describe('counting passages by code', () => {
  it('counts a passage with a sub-code for the code above it too, over all documents', () => {
    const coach = coding('a', { codePath: 'interventions/relational/coach' });
    const counts = countByCode([{ codings: [coach, coding('b')] }, { codings: [coach] }]);
    assert.deepEqual([...counts].sort(), [
      ['interventions/relational', 3],
      ['interventions/relational/coach', 2],
    ]);
  });

  it('leaves out rejected codings and those without a place', () => {
    const codings = [coding('a', { status: 'rejected' }), coding('b', { status: 'confirmed', span: undefined })];
    assert.equal(countByCode([{ codings }]).size, 0);
  });
});
