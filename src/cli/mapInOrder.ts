/** Runs up to `limit` tasks at once and yields their results in the order of the source. Takes no more from it than that. */
export async function* mapInOrder<In, Out>(
  source: Iterable<In> | AsyncIterable<In>,
  limit: number,
  run: (item: In) => Promise<Out>,
): AsyncGenerator<Out> {
  const running: Promise<Out>[] = [];
  for await (const item of source) {
    const task = run(item);
    // A task that fails while an earlier one is awaited is not unhandled: it is awaited in its turn.
    task.catch(() => undefined);
    running.push(task);
    if (running.length < limit) continue;
    const first = running.shift();
    if (first !== undefined) yield await first;
  }
  for (const task of running) yield await task;
}

/** The items of a source in groups: closed when their sizes reach `size`. */
export async function* grouped<T>(
  source: Iterable<T> | AsyncIterable<T>,
  size: number,
  sizeOf: (item: T) => number,
): AsyncGenerator<readonly T[]> {
  let group: T[] = [];
  let total = 0;
  for await (const item of source) {
    group.push(item);
    total += sizeOf(item);
    if (total < size) continue;
    yield group;
    group = [];
    total = 0;
  }
  if (group.length > 0) yield group;
}
