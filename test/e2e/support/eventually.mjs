/** Waiting for what a program shows in its own time, never for a time. */

/**
 * Asks until the answer is good.
 *
 * @template T
 * @param {string} what is waited for, for the error
 * @param {() => T | Promise<T>} ask
 * @param {(answer: T) => boolean} [good] any answer but `undefined`, `false` or an empty list, unless told
 * @param {{ timeoutMs?: number }} [options]
 * @returns {Promise<T>} the first good answer
 */
export async function eventually(what, ask, good = isSomething, { timeoutMs = 20_000 } = {}) {
  const end = Date.now() + timeoutMs;
  let answer = await ask();
  while (!good(answer)) {
    if (Date.now() > end)
      throw new Error(`No ${what} within ${timeoutMs / 1000} s; the last was ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    answer = await ask();
  }
  return answer;
}

/** @param {unknown} answer */
function isSomething(answer) {
  return answer !== undefined && answer !== false && !(Array.isArray(answer) && answer.length === 0);
}
