/** Finding codes in a parsed block. */
import type { CompiledCodebooks } from '../codebook/compile.js';
import type { CompiledIndicator, LanguageIndex } from '../codebook/languageIndex.js';
import type { ParsedBlock, Sentence } from '../text/policyText.js';
import { deriveDoubleRoles } from './derived.js';
import { type Found, fire } from './fire.js';
import { type Matches, WordMatcher, type WordRange } from './matchWords.js';
import { type Fired, scoreCodes } from './score.js';
import type { Evidence, Suggestion } from './suggestion.js';

/** One for each index, made when first needed; it holds no more than scratch space. */
const matchers = new WeakMap<LanguageIndex, WordMatcher>();

/**
 * The codes that the detector proposes for a block, sentence by sentence, derived codes last. Offsets count from the start of
 * the block, like those of its sentences. `text` is the text of the block, where patterns that mind capitals look them up.
 */
export function detectBlock(compiled: CompiledCodebooks, parsed: ParsedBlock, text: string): readonly Suggestion[] {
  const index = compiled.index(parsed.language);
  if (!index || index.indicators.length === 0) return [];
  const suggestions: Suggestion[] = [];
  parsed.sentences.forEach((sentence, number) => {
    const fired = firedIn(index, sentence, text);
    if (fired.length === 0) return;
    for (const { code, score, evidence } of scoreCodes(index.codes, fired, compiled.minScore)) {
      const { path: codePath, codebook } = index.codes[code] ?? { path: '', codebook: '' };
      const { start, end } = sentence;
      const { language } = parsed;
      suggestions.push({
        start,
        end,
        codePath,
        score,
        evidence,
        language,
        codebook,
        sentence: number,
        derived: undefined,
      });
    }
  });
  if (suggestions.length < 2) return suggestions;
  return [...suggestions, ...deriveDoubleRoles(compiled.derived, parsed, suggestions)];
}

function matcherOf(index: LanguageIndex): WordMatcher {
  const matcher = matchers.get(index) ?? new WordMatcher(index.automaton);
  matchers.set(index, matcher);
  return matcher;
}

function firedIn(index: LanguageIndex, sentence: Sentence, text: string): readonly Fired[] {
  const matcher = matcherOf(index);
  const all = matcher.match({ words: sentence.words, text });
  if (all.size === 0) return [];
  const seenBy = viewsOf(index, all, (covered) => matcher.match({ words: sentence.words, text, covered }));
  const candidates = new Set<number>();
  for (const pattern of all.keys()) for (const indicator of index.triggers[pattern] ?? []) candidates.add(indicator);
  return [...candidates]
    .sort((a, b) => a - b)
    .flatMap((number) => {
      const indicator = index.indicators[number];
      const found = indicator ? fire(indicator, seenBy(indicator.code), all) : [];
      return indicator && found.length > 0 ? [toFired(indicator, found, sentence)] : [];
    });
}

/**
 * What each code sees of a sentence. Where a `not-here` phrase of the code occurs, the words that it covers are passed over
 * and the sentence is read again: rare, and exact where phrases and patterns overlap. Codes with the same phrases share a reading.
 */
function viewsOf(
  index: LanguageIndex,
  all: Matches,
  readWithout: (covered: ReadonlySet<number>) => Matches,
): (code: number) => Matches {
  const readings = new Map<readonly number[], Matches>();
  const hasPhrase = [...all.keys()].some((pattern) => index.notHere.has(pattern));
  return (code) => {
    const notHere = index.codes[code]?.notHere ?? [];
    if (!hasPhrase || notHere.length === 0) return all;
    const known = readings.get(notHere);
    if (known) return known;
    const covered = new Set(notHere.flatMap((pattern) => (all.get(pattern) ?? []).flatMap(wordsIn)));
    const reading = covered.size > 0 ? readWithout(covered) : all;
    readings.set(notHere, reading);
    return reading;
  };
}

function wordsIn({ first, last }: WordRange): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
}

function toFired(indicator: CompiledIndicator, found: readonly Found[], { words }: Sentence): Fired {
  const { code, weight, sources } = indicator;
  const evidence = found.flatMap(({ pattern, first, last }): Evidence[] => {
    const start = words[first]?.start;
    const end = words[last]?.end;
    return start === undefined || end === undefined
      ? []
      : [{ start, end, indicator: sources.get(pattern) ?? '', weight }];
  });
  return { code, weight, evidence };
}
