import type { Files } from '../../../src/project/ports.js';

/** Files in memory, by URI. What a test sets can refuse, and what happened can be looked at. */
export class MemoryFiles implements Files {
  readonly contents = new Map<string, Uint8Array>();
  /** URIs of all writes and replacements so far. */
  readonly written: string[] = [];
  /** Thrown by everything that would change a file. */
  refusal: Error | undefined;
  /** Called before each replacement: a test may throw here, or write as another window would. */
  beforeReplace: () => void = () => {};

  constructor(texts: Readonly<Record<string, string>> = {}) {
    for (const [uri, text] of Object.entries(texts)) this.put(uri, text);
  }

  put(uri: string, text: string): void {
    this.contents.set(uri, new TextEncoder().encode(text));
  }

  text(uri: string): string | undefined {
    const bytes = this.contents.get(uri);
    return bytes && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  }

  async read(uri: string): Promise<Uint8Array | undefined> {
    return this.contents.get(uri);
  }

  async write(uri: string, bytes: Uint8Array): Promise<void> {
    if (this.refusal) throw this.refusal;
    this.written.push(uri);
    this.contents.set(uri, bytes);
  }

  async replace(from: string, to: string): Promise<void> {
    if (this.refusal) throw this.refusal;
    this.beforeReplace();
    const bytes = this.contents.get(from);
    if (!bytes) throw new Error(`No such file: ${from}`);
    this.contents.delete(from);
    this.contents.set(to, bytes);
    this.written.push(to);
  }

  async remove(uri: string): Promise<void> {
    if (this.refusal) throw this.refusal;
    this.contents.delete(uri);
  }

  async list(folder: string): Promise<readonly string[]> {
    return [...this.contents.keys()].filter((uri) => uri.startsWith(`${folder}/`)).sort();
  }

  join(uri: string, ...segments: readonly string[]): string {
    return [uri, ...segments].join('/');
  }

  relative(folder: string, uri: string): string | undefined {
    return uri.startsWith(`${folder}/`) ? uri.slice(folder.length + 1) : undefined;
  }
}
