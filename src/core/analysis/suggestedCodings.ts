/**
 * Suggestions as codings. They are made once, and stay the same objects as long as the block that they are in says the same and
 * is where it was: after an edit only those are new that it changed or pushed along.
 */
import { placeSuggestion } from '../detection/place.js';
import type { Suggestion } from '../detection/suggestion.js';
import { type Numbering, SuggestionIds } from '../detection/suggestionId.js';
import { ownCopy } from '../text/ownCopy.js';
import type { ParsedBlock } from '../text/policyText.js';
import { bySpan, type Span } from '../text/span.js';
import type { Coding } from './coding.js';

/** What was read in a block: a new object when it says something else. */
export interface ReadBlock {
  readonly parsed: ParsedBlock;
  /** With offsets in the block, derived ones included. */
  readonly suggestions: readonly Suggestion[];
}

/** A suggestion on its words. */
interface Found {
  /** With offsets in the block. */
  readonly suggestion: Suggestion;
  readonly quote: string;
  readonly numbering: Numbering;
  /** As last counted. */
  id: string;
}

interface Known {
  /** In document order. */
  readonly found: readonly Found[];
  /** Those of the last time, when the block began at `start`. */
  codings: readonly Coding[];
  start: number;
}

const NONE: readonly Coding[] = [];

/** The suggestions of one document. */
export class SuggestedCodings {
  readonly #ids: SuggestionIds;
  readonly #known = new WeakMap<ReadBlock, Known>();

  /** `document`: its path, as exports name it; ids depend on it. */
  constructor(document: string) {
    this.#ids = new SuggestionIds(document);
  }

  /** To be called before the blocks of the document are asked for, all of them and in their order: ids count in it. */
  begin(): void {
    this.#ids.begin();
  }

  /** The suggestions of the next block, in document order. `text` is the document's. */
  of(read: ReadBlock, block: Span, text: string): readonly Coding[] {
    if (read.suggestions.length === 0) return NONE;
    const known = this.foresee(read, block, text);
    let isSame = known.start === block.start;
    known.found.forEach((found, index) => {
      const id = this.#ids.next(found.numbering);
      isSame &&= known.codings[index]?.id === id;
      found.id = id;
    });
    if (!isSame) known.codings = known.found.map((found) => codingOf(found, block.start));
    known.start = block.start;
    return known.codings;
  }

  /** Does ahead, while there is time, most of what `of` has to do: hashing. */
  foresee(read: ReadBlock, block: Span, text: string): Known {
    const known = this.#known.get(read);
    if (known) return known;
    const found = [...read.suggestions].sort(inOrder).map((suggestion): Found => {
      const quote = ownCopy(text.slice(block.start + suggestion.start, block.start + suggestion.end));
      const { codePath, codebook } = suggestion;
      return { suggestion, quote, numbering: this.#ids.numbering({ codePath, codebook, quote }), id: '' };
    });
    const made: Known = { found, codings: NONE, start: -1 };
    this.#known.set(read, made);
    return made;
  }
}

function inOrder(a: Suggestion, b: Suggestion): number {
  return bySpan(a, b) || (a.codePath < b.codePath ? -1 : a.codePath > b.codePath ? 1 : 0);
}

function codingOf({ suggestion: found, quote, id }: Found, start: number): Coding {
  const suggestion = placeSuggestion(found, start);
  return {
    id,
    codePath: suggestion.codePath,
    status: 'suggested',
    span: { start: suggestion.start, end: suggestion.end },
    quote,
    state: 'anchored',
    coder: '',
    editable: true,
    origin: suggestion.derived ? 'derived' : 'suggestion',
    score: suggestion.score,
    memo: '',
    annotation: undefined,
    suggestion,
  };
}
