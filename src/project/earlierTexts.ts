/**
 * The texts that annotations were made on, for when a document is changed where nobody sees it: by them it is told exactly what
 * became of every word. Kept by the hash of their bytes; where one is not there, the history of the document may have it.
 */
import type { AnnotationFile } from '../core/annotation/annotationFile.js';
import { hashOfTarget } from '../core/annotation/target.js';
import { contentHash } from '../core/text/contentHash.js';
import type { Folders } from './folders.js';
import type { KeptItem, Surroundings } from './ports.js';
import { type StoredText, textOf } from './storedText.js';

const FOLDER = 'texts';

/** Bytes as stored, compressed: the texts of more than a thousand reports. */
const MAX_SIZE = 64_000_000;

/** Milliseconds that a text is kept which no annotation file names any more: a file that is restored may name it again. */
const UNNAMED = 30 * 24 * 60 * 60_000;

export class EarlierTexts {
  readonly #surroundings: Pick<Surroundings, 'keeping' | 'history' | 'now'>;
  readonly #folders: Pick<Folders, 'all'>;
  readonly #kept = new Set<string>();
  /** Asked for in vain: a history is long. By document and hash. */
  readonly #missing = new Set<string>();

  constructor(surroundings: Pick<Surroundings, 'keeping' | 'history' | 'now'>, folders: Pick<Folders, 'all'>) {
    this.#surroundings = surroundings;
    this.#folders = folders;
  }

  /** Never rejects: what cannot be kept is looked for by its words later. */
  async keep({ sha256, text }: StoredText): Promise<void> {
    const { keeping } = this.#surroundings;
    if (!keeping || this.#kept.has(sha256)) return;
    this.#kept.add(sha256);
    try {
      const name = nameOf(sha256);
      if (!(await keeping.read(name))) await keeping.write(name, new TextEncoder().encode(text));
    } catch {
      this.#kept.delete(sha256);
    }
  }

  /** The text of a document whose bytes have a hash; undefined where nobody has it. Never rejects. */
  async find(sha256: string, uri: string): Promise<string | undefined> {
    if (sha256 === '') return undefined;
    const kept = await this.#surroundings.keeping?.read(nameOf(sha256)).catch(() => undefined);
    if (kept) return new TextDecoder('utf-8', { ignoreBOM: true }).decode(kept);
    const key = `${uri}\n${sha256}`;
    if (this.#missing.has(key)) return undefined;
    const found = await this.#inHistory(sha256, uri).catch(() => undefined);
    if (!found) this.#missing.add(key);
    else await this.keep(found);
    return found?.text;
  }

  async #inHistory(sha256: string, uri: string): Promise<StoredText | undefined> {
    for await (const bytes of this.#surroundings.history?.versions(uri) ?? []) {
      for (const version of [bytes, withCarriageReturns(bytes)]) {
        if (version && contentHash(version) === sha256) return textOf(uri, version).stored;
      }
    }
    return undefined;
  }

  /** When all folders have been read: removes what nobody needs any more, and the oldest where there is too much. Never rejects. */
  async tidy(): Promise<void> {
    const { keeping, now } = this.#surroundings;
    if (!keeping) return;
    const files = this.#folders.all().flatMap(({ annotations }) => annotations.all());
    const named = new Set(files.flatMap(hashesIn));
    const isNamed = ({ name }: KeptItem) => named.has(name.slice(FOLDER.length + 1));
    try {
      const items = [...(await keeping.list(FOLDER))].sort(
        (a, b) => Number(isNamed(b)) - Number(isNamed(a)) || b.modified - a.modified,
      );
      let size = 0;
      for (const item of items) {
        size += item.size;
        const isOld = now().getTime() - item.modified > UNNAMED;
        if (size > MAX_SIZE || (isOld && !isNamed(item))) await keeping.remove(item.name);
      }
    } catch {
      // It is tried again at the next start.
    }
    this.#kept.clear();
  }
}

/** Of the texts that a file's targets count in. */
function hashesIn({ sha256, annotations }: AnnotationFile): readonly string[] {
  return annotations.map(({ target }) => hashOfTarget(target, sha256));
}

function nameOf(sha256: string): string {
  return `${FOLDER}/${sha256}`;
}

const [LINE_FEED, CARRIAGE_RETURN] = [10, 13];

/** As a version control system on Windows checks a text out; undefined for one that has carriage returns, or one line. */
function withCarriageReturns(bytes: Uint8Array): Uint8Array | undefined {
  const lines = bytes.reduce((count, byte) => (byte === LINE_FEED ? count + 1 : count), 0);
  if (lines === 0 || bytes.includes(CARRIAGE_RETURN)) return undefined;
  const converted = new Uint8Array(bytes.length + lines);
  let at = 0;
  for (const byte of bytes) {
    if (byte === LINE_FEED) converted[at++] = CARRIAGE_RETURN;
    converted[at++] = byte;
  }
  return converted;
}
