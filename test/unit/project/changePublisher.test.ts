import { strict as assert } from 'node:assert';
import { ChangePublisher } from '../../../src/project/changePublisher.js';

/** A publisher on a clock that only its listeners move; what waits for a pause goes on with `goOn`. */
function publisher() {
  const told: string[] = [];
  const waiting: (() => void)[] = [];
  let time = 0;
  const changes = new ChangePublisher({
    elapsed: () => time,
    pause: () => new Promise((resolve) => waiting.push(resolve)),
    later: () => () => {},
  });
  const listen = (name: string, milliseconds: number) =>
    changes.onDidChange(({ recoded }) => {
      told.push(`${name}: ${[...recoded]}`);
      time += milliseconds;
    });
  const publish = (uri: string) => {
    changes.note({ documents: [uri], recoded: [uri] });
    changes.publish();
  };
  const goOn = async () => {
    waiting.shift()?.();
    await Promise.resolve();
    await Promise.resolve();
  };
  return { changes, told, waiting, listen, publish, goOn };
}

describe('telling of changes', () => {
  it('is done at once where views are quick', () => {
    const { told, waiting, listen, publish } = publisher();
    for (const name of ['tree', 'marks', 'status']) listen(name, 2);
    publish('a');
    assert.deepEqual(told, ['tree: a', 'marks: a', 'status: a']);
    assert.equal(waiting.length, 0);
  });

  it('gives way between views that take long, and tells each of them everything, in order', async () => {
    const { told, listen, publish, goOn } = publisher();
    listen('tree', 40);
    listen('marks', 30);
    publish('a');
    assert.deepEqual(told, ['tree: a']);
    publish('b');
    assert.deepEqual(told, ['tree: a']);
    await goOn();
    assert.deepEqual(told, ['tree: a', 'marks: a']);
    await goOn();
    await goOn();
    assert.deepEqual(told, ['tree: a', 'marks: a', 'tree: b', 'marks: b']);
    await goOn();
    publish('c');
    assert.equal(told.at(-1), 'tree: c');
  });

  it('leaves out who is gone meanwhile', async () => {
    const { changes, told, listen, publish, goOn } = publisher();
    listen('tree', 40);
    const marks = listen('marks', 1);
    listen('status', 1);
    publish('a');
    marks.dispose();
    await goOn();
    assert.deepEqual(told, ['tree: a', 'status: a']);
    listen('late', 1);
    publish('b');
    changes.dispose();
    await goOn();
    assert.deepEqual(told, ['tree: a', 'status: a', 'tree: b']);
  });
});
