import { type Document, parseDocument } from 'yaml';

/** A YAML file with its structure, which is worked out once: the largest codebooks take a fifth of a second. */
export class YamlText {
  readonly source: string;
  #document: Document.Parsed | undefined;

  constructor(source: string) {
    this.source = source;
  }

  /** Every node with its place in `source`; lists with their tokens. Not to be changed. */
  get document(): Document.Parsed {
    this.#document ??= parseDocument(this.source, { keepSourceTokens: true, uniqueKeys: false });
    return this.#document;
  }
}
