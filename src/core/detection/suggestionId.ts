/**
 * Ids of suggestions: the same for the same words in the same document under the same codebook version, wherever edits push
 * them, so that trees stay open and exports can be joined.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Hexadecimal digits: with 48 bits, a clash among 100,000 suggestions of one export has a chance of 1 in 50,000. */
const ID_LENGTH = 12;

export interface SuggestionKey {
  /** Path of the document, as exports name it. */
  readonly document: string;
  readonly codePath: string;
  /** `interventions@1` */
  readonly codebook: string;
  readonly quote: string;
  /** Which one this is, from 0, among the same codes on the same quote in the document. */
  readonly occurrence: number;
}

export function suggestionId({ document, codePath, codebook, quote, occurrence }: SuggestionKey): string {
  // JSON keeps the parts apart, whatever they hold. A lone surrogate is not UTF-8: written as an escape by JSON.stringify.
  const key = JSON.stringify([document, codePath, codebook, quote, occurrence]);
  return bytesToHex(sha256(utf8ToBytes(key)).subarray(0, ID_LENGTH / 2));
}

export type Identified = Pick<SuggestionKey, 'codePath' | 'codebook' | 'quote'>;

/** One code on one quotation, with its ids in document order; `used` of them in the round `round`. */
export interface Numbering {
  readonly of: Identified;
  readonly ids: string[];
  used: number;
  round: number;
}

/** By codebook, code and quotation: strings put together to be one key would have to be hashed anew each time. */
type Numberings = Map<string, Map<string, Map<string, Numbering>>>;

function entryOf<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** Rounds after which what has gone is forgotten: it may have been undone until then. */
const KEPT_ROUNDS = 200;

function forget(known: Numberings, before: number): void {
  for (const byCode of known.values()) {
    for (const byQuote of byCode.values()) {
      for (const [quote, { round }] of byQuote) if (round < before) byQuote.delete(quote);
    }
  }
}

/**
 * The ids of the suggestions of one document, given out in rounds: each round goes through the whole document, in its order.
 * Remembers the rounds before, so that an edit costs the hashes of what is new.
 */
export class SuggestionIds {
  readonly #document: string;
  readonly #known: Numberings = new Map();
  #round = 0;

  /** `document`: its path, as exports name it. */
  constructor(document: string) {
    this.#document = document;
  }

  /** Begins a round: equal suggestions are counted from the first again. */
  begin(): void {
    this.#round += 1;
    if (this.#round % KEPT_ROUNDS === 0) forget(this.#known, this.#round - KEPT_ROUNDS);
  }

  /** What `next` counts by; its first id is worked out at once, for most quotations stand once in a document. */
  numbering(of: Identified): Numbering {
    const byCode = entryOf(this.#known, of.codebook, () => new Map<string, Map<string, Numbering>>());
    const byQuote = entryOf(byCode, of.codePath, () => new Map<string, Numbering>());
    const round = this.#round;
    return entryOf(byQuote, of.quote, () => ({ of, ids: [this.#id(of, 0)], used: 0, round }));
  }

  /** The id of the next suggestion of this round, in document order. */
  next(given: Numbering): string {
    // One that was out of the document for long may have been forgotten, and another be counted by since.
    const numbering = this.#round - given.round < KEPT_ROUNDS ? given : this.numbering(given.of);
    if (numbering.round !== this.#round) numbering.used = 0;
    numbering.round = this.#round;
    const occurrence = numbering.used++;
    const id = numbering.ids[occurrence] ?? this.#id(numbering.of, occurrence);
    numbering.ids[occurrence] = id;
    return id;
  }

  #id(of: Identified, occurrence: number): string {
    return suggestionId({ ...of, document: this.#document, occurrence });
  }
}
