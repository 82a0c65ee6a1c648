import { strict as assert } from 'node:assert';
import { setTimeout } from 'node:timers/promises';
import { SavingFolder, startSaving } from './processes.js';

/** Programs that are ended at any moment. */
const KILLS = 1000;

/** Folders in which that is done at the same time. */
const AT_ONCE = 10;

/** Saves after which a program is ended at most, and milliseconds after that: as long as a save takes, so that any moment of it comes. */
const MOST_SAVES = 3;
const WITHIN = 10;

/** Park and Miller's generator, so that a run can be repeated. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** Ends saving programs in one folder, one after the other; every one goes on where the one before was ended. */
async function killInTurns(kills: number, seed: number): Promise<{ saves: number; leftovers: number }> {
  const random = randomNumbers(seed);
  const folder = new SavingFolder();
  let leftovers = 0;
  let saves = 0;
  let before: readonly string[] = [];
  for (let kill = 0; kill < kills; kill++) {
    // The file stays small, so that many saves fit in a moment.
    const first = saves;
    const saver = startSaving({ folder: folder.path, first, count: 1_000_000, writer: 'w', documents: 1 });
    await saver.hasKept(1 + Math.floor(random() * MOST_SAVES));
    await setTimeout(random() * WITHIN);
    saver.process.kill('SIGKILL');
    assert.equal(await saver.ended, '');
    const ids = folder.ids();
    // All that it said it had kept is there, and at most the one that it was about to keep.
    const kept = saver.kept.map((number) => `w-${number}`);
    const expected = [...before, ...kept];
    assert.deepEqual(ids.slice(0, expected.length), expected);
    assert.ok(ids.length <= expected.length + 1, 'the version before or the one after');
    leftovers += folder.others().length > 0 ? 1 : 0;
    before = ids;
    saves = first + (ids.length - (expected.length - kept.length));
    if (ids.length > 60) {
      folder.remove();
      before = [];
    }
  }
  folder.remove();
  return { saves, leftovers };
}

describe('a program that is ended while it saves', () => {
  it(`leaves the version before or the one after, a thousand times`, async function () {
    // Nothing waits for this: a machine that is busy besides takes its time to start a thousand programs.
    this.timeout(15 * 60_000);
    const turns = Array.from({ length: AT_ONCE }, (_, turn) => killInTurns(KILLS / AT_ONCE, 20_261_122 + turn));
    const outcomes = await Promise.all(turns);
    const sum = (of: 'saves' | 'leftovers') => outcomes.reduce((total, outcome) => total + outcome[of], 0);
    // Otherwise nothing was tried.
    assert.ok(sum('saves') > KILLS, `${sum('saves')} saves`);
    assert.ok(sum('leftovers') > KILLS / 20, `${sum('leftovers')} were ended in the middle of one`);
  });
});

describe('two programs that save at the same time', () => {
  it('lose nothing of each other, in two thousand saves', async function () {
    this.timeout(10 * 60_000);
    const [saves, documents] = [1000, 10];
    const folder = new SavingFolder();
    const savers = ['a', 'b'].map((writer) =>
      startSaving({ folder: folder.path, first: 0, count: saves, writer, documents }),
    );
    for (const saver of savers) assert.equal(await saver.ended, '');
    for (let document = 0; document < documents; document++) {
      const numbers = Array.from({ length: saves / documents }, (_, turn) => turn * documents + document);
      const expected = ['a', 'b'].flatMap((writer) => numbers.map((number) => `${writer}-${number}`));
      assert.deepEqual([...folder.ids(document)].sort(), expected.sort());
    }
    assert.deepEqual(folder.others(), []);
    folder.remove();
  });
});
