/** Work that goes on in the background: one after the other where order matters, and known to be done or not. */
export class TaskQueue {
  readonly #running = new Set<Promise<unknown>>();
  #last: Promise<unknown> = Promise.resolve();

  /** Runs `task` when all tasks given to `inOrder` before it are done, whether or not they went well. */
  inOrder<Result>(task: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(task, task);
    this.#last = result.catch(() => undefined);
    return this.track(result);
  }

  /** Counts a running task among what `whenIdle` waits for. */
  track<Result>(task: Promise<Result>): Promise<Result> {
    const settled = task.then(
      () => undefined,
      () => undefined,
    );
    this.#running.add(settled);
    void settled.then(() => this.#running.delete(settled));
    return task;
  }

  /** Resolves when nothing runs any more, also nothing that was started in the meantime. Never rejects. */
  async whenIdle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }
}
