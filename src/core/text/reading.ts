/**
 * A block as a reader sees it, with the way back: what PDF extraction and typesetting did to it is undone, and what is not
 * prose (marks, link targets, code) is blanked. Every unit of the reading knows the stretch of the original it stands for.
 */
import { countUpTo } from './ascending.js';
import { markdownReplacements } from './markdownReading.js';
import { plainReading } from './plainReading.js';
import type { BlockKind, Format } from './policyText.js';
import type { Replacement } from './replacement.js';

export interface Reading {
  readonly text: string;
  /** Where the unit at `offset` of the reading stands in the original; the original's length at the reading's end. */
  toOriginal(offset: number): number;
  /** Where, in the original, a stretch ends that ends at `offset` of the reading: after what its last unit stands for. */
  toOriginalEnd(offset: number): number;
}

/** What is known of a block besides its text. */
export interface BlockNature {
  readonly kind: BlockKind;
  readonly format: Format;
  /** See `Block`; absent where the block is read without its document. */
  readonly mends?: readonly Replacement[] | undefined;
}

/** `raw` is the text of one block. Offsets of the reading and the original are UTF-16, from the block's start. */
export function readBlock(raw: string, { kind, format, mends = [] }: BlockNature): Reading {
  const marks = format === 'markdown' ? markdownReplacements(raw) : [];
  const { replacements, isSpaced } = plainReading(raw, { kind, isWhole: marks.length === 0 });
  const spaced = isSpaced ? raw.replace(PLAIN_SPACE, ' ') : raw;
  return applyReplacements(raw, spaced, merge(mends, merge(marks, replacements)));
}

/** What is read as a space; see `isPlainSpace`. */
const PLAIN_SPACE = /[\r\n\f\t\u00a0]/g;

/** The first ones prevail: what is blanked needs no mending. Both lists are in order and free of overlap. */
function merge(marks: readonly Replacement[], others: readonly Replacement[]): readonly Replacement[] {
  if (marks.length === 0) return others;
  if (others.length === 0) return marks;
  const merged: Replacement[] = [];
  let index = 0;
  for (const mark of marks) {
    for (let next = others[index]; next && next.start < mark.end; next = others[++index]) {
      if (next.end <= mark.start) merged.push(next);
    }
    merged.push(mark);
  }
  merged.push(...others.slice(index));
  return merged;
}

/** `spaced`: as `raw`, unit for unit, with spaces for other white space where that is no matter of replacements. */
function applyReplacements(raw: string, spaced: string, replacements: readonly Replacement[]): Reading {
  if (replacements.length === 0) return sameLength(spaced);
  const kept = replacements.filter((one) => one.text !== raw.slice(one.start, one.end));
  const text = replaceAll(spaced, kept);
  return kept.every((one) => one.text.length === one.end - one.start) ? sameLength(text) : new MovedReading(text, kept);
}

function replaceAll(spaced: string, replacements: readonly Replacement[]): string {
  let text = '';
  let at = 0;
  for (const one of replacements) {
    text += spaced.slice(at, one.start) + one.text;
    at = one.end;
  }
  return text + spaced.slice(at);
}

function sameLength(text: string): Reading {
  return { text, toOriginal: (offset) => offset, toOriginalEnd: (offset) => offset };
}

/** A reading that is not as long as its original: offsets are found from the last replacement before them. */
class MovedReading implements Reading {
  readonly text: string;
  readonly #replacements: readonly Replacement[];
  /** For each replacement, where it starts in the reading. */
  readonly #starts: readonly number[];

  constructor(text: string, replacements: readonly Replacement[]) {
    this.text = text;
    this.#replacements = replacements;
    let shift = 0;
    this.#starts = replacements.map((one) => {
      const start = one.start + shift;
      shift += one.text.length - (one.end - one.start);
      return start;
    });
  }

  toOriginal(offset: number): number {
    const index = this.#lastStart(offset);
    const one = this.#replacements[index];
    const start = this.#starts[index];
    if (!one || start === undefined) return offset;
    const within = offset - start;
    if (within >= one.text.length) return one.end + within - one.text.length;
    return one.text.length === one.end - one.start ? one.start + within : one.start;
  }

  toOriginalEnd(offset: number): number {
    if (offset === 0) return 0;
    const index = this.#lastStart(offset - 1);
    const one = this.#replacements[index];
    const start = this.#starts[index];
    if (!one || start === undefined) return offset;
    const within = offset - start;
    if (within > one.text.length) return one.end + within - one.text.length;
    return one.text.length === one.end - one.start ? one.start + within : one.end;
  }

  /** The last replacement that starts at or before `offset` of the reading; of several there, the last. */
  #lastStart(offset: number): number {
    return countUpTo(this.#starts, offset) - 1;
  }
}
