/** Words as patterns compare them. */
import { BoundedCache } from './boundedCache.js';

const SIGNS = /[‘’‚‛ʼ´`“”„‐‑‒–\u00ad]/;

/** NFC, straight quotes and hyphens, no soft hyphens; capitals stay. */
export function foldSigns(word: string): string {
  const composed = word.normalize('NFC');
  if (!SIGNS.test(composed)) return composed;
  return composed
    .replace(/[‘’‚‛ʼ´`]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/[‐‑‒–]/g, '-')
    .replace(/\u00ad/g, '');
}

const known = new BoundedCache<string>();

/**
 * `foldSigns`, in lower case. Gives the same string object for the same word: texts repeat their words, and looking up words
 * that lie all over the memory costs more than everything else in finding patterns.
 */
export function fold(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  const folded = foldSigns(word).toLowerCase();
  const shared = known.get(folded) ?? folded;
  known.set(folded, shared);
  known.set(word, shared);
  return shared;
}
