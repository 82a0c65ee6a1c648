/**
 * From when on decisions count for learning, in one workspace folder: `.policy-lens/learning.json`, `policy-lens/learning@1`
 * (media/schemas/learning-1.schema.json). What is learned follows from the
 * annotations alone; this is all that is kept of it, beside them, so that whoever shares or exports the folder learns the same.
 */
import { message } from '../core/message.js';
import { atomicWrite } from './atomicWrite.js';
import type { Surroundings } from './ports.js';
import { reasonOf } from './reason.js';
import type { FileProblem } from './state.js';

const PATH = ['.policy-lens', 'learning.json'] as const;

const SCHEMA = 'policy-lens/learning@1';

/** What was learned until then is written in the codebook, from this version of it on. */
export interface Adoption {
  /** Id of the codebook. */
  readonly codebook: string;
  readonly version: number;
  /** ISO 8601, UTC. */
  readonly at: string;
}

export interface Beginnings {
  /** ISO 8601, UTC: decisions until then are forgotten; undefined: none are. */
  readonly since: string | undefined;
  readonly adopted: readonly Adoption[];
}

const ALWAYS: Beginnings = { since: undefined, adopted: [] };

type Needs = Pick<Surroundings, 'files' | 'newId'>;

export class LearningFile {
  readonly #surroundings: Needs;
  readonly #uri: string;
  #read = ALWAYS;
  #problem: FileProblem | undefined;

  constructor(surroundings: Needs, folder: string) {
    this.#surroundings = surroundings;
    this.#uri = surroundings.files.join(folder, ...PATH);
  }

  owns(uri: string): boolean {
    return uri === this.#uri;
  }

  get beginnings(): Beginnings {
    return this.#read;
  }

  /** Reads the file anew. One that cannot be read is as none, and among the problems. */
  async load(): Promise<void> {
    this.#read = ALWAYS;
    this.#problem = undefined;
    try {
      const bytes = await this.#surroundings.files.read(this.#uri);
      if (bytes) this.#read = beginningsIn(JSON.parse(new TextDecoder().decode(bytes)));
    } catch (error) {
      const path = PATH.join('/');
      this.#problem = { uri: this.#uri, path, messages: [message('document.unreadable', [path, reasonOf(error)])] };
    }
  }

  problems(): readonly FileProblem[] {
    return this.#problem ? [this.#problem] : [];
  }

  /** Rejects where the file system refuses; then all is as it was. */
  async change(change: Partial<Beginnings>): Promise<void> {
    const { files, newId } = this.#surroundings;
    const { since, adopted } = { ...this.#read, ...change };
    const isNothing = since === undefined && adopted.length === 0;
    const text = `${JSON.stringify({ schema: SCHEMA, since, adopted }, undefined, 2)}\n`;
    if (isNothing) await files.remove(this.#uri);
    else await atomicWrite(files, this.#uri, new TextEncoder().encode(text), newId());
    this.#read = { since, adopted };
    this.#problem = undefined;
  }
}

/** Throws for what is not written as it should be. */
function beginningsIn(value: unknown): Beginnings {
  const { schema, since, adopted } = fieldsOf(value);
  if (schema !== SCHEMA) throw new Error(`"schema" must be "${SCHEMA}"`);
  if (adopted !== undefined && !Array.isArray(adopted)) throw new Error('"adopted" must be a list');
  return {
    since: since === undefined ? undefined : timeOf(since, 'since'),
    adopted: (adopted ?? []).map(adoptionIn),
  };
}

function adoptionIn(value: unknown): Adoption {
  const { codebook, version, at } = fieldsOf(value);
  if (typeof codebook !== 'string' || typeof version !== 'number') {
    throw new Error('"adopted" must name a "codebook" and its "version"');
  }
  return { codebook, version, at: timeOf(at, 'at') };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('expected an object');
  return { ...value };
}

function timeOf(value: unknown, name: string): string {
  if (typeof value === 'string' && !Number.isNaN(Date.parse(value))) return value;
  throw new Error(`"${name}" must be a time (ISO 8601)`);
}
