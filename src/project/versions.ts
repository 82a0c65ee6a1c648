/**
 * Earlier versions of annotation files, kept for the user outside the workspace: one of every pause in the work, and one before
 * every bulk action. Keeping one never stands in the way of what a person does: where the storage refuses, there is none.
 */
import { readAnnotationFile } from '../core/annotation/annotationFile.js';
import { contentHash } from '../core/text/contentHash.js';
import { codeCounts } from './annotationStore.js';
import type { Folders } from './folders.js';
import type { Keeping, Surroundings } from './ports.js';
import type { DocumentRef } from './state.js';
import { spaced, type Version } from './versionSpacing.js';

/** Milliseconds without a write after which the file as it stood is worth a version. */
const PAUSE = 5 * 60_000;

/** Milliseconds after which it is, however steadily somebody works. */
const LONGEST = 60 * 60_000;

const FOLDER = 'versions';

/** Of the list of a file's versions. */
const SCHEMA = 'policy-lens/versions@1';

/** When a file was last written and last kept here, in milliseconds since 1970. */
interface Times {
  readonly written: number;
  readonly kept: number;
}

export class Versions {
  readonly #surroundings: Pick<Surroundings, 'files' | 'keeping' | 'now' | 'newId'>;
  readonly #folders: Pick<Folders, 'get'>;
  readonly #times = new Map<string, Times>();

  constructor(surroundings: Pick<Surroundings, 'files' | 'keeping' | 'now' | 'newId'>, folders: Pick<Folders, 'get'>) {
    this.#surroundings = surroundings;
    this.#folders = folders;
  }

  /** URI of a coder's annotation file of a document; undefined for a document that is in no folder. */
  fileOf({ folder, path }: DocumentRef, coder: string): string | undefined {
    const store = folder === undefined ? undefined : this.#folders.get(folder)?.annotations;
    return store?.uriOf({ coder, document: path });
  }

  /** Whether versions are kept here at all. */
  get areKept(): boolean {
    return this.#surroundings.keeping !== undefined;
  }

  /** To be called before an annotation file (a URI) is written: keeps it as it is, if that is the first time after a pause. */
  async beforeWrite(uri: string): Promise<void> {
    const now = this.#surroundings.now().getTime();
    const times = this.#times.get(uri);
    const isWorthIt = !times || now - times.written >= PAUSE || now - times.kept >= LONGEST;
    this.#times.set(uri, { written: now, kept: isWorthIt ? now : times.kept });
    if (isWorthIt) await this.#keep(uri);
  }

  /** Keeps an annotation file as it is before all of it is changed at once. `label`: what is about to be done. */
  async beforeBulk(uri: string, label: string): Promise<void> {
    const now = this.#surroundings.now().getTime();
    this.#times.set(uri, { written: now, kept: now });
    await this.#keep(uri, label);
  }

  /** To be called when another program has put something else in the place of a file: keeps what was last seen in it. */
  async afterReplacing(uri: string, text: string): Promise<void> {
    const { keeping, now } = this.#surroundings;
    if (!keeping) return;
    // Of files that nobody writes here, as those of colleagues are, there is nothing to go back to.
    if (!this.#times.has(uri) && (await listed(keeping, uri)).length === 0) return;
    const bytes = new TextEncoder().encode(text);
    await this.#keepBytes(keeping, uri, { bytes, label: undefined, at: now() }).catch(ignored);
  }

  async #keep(uri: string, label?: string): Promise<void> {
    const { files, keeping, now } = this.#surroundings;
    if (!keeping) return;
    const keep = async () => {
      const bytes = await files.read(uri);
      if (bytes) await this.#keepBytes(keeping, uri, { bytes, label, at: now() });
    };
    await keep().catch(ignored);
  }

  async #keepBytes(
    keeping: Keeping,
    uri: string,
    { bytes, label, at }: { readonly bytes: Uint8Array; readonly label: string | undefined; readonly at: Date },
  ): Promise<void> {
    const known = await listed(keeping, uri);
    const [newest] = known;
    const isKnown = newest?.sha256 === contentHash(bytes);
    if (isKnown && (label === undefined || newest.before !== undefined)) return;
    const named = label === undefined ? {} : { before: label };
    const version = isKnown ? { ...newest, ...named } : { ...this.#describe(bytes, at), ...named };
    if (!isKnown) await keeping.write(nameOf(uri, version), bytes);
    const all = [version, ...(isKnown ? known.slice(1) : known)];
    await this.#putList(keeping, uri, { all, at });
  }

  /** An annotation file lies elsewhere now: what is known of it goes along, and stays known where it was, for the way back. */
  async follow(from: string, to: string): Promise<void> {
    const { keeping, now } = this.#surroundings;
    if (!keeping || from === to) return;
    const follow = async () => {
      const theirs = (await listed(keeping, from)).map((version) => ({
        ...version,
        from: version.from ?? keyOf(from),
      }));
      const all = [...(await listed(keeping, to)), ...theirs].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
      const each = all.filter(({ id }, index) => all.findIndex((other) => other.id === id) === index);
      if (theirs.length > 0) await this.#putList(keeping, to, { all: each, at: now() });
    };
    await follow().catch(ignored);
  }

  /** `all`: newest first. */
  async #putList(
    keeping: Keeping,
    uri: string,
    { all, at }: { readonly all: readonly Version[]; readonly at: Date },
  ): Promise<void> {
    const kept = spaced(all, at);
    await keeping.write(nameOf(uri), new TextEncoder().encode(JSON.stringify({ schema: SCHEMA, uri, versions: kept })));
    // What came along from elsewhere is still known there.
    const gone = all.filter((version) => !kept.includes(version) && version.from === undefined);
    for (const version of gone) await keeping.remove(nameOf(uri, version));
  }

  #describe(bytes: Uint8Array, at: Date): Version {
    const text = new TextDecoder().decode(bytes);
    const annotations = readAnnotationFile(text).file?.annotations;
    return {
      id: this.#surroundings.newId(),
      at: at.toISOString(),
      sha256: contentHash(bytes),
      length: text.length,
      annotations: annotations?.length,
      codes: codeCounts(annotations ?? []).size,
    };
  }

  /** Of an annotation file, newest first. */
  async of(uri: string): Promise<readonly Version[]> {
    const { keeping } = this.#surroundings;
    return keeping ? listed(keeping, uri) : [];
  }

  /** The file as it stood then; undefined where it is not kept any more. */
  async textOf(uri: string, version: Version): Promise<string | undefined> {
    const bytes = await this.#surroundings.keeping?.read(nameOf(uri, version));
    const isWhole = bytes && contentHash(bytes) === version.sha256;
    return isWhole ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) : undefined;
  }
}

/** Nothing is lost by it: what is done next can be undone, and says so where it cannot be written. */
function ignored(): void {}

/** All in one folder: making one takes a while. */
function nameOf(uri: string, version?: Version): string {
  const key = version?.from ?? keyOf(uri);
  return `${FOLDER}/${version ? `${key}-${version.id}` : key}`;
}

function keyOf(uri: string): string {
  return contentHash(new TextEncoder().encode(uri)).slice(0, 32);
}

const KEY = /^[0-9a-f]{32}$/;

/** What was written by another version of this tool, or not whole, is as none. */
async function listed(keeping: Keeping, uri: string): Promise<readonly Version[]> {
  const bytes = await keeping.read(nameOf(uri));
  if (!bytes) return [];
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    const isOurs = typeof value === 'object' && value !== null && 'schema' in value && value.schema === SCHEMA;
    return isOurs && 'versions' in value && Array.isArray(value.versions) ? value.versions.filter(isVersion) : [];
  } catch {
    return [];
  }
}

/** It becomes part of a name. */
const ULID = /^[0-9A-HJKMNP-TV-Z]{26}$/;

function isVersion(value: unknown): value is Version {
  if (typeof value !== 'object' || value === null) return false;
  const fields = value as Readonly<Record<keyof Version, unknown>>;
  return (
    typeof fields.id === 'string' &&
    ULID.test(fields.id) &&
    typeof fields.at === 'string' &&
    !Number.isNaN(Date.parse(fields.at)) &&
    typeof fields.sha256 === 'string' &&
    typeof fields.length === 'number' &&
    typeof fields.codes === 'number' &&
    (fields.annotations === undefined || typeof fields.annotations === 'number') &&
    (fields.from === undefined || (typeof fields.from === 'string' && KEY.test(fields.from))) &&
    (fields.before === undefined || typeof fields.before === 'string')
  );
}
