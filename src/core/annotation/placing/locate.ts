/** The stretch of today's text that is most like a quotation, near where its words were found. */
import search from 'approx-string-match';
import { classAt, isInWord } from '../../text/characters.js';
import type { Span } from '../../text/span.js';
import type { Group, Searched } from './candidates.js';
import { layAlong } from './layAlong.js';
import type { Located } from './located.js';
import type { Sought } from './sought.js';

/** UTF-16 units from which on a quotation is compared word by word and not letter by letter. */
const LONG = 200;

/** The share of a quotation's units that may be others. */
const MOST_ERRORS = 0.45;

/** Words around the voted beginnings. */
const SLACK = 3;

/** Word for word, if need be at several places close to each other; else where most of it is. */
export function locate(searched: Searched, sought: Sought, { from, to }: Group): readonly Located[] {
  const { plain, index } = searched;
  const { words } = index;
  const { quote, length } = sought;
  if (quote === '' || words.count === 0) return [];
  const reach = to + length + SLACK + Math.ceil(length / 6);
  const first = Math.max(0, Math.min(words.count - 1, from - SLACK));
  const last = Math.max(0, Math.min(words.count - 1, reach));
  const start = Math.max(0, (words.starts[first] ?? 0) - 2);
  const window = plain.text.slice(start, Math.min(plain.text.length, (words.ends[last] ?? 0) + 3));
  const expected = (words.starts[Math.max(0, Math.min(words.count - 1, (from + to) >> 1))] ?? 0) - start;
  const exact = exactly(window, quote, expected);
  if (exact.length > 0) {
    return exact.map((at) => ({ span: { start: start + at, end: start + at + quote.length }, likeness: 1 }));
  }
  const found = quote.length > LONG ? layAlong(searched, sought, from, reach) : nearly(window, quote, expected);
  if (!found || quote.length > LONG) return found ? [found] : [];
  const span = { start: start + found.span.start, end: start + found.span.end };
  return [{ span: snapped(plain.text, span, quote), likeness: found.likeness }];
}

/** Word-for-word places in one window, at most. */
const MOST_EXACT = 4;

/** Offsets in the window, those nearest to the expected one. */
function exactly(window: string, quote: string, expected: number): readonly number[] {
  const found: number[] = [];
  for (let at = window.indexOf(quote); at >= 0 && found.length < MOST_LOOKED; at = window.indexOf(quote, at + 1)) {
    found.push(at);
  }
  return found.sort((a, b) => Math.abs(a - expected) - Math.abs(b - expected)).slice(0, MOST_EXACT);
}

const MOST_LOOKED = 50;

function nearly(window: string, quote: string, expected: number): Located | undefined {
  const matches = search(window, quote, Math.floor(quote.length * MOST_ERRORS));
  const best = matches.reduce<(typeof matches)[number] | undefined>((a, b) => {
    if (!a || b.errors < a.errors) return b;
    return b.errors === a.errors && Math.abs(b.start - expected) < Math.abs(a.start - expected) ? b : a;
  }, undefined);
  return best && { span: { start: best.start, end: best.end }, likeness: 1 - best.errors / quote.length };
}

/** Units by which the best match may begin or end inside of a word that the quotation has as a whole. */
const MOST_SNAP = 12;

function snapped(text: string, { start, end }: Span, quote: string): Span {
  let first = start;
  let last = end;
  if (isInWord(classAt(quote, 0)) && isInside(text, first)) {
    const left = wordEdge(text, first, -1);
    const right = wordEdge(text, first, 1);
    first = first - left <= right - first && first - left <= MOST_SNAP ? left : nextWord(text, right, end);
  }
  if (isInWord(classAt(quote, quote.length - 1)) && isInside(text, last)) {
    const left = wordEdge(text, last, -1);
    const right = wordEdge(text, last, 1);
    last = right - last <= last - left && right - last <= MOST_SNAP ? right : previousWord(text, left, first);
  }
  while (first < last - 1 && text[first] === ' ') first++;
  while (last > first + 1 && text[last - 1] === ' ') last--;
  return first < last ? { start: first, end: last } : { start, end };
}

function isInside(text: string, at: number): boolean {
  return at > 0 && at < text.length && isInWord(classAt(text, at - 1)) && isInWord(classAt(text, at));
}

function wordEdge(text: string, at: number, step: 1 | -1): number {
  let edge = at;
  for (let units = 0; units < 2 * MOST_SNAP && isInside(text, edge); units++) edge += step;
  return edge;
}

function nextWord(text: string, at: number, end: number): number {
  let next = at;
  while (next < end - 1 && !isInWord(classAt(text, next))) next++;
  return next;
}

function previousWord(text: string, at: number, start: number): number {
  let previous = at;
  while (previous > start + 1 && !isInWord(classAt(text, previous - 1))) previous--;
  return previous;
}
