/** The forms of an English word: -s, -ed, -ing with their spelling, irregular verbs from a table, phrasal verbs apart. */
import type { Inflection } from './inflect.js';
import { IRREGULAR_ENGLISH } from './irregularEnglish.js';

/** Particles that are prepositions as well: 'puts the plan in a drawer' is no 'put in'. */
const PREPOSITIONS = new Set(
  'about across around by for from in into of off on over through to under up upon with down out'.split(' '),
);

export function inflectEnglish(lemma: string): Inflection {
  const slash = lemma.indexOf('/');
  if (slash < 0) return { whole: formsOf(lemma), beginnings: [], apart: [], split: undefined };
  const forms = formsOf(lemma.slice(0, slash));
  const particle = lemma.slice(slash + 1);
  return {
    whole: forms.flatMap((form) => [`${form}-${particle}`]),
    beginnings: [],
    apart: [[forms, [particle]]],
    split: { finite: forms, stems: [], subjects: [], particle, isPreposition: PREPOSITIONS.has(particle) },
  };
}

function formsOf(word: string): readonly string[] {
  const spellings = word.length > 4 ? [word, ...otherSpelling(word)] : [word];
  return [...new Set(spellings.flatMap((each) => [each, ...regular(each), ...(IRREGULAR_ENGLISH.get(each) ?? [])]))];
}

/** 'organise' and 'organize', 'analyse' and 'analyze'. */
function otherSpelling(word: string): readonly string[] {
  if (/[iy]se$/u.test(word)) return [`${word.slice(0, -2)}ze`];
  return /[iy]ze$/u.test(word) ? [`${word.slice(0, -2)}se`] : [];
}

function regular(word: string): readonly string[] {
  if (/[^aeiou]y$/u.test(word)) {
    const stem = word.slice(0, -1);
    return [`${stem}ies`, `${stem}ied`, `${word}ing`];
  }
  if (word.endsWith('ie')) return [`${word}s`, `${word}d`, `${word.slice(0, -2)}ying`];
  if (/(?:ee|oe|ye)$/u.test(word)) return [`${word}s`, `${word}d`, `${word}ing`];
  if (word.endsWith('e')) return [`${word}s`, `${word}d`, `${word.slice(0, -1)}ing`];
  const plural = /(?:s|x|z|ch|sh|o)$/u.test(word) ? [`${word}es`, `${word}s`] : [`${word}s`];
  const last = word.at(-1) ?? '';
  const doubled = [`${word}${last}ed`, `${word}${last}ing`];
  if (/^[^aeiou]*[aeiou][bcdfgklmnprtvz]$/u.test(word)) return [...plural, ...doubled];
  // 'commit', 'visit': stress decides, which spelling does not show; so both.
  const plain = [...plural, `${word}ed`, `${word}ing`];
  return /[^aeiou][aeiou][bcdfgklmnprtvz]$/u.test(word) ? [...plain, ...doubled] : plain;
}
