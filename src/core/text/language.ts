/** Which language a text is in, by its small words. */
import { FUNCTION_WORDS } from './functionWords.js';
import type { Language, PolicyText } from './policyText.js';
import { readBlock } from './reading.js';

/** Words in which a language must show itself; the rest of a long block would say the same. */
const SAMPLE_WORDS = 120;

/** Fewer words than this say too little: the block takes the language of its document. */
const ENOUGH_WORDS = 6;

/** Share of small words below which a block is a list of names, a table or another language altogether. */
const LEAST_SHARE = 0.12;

/** Blocks of prose that tell the language of a document. */
const SAMPLE_BLOCKS = 60;

type Known = keyof typeof FUNCTION_WORDS;
const KNOWN: readonly Known[] = ['nl', 'en', 'de', 'fr', 'es'];

const LANGUAGES_OF: ReadonlyMap<string, readonly Known[]> = languagesByWord();

function languagesByWord(): Map<string, readonly Known[]> {
  const map = new Map<string, Known[]>();
  for (const language of KNOWN) {
    for (const word of new Set(FUNCTION_WORDS[language].split(' ')))
      map.set(word, [...(map.get(word) ?? []), language]);
  }
  return map;
}

/**
 * The language of a block. `words` are in lower case; `fallback` is the language of the document, which short blocks and
 * blocks without clear signs take over.
 */
export function detectLanguage(words: readonly string[], fallback: Language): Language {
  if (words.length < ENOUGH_WORDS) return fallback;
  const sample = words.slice(0, SAMPLE_WORDS);
  const votes = countVotes(sample);
  const [best, second] = [...votes].sort((a, b) => b[1] - a[1]);
  if (!best || best[1] < Math.max(2, sample.length * LEAST_SHARE)) return fallback;
  // Languages of one family share words: a narrow lead over the document's own language is no lead.
  if (second && best[1] < second[1] * 1.3 && fallback !== 'other') return fallback;
  return best[0] === 'nl' || best[0] === 'en' ? best[0] : 'other';
}

function countVotes(words: readonly string[]): Map<Known, number> {
  const votes = new Map<Known, number>();
  for (const word of words) {
    const languages = LANGUAGES_OF.get(word);
    if (!languages) continue;
    for (const language of languages) votes.set(language, (votes.get(language) ?? 0) + 1 / languages.length);
  }
  return votes;
}

/** The words of a text as far as `detectLanguage` needs them. */
export function sampleWords(text: string): string[] {
  const words: string[] = [];
  for (const match of text.matchAll(/\p{L}+/gu)) {
    if (words.push(match[0].toLowerCase()) === SAMPLE_WORDS) break;
  }
  return words;
}

/** The language of a document, by its first blocks of prose; `fallback` where they do not tell. */
export function documentLanguage(text: PolicyText, fallback: Language): Language {
  const votes = new Map<Language, number>();
  let seen = 0;
  for (const block of text.blocks) {
    if (block.kind === 'code' || block.kind === 'furniture' || block.end - block.start < 60) continue;
    const raw = text.text.slice(block.start, Math.min(block.end, block.start + 1_000));
    const words = sampleWords(readBlock(raw, block.kind, text.format).text);
    const language = detectLanguage(words, 'other');
    votes.set(language, (votes.get(language) ?? 0) + words.length);
    if (++seen === SAMPLE_BLOCKS) break;
  }
  const best = [...votes].sort((a, b) => b[1] - a[1])[0];
  return best?.[0] ?? fallback;
}
