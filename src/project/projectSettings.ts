import type { Sensitivity } from '../core/codebook/codebook.js';

/** What the user chose, as far as the project needs to know. */
export interface ProjectSettings {
  /** Who decides; empty as long as nobody has said. */
  readonly coder: string;
  /** How ready to suggest. */
  readonly sensitivity: Sensitivity;
  /** UTF-16 units of a document that are analysed; the rest is left alone, with a message. */
  readonly maxLength: number;
  /** Codes switched on or off by path, each with its sub-codes; all others are as their codebook says. */
  readonly enabledCodes: ReadonlyMap<string, boolean>;
  /** Whether decisions change what is suggested from then on. */
  readonly learns: boolean;
  /** Whether typing at the edge of an annotated passage makes it longer. */
  readonly growsAtEdges: boolean;
}

export function sameEntries(a: ReadonlyMap<string, boolean>, b: ReadonlyMap<string, boolean>): boolean {
  return a.size === b.size && [...a].every(([path, isOn]) => b.get(path) === isOn);
}
