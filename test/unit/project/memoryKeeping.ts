import type { Keeping, KeptItem } from '../../../src/project/ports.js';

/** What is kept, in memory. Each write is a millisecond later than the one before. */
export class MemoryKeeping implements Keeping {
  readonly contents = new Map<string, { readonly bytes: Uint8Array; readonly modified: number }>();
  /** Names of all writes so far. */
  readonly written: string[] = [];
  /** Thrown by everything that would change something. */
  refusal: Error | undefined;
  #clock = 0;

  async read(name: string): Promise<Uint8Array | undefined> {
    return this.contents.get(name)?.bytes;
  }

  async write(name: string, bytes: Uint8Array): Promise<void> {
    if (this.refusal) throw this.refusal;
    this.#clock += 1;
    this.contents.set(name, { bytes, modified: this.#clock });
    this.written.push(name);
  }

  async remove(name: string): Promise<void> {
    if (this.refusal) throw this.refusal;
    this.contents.delete(name);
  }

  async list(folder: string): Promise<readonly KeptItem[]> {
    return [...this.contents]
      .filter(([name]) => name.startsWith(`${folder}/`) && !name.slice(folder.length + 1).includes('/'))
      .map(([name, { bytes, modified }]) => ({ name, size: bytes.length, modified }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }
}
