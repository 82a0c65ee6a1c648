/** The variables of the documents of one folder: from `documents.csv`, and from the front matter of Markdown. */
import type { ReadVariables } from '../core/analysis/variables.js';
import type { Variables } from '../core/exchange/exportDocument.js';
import { message } from '../core/message.js';
import type { Files } from './ports.js';
import { reasonOf } from './reason.js';
import type { FileProblem } from './state.js';

const PATH = ['.policy-lens', 'documents.csv'] as const;

const NONE: ReadVariables = { byPath: new Map(), messages: [] };

export class DocumentVariables {
  readonly #files: Files;
  readonly #uri: string;
  #read = NONE;

  constructor(files: Files, folder: string) {
    this.#files = files;
    this.#uri = files.join(folder, ...PATH);
  }

  owns(uri: string): boolean {
    return uri === this.#uri;
  }

  /** Reads the table anew. */
  async load(): Promise<void> {
    try {
      const bytes = await this.#files.read(this.#uri);
      this.#read = bytes ? await readTable(bytes) : NONE;
    } catch (error) {
      this.#read = { ...NONE, messages: [message('document.unreadable', [PATH.join('/'), reasonOf(error)])] };
    }
  }

  of(document: string): Variables {
    return this.#read.byPath.get(document) ?? {};
  }

  problems(): readonly FileProblem[] {
    const { messages } = this.#read;
    return messages.length > 0 ? [{ uri: this.#uri, path: PATH.join('/'), messages }] : [];
  }
}

async function readTable(bytes: Uint8Array): Promise<ReadVariables> {
  const { readVariables } = await import('../core/handwritten.js');
  return readVariables(new TextDecoder().decode(bytes));
}

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** UTF-16 units. Front matter is a few lines; a rule across the page that is never closed is none. */
const MAX_FRONT_MATTER = 20_000;

/** The block of YAML that a Markdown text begins with; undefined where there is none. */
export function frontMatterOf(text: string): string | undefined {
  return text.startsWith('---') ? FRONT_MATTER.exec(text.slice(0, MAX_FRONT_MATTER))?.[1] : undefined;
}

/** Its values as variables, lists joined; what is nested or is not YAML is left out. */
export async function readFrontMatter(yaml: string): Promise<Variables> {
  const { parseYaml } = await import('../core/handwritten.js');
  let value: unknown;
  try {
    value = parseYaml(yaml, { maxAliasCount: 10, logLevel: 'silent' });
  } catch {
    return {};
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]): [string, string][] => {
      const values = (Array.isArray(each) ? each : [each]).filter(isScalar).map(String);
      return values.length > 0 ? [[name, values.join('; ')]] : [];
    }),
  );
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
