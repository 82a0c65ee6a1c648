/** Words, sentences and blocks of a text, found in the plainest way; and chance by seed. */
import type { Span } from '../../src/core/text/span.js';

/** Numbers from 0 up to 1 (mulberry32, by T. Ettinger; public domain): the same for the same seed. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function chance(random: () => number, share: number): boolean {
  return random() < share;
}

export function pickOf<Item>(items: readonly Item[], random: () => number): Item | undefined {
  return items[Math.floor(random() * items.length)];
}

function spansOf(text: string, pattern: RegExp): readonly Span[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: match }) => ({ start: index, end: index + match.length }));
}

export function wordsOf(text: string): readonly Span[] {
  return spansOf(text, /[\p{L}\p{M}\p{N}]+/gu);
}

/** Between blank lines; where a text has few of those, lines. */
export function blocksOf(text: string): readonly Span[] {
  const blocks = spansOf(text, /[^\s][\s\S]*?(?=\s*(?:\r?\n[ \t]*){2,}|\s*$(?![\s\S]))/g);
  return blocks.length * 3000 > text.length ? blocks : spansOf(text, /[^\r\n]*[^\s][^\r\n]*/g);
}

/** Sentences inside a block; the last one may lack its full stop. */
export function sentencesOf(text: string, block: Span): readonly Span[] {
  return spansOf(text.slice(block.start, block.end), /[^\s][\s\S]*?(?:[.!?](?=\s)|$(?![\s\S]))/g).map(
    ({ start, end }) => ({
      start: block.start + start,
      end: block.start + end,
    }),
  );
}
