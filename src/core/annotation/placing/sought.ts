/** A target made ready to be looked for: its quotation and context as plain words. */
import type { Span } from '../../text/span.js';
import type { Target } from '../annotation.js';
import { finished } from './finished.js';
import { plainOffset, plainWords } from './plainText.js';
import { type Vocabulary, type Words, wordAfter, wordAt, wordsIn } from './words.js';

/** A word of the quotation or its context. */
export interface SoughtWord {
  /** In the vocabulary of today's text; -1 where the text does not have it. */
  readonly id: number;
  /** Words after the quotation's first one; negative in what comes before it. */
  readonly at: number;
}

export interface Sought {
  readonly target: Target;
  /** Context and quotation, plain, and where in it the quotation is. Of a very long one the middle is left out. */
  readonly around: string;
  readonly span: Span;
  readonly quote: string;
  readonly aroundWords: Words;
  readonly words: readonly SoughtWord[];
  readonly prefix: readonly SoughtWord[];
  readonly suffix: readonly SoughtWord[];
  /** Words of the whole quotation. */
  readonly length: number;
}

/** UTF-16 units of a quotation that are looked at, of its beginning and its end. */
export const LONGEST = 16_000;

/** UTF-16 units of context that are looked at; ours is shorter, other programs' may not be. */
const MOST_CONTEXT = 200;
const FULL_CONTEXT = 32;

export function soughtOf(target: Target, vocabulary: Pick<Vocabulary, 'knownId'>): Sought {
  const given = target.quote;
  const cut = given.length > LONGEST ? `${given.slice(0, LONGEST / 2)} ${given.slice(-LONGEST / 2)}` : given;
  const before = target.prefix.slice(-MOST_CONTEXT);
  const plain = plainWords(`${before}${cut}${target.suffix.slice(0, MOST_CONTEXT)}`);
  const aroundWords = finished(wordsIn(plain.text, { idOf: (word) => vocabulary.knownId(word) }));
  const span = trimmed(plain.text, {
    start: plainOffset(plain, before.length),
    end: plainOffset(plain, before.length + cut.length),
  });
  const first = wordAt(aroundWords, span.start);
  const last = Math.max(first, wordAfter(aroundWords, span.end));
  const all = Array.from(aroundWords.ids, (id, at) => ({ id, at: at - first }));
  const left = Math.round(((given.length - cut.length) * (last - first)) / Math.max(1, cut.length));
  // The outermost word of a context that is cut off may be the rest of a longer one.
  const isCut = target.suffix.length >= FULL_CONTEXT;
  return {
    target,
    around: plain.text,
    span,
    quote: plain.text.slice(span.start, span.end),
    aroundWords,
    words: all.slice(first, last),
    prefix: all.slice(target.start > before.length ? 1 : 0, first),
    suffix: all.slice(last, isCut ? -1 : undefined).map(({ id, at }) => ({ id, at: at + left })),
    length: last - first + left,
  };
}

function trimmed(text: string, { start, end }: Span): Span {
  let first = start;
  let last = end;
  while (first < last && text[first] === ' ') first++;
  while (last > first && text[last - 1] === ' ') last--;
  return { start: first, end: last };
}
