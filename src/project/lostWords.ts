/** Words that were deleted with an annotation on them, and how they are known when they come back. */
import type { TextChange } from '../core/annotation/editTrail.js';
import { targetOf } from '../core/annotation/target.js';
import { ownCopy } from '../core/text/ownCopy.js';
import type { Span, TextEdit } from '../core/text/span.js';
import type { LivePlace, Lost } from './livePlace.js';

interface Block {
  readonly words: string;
  /** Its offset in the text that it was deleted from. */
  readonly start: number;
}

/** Many places share one deletion. */
const blocks = new WeakMap<TextEdit, Block>();

/** What is lost with a place whose words a change has deleted. */
export function lostIn({ text, edits }: TextChange, { state }: LivePlace, span: Span): Lost {
  const edit = edits.find(({ start, end }) => start <= span.start && span.end <= end);
  const block = edit && blockOf(text, edit);
  const isInside = block && block.start <= span.start && span.end <= block.start + block.words.length;
  const { words, start } = isInside ? block : { words: ownCopy(text.slice(span.start, span.end)), start: span.start };
  const target = targetOf(text, span);
  const { quote, prefix, suffix } = target;
  // A part of a text holds on to the whole.
  const own = { quote: ownCopy(quote), prefix: ownCopy(prefix), suffix: ownCopy(suffix) };
  return { block: words, target: { ...own, start: target.start - start, end: target.end - start }, state };
}

function blockOf(text: string, edit: TextEdit): Block {
  const known = blocks.get(edit);
  if (known) return known;
  const words = text.slice(edit.start, edit.end);
  const begun = words.trimStart();
  const block = { words: ownCopy(begun.trimEnd()), start: edit.start + words.length - begun.length };
  blocks.set(edit, block);
  return block;
}

/** What a change has put into a text, and where it stands in the text after. */
export interface Insertion extends Span {
  readonly text: string;
}

export function insertionsOf({ edits }: TextChange): readonly Insertion[] {
  let drift = 0;
  return [...edits]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map(({ start, end, text }) => {
      const at = start + drift;
      drift += text.length - (end - start);
      return { start: at, end: at + text.length, text };
    })
    .filter(({ text }) => text !== '');
}

/** Finds what was deleted together in what was inserted, each block once. */
export class ComingBack {
  readonly #insertions: readonly Insertion[];
  readonly #found = new Map<string, number | undefined>();
  readonly #longest: number;

  constructor(change: TextChange) {
    this.#insertions = insertionsOf(change);
    this.#longest = Math.max(0, ...this.#insertions.map(({ text }) => text.length));
  }

  /** Where the words stand now, when all that was deleted with them has come back in one place. */
  placeOf({ block, target }: Lost): Span | undefined {
    if (block.length > this.#longest) return undefined;
    if (!this.#found.has(block)) this.#found.set(block, this.#startOf(block));
    const at = this.#found.get(block);
    return at === undefined ? undefined : { start: at + target.start, end: at + target.end };
  }

  #startOf(block: string): number | undefined {
    const starts = this.#insertions.flatMap(({ start, text }) => {
      const at = text.indexOf(block);
      if (at < 0) return [];
      return text.includes(block, at + 1) ? [start + at, start + at] : [start + at];
    });
    return starts.length === 1 ? starts[0] : undefined;
  }

  /** The insertion in which the words may be, some of what was around them left out or other than it was. */
  mayHold({ block, target }: Lost, longEnough: number): Insertion | undefined {
    if (target.quote.length > this.#longest) return undefined;
    const isLong = block.length >= longEnough;
    return this.#insertions.find(({ text }) => (isLong && text.length >= longEnough) || text.includes(target.quote));
  }
}
