/** Words as patterns compare them. */

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

/** Distinct words that are remembered: more than any one document has. */
const MAX_WORDS = 1 << 16;

/** Room for their units; words are shorter on average. */
const MAX_UNITS = 16 * MAX_WORDS;

/** How many places in a row are tried for a word. Few, so that words that crowd one place cannot make it slow. */
const TRIES = 8;

/** Longer ones are not words but addresses, numbers and noise. UTF-16 units. */
const LONGEST_KEPT = 64;

/** Of the polynomial that spreads words over the places (FNV). */
const BASE = 0x01000193;

/**
 * A place holds four numbers: a word's hash, its index in `folded` (0 where there is no word), and where in `units` it stands and
 * how long it is. Numbers side by side, for what costs time here is fetching from all over the memory.
 */
const FIELDS = 4;
const LENGTH = 2 * MAX_WORDS * FIELDS;
let places = new Int32Array(0);

/** Words as texts write them, one after the other, as far as `used`. */
let units = new Uint16Array(0);
let used = 0;

/** What each of them is folded to. */
const folded: string[] = [];

/** `foldSigns`, in lower case. Gives the same string object for the same word, as `foldStretch` does. */
export function fold(word: string): string {
  return foldStretch(word, 0, word.length);
}

/**
 * The word between two offsets of a text, folded. Gives the same string object for the same word (nearly always): texts repeat
 * their words, and looking up words that lie all over the memory costs more than everything else in finding patterns. A known
 * word is found without cutting it out of its text.
 */
export function foldStretch(text: string, start: number, end: number): string {
  if (end - start > LONGEST_KEPT) return foldAnew(text.slice(start, end));
  if (folded.length === 0 || folded.length > MAX_WORDS || used > MAX_UNITS) clear();
  return lookUp(text, start, end);
}

function lookUp(text: string, start: number, end: number): string {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), BASE);
  let place = Math.imul(hash ^ (hash >>> 15), FIELDS) & (LENGTH - 1);
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const index = places[place + 1] ?? 0;
    if (index === 0) return keep(place, hash, text.slice(start, end));
    if (places[place] === hash && standsAt(text, start, end, place)) return folded[index] ?? '';
    place = (place + FIELDS) & (LENGTH - 1);
  }
  return foldAnew(text.slice(start, end));
}

/** Whether the word at `place` is that of the text. */
function standsAt(text: string, start: number, end: number, place: number): boolean {
  if (places[place + 3] !== end - start) return false;
  let unit = places[place + 2] ?? 0;
  for (let at = start; at < end; at++) if (units[unit++] !== text.charCodeAt(at)) return false;
  return true;
}

/** Forgets all words: simpler than knowing which are still used, and made good in milliseconds. */
function clear(): void {
  places = new Int32Array(LENGTH);
  // Room for a last word, and for what it is folded to.
  units = new Uint16Array(MAX_UNITS + 4 * LONGEST_KEPT);
  used = 0;
  folded.length = 0;
  folded.push('');
}

function keep(place: number, hash: number, word: string): string {
  const index = folded.length;
  places.set([hash, index, used, word.length], place);
  for (let at = 0; at < word.length; at++) units[used++] = word.charCodeAt(at);
  // A piece of a long text keeps the whole of it in memory; joined to something it becomes a copy.
  const own = ` ${word}`.slice(1);
  folded.push(own);
  const form = foldAnew(own);
  if (form !== own) folded[index] = sharedForm(form);
  return folded[index] ?? form;
}

/** The string object that the other words have which are folded to this. */
function sharedForm(form: string): string {
  const known = form.length > LONGEST_KEPT ? form : lookUp(form, 0, form.length);
  return known === form ? known : form;
}

function foldAnew(word: string): string {
  return foldSigns(word).toLowerCase();
}
