/** How much the words at a place say that it is a target's. */
import type { Candidate, Searched } from './candidates.js';
import type { Located } from './located.js';
import type { Sought, SoughtWord } from './sought.js';
import { countOf } from './wordIndex.js';
import { wordAfter, wordAt } from './words.js';

/** Words of a sentence depend on each other: each says half of what it would by itself. */
const DEPENDENCE = 0.5;

/** What a word too few costs, in natural logarithms. */
const LOST_WORD = 0.8;
const LOST_CONTEXT = 0.45;

/** Of a long quotation a share of the words is edited by itself: it costs no more than this. */
const MOST_LOST = 7;

export function evidenceOf(searched: Searched, sought: Sought, { span, likeness }: Located): Candidate {
  const { index } = searched;
  const before = contextAround(searched, sought.prefix, wordAt(index.words, span.start), -1);
  const after = contextAround(searched, sought.suffix, wordAfter(index.words, span.end), 1);
  const words = sought.prefix.length + sought.suffix.length;
  const found = before.found + after.found;
  const said = information(searched, sought.words) * Math.max(0, 2 * likeness - 1);
  const lost = Math.min(MOST_LOST, (1 - likeness) * sought.words.length * LOST_WORD);
  const around = before.said + after.said - (words - found) * LOST_CONTEXT;
  return {
    span,
    likeness,
    context: words === 0 ? 1 : found / words,
    adjacent: words === 0 ? 1 : (before.adjacent + after.adjacent) / words,
    evidence: said - lost + around,
  };
}

function information(searched: Searched, words: readonly SoughtWord[]): number {
  return words.reduce((sum, { id }) => sum + wordInformation(searched, id), 0);
}

/** A word that the text does not have says nothing; it is among what is lost. */
function wordInformation({ index }: Searched, id: number): number {
  if (id < 0) return 0;
  return DEPENDENCE * Math.log(index.words.count / Math.max(1, countOf(index.singles, id)));
}

/** Words of the text beside a place in which those of the context are looked for. */
const REACH = 4;

interface Beside {
  /** Words of a context that are there, and how many of them without a gap. */
  readonly found: number;
  readonly adjacent: number;
  /** What they say, in natural logarithms. */
  readonly said: number;
}

/** Words of a context that stand on its side of a place, in their order. */
function contextAround(searched: Searched, context: readonly SoughtWord[], edge: number, side: 1 | -1): Beside {
  const { ids, count } = searched.index.words;
  const outward = side === 1 ? context : [...context].reverse();
  let found = 0;
  let adjacent = 0;
  let steps = 0;
  let said = 0;
  let at = side === 1 ? edge : edge - 1;
  for (const { id } of outward) {
    for (let step = 0; step < REACH; step++) {
      const place = at + side * step;
      if (id < 0 || place < 0 || place >= count || ids[place] !== id) continue;
      if (step === 0 && adjacent === steps) adjacent++;
      found++;
      said += wordInformation(searched, id);
      at = place;
      break;
    }
    at += side;
    steps++;
  }
  return { found, adjacent, said };
}
