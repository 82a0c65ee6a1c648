/** The codebooks in force: those that come with the tool and those of the workspace folders. */
import type { Code, Codebook } from '../core/codebook/codebook.js';
import { allCodes } from '../core/codebook/codebook.js';
import { type CompiledCodebooks, codebooksToCompile, type PackedIndexes } from '../core/codebook/compiledCodebooks.js';
import { enabledCodes as codesToFind } from '../core/codebook/enabledCodes.js';
import type { Overlay } from '../core/detection/scoring.js';
import { type Message, message } from '../core/message.js';
import type { Files } from './ports.js';
import type { ProjectSettings } from './projectSettings.js';
import { reasonOf } from './reason.js';
import type { FileProblem } from './state.js';

const FOLDER = ['.policy-lens', 'codebooks'] as const;

interface CodebookFile {
  readonly uri: string;
  readonly path: string;
  readonly codebook?: Codebook;
  readonly messages: readonly Message[];
}

interface InForce {
  readonly codebooks: readonly Codebook[];
  /** By id of the codebook that is in it. */
  readonly files: ReadonlyMap<string, CodebookFile>;
  readonly problems: readonly FileProblem[];
}

export class CodebookStore {
  readonly #files: Files;
  readonly #loadBuiltIn: () => Promise<readonly Codebook[]>;
  readonly #packed: PackedIndexes | undefined;
  #builtIn: readonly Codebook[] = [];
  #builtInProblem: FileProblem | undefined;
  /** By folder, by URI. */
  readonly #folders = new Map<string, Map<string, CodebookFile>>();
  #inForce: InForce | undefined;
  #codes: ReadonlyMap<string, Code> | undefined;
  #compiled: CompiledCodebooks | undefined;
  /** The same as `#compiled`, scored as the settings say. */
  #scored: CompiledCodebooks | undefined;

  /** `packed`: the indexes of the built-in codebooks, where they were compiled beforehand. */
  constructor(files: Files, loadBuiltIn: () => Promise<readonly Codebook[]>, packed?: PackedIndexes) {
    this.#files = files;
    this.#loadBuiltIn = loadBuiltIn;
    this.#packed = packed;
  }

  async loadBuiltIn(): Promise<void> {
    try {
      this.#builtIn = await this.#loadBuiltIn();
    } catch (error) {
      const messages = [message('document.unreadable', ['codebooks', reasonOf(error)])];
      this.#builtInProblem = { uri: '', path: 'codebooks', messages };
    }
    this.#forget();
  }

  async addFolder(folder: string): Promise<void> {
    const codebooks = new Map<string, CodebookFile>();
    this.#folders.set(folder, codebooks);
    const root = this.#files.join(folder, ...FOLDER);
    try {
      const uris = (await this.#files.list(root)).filter((uri) => this.owns(folder, uri));
      for (const uri of uris) await this.#read(folder, uri);
    } catch (error) {
      const path = FOLDER.join('/');
      codebooks.set(root, { uri: root, path, messages: [message('document.unreadable', [path, reasonOf(error)])] });
    }
    this.#forget();
  }

  removeFolder(folder: string): void {
    this.#folders.delete(folder);
    this.#forget();
  }

  /** Whether `uri` is, or would be, a codebook of the folder. */
  owns(folder: string, uri: string): boolean {
    const path = this.#files.relative(this.#files.join(folder, ...FOLDER), uri);
    return path !== undefined && /^[^/]+\.ya?ml$/i.test(path);
  }

  /** The codebook files of a folder, as last read. */
  uris(folder: string): readonly string[] {
    return [...(this.#folders.get(folder)?.keys() ?? [])];
  }

  /** Reads one file again. */
  async reload(folder: string, uri: string): Promise<void> {
    if (!this.owns(folder, uri)) return;
    await this.#read(folder, uri);
    this.#forget();
  }

  /**
   * Built-in ones first. A codebook of a workspace with the id of a built-in one takes its place; of two in workspaces with one id
   * the first counts.
   */
  codebooks(): readonly Codebook[] {
    return this.#current().codebooks;
  }

  /** The file that a codebook is in, with its path below the folder; undefined for a built-in one. */
  fileOf(id: string): Pick<CodebookFile, 'uri' | 'path'> | undefined {
    return this.#current().files.get(id);
  }

  problems(): readonly FileProblem[] {
    return this.#current().problems;
  }

  code(path: string): Code | undefined {
    this.#codes ??= new Map(
      this.codebooks().flatMap((codebook) => [...allCodes(codebook.codes)].map((code) => [code.path, code] as const)),
    );
    return this.#codes.get(path);
  }

  /**
   * The same object until a codebook, one of the settings or what was learned changes (`codesChanged`, `scoringChanged`).
   * `overlay`: what was learned.
   */
  compiled(
    settings: Pick<ProjectSettings, 'enabledCodes' | 'sensitivity'>,
    overlay: Overlay | undefined,
  ): CompiledCodebooks {
    const { enabledCodes, sensitivity } = settings;
    this.#scored ??= this.asWritten(enabledCodes).scored({ sensitivity, ...(overlay ? { overlay } : {}) });
    return this.#scored;
  }

  /** As the codebooks say, whatever the settings and what was learned. */
  asWritten(enabledCodes: ProjectSettings['enabledCodes']): CompiledCodebooks {
    this.#compiled ??= this.#compile(enabledCodes);
    return this.#compiled;
  }

  /** Whether the codebooks in force are the built-in ones and no others. */
  get areBuiltIn(): boolean {
    return this.#current().files.size === 0;
  }

  #compile(enabledCodes: ProjectSettings['enabledCodes']): CompiledCodebooks {
    if (this.#areUnswitched(enabledCodes)) {
      return codebooksToCompile(this.codebooks(), { packed: this.areBuiltIn ? this.#packed : undefined });
    }
    const switched = this.codebooks().map((codebook) => ({
      ...codebook,
      codes: codebook.codes.map((code) => switchedOff(code, enabledCodes)),
    }));
    const enabled = new Set([...enabledCodes].flatMap(([path, isOn]) => (isOn ? [path] : [])));
    return codebooksToCompile(switched, { enabled });
  }

  /** Whether every setting says what the codebooks say themselves. */
  #areUnswitched(settings: ProjectSettings['enabledCodes']): boolean {
    const on = new Set(
      this.codebooks().flatMap((codebook) => [...codesToFind(codebook, new Set())].map(({ code }) => code.path)),
    );
    return [...settings].every(([path, isOn]) => (isOn ? on.has(path) : this.code(path)?.enabledByDefault !== true));
  }

  /** Codes were switched on or off: what is looked for has to be compiled again. */
  codesChanged(): void {
    this.#compiled = this.#scored = undefined;
  }

  /** What is looked for stays as it is compiled; it only counts otherwise. */
  scoringChanged(): void {
    this.#scored = undefined;
  }

  #forget(): void {
    this.#inForce = this.#codes = this.#compiled = this.#scored = undefined;
  }

  async #read(folder: string, uri: string): Promise<void> {
    const codebooks = this.#folders.get(folder);
    if (!codebooks) return;
    const path = this.#files.relative(folder, uri) ?? uri;
    try {
      const bytes = await this.#files.read(uri);
      if (!bytes) codebooks.delete(uri);
      else codebooks.set(uri, { uri, path, ...(await parse(bytes, path)) });
    } catch (error) {
      codebooks.set(uri, { uri, path, messages: [message('document.unreadable', [path, reasonOf(error)])] });
    }
  }

  #current(): InForce {
    this.#inForce ??= this.#settle();
    return this.#inForce;
  }

  #settle(): InForce {
    const byId = new Map(this.#builtIn.map((codebook) => [codebook.id, codebook]));
    const files = new Map<string, CodebookFile>();
    const problems: FileProblem[] = this.#builtInProblem ? [this.#builtInProblem] : [];
    const ours = [...this.#folders.values()].flatMap((codebooks) =>
      [...codebooks.values()].sort((a, b) => (a.uri < b.uri ? -1 : 1)),
    );
    for (const file of ours) {
      const { uri, path, codebook, messages } = file;
      const other = codebook && files.get(codebook.id);
      const taken = codebook && other ? [message('codebook.duplicateCodebook', [codebook.id, other.path])] : [];
      if (codebook && !other) {
        byId.set(codebook.id, codebook);
        files.set(codebook.id, file);
      }
      if (messages.length + taken.length > 0) problems.push({ uri, path, messages: [...messages, ...taken] });
    }
    return { codebooks: [...byId.values()], files, problems };
  }
}

/** YAML is loaded only where there is a codebook to read. */
async function parse(bytes: Uint8Array, path: string): Promise<Pick<CodebookFile, 'codebook' | 'messages'>> {
  const { parseCodebook } = await import('../core/handwritten.js');
  return parseCodebook(new TextDecoder().decode(bytes), path);
}

function switchedOff(code: Code, enabledCodes: ReadonlyMap<string, boolean>): Code {
  const codes = code.codes.map((child) => switchedOff(child, enabledCodes));
  return enabledCodes.get(code.path) === false ? { ...code, codes, enabledByDefault: false } : { ...code, codes };
}
