/** Dutch spelling rules for endings: open and closed syllables, v and f, z and s. */

const VOWELS = 'aeiouyäëïöüáéíóúàèê';

export function isVowel(letter: string): boolean {
  return letter !== '' && VOWELS.includes(letter);
}

/**
 * The stems that an infinitive in -en, or a plural, can have when its ending goes: lop- is 'loop', zett- is 'zet', lev- is
 * 'leef'. Two of them where the spelling does not say whether the last syllable is stressed (beoordel-, handel-).
 */
export function stems(base: string): readonly string[] {
  const last = base.at(-1) ?? '';
  const before = base.at(-2) ?? '';
  if (last === before && !isVowel(last)) return [hardened(base.slice(0, -1))];
  if (isVowel(last) || !isVowel(before) || isVowel(base.at(-3) ?? '')) return [...withDiaeresis(base), hardened(base)];
  // One vowel and one consonant: an open syllable, in which a, e, o, u are long. Unstressed -el, -em, -en and -er are not.
  const doubled = hardened(base.slice(0, -1) + (before === 'ë' ? 'e' : before) + last);
  if (!'aeouë'.includes(before)) return [hardened(base)];
  const isUnstressed = 'eë'.includes(before) && 'lmnr'.includes(last) && /[aeiouy].*[eë].$/u.test(base);
  return isUnstressed ? [doubled, hardened(base)] : [doubled];
}

/** creër-: 'creëer'; initiër-: 'initieer'. */
function withDiaeresis(base: string): readonly string[] {
  if (!/ë[lmnr]$/u.test(base)) return [];
  const last = base.at(-1) ?? '';
  return base.endsWith(`ië${last}`) ? [`${base.slice(0, -2)}ee${last}`] : [`${base.slice(0, -1)}e${last}`];
}

/** At the end of a word v becomes f and z becomes s. */
function hardened(stem: string): string {
  if (stem.endsWith('v')) return `${stem.slice(0, -1)}f`;
  return stem.endsWith('z') ? `${stem.slice(0, -1)}s` : stem;
}

/** What a noun or adjective can become before an ending with a vowel: 'man' is mann-, 'boot' is bot-, 'brief' is briev-. */
export function beforeVowel(word: string): readonly string[] {
  const last = word.at(-1) ?? '';
  const before = word.at(-2) ?? '';
  if (isVowel(last) || !isVowel(before)) return softened(word);
  const twoBefore = word.at(-3) ?? '';
  if (before === twoBefore && 'aeou'.includes(before)) return softened(word.slice(0, -2) + last);
  if (isVowel(twoBefore)) return softened(word);
  return [word + last, ...softened(word)];
}

function softened(stem: string): readonly string[] {
  if (stem.endsWith('f')) return [`${stem.slice(0, -1)}v`, stem];
  return stem.endsWith('s') ? [`${stem.slice(0, -1)}z`, stem] : [stem];
}
