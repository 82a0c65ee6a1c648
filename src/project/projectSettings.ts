/** What the user chose, as far as the project needs to know. */
export interface ProjectSettings {
  /** Who decides; empty as long as nobody has said. */
  readonly coder: string;
  /** 0..1: suggestions below it are not shown. */
  readonly minScore: number;
  /** UTF-16 units of a document that are analysed; the rest is left alone, with a message. */
  readonly maxLength: number;
  /** Codes switched on or off by path, each with its sub-codes; all others are as their codebook says. */
  readonly enabledCodes: ReadonlyMap<string, boolean>;
}
