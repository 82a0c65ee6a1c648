/**
 * Ways on from a state: a small number for the tests of which a next word must pass one, the same for the same tests. A word
 * keeps the ways that it leads on along as a set of bits, so that it takes one look to see that it cannot be what a pattern
 * waits for. Other tests may share the number: then there is a step to look for in vain, which is rare.
 */

/** As many bits as V8 keeps within the object of a typed array. A common word has some forty ways. */
const WAY_COUNT = 512;

export type Ways = Int32Array;

export const NO_WAYS: Ways = new Int32Array(0);

/** The way of a state with one more test, by the number of its group. Groups must come in the same order for every state. */
export function wayAfter(way: number, group: number): number {
  return (Math.imul(way, 31) + group + 1) & (WAY_COUNT - 1);
}

export function setOfWays(numbers: readonly number[]): Ways {
  const ways = new Int32Array(WAY_COUNT / 32);
  for (const way of numbers) ways[way >>> 5] = (ways[way >>> 5] ?? 0) | (1 << (way & 31));
  return ways;
}

export function isAmong(ways: Ways, way: number): boolean {
  return ((ways[way >>> 5] ?? 0) & (1 << (way & 31))) !== 0;
}
