import { strict as assert } from 'node:assert';
import { setTimeout as wait } from 'node:timers/promises';
import { grouped, mapInOrder } from '../../../src/cli/mapInOrder.js';

async function all<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

describe('mapInOrder', () => {
  it('keeps the order of the source when later tasks end first', async () => {
    const results = await all(mapInOrder([9, 6, 3, 0], 4, async (delay) => wait(delay, delay)));
    assert.deepEqual(results, [9, 6, 3, 0]);
  });

  it('takes no more from the source than it works on', async () => {
    let taken = 0;
    let finished = 0;
    let most = 0;
    function* source(): Generator<number> {
      for (let index = 0; index < 20; index += 1) {
        taken += 1;
        most = Math.max(most, taken - finished);
        yield index;
      }
    }
    for await (const _ of mapInOrder(source(), 3, async (item) => wait(1, item))) finished += 1;
    assert.equal(finished, 20);
    assert.ok(most <= 4, `${most} were taken at once`);
  });

  it('passes on the failure of a task', async () => {
    const failing = all(
      mapInOrder([1, 2], 2, async (item) => {
        if (item === 2) throw new Error('second');
        return wait(5, item);
      }),
    );
    await assert.rejects(failing, /second/);
  });
});

describe('grouped', () => {
  it('closes a group when its sizes reach the limit', async () => {
    assert.deepEqual(await all(grouped([1, 1, 5, 1, 4, 2], 5, (size) => size)), [[1, 1, 5], [1, 4], [2]]);
  });

  it('yields nothing for nothing', async () => {
    assert.deepEqual(await all(grouped([], 5, () => 1)), []);
  });
});
