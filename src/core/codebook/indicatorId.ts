import type { Indicator } from './codebook.js';

/** FNV-1a's own offset basis, and another one: two halves of 32 bits each, since JavaScript multiplies no more at once. */
const BASES = [0x811c9dc5, 0x1b873593];
const PRIME = 0x01000193;

/**
 * A short name for what an indicator looks for: the same whatever it weighs, however its file is laid out and whatever else the
 * codebook holds. Not for secrets: a fast hash (FNV-1a; Fowler, Noll and Vo), since every start of the editor makes thousands.
 */
export function indicatorId(codePath: string, language: 'nl' | 'en', indicator: Indicator): string {
  const { weight: _, fitted: __, source: ___, ...meaning } = indicator;
  const text = `${codePath} ${language} ${JSON.stringify(Object.entries(meaning).sort(byKey))}`;
  return BASES.map((basis) => hash(text, basis).toString(16).padStart(8, '0')).join('');
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function hash(text: string, basis: number): number {
  let value = basis;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), PRIME);
  return value >>> 0;
}
