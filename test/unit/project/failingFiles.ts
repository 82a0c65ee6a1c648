import type { Files } from '../../../src/project/ports.js';
import type { MemoryFiles } from './memoryFiles.js';

/** How a file system puts one file in the place of another. */
export type Replacing = 'in one step' | 'in two steps';

/** What happens at one of the steps that a program takes: the file system refuses that one, or the program is ended there. */
export type Failing = 'refuses once' | 'refuses from then on' | 'writes half of it' | 'ends';

/**
 * Files of which something goes wrong at the `at`-th step (from 0). A step is whatever changes a file: making and filling one are
 * two, and so are taking one away and putting another one there where the file system cannot do that at once.
 */
export class FailingFiles implements Files {
  steps = 0;

  constructor(
    readonly real: MemoryFiles,
    readonly replacing: Replacing,
    readonly at = Number.POSITIVE_INFINITY,
    readonly failing: Failing = 'refuses once',
  ) {}

  read = (uri: string) => this.#alive(() => this.real.read(uri));
  list = (folder: string) => this.#alive(() => this.real.list(folder));
  join = (uri: string, ...segments: readonly string[]) => this.real.join(uri, ...segments);
  relative = (folder: string, uri: string) => this.real.relative(folder, uri);

  async write(uri: string, bytes: Uint8Array): Promise<void> {
    const isHalf = this.failing === 'writes half of it' && this.steps === this.at;
    if (isHalf) this.real.contents.set(uri, bytes.slice(0, bytes.length / 2));
    await this.#step(() => this.real.contents.set(uri, new Uint8Array()));
    await this.#step(() => this.real.contents.set(uri, bytes));
  }

  async replace(from: string, to: string): Promise<void> {
    const bytes = this.real.contents.get(from);
    if (!bytes) throw new Error(`no such file: ${from}`);
    if (this.replacing === 'in two steps' && this.real.contents.has(to)) {
      await this.#step(() => this.real.contents.delete(to));
    }
    await this.#step(() => {
      this.real.contents.delete(from);
      this.real.contents.set(to, bytes);
    });
  }

  async remove(uri: string): Promise<void> {
    await this.#step(() => this.real.contents.delete(uri));
  }

  async #step(work: () => unknown): Promise<void> {
    const now = this.steps++;
    const isHere = now === this.at || (now > this.at && this.failing === 'refuses from then on');
    if (isHere || this.#isEnded) throw new Error('no space left on the device');
    work();
  }

  get #isEnded(): boolean {
    return this.failing === 'ends' && this.steps > this.at;
  }

  async #alive<T>(work: () => Promise<T>): Promise<T> {
    if (this.#isEnded) throw new Error('the program has ended');
    return work();
  }
}
