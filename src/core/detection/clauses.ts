/** Where the clauses of a sentence are, as far as marks and small words tell. */
import type { Sentence } from '../text/policyText.js';
import { CLAUSE_WORDS } from './clauseWords.js';

/** Words behind a comma in which another comma, or 'en' or 'or', shows that it parts the members of a list. */
const LIST_REACH = 4;

const AND = new Set(['en', 'of', 'noch', 'and', 'or', 'nor']);

/**
 * For each word the clause that it is in, numbered from 0. A clause begins at a conjunction or relative, behind a comma, a strong
 * mark or a bracket. The clause around a bracket goes on behind it; so does the one around a relative clause, when a comma and a
 * finite verb show it ('the ports, which are closed, must report'). A comma in a list of things begins no clause.
 */
export function clausesOf({ words, breaks }: Sentence, language: 'nl' | 'en'): readonly number[] {
  return new ClauseReader(words, language).read(breaks);
}

const NONE: ReadonlySet<number> = new Set();

function commasOf(breaks: Sentence['breaks']): ReadonlySet<number> {
  if (breaks.length === 0) return NONE;
  const commas = new Set<number>();
  for (const { before, kind } of breaks) if (kind === 'comma') commas.add(before);
  return commas;
}

class ClauseReader {
  readonly #words: Sentence['words'];
  readonly #lexicon: (typeof CLAUSE_WORDS)['nl'];
  /** The clauses that are open, the innermost last; `undefined` where a bracket opens. */
  readonly #open: (number | undefined)[] = [0];
  #count = 1;

  constructor(words: Sentence['words'], language: 'nl' | 'en') {
    this.#words = words;
    this.#lexicon = CLAUSE_WORDS[language];
  }

  read(breaks: Sentence['breaks']): readonly number[] {
    const clauses: number[] = [];
    const commas = commasOf(breaks);
    let next = 0;
    for (let index = 0; index < this.#words.length; index++) {
      let mark: string | undefined;
      for (let at = breaks[next]; at && at.before <= index; at = breaks[++next]) {
        mark = at.kind;
        this.#pass(at.kind);
      }
      if (mark === 'comma' || mark === undefined) this.#beginAt(index, mark === 'comma', commas);
      clauses.push(this.#open.at(-1) ?? 0);
    }
    return clauses;
  }

  #pass(kind: Sentence['breaks'][number]['kind']): void {
    if (kind === 'strong') {
      while (this.#open.length > 0 && this.#open.at(-1) !== undefined) this.#open.pop();
      this.#open.push(this.#count++);
    } else if (kind === 'open') {
      this.#open.push(undefined, this.#count++);
    } else if (kind === 'close') {
      while (this.#open.length > 0 && this.#open.pop() !== undefined);
      if (this.#open.at(-1) === undefined) this.#open.push(this.#count++);
    }
  }

  #beginAt(index: number, isAfterComma: boolean, commas: ReadonlySet<number>): void {
    const word = this.#words[index]?.folded ?? '';
    const { conjunctions, afterComma, pointing, prepositions, verbs } = this.#lexicon;
    const before = this.#words[index - 1]?.folded ?? '';
    const isPointing = pointing.has(word) && index > 0 && !prepositions.has(before);
    if (isPointing || (conjunctions.has(word) && index > 0)) this.#open.push(this.#count++);
    else if (AND.has(word) && this.#beginsClause(index + 1)) this.#open.splice(-1, 1, this.#count++);
    else if (!isAfterComma) return;
    else if (verbs.has(word) && this.#isInside()) this.#open.pop();
    else if (afterComma.has(word) && !AND.has(word)) this.#open.push(this.#count++);
    else if (!this.#isInList(index, commas)) this.#open.splice(-1, 1, this.#count++);
  }

  /** Whether behind 'and' a clause of its own begins, as a pronoun that is its subject shows. */
  #beginsClause(index: number): boolean {
    return this.#lexicon.subjects.has(this.#words[index]?.folded ?? '');
  }

  /** Whether there is a clause around this one, within the same brackets. */
  #isInside(): boolean {
    return this.#open.length > 1 && this.#open.at(-2) !== undefined;
  }

  /** Whether the comma before a word parts the members of a list. */
  #isInList(index: number, commas: ReadonlySet<number>): boolean {
    if (AND.has(this.#words[index]?.folded ?? '')) return true;
    for (let at = index + 1; at <= index + LIST_REACH && at < this.#words.length; at++) {
      if (commas.has(at) || AND.has(this.#words[at]?.folded ?? '')) return true;
    }
    return false;
  }
}
