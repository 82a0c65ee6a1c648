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

/** Places for words, a power of two: more than any one document has distinct ones. */
const PLACES = 1 << 16;

/** How many places in a row are tried for a word. Few, so that words that crowd one place cannot make it slow. */
const TRIES = 4;

/** Longer ones are not words but addresses, numbers and noise. UTF-16 units. */
const LONGEST_KEPT = 64;

/** Of the polynomial that spreads words over the places (FNV). */
const BASE = 0x01000193;

/** Words as texts write them, by place, and what each is folded to. Empty places hold an empty word. */
const written: string[] = [];
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
  if (written.length === 0) clear();
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), BASE);
  const home = (hash ^ (hash >>> 15)) & (PLACES - 1);
  let place = home;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    place = (home + attempt) & (PLACES - 1);
    const known = written[place] ?? '';
    if (known.length === end - start && text.startsWith(known, start)) return folded[place] ?? '';
    if (known === '') break;
  }
  return keep(place, text.slice(start, end));
}

function clear(): void {
  for (let place = 0; place < PLACES; place++) {
    written.push('');
    folded.push('');
  }
}

function keep(place: number, word: string): string {
  const form = foldAnew(word);
  // A piece of a long text keeps the whole of it in memory; joined to something it becomes a copy.
  const own = ` ${word}`.slice(1);
  const known = form === own ? own : foldStretch(form, 0, form.length);
  const shared = known === form ? known : form;
  written[place] = own;
  folded[place] = shared;
  return shared;
}

function foldAnew(word: string): string {
  return foldSigns(word).toLowerCase();
}
