/** Finding codes in a parsed block. */
import type { CompiledCodebooks } from '../codebook/compile.js';
import type { CompiledIndicator, LanguageIndex } from '../codebook/languageIndex.js';
import type { Language, ParsedBlock, Sentence } from '../text/policyText.js';
import { deriveDoubleRoles } from './derived.js';
import { fire, type Surroundings } from './fire.js';
import { type Found, Matches } from './matches.js';
import { WordMatcher } from './matchWords.js';
import { Negations } from './negation.js';
import { type Fired, type Scale, scoreCodes } from './score.js';
import { LEARNED_PATTERN } from './scoring.js';
import { SentenceReading } from './sentenceReading.js';
import type { Evidence, Suggestion } from './suggestion.js';

const NOTHING: readonly Fired[] = [];

/** What it takes to run an index: scratch space, used for one sentence at a time. */
interface Running {
  readonly index: LanguageIndex;
  readonly matcher: WordMatcher;
  readonly all: Matches;
  /** By indicator: the sentence, by count, in which it was last looked at. */
  readonly lookedAt: Int32Array;
  count: number;
}

/** One for each index, made when first needed. */
const runnings = new WeakMap<LanguageIndex, Running>();

/**
 * The codes that the detector proposes for a block, sentence by sentence, derived codes last. Offsets count from the start of
 * the block, like those of its sentences. `text` is the text of the block, where patterns that mind capitals look them up.
 */
export function detectBlock(compiled: CompiledCodebooks, parsed: ParsedBlock, text: string): readonly Suggestion[] {
  const index = compiled.index(parsed.language);
  const scoring = compiled.scoring(parsed.language);
  if (!index || !scoring || index.indicators.length === 0) return [];
  const scale = { codes: index.codes, scoring };
  const running = runningOf(index);
  const suggestions: Suggestion[] = [];
  parsed.sentences.forEach((sentence, number) => {
    const fired = withLearned(firedIn(running, sentence, text), scale, sentence);
    if (fired.length === 0) return;
    for (const { code, score, fired: speaking } of scoreCodes(scale, fired)) {
      const evidence = evidenceOf(scale, speaking, sentence);
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

/** What fires in a sentence of a block in `language`, whether it is enough for a suggestion or not. `text` is the block's. */
export function firedInSentence(
  compiled: CompiledCodebooks,
  language: Language,
  { sentence, text }: { readonly sentence: Sentence; readonly text: string },
): readonly Fired[] {
  const index = compiled.index(language);
  const scoring = compiled.scoring(language);
  if (!index || !scoring) return NOTHING;
  return withLearned(firedIn(runningOf(index), sentence, text), { codes: index.codes, scoring }, sentence);
}

function runningOf(index: LanguageIndex): Running {
  const known = runnings.get(index);
  if (known) return known;
  const made: Running = {
    index,
    matcher: new WordMatcher(index.automaton),
    all: new Matches(index.automaton.patternCount),
    lookedAt: new Int32Array(index.indicators.length),
    count: 0,
  };
  runnings.set(index, made);
  return made;
}

/** What is in a sentence for each code, by number; for one sentence at a time. Undefined where there is nothing at all. */
export function surroundingsIn(
  index: LanguageIndex,
  sentence: Sentence,
  text: string,
): ((code: number) => Surroundings) | undefined {
  const running = runningOf(index);
  const reading = new SentenceReading(sentence, text, index.language);
  running.matcher.match({ reading }, running.all);
  return running.all.found.length > 0 ? surroundingsOf(running, reading) : undefined;
}

function surroundingsOf({ index, matcher, all }: Running, reading: SentenceReading): (code: number) => Surroundings {
  const seenBy = viewsOf(index, all, (covered) => {
    const seen = new Matches(index.automaton.patternCount);
    matcher.match({ reading, covered }, seen);
    return seen;
  });
  const surroundings = { all, seen: all, reading, negations: new Negations(reading), traits: index.traits };
  return (code) => {
    const seen = seenBy(code);
    return seen === all ? surroundings : { ...surroundings, seen };
  };
}

function firedIn(running: Running, sentence: Sentence, text: string): readonly Fired[] {
  const { index, matcher, all } = running;
  const reading = new SentenceReading(sentence, text, index.language);
  matcher.match({ reading }, all);
  if (all.found.length === 0) return NOTHING;
  const candidates = candidatesOf(running);
  if (candidates.length === 0) return NOTHING;
  const surroundings = surroundingsOf(running, reading);
  const fired: Fired[] = [];
  for (const indicator of candidates) {
    const found = fire(indicator, surroundings(indicator.code));
    if (found.length > 0) fired.push({ indicator, found });
  }
  return fired;
}

/** The indicators that may fire, each once. */
function candidatesOf(running: Running): readonly CompiledIndicator[] {
  const { index, all, lookedAt } = running;
  running.count = (running.count + 1) | 0;
  const { count } = running;
  const candidates: CompiledIndicator[] = [];
  for (const { pattern } of all.found) {
    const numbers = index.triggers[pattern];
    if (!numbers) continue;
    for (const number of numbers) {
      if (lookedAt[number] === count) continue;
      lookedAt[number] = count;
      const indicator = index.indicators[number];
      if (indicator) candidates.push(indicator);
    }
  }
  return candidates;
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
  if (!all.found.some(({ pattern }) => index.isNotHere[pattern])) return () => all;
  const readings = new Map<readonly number[], Matches>();
  return (code) => {
    const notHere = index.codes[code]?.notHere ?? [];
    const known = readings.get(notHere);
    if (known) return known;
    const covered = new Set(notHere.flatMap((pattern) => all.of(pattern).flatMap(wordsIn)));
    const reading = covered.size > 0 ? readWithout(covered) : all;
    readings.set(notHere, reading);
    return reading;
  };
}

function wordsIn({ first, last }: Found): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
}

/** And the words of the sentence that speak for themselves since it was learned that they do; each once. */
function withLearned(fromIndicators: readonly Fired[], { scoring }: Scale, { words }: Sentence): readonly Fired[] {
  if (scoring.words.size === 0) return fromIndicators;
  const fired = new Map<number, Fired>();
  words.forEach(({ folded }, at) => {
    for (const indicator of scoring.words.get(folded) ?? []) {
      if (fired.has(indicator.number)) continue;
      fired.set(indicator.number, { indicator, found: [{ pattern: LEARNED_PATTERN, first: at, last: at }] });
    }
  });
  return [...fromIndicators, ...fired.values()];
}

/** In the order of the text. */
function evidenceOf({ scoring }: Scale, fired: readonly Fired[], { words }: Sentence): readonly Evidence[] {
  const evidence: Evidence[] = [];
  for (const { indicator, found } of fired) {
    const { id, number, weight, sources } = indicator;
    const adds = scoring.adds[number] ?? 0;
    for (const { pattern, first, last } of found) {
      const start = words[first]?.start;
      const end = words[last]?.end;
      if (start === undefined || end === undefined) continue;
      evidence.push({ start, end, indicator: sources.get(pattern) ?? '', id, weight, adds });
    }
  }
  return evidence.length > 1 ? evidence.sort((a, b) => a.start - b.start || a.end - b.end) : evidence;
}
