/**
 * What a text as a whole says about its parts: its words, its running headers, whether its words are broken without a mark.
 * A snapshot: taken when a text is read, kept while it is edited, and taken anew when the text has become half as long again
 * or half as short, or when it is read again (`readPolicyText`, `settlePolicyText`). So an edit costs its surroundings, and a
 * text that is saved and opened again reads as the command line reads it.
 */
import { breakage } from './brokenWords.js';
import { DocumentWords } from './documentWords.js';
import { piecesAround } from './pieces.js';
import { RunningLines } from './runningLines.js';
import { NEVER_WORDS, SPACED_PREFIXES } from './wordPieces.js';

export interface DocumentTraits {
  readonly words: DocumentWords;
  /** Shapes of running headers and footers; see `lineShape`. */
  readonly running: ReadonlySet<string>;
  /** What those shapes begin with: few lines do, and the others need no further look. */
  readonly runningStarts: ReadonlySet<string>;
  /** Whether a line end breaks words without a mark somewhere: then what may be such a break is taken for one. */
  readonly isTorn: boolean;
  /** Pieces that can be no words and yet stand alone somewhere: then words are broken by spaces too. */
  readonly loosePieces: readonly string[];
  /** UTF-16 units of the text that they were taken from. */
  readonly length: number;
}

/** What is done in a step: a few milliseconds, also in the first text of a session. UTF-16 units. */
const STEP = 25_000;

/** Takes the traits of a text in steps. */
export function* traitsInSteps(text: string): Generator<undefined, DocumentTraits> {
  const words = new DocumentWords();
  const lines = new RunningLines();
  let wordAt = 0;
  let lineAt = 0;
  for (let end = STEP; end < text.length + STEP; end += STEP) {
    const stop = Math.min(end, text.length);
    wordAt = words.add(text, wordAt, stop);
    lineAt = lines.add(text, lineAt, stop);
    yield undefined;
  }
  const isTorn = yield* tornInSteps(text, words);
  const running = yield* lines.shapesInSteps(text);
  const runningStarts = new Set([...running].map((shape) => shape.charAt(0)));
  return { words, running, runningStarts, isTorn, loosePieces: loosePieces(words), length: text.length };
}

/** A text that is torn shows it soon. UTF-16 units. */
const TORN_SAMPLE = 300_000;

function* tornInSteps(text: string, words: DocumentWords): Generator<undefined, boolean> {
  const sampleEnd = Math.min(text.length, TORN_SAMPLE);
  let end = STEP;
  for (let at = lineEndFrom(text, 0); at < sampleEnd; at = lineEndFrom(text, at + 1)) {
    const found = piecesAround(text, at);
    if (found && !found.mark && breakage(found, words) === 'sure') return true;
    if (at < end) continue;
    end += STEP;
    yield undefined;
  }
  return false;
}

function lineEndFrom(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at;
}

export function takeTraits(text: string): DocumentTraits {
  const steps = traitsInSteps(text);
  while (true) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Whether traits still speak for a text that has been edited since. */
export function traitsHold(traits: DocumentTraits, text: string): boolean {
  return text.length <= traits.length * 1.5 + 1_000 && text.length * 2 + 1_000 >= traits.length;
}

function loosePieces(words: DocumentWords): string[] {
  return [...SPACED_PREFIXES, ...NEVER_WORDS].filter((piece) => words.countInside(piece) > 0);
}
