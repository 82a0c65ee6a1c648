/** Parses blocks and finds codes in them, each once: what was read is kept by its text, for all documents together. */
import type { CompiledCodebooks } from '../core/codebook/compile.js';
import type { Suggestion } from '../core/detection/suggestion.js';
import type { Language, ParsedBlock, PolicyText } from '../core/text/policyText.js';
import type { BlockToParse } from '../core/text/segments.js';
import type { Surroundings } from './ports.js';

/** UTF-16 units of blocks that are kept. The parse of a block takes some 20 times its text. */
const KEPT = 2_000_000;

/** Milliseconds that a slice of preparing codebooks takes at most. */
const SLICE = 8;

type Library = typeof import('./textWork.js');

export class BlockReading {
  readonly #kept: number;
  #library: Library | undefined;
  readonly #parsed = new Map<string, ParsedBlock>();
  #size = 0;
  #codebooks: CompiledCodebooks | undefined;
  #suggestions = new WeakMap<ParsedBlock, readonly Suggestion[]>();

  /** `kept`: UTF-16 units of blocks that are kept; 0 where no block is read twice. */
  constructor(kept = KEPT) {
    this.#kept = kept;
  }

  /** Loads the parsers, which are too heavy to be loaded before there is a text to read. */
  async load(): Promise<void> {
    if (this.#library) return;
    this.#library = await import('./textWork.js');
  }

  /** Gets codebooks ready for a language, unless they are, in slices: compiling takes longer than one. */
  async prepare(
    codebooks: CompiledCodebooks,
    language: Language,
    { pause, elapsed }: Pick<Surroundings, 'pause' | 'elapsed'>,
  ): Promise<void> {
    // Once more where what was fetched turns out to be of no use.
    for (let time = 0; time < 2 && !codebooks.isReady(language); time++) {
      await codebooks.load(language);
      let begin = elapsed();
      for (const _ of codebooks.prepare(language)) {
        if (elapsed() - begin < SLICE) continue;
        await pause();
        begin = elapsed();
      }
    }
  }

  get isLoaded(): boolean {
    return this.#library !== undefined;
  }

  /** What `load` loads, for what else is asked of texts; undefined before it is done. */
  get library(): Library | undefined {
    return this.#library;
  }

  /** The language of a document; `fallback` where it does not tell, and before `load` is done. */
  languageOf(text: PolicyText, fallback: Language): Language {
    return this.#library?.documentLanguage(text, fallback) ?? fallback;
  }

  /** Undefined before `load` is done. */
  parse(block: BlockToParse): ParsedBlock | undefined {
    const mends = block.mends ? JSON.stringify(block.mends) : '';
    const key = `${block.format}/${block.kind}/${block.fallback}/${mends}/${block.raw}`;
    const known = this.#parsed.get(key);
    const parsed = known ?? this.#library?.parseBlock(block);
    if (!parsed) return undefined;
    // Put last, so that the first are those that were not asked for the longest.
    if (known) this.#parsed.delete(key);
    else this.#size += key.length;
    this.#parsed.set(key, parsed);
    this.#shrink();
    return parsed;
  }

  #shrink(): void {
    for (const key of this.#parsed.keys()) {
      if (this.#size <= this.#kept) return;
      this.#parsed.delete(key);
      this.#size -= key.length;
    }
  }

  /** Offsets count from the block's start. `raw`: the block's text, as it was parsed. */
  detect(codebooks: CompiledCodebooks, parsed: ParsedBlock, raw: string): readonly Suggestion[] {
    if (codebooks !== this.#codebooks) {
      this.#codebooks = codebooks;
      this.#suggestions = new WeakMap();
    }
    const known = this.#suggestions.get(parsed);
    if (known) return known;
    const found = this.#library?.detectBlock(codebooks, parsed, raw) ?? [];
    this.#suggestions.set(parsed, found);
    return found;
  }
}
