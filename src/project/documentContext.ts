/** What documents need of the project that they belong to. */
import type { EarlierTexts } from './earlierTexts.js';
import type { Folders } from './folders.js';
import type { ReadingTools } from './openDocument.js';
import type { Surroundings } from './ports.js';
import type { ProjectSettings } from './projectSettings.js';
import type { TaskQueue } from './taskQueue.js';

export interface DocumentContext {
  readonly surroundings: Surroundings;
  /** What `whenIdle` waits for. */
  readonly tasks: TaskQueue;
  readonly tools: ReadingTools;
  readonly folders: Folders;
  readonly earlierTexts: EarlierTexts;
  settings(): ProjectSettings;
  /** To be told of documents whose state is new; of an edit that only pushed codings along by `pushed`. */
  changed(uri: string): void;
  pushed(uri: string): void;
  /** What is new is for a person who waits. */
  publish(): void;
}
