/** How often a document speaks in each of the roles that a derived code joins. */
import type { Code } from '../codebook/codebook.js';
import type { ParsedBlock, PolicyText } from '../text/policyText.js';
import { bySpan, type Span } from '../text/span.js';
import type { Coding } from './coding.js';
import { isWithinCode, partPaths } from './doubleRoles.js';
import { mergeSpans } from './highlights.js';

export interface Balance {
  /** For each part of the code, in its order: how many sentences have it. A sentence with several of its sub-codes counts once. */
  readonly parts: readonly { readonly codePath: string; readonly sentences: number }[];
  /** Passages in which the parts meet, decided on or not. */
  readonly meetings: number;
  /** All sentences that were read: what the counts are out of. */
  readonly sentences: number;
}

export interface BalanceSource {
  readonly text: PolicyText | undefined;
  /** One for each block of `text`, as far as it has been read. */
  readonly parsed: readonly (ParsedBlock | undefined)[];
  readonly codings: readonly Coding[];
}

/** Codings that are rejected or have no place do not count; coders who gave the same sentence the same code count once. */
export function balanceOf({ text, parsed, codings }: BalanceSource, code: Code): Balance {
  const sentences = sentencesOf(text, parsed);
  const spansWithin = (path: string) =>
    codings.flatMap(({ codePath, span, status }) =>
      span && status !== 'rejected' && isWithinCode(codePath, path) ? [span] : [],
    );
  const parts = partPaths(code).map((path) => {
    return { codePath: path, sentences: countTouched(sentences, mergeSpans(spansWithin(path))) };
  });
  return { parts, meetings: countApart(spansWithin(code.path)), sentences: countSentences({ parsed }) };
}

/** All sentences that were read. Cheap: tells in a pause of typing whether there is anything to count again. */
export function countSentences({ parsed }: Pick<BalanceSource, 'parsed'>): number {
  return parsed.reduce((sum, block) => sum + (block?.sentences.length ?? 0), 0);
}

function sentencesOf(text: PolicyText | undefined, parsed: BalanceSource['parsed']): readonly Span[] {
  return (text?.blocks ?? []).flatMap(({ start }, index) =>
    (parsed[index]?.sentences ?? []).map((sentence) => ({ start: start + sentence.start, end: start + sentence.end })),
  );
}

/** How many of `sentences` share a unit with one of `spans`; both are in order and do not overlap among themselves. */
function countTouched(sentences: readonly Span[], spans: readonly Span[]): number {
  let next = 0;
  return sentences.filter(({ start, end }) => {
    for (let span = spans[next]; span && span.end <= start; span = spans[++next]);
    const span = spans[next];
    return span !== undefined && span.start < end;
  }).length;
}

/** How many passages, where those that overlap are the same one. */
function countApart(spans: readonly Span[]): number {
  let reach = -1;
  return [...spans].sort(bySpan).filter(({ start, end }) => {
    const isNew = start >= reach;
    if (isNew) reach = end;
    return isNew;
  }).length;
}
