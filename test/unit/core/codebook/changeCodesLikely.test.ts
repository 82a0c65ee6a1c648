import { strict as assert } from 'node:assert';
import { likelySuccessors } from '../../../../src/core/codebook/changeCodesLikely.js';
import { allCodes, type Code } from '../../../../src/core/codebook/codebook.js';
import { parseCodebook } from '../../../../src/core/codebook/parseCodebook.js';

function codes(entries: string, id = 'harbour'): readonly Code[] {
  const head = `schema: policy-lens/codebook@1\nid: ${id}\nversion: 1\ntitle: { nl: Havens, en: Harbours }\ncodes:\n`;
  return [...allCodes(parseCodebook(head + entries, 'x.yaml').codebook?.codes ?? [])];
}

const QUAY = '  - { id: quay, name: { nl: Kade, en: Quay }, indicators: { nl: [kade*] } }\n';
const SHIP = '  - { id: ship, name: { nl: Schip, en: Ship }, indicators: { nl: [schip] } }\n';

const likely = (before: readonly Code[], after: readonly Code[]) => Object.fromEntries(likelySuccessors(before, after));

describe('codes that are gone', () => {
  it('are likely to be those of the same name', () => {
    const after = codes(QUAY.replace('id: quay', 'id: wharf').replace('kade*', 'wal*') + SHIP);
    assert.deepEqual(likely(codes(QUAY + SHIP), after), { 'harbour/quay': 'harbour/wharf' });
  });

  it('are likely to be those that look for the same', () => {
    const after = codes(
      QUAY.replace('id: quay, name: { nl: Kade, en: Quay }', 'id: wharf, name: { nl: Wal, en: Wharf }'),
    );
    assert.deepEqual(likely(codes(QUAY), after), { 'harbour/quay': 'harbour/wharf' });
  });

  it('are those at the same place of a codebook whose id is another', () => {
    assert.deepEqual(likely(codes(QUAY + SHIP), codes(QUAY + SHIP, 'port')), {
      'harbour/quay': 'port/quay',
      'harbour/ship': 'port/ship',
    });
  });

  it('have no successor where two could be meant, or none is new', () => {
    const twins = QUAY.replace('id: quay', 'id: east') + QUAY.replace('id: quay', 'id: west');
    assert.deepEqual(likely(codes(QUAY), codes(twins)), {});
    assert.deepEqual(likely(codes(QUAY + SHIP), codes(SHIP)), {});
  });
});
