/**
 * An open text as it is read: split at once, parsed and searched block by block in slices, so that the editor never waits.
 * After an edit only the blocks that it touched are read again.
 */
import type { CompiledCodebooks } from '../core/codebook/compile.js';
import { placeSuggestion } from '../core/detection/place.js';
import type { Suggestion } from '../core/detection/suggestion.js';
import type { Identified } from '../core/detection/suggestionId.js';
import { editPolicyText, readPolicyText } from '../core/text/edit.js';
import { documentLanguage } from '../core/text/language.js';
import type { Block, Format, Language, ParsedBlock, PolicyText } from '../core/text/policyText.js';
import type { TextEdit } from '../core/text/span.js';
import type { BlockReading } from './blockReading.js';
import type { Surroundings } from './ports.js';

/** Milliseconds that a slice of reading takes at most: less than a frame of the editor. */
const SLICE = 12;

/** UTF-16 units that are read again at once after an edit: a few long paragraphs, some milliseconds. */
const AT_ONCE = 10_000;

/** Most policy texts that come here are Dutch; one that does not tell its language is read as that. */
const DEFAULT_LANGUAGE: Language = 'nl';

export interface ReadingTools {
  readonly surroundings: Pick<Surroundings, 'pause' | 'elapsed'>;
  readonly reading: BlockReading;
  /** The codebooks in force; undefined as long as they are being loaded. */
  codebooks(): CompiledCodebooks | undefined;
}

interface ReadBlock {
  readonly parsed: ParsedBlock;
  suggestions: readonly Suggestion[];
  /** Those that `suggestions` were found with. */
  codebooks: CompiledCodebooks | undefined;
  /** `suggestions` with offsets in the document, for a block that starts at `start`. */
  placed: { readonly start: number; readonly suggestions: readonly Suggestion[] } | undefined;
}

type OnSlice = (found: readonly Identified[]) => void;

export class OpenDocument {
  readonly #tools: ReadingTools;
  #text: PolicyText;
  #blocks: (ReadBlock | undefined)[];
  /** Of the document, for blocks that are too short to tell theirs; told when the first block is read. */
  #language: Language | undefined;
  /** Index of the first block that may not have been read. */
  #next = 0;
  #isClosed = false;
  #reading: Promise<void> | undefined;

  constructor(text: string, format: Format, tools: ReadingTools) {
    this.#tools = tools;
    this.#text = readPolicyText(text, format);
    this.#blocks = this.#text.blocks.map(() => undefined);
  }

  get text(): PolicyText {
    return this.#text;
  }

  /** One for each block, as far as it has been read. */
  parsed(): readonly (ParsedBlock | undefined)[] {
    return this.#blocks.map((block) => block?.parsed);
  }

  /** Whether blocks wait for their first reading. */
  isReading(): boolean {
    return this.#blocks.some((block) => block?.codebooks === undefined);
  }

  /** In document order, with offsets in the document. */
  suggestions(): readonly Suggestion[] {
    return this.#blocks.flatMap((block, index) => {
      const start = this.#text.blocks[index]?.start;
      return block && start !== undefined ? placedIn(block, start) : [];
    });
  }

  /**
   * The text after `edits` (which all count in the text before). What they touched is read at once when it is little;
   * gives whether more is left for `read`.
   */
  edit(edits: readonly TextEdit[], newText: string): boolean {
    const { text, reused } = editPolicyText(this.#text, edits, newText);
    const before = this.#blocks;
    this.#text = text;
    this.#blocks = reused.map((index) => before[index]);
    this.#next = 0;
    const touched = this.#text.blocks.filter((_, index) => (reused[index] ?? -1) < 0);
    const length = touched.reduce((sum, block) => sum + block.end - block.start, 0);
    if (length > AT_ONCE || !this.#tools.reading.isLoaded) return true;
    reused.forEach((index, at) => {
      if (index < 0) this.#readBlock(at);
    });
    return this.isReading();
  }

  /** Codes are to be found again, for the codebooks have changed; what was found before stays until `read` is there. */
  codebooksChanged(): void {
    this.#next = 0;
  }

  /**
   * Reads what has not been read, in slices; `onSlice` after each, with what was found in it. Ends early when the document is
   * closed.
   */
  read(onSlice: OnSlice = () => {}): Promise<void> {
    this.#reading ??= this.#readInSlices(onSlice).finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #readInSlices(onSlice: OnSlice): Promise<void> {
    const { surroundings, reading } = this.#tools;
    await reading.load();
    await this.#prepareCodebooks();
    while (!this.#isClosed) {
      const begin = surroundings.elapsed();
      const first = this.#next;
      while (this.#next < this.#blocks.length && surroundings.elapsed() - begin < SLICE) this.#readBlock(this.#next++);
      onSlice(this.#foundIn(first, this.#next));
      if (this.#next >= this.#blocks.length) return;
      await surroundings.pause();
    }
  }

  /** Compiles the codebooks for the document's language, unless they are: in slices too, for it takes longer than one. */
  async #prepareCodebooks(): Promise<void> {
    const { surroundings } = this.#tools;
    let begin = surroundings.elapsed();
    for (const _ of this.#tools.codebooks()?.prepare(this.#documentLanguage()) ?? []) {
      if (surroundings.elapsed() - begin < SLICE) continue;
      await surroundings.pause();
      begin = surroundings.elapsed();
    }
  }

  /** The suggestions of some blocks, by their words. */
  #foundIn(first: number, end: number): readonly Identified[] {
    return this.#blocks.slice(first, end).flatMap((block, index) => {
      const from = this.#text.blocks[first + index]?.start ?? 0;
      return (block?.suggestions ?? []).map(({ codePath, codebook, start, end: last }) => {
        return { codePath, codebook, quote: this.#text.text.slice(from + start, from + last) };
      });
    });
  }

  close(): void {
    this.#isClosed = true;
  }

  #readBlock(index: number): void {
    const block = this.#text.blocks[index];
    const codebooks = this.#tools.codebooks();
    const known = this.#blocks[index];
    if (!block || (known && known.codebooks === codebooks)) return;
    const raw = this.#text.text.slice(block.start, block.end);
    const parsed = known?.parsed ?? this.#parse(block, raw);
    if (!parsed) return;
    const suggestions = codebooks ? this.#tools.reading.detect(codebooks, parsed, raw) : [];
    this.#blocks[index] = { parsed, suggestions, codebooks, placed: undefined };
  }

  #parse({ kind }: Block, raw: string): ParsedBlock | undefined {
    return this.#tools.reading.parse({ raw, kind, format: this.#text.format, fallback: this.#documentLanguage() });
  }

  #documentLanguage(): Language {
    this.#language ??= documentLanguage(this.#text, DEFAULT_LANGUAGE);
    return this.#language;
  }
}

/** Kept as long as the block stays where it is, which most do while someone types. */
function placedIn(block: ReadBlock, start: number): readonly Suggestion[] {
  if (block.placed?.start !== start) {
    const suggestions = block.suggestions.map((suggestion) => placeSuggestion(suggestion, start));
    block.placed = { start, suggestions };
  }
  return block.placed.suggestions;
}
