/**
 * An open text as it is read: split at once, parsed and searched block by block in slices, so that the editor never waits.
 * After an edit only the blocks that it touched are read again.
 */
import { isOnlyPushed, type Stretch } from '../core/analysis/pushed.js';
import type { ReadBlock } from '../core/analysis/suggestedCodings.js';
import { prepareShift } from '../core/annotation/shift.js';
import type { CompiledCodebooks } from '../core/codebook/compile.js';
import { placeSuggestion } from '../core/detection/place.js';
import type { Suggestion } from '../core/detection/suggestion.js';
import { editPolicyText, readPolicyText, readPolicyTextInSteps } from '../core/text/edit.js';
import { ownCopy } from '../core/text/ownCopy.js';
import type { Block, Format, Language, ParsedBlock, PolicyText } from '../core/text/policyText.js';
import type { Span, TextEdit } from '../core/text/span.js';
import { indexesOf, isSameBlock, without } from './blockIndexes.js';
import type { BlockReading } from './blockReading.js';
import { inSlices } from './inSlices.js';
import type { Surroundings } from './ports.js';

/** Milliseconds that a slice of reading takes at most: less than a frame of the editor. */
const SLICE = 12;

/** UTF-16 units that are read again at once after an edit: a few long paragraphs, some milliseconds. */
const AT_ONCE = 10_000;

/** UTF-16 units of a text that is split at once when it is opened, in some milliseconds; a longer one is split in slices too. */
const SPLIT_AT_ONCE = 100_000;

/** Most policy texts that come here are Dutch; one that does not tell its language is read as that. */
const DEFAULT_LANGUAGE: Language = 'nl';

export interface ReadingTools {
  readonly surroundings: Pick<Surroundings, 'pause' | 'elapsed'>;
  readonly reading: BlockReading;
  /** The codebooks in force; undefined as long as they are being loaded. */
  codebooks(): CompiledCodebooks | undefined;
}

interface OpenBlock extends ReadBlock {
  /** Those that its suggestions were found with. */
  readonly codebooks: CompiledCodebooks | undefined;
}

/** What follows from an edit. */
export interface Edited {
  /** Whether more is left for `read`. */
  readonly isReadOn: boolean;
  /** Whether suggestions are others than before, or on other words, or elsewhere than the edit pushed them. */
  readonly isRecoded: boolean;
}

/** Hears of reading as it goes on. */
export interface ReadingListener {
  /** Within a slice, for work that is best done along with it. */
  blockRead?(block: Block, read: ReadBlock): void;
  sliceRead?(): void;
}

export class OpenDocument {
  readonly #tools: ReadingTools;
  #text: PolicyText;
  #blocks: (OpenBlock | undefined)[];
  /** Of the document, for blocks that are too short to tell theirs; told when the first block is read. */
  #language: Language | undefined;
  /** Index of the first block that may not have been read. */
  #next = 0;
  /** What is wanted before all else, and the indexes of its blocks once they are known. */
  #wanted: readonly Span[] = [];
  #first: number[] = [];
  /** Whether the blocks are still to be told, or to be told anew. */
  #isToSplit: boolean;
  /** Called when they are told for the first time, or the document is closed. */
  #onSplit: (() => void)[] = [];
  /** Whether there was an edit since they were told. */
  #isEdited = false;
  #isClosed = false;
  #reading: Promise<void> | undefined;

  constructor(text: string, format: Format, tools: ReadingTools) {
    this.#tools = tools;
    this.#isToSplit = text.length > SPLIT_AT_ONCE;
    this.#text = this.#isToSplit ? { text, format, blocks: [] } : readPolicyText(text, format);
    this.#blocks = this.#text.blocks.map(() => undefined);
  }

  /** Without blocks as long as a long text is being split. */
  get text(): PolicyText {
    return this.#text;
  }

  /** One for each block, as far as it has been read. */
  parsed(): readonly (ParsedBlock | undefined)[] {
    return this.#blocks.map((block) => block?.parsed);
  }

  /** Whether blocks wait for their first reading. */
  isReading(): boolean {
    return this.#isToSplit || this.#blocks.some((block) => block?.codebooks === undefined);
  }

  /** One for each block, as far as it has been read; as it is at this moment. */
  blocks(): readonly (ReadBlock | undefined)[] {
    return [...this.#blocks];
  }

  /** In document order, with offsets in the document. */
  suggestions(): readonly Suggestion[] {
    return this.#blocks.flatMap((block, index) => {
      const start = this.#text.blocks[index]?.start ?? 0;
      return (block?.suggestions ?? []).map((suggestion) => placeSuggestion(suggestion, start));
    });
  }

  /** The text after `edits` (which all count in the text before). What they touched is read at once when it is little. */
  edit(edits: readonly TextEdit[], newText: string): Edited {
    if (this.#isToSplit && this.#blocks.length === 0) {
      this.#text = { ...this.#text, text: newText };
      return { isReadOn: true, isRecoded: true };
    }
    this.#isEdited = true;
    const before = { text: this.#text, blocks: this.#blocks };
    const { text, reused } = editPolicyText(this.#text, edits, newText);
    this.#text = text;
    this.#blocks = reused.map((index) => before.blocks[index]);
    this.#next = 0;
    // Their numbers are those of other blocks now; whoever shows the text tells again what is in sight.
    this.#first = [];
    this.#wanted = [];
    const touched = reused.flatMap((index, at) => (index < 0 ? [at] : []));
    const length = touched.reduce((sum, at) => sum + lengthOf(text.blocks[at]), 0);
    if (length > AT_ONCE || !this.#tools.reading.isLoaded) return { isReadOn: true, isRecoded: true };
    // What has to wait for its codebooks is left for `read`.
    for (const at of touched) if (!this.#languageToPrepare(at)) this.#readBlock(at);
    const isReadOn = this.isReading();
    const was = without(reused, before.blocks.length).map((at) => ({
      block: before.text.blocks[at],
      read: before.blocks[at],
    }));
    const is = touched.map((at) => ({ block: text.blocks[at], read: this.#blocks[at] }));
    return {
      isReadOn,
      isRecoded: isReadOn || !isOnlyPushed(was.flatMap(inPlace), is.flatMap(inPlace), prepareShift(edits)),
    };
  }

  /** Codes are to be found again, for the codebooks have changed; what was found before stays until `read` is there. */
  codebooksChanged(): void {
    this.#next = 0;
  }

  /** Reads what has not been read, in slices. Ends early when the document is closed. */
  read(listener: ReadingListener = {}): Promise<void> {
    this.#reading ??= this.#readInSlices(listener).finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #readInSlices(listener: ReadingListener): Promise<void> {
    const { surroundings, reading } = this.#tools;
    if (!reading.isLoaded) {
      await reading.load();
      await surroundings.pause();
    }
    if (this.#isToSplit) await this.#split();
    await this.#prepareCodebooks(this.#documentLanguage());
    while (!this.#isClosed) {
      let foreign: Language | undefined;
      const end = surroundings.elapsed() + SLICE;
      while (!foreign && !this.#isRead() && surroundings.elapsed() < end) foreign = this.#readNext(listener);
      if (foreign) await this.#prepareCodebooks(foreign);
      listener.sliceRead?.();
      if (this.#isRead() && !this.#isToSplit) return;
      await surroundings.pause();
      if (this.#isToSplit) await this.#split();
    }
  }

  /** Tells the blocks of the text, in slices; from the start when it is edited meanwhile. What was read of them is kept. */
  async #split(): Promise<void> {
    while (this.#isToSplit && !this.#isClosed) {
      const before = this.#text;
      const steps = readPolicyTextInSteps(before.text, before.format);
      const text = await inSlices(steps, this.#tools.surroundings, () => !this.#isClosed);
      if (!text || this.#text !== before) continue;
      const known = new Map(before.blocks.map((block, index) => [block.start, index]));
      this.#blocks = text.blocks.map((block) => {
        const index = known.get(block.start) ?? -1;
        const old = before.blocks[index];
        return old && isSameBlock(old, block) ? this.#blocks[index] : undefined;
      });
      this.#text = text;
      this.#next = 0;
      this.#first = indexesOf(this.#wanted, text.blocks);
      this.#isToSplit = this.#isEdited = false;
      // What comes next, telling the language, takes a slice's time itself.
      await this.#tools.surroundings.pause();
    }
    this.#splitDone();
  }

  /** Resolves when the blocks of the text are known, or the document is closed. */
  async whenSplit(): Promise<void> {
    if (!this.#isToSplit || this.#blocks.length > 0 || this.#isClosed) return;
    await new Promise<void>((resolve) => this.#onSplit.push(resolve));
  }

  #splitDone(): void {
    for (const done of this.#onSplit.splice(0)) done();
  }

  /** The blocks are told anew, as when the text is opened, where it was edited since; gives whether that is left for `read`. */
  settle(): boolean {
    this.#isToSplit ||= this.#isEdited;
    return this.#isToSplit;
  }

  #isRead(): boolean {
    return this.#first.length === 0 && this.#next >= this.#blocks.length;
  }

  /** Gives the language of a block that waits for its codebooks: a quotation in English, in a Dutch text. */
  #readNext({ blockRead }: ReadingListener): Language | undefined {
    const index = this.#first.shift() ?? this.#next++;
    const language = this.#languageToPrepare(index);
    if (language) this.#first.unshift(index);
    else if (this.#readBlock(index)) {
      const [block, read] = [this.#text.blocks[index], this.#blocks[index]];
      if (block && read) blockRead?.(block, read);
    }
    return language;
  }

  #languageToPrepare(index: number): Language | undefined {
    const [block, codebooks] = [this.#text.blocks[index], this.#tools.codebooks()];
    if (!block || !codebooks || (codebooks.isReady('nl') && codebooks.isReady('en'))) return undefined;
    const parsed =
      this.#blocks[index]?.parsed ?? this.#parse(block, ownCopy(this.#text.text.slice(block.start, block.end)));
    return parsed && !codebooks.isReady(parsed.language) ? parsed.language : undefined;
  }

  async #prepareCodebooks(language: Language): Promise<void> {
    const codebooks = this.#tools.codebooks();
    if (codebooks) await this.#tools.reading.prepare(codebooks, language, this.#tools.surroundings);
  }

  /** Reads what touches these stretches before the rest, where it has not been read yet. */
  readFirst(wanted: readonly Span[]): void {
    this.#wanted = wanted;
    this.#first = indexesOf(wanted, this.#text.blocks);
  }

  /** Whether all that was to be read first has been. */
  isReadThrough(): boolean {
    return !this.#isToSplit && this.#first.length === 0;
  }

  close(): void {
    this.#isClosed = true;
    this.#splitDone();
  }

  /** Gives whether there was something to read. */
  #readBlock(index: number): boolean {
    const block = this.#text.blocks[index];
    const codebooks = this.#tools.codebooks();
    const known = this.#blocks[index];
    if (!block || (known && known.codebooks === codebooks)) return false;
    const raw = ownCopy(this.#text.text.slice(block.start, block.end));
    const parsed = known?.parsed ?? this.#parse(block, raw);
    if (!parsed) return false;
    const suggestions = codebooks ? this.#tools.reading.detect(codebooks, parsed, raw) : [];
    this.#blocks[index] = { parsed, suggestions, codebooks };
    return true;
  }

  #parse({ kind, mends }: Block, raw: string): ParsedBlock | undefined {
    const { format } = this.#text;
    return this.#tools.reading.parse({ raw, kind, format, mends, fallback: this.#documentLanguage() });
  }

  #documentLanguage(): Language {
    this.#language ??= this.#tools.reading.languageOf(this.#text, DEFAULT_LANGUAGE);
    return this.#language;
  }
}

function lengthOf(block: Block | undefined): number {
  return block ? block.end - block.start : 0;
}

function inPlace({ block, read }: { block: Block | undefined; read: ReadBlock | undefined }): readonly Stretch[] {
  return block ? [{ block, read }] : [];
}
