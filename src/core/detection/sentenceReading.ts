/** A sentence with what is worked out about it when somebody asks, once. */
import type { Sentence, Word } from '../text/policyText.js';
import { clausesOf } from './clauses.js';

export class SentenceReading {
  readonly sentence: Sentence;
  /** The text that the words' offsets count in. */
  readonly text: string;
  readonly language: 'nl' | 'en';
  #clauses: readonly number[] | undefined;
  #marks: ReadonlySet<number> | undefined;

  constructor(sentence: Sentence, text: string, language: 'nl' | 'en') {
    this.sentence = sentence;
    this.text = text;
    this.language = language;
  }

  get words(): readonly Word[] {
    return this.sentence.words;
  }

  /** For each word the number of the clause that it is in. */
  get clauses(): readonly number[] {
    this.#clauses ??= clausesOf(this.sentence, this.language);
    return this.#clauses;
  }

  areInOneClause(a: number, b: number): boolean {
    return this.clauses[a] === this.clauses[b];
  }

  /** Whether a comma or another mark stands before a word. */
  isAfterMark(index: number): boolean {
    if (this.sentence.breaks.length === 0) return false;
    this.#marks ??= new Set(this.sentence.breaks.map(({ before }) => before));
    return this.#marks.has(index);
  }
}

/**
 * The parts of a sentence that are read on their own: what stands between strong marks, what stands in brackets, and what
 * stands around these. For each the indexes of its words; undefined when the sentence is one part.
 */
export function partsOf({ words, breaks }: Sentence): readonly (readonly number[])[] | undefined {
  if (!hasBorder(breaks)) return undefined;
  const parts: number[][] = [[]];
  const open: number[][] = [];
  let part = parts[0] ?? [];
  let next = 0;
  for (let index = 0; index < words.length; index++) {
    for (let at = breaks[next]; at && at.before <= index; at = breaks[++next]) {
      if (at.kind === 'comma') continue;
      if (at.kind === 'open') open.push(part);
      const outer = at.kind === 'close' ? open.pop() : undefined;
      part = outer ?? [];
      if (!outer) parts.push(part);
    }
    part.push(index);
  }
  return parts.filter(({ length }) => length > 0);
}

function hasBorder(breaks: Sentence['breaks']): boolean {
  for (let at = 0; at < breaks.length; at++) if (breaks[at]?.kind !== 'comma') return true;
  return false;
}
