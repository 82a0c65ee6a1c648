/** Which language a text is in, by its small words. */
import { foldStretch } from './fold.js';
import { FUNCTION_WORDS } from './functionWords.js';
import type { Language, PolicyText } from './policyText.js';
import { readBlock } from './reading.js';
import { placesOfWords } from './words.js';

/** Words in which a language must show itself; the rest of a long block would say the same. */
const SAMPLE_WORDS = 120;

/** Fewer words than this say too little: the block takes the language of its document. */
const ENOUGH_WORDS = 6;

/** Share of small words below which a block is a list of names, a table or another language altogether. */
const LEAST_SHARE = 0.12;

/** Blocks of prose that tell the language of a document. */
const SAMPLE_BLOCKS = 60;

type Known = keyof typeof FUNCTION_WORDS;
const KNOWN: readonly Known[] = ['nl', 'en', 'de', 'fr', 'es', 'it', 'pl', 'tr'];

/** For each small word, by index in `KNOWN`, the languages that have it. */
const LANGUAGES_OF: ReadonlyMap<string, readonly number[]> = languagesByWord();

function languagesByWord(): Map<string, readonly number[]> {
  const map = new Map<string, number[]>();
  for (const [index, language] of KNOWN.entries()) {
    for (const word of new Set(FUNCTION_WORDS[language].split(' '))) map.set(word, [...(map.get(word) ?? []), index]);
  }
  return map;
}

/**
 * The language of a block. `words` are folded; `fallback` is the language of the document, which short blocks and blocks
 * without clear signs take over. A block mostly in another script than Latin is in another language, however short.
 */
export function detectLanguage(words: readonly string[], fallback: Language): Language {
  const { votes, size, foreign } = countVotes(words);
  if (foreign * 2 > size) return 'other';
  if (size < ENOUGH_WORDS) return fallback;
  const best = indexOfMost(votes, -1);
  const most = votes[best] ?? 0;
  if (most < Math.max(2, size * LEAST_SHARE)) return fallback;
  // Languages of one family share words: a narrow lead over the document's own language is no lead.
  if (most < (votes[indexOfMost(votes, best)] ?? 0) * 1.3 && fallback !== 'other') return fallback;
  const language = KNOWN[best];
  return language === 'nl' || language === 'en' ? language : 'other';
}

/** Index of the highest vote but for that at `except`; of equal ones the first. */
function indexOfMost(votes: Float64Array, except: number): number {
  let most = except === 0 ? 1 : 0;
  for (let index = most + 1; index < votes.length; index++) {
    if (index !== except && (votes[index] ?? 0) > (votes[most] ?? 0)) most = index;
  }
  return most;
}

interface Count {
  /** By index in `KNOWN`. */
  readonly votes: Float64Array;
  /** How many words were looked at, numbers left aside. */
  readonly size: number;
  /** How many of them are not in Latin letters. */
  readonly foreign: number;
}

function countVotes(words: readonly string[]): Count {
  const votes = new Float64Array(KNOWN.length);
  let size = 0;
  let foreign = 0;
  for (let index = 0; index < words.length && size < SAMPLE_WORDS; index++) {
    const word = words[index] ?? '';
    const first = word.charCodeAt(0);
    if (isDigit(first)) continue;
    size++;
    if (isForeign(first)) foreign++;
    const languages = LANGUAGES_OF.get(word);
    if (!languages) continue;
    for (let at = 0; at < languages.length; at++) {
      const language = languages[at] ?? 0;
      votes[language] = (votes[language] ?? 0) + 1 / languages.length;
    }
  }
  return { votes, size, foreign };
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Letters from Greek on: Latin ones with marks lie before it, rare ones (Vietnamese) in a block of their own. */
function isForeign(code: number): boolean {
  return code >= 0x370 && !(code >= 0x1e00 && code < 0x2100);
}

/** The words of a text, folded, as far as `detectLanguage` needs them. */
export function sampleWords(text: string): string[] {
  const { starts, ends } = placesOfWords(text);
  return starts.slice(0, SAMPLE_WORDS).map((start, index) => foldStretch(text, start, ends[index] ?? start));
}

/** The language of a document, by its first blocks of prose; `fallback` where they do not tell. */
export function documentLanguage(text: PolicyText, fallback: Language): Language {
  const votes = new Map<Language, number>();
  let seen = 0;
  for (const block of text.blocks) {
    if (block.kind === 'code' || block.kind === 'furniture' || block.end - block.start < 60) continue;
    const raw = text.text.slice(block.start, Math.min(block.end, block.start + 1_000));
    const words = sampleWords(readBlock(raw, { kind: block.kind, format: text.format }).text);
    const language = detectLanguage(words, 'other');
    votes.set(language, (votes.get(language) ?? 0) + words.length);
    if (++seen === SAMPLE_BLOCKS) break;
  }
  const best = [...votes].sort((a, b) => b[1] - a[1])[0];
  return best?.[0] ?? fallback;
}
