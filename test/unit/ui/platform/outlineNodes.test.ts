import { strict as assert } from 'node:assert';
import type { Coding } from '../../../../src/core/analysis/coding.js';
import { outlineOf } from '../../../../src/core/analysis/grouping.js';
import { childrenOf, type OutlineNode } from '../../../../src/core/analysis/outline.js';
import { NodeCache, targetsOfNode } from '../../../../src/ui/platform/outlineNodes.js';
import { coded, coding } from '../../core/analysis/samples.js';

function roots(codings: readonly Coding[]): readonly OutlineNode[] {
  const documents = [coded('a.txt', codings)];
  return outlineOf({ documents, codebooks: [], problems: [], groupBy: 'document', isWanted: () => true }).roots;
}

/** The document's group and its codings, as far as a tree would ask for them. */
function asked(cache: NodeCache, rows: readonly OutlineNode[]) {
  const [document] = rows;
  assert.ok(document);
  return { group: cache.nodeOf(document), leaves: childrenOf(document).map((row) => cache.nodeOf(row)) };
}

describe('the elements of a tree', () => {
  it('stay the same objects while their rows stay, and show the rows of today', () => {
    const cache = new NodeCache();
    const before = asked(cache, roots([coding('a'), coding('b')]));
    const now = roots([coding('a', { status: 'confirmed' }), coding('b')]);
    cache.update(now);
    const after = asked(cache, now);
    assert.equal(after.group, before.group);
    const [leaf] = before.leaves;
    assert.equal(after.leaves[0], leaf);
    assert.equal(leaf?.kind === 'coding' && leaf.coding.status, 'confirmed');
  });

  it('are forgotten when their row is gone', () => {
    const cache = new NodeCache();
    const { leaves } = asked(cache, roots([coding('a'), coding('b')]));
    cache.update(roots([coding('b')]));
    assert.equal(cache.get(leaves[0]?.id ?? ''), undefined);
    assert.equal(cache.get(leaves[1]?.id ?? ''), leaves[1]);
  });

  it('are made only for rows that were asked for', () => {
    const cache = new NodeCache();
    const rows = roots([coding('a')]);
    const [document] = rows;
    assert.ok(document);
    cache.nodeOf(document);
    cache.update(rows);
    assert.equal(cache.get(childrenOf(document)[0]?.id ?? ''), undefined);
  });

  it('stand for all codings beneath them', () => {
    const { group, leaves } = asked(new NodeCache(), roots([coding('a'), coding('b')]));
    const uri = 'file:///a.txt';
    assert.deepEqual(targetsOfNode(group), [
      { uri, codingId: 'a' },
      { uri, codingId: 'b' },
    ]);
    assert.deepEqual(targetsOfNode(leaves[1]), [{ uri, codingId: 'b' }]);
    assert.deepEqual(targetsOfNode({ uri, codingId: 'a' }), []);
  });
});
