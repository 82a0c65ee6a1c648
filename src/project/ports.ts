/** What a project needs from its surroundings. The editor, the command line and the tests each bring their own. */

/**
 * Files by URI string. Paths inside a URI are joined with `join`, never by hand. Every method rejects with an `Error` whose
 * message a person can read when the file system refuses.
 */
export interface Files {
  /** The bytes of a file, or undefined where there is none. */
  read(uri: string): Promise<Uint8Array | undefined>;
  /** Creates folders on the way. Written through to the disk where there is one. */
  write(uri: string, bytes: Uint8Array): Promise<void>;
  /**
   * Puts `from` in the place of `to`, which may exist. In one step where the file system can do that; else `to` may be gone
   * for a moment.
   */
  replace(from: string, to: string): Promise<void>;
  /**
   * Keeps out others who ask for the same file, until what it resolves to is called. Absent where the file system has no means
   * for that.
   */
  lock?(uri: string): Promise<() => Promise<void>>;
  remove(uri: string): Promise<void>;
  /** URIs of all files below a folder, sorted; empty where the folder does not exist. */
  list(folder: string): Promise<readonly string[]>;
  join(uri: string, ...segments: readonly string[]): string;
  /** The path of `uri` below `folder`, with `/`; undefined when it is not below it. */
  relative(folder: string, uri: string): string | undefined;
}

/** Something kept, by the name it was written under. */
export interface KeptItem {
  readonly name: string;
  /** Bytes as stored, which is less than was written. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

/**
 * What the tool keeps for itself outside the workspace: in the editor's own storage for this workspace, compressed. Nothing in it
 * is the only copy of anything: whoever asks must be able to do without. Names may have `/` in them; each part is as `safeSegment`
 * (safePath.ts) gives it, and does not end in `.gz`. Every method but `read` and `list` rejects where the file system refuses.
 */
export interface Keeping {
  /** Undefined where there is nothing by that name, or nothing that can still be read. */
  read(name: string): Promise<Uint8Array | undefined>;
  /** All or nothing. */
  write(name: string, bytes: Uint8Array): Promise<void>;
  /** Does nothing where there is nothing by that name. */
  remove(name: string): Promise<void>;
  /** What lies right in a folder (`texts`), by name; empty where there is none. */
  list(folder: string): Promise<readonly KeptItem[]>;
}

/** Versions of files that somebody else keeps, a version control system. */
export interface TextHistory {
  /** The bytes of earlier versions of a file, the newest first; not more than can be read in some seconds. */
  versions(uri: string): AsyncIterable<Uint8Array>;
}

export interface Surroundings {
  readonly files: Files;
  /** Absent on the command line, and where no folder is open. */
  readonly keeping?: Keeping | undefined;
  /** Absent where there is none that can be asked. */
  readonly history?: TextHistory | undefined;
  now(): Date;
  /** A new ULID. */
  newId(): string;
  /** Gives way to other work (a macrotask); long computations await it every few milliseconds. */
  pause(): Promise<void>;
  /** Milliseconds since some fixed point, for slicing work; monotonic. */
  elapsed(): number;
  /** Runs `task` once after `milliseconds`; returns what cancels it. */
  later(milliseconds: number, task: () => void): () => void;
}

export interface Disposable {
  dispose(): void;
}
