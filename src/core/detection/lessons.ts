/** From what people decided to what can be learned from it, and from what was learned to what scoring adds. */
import type { CompiledCodebooks } from '../codebook/compile.js';
import type { CodedLanguage } from '../codebook/resolvePattern.js';
import type { ParsedBlock, Sentence, Word } from '../text/policyText.js';
import { type CodeExplanation, explainSentence } from './explain.js';
import { type Learned, type Lesson, learn } from './learn.js';
import type { LearnedWord, Overlay } from './scoring.js';

/** A passage on which somebody decided. */
export interface DecidedPassage {
  readonly text: string;
  /** `text` as one block. */
  readonly parsed: ParsedBlock;
  /** Paths of top codes that it was given, or in which a suggestion was confirmed. */
  readonly right: ReadonlySet<string>;
  /** Paths of top codes that were suggested and rejected, or replaced by another. */
  readonly wrong: ReadonlySet<string>;
}

/** What was learned of one top code in one language. */
export interface LearnedOfCode extends Learned {
  readonly codePath: string;
  readonly language: CodedLanguage;
}

/**
 * How much it counts that a passage was given other codes and not this one: whoever codes a passage has read it, but may have
 * left it at one code.
 */
const HINT = 0.1;

/** Words shorter than this are articles, pronouns and prepositions, which say nothing of a code. */
const LEAST_LETTERS = 4;

/** Lessons by language and code, in the order of the passages. `compiled`: without anything learned. */
export function learnFrom(compiled: CompiledCodebooks, passages: Iterable<DecidedPassage>): readonly LearnedOfCode[] {
  const lessons = new Map<string, { codePath: string; language: CodedLanguage; lessons: Lesson[] }>();
  for (const passage of passages) {
    const { language } = passage.parsed;
    if (language === 'other') continue;
    for (const [codePath, lesson] of lessonsOf(compiled, passage)) {
      const key = `${language} ${codePath}`;
      const known = lessons.get(key) ?? { codePath, language, lessons: [] };
      lessons.set(key, known);
      known.lessons.push(lesson);
    }
  }
  const decided = [...lessons.values()].filter((each) => each.lessons.some(({ weight }) => weight === 1));
  return decided.map(({ codePath, language, lessons: of }) => ({ codePath, language, ...learn(of) }));
}

/** A sentence, and what the codebooks say of it, by top code. */
interface ReadSentence {
  readonly sentence: Sentence;
  readonly explained: readonly CodeExplanation[];
}

/** What was read of the passages before: each decision leaves all others as they are. */
const readings = new WeakMap<CompiledCodebooks, WeakMap<ParsedBlock, readonly ReadSentence[]>>();

function readingOf(compiled: CompiledCodebooks, { parsed, text }: DecidedPassage): readonly ReadSentence[] {
  const known = readings.get(compiled) ?? new WeakMap<ParsedBlock, readonly ReadSentence[]>();
  readings.set(compiled, known);
  const read =
    known.get(parsed) ??
    parsed.sentences.map((sentence, number) => {
      const explained = explainSentence(compiled, parsed, { text, sentence: number });
      return { sentence, explained: explained.filter(({ parent }) => parent === undefined) };
    });
  known.set(parsed, read);
  return read;
}

function lessonsOf(compiled: CompiledCodebooks, passage: DecidedPassage): readonly (readonly [string, Lesson])[] {
  const { right, wrong } = passage;
  const sentences = readingOf(compiled, passage);
  const paths = new Set(sentences.flatMap(({ explained }) => explained.map(({ codePath }) => codePath)));
  return [...paths].flatMap((codePath) => {
    const isRight = right.has(codePath);
    // Nothing was said about a code that was suggested too and is still open.
    const weight = isRight || wrong.has(codePath) ? 1 : HINT;
    const reading = mostLikely(sentences, codePath);
    if (!reading || (weight === HINT && (right.size === 0 || reading.explanation.isSuggested))) return [];
    return [[codePath, lessonFrom(reading, { isRight, weight })] as const];
  });
}

interface Reading {
  readonly sentence: Sentence;
  readonly explanation: CodeExplanation;
}

/** In a passage of several sentences, the one that the code is most likely about. */
function mostLikely(sentences: readonly ReadSentence[], codePath: string): Reading | undefined {
  const found = sentences.flatMap(({ sentence, explained }) => {
    const explanation = explained.find((each) => each.codePath === codePath);
    return explanation ? [{ sentence, explanation }] : [];
  });
  return found.reduce<Reading | undefined>(
    (best, each) => (best && best.explanation.logOdds >= each.explanation.logOdds ? best : each),
    undefined,
  );
}

function lessonFrom({ sentence, explanation }: Reading, given: Pick<Lesson, 'isRight' | 'weight'>): Lesson {
  const { contributions, logOdds } = explanation;
  const spans = contributions.flatMap((each) => each.spans);
  const isFound = ({ start, end }: Word) => spans.some((span) => span.start < end && start < span.end);
  const words = sentence.words.filter((word) => isTelling(word) && !isFound(word)).map(({ folded }) => folded);
  return {
    ...given,
    before: logOdds,
    indicators: [...new Set(contributions.map(({ id }) => id))],
    words: [...new Set(words)],
  };
}

function isTelling({ folded }: Word): boolean {
  return folded.length >= LEAST_LETTERS && /^\p{L}/u.test(folded);
}

/** What was learned, as scoring takes it. */
export function overlayOf(learned: readonly LearnedOfCode[]): Overlay {
  const indicators = new Map(learned.flatMap((each) => [...each.indicators]));
  const bases = new Map(learned.map(({ codePath, language, base }) => [`${language} ${codePath}`, base]));
  const words = { nl: wordsOf(learned, 'nl'), en: wordsOf(learned, 'en') };
  return {
    adds: (id) => indicators.get(id) ?? 0,
    base: (codePath, language) => bases.get(`${language} ${codePath}`) ?? 0,
    words: (language) => words[language],
  };
}

function wordsOf(learned: readonly LearnedOfCode[], language: CodedLanguage): ReadonlyMap<string, LearnedWord[]> {
  const words = new Map<string, LearnedWord[]>();
  for (const { codePath, language: its, words: of } of learned) {
    if (its !== language) continue;
    for (const [word, adds] of of) words.set(word, [...(words.get(word) ?? []), { codePath, adds }]);
  }
  return words;
}
