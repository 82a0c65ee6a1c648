/**
 * Ids of suggestions: the same for the same words in the same document under the same codebook version, wherever edits push
 * them, so that trees stay open and exports can be joined.
 */

/** Multipliers of the two halves (Knuth's golden ratio, and a prime of its own), and those that stir them in the end. */
const FACTORS = [0x9e3779b1, 0x5f356495] as const;
const STIRRERS = [0x85ebca6b, 0xc2b2ae35] as const;

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

/**
 * 12 hexadecimal digits: with 48 bits, a clash among 100,000 suggestions of one export has a chance of 1 in 50,000.
 * Two multiplicative hashes of 32 bits side by side, stirred into each other as MurmurHash3 does (Appleby, 2011). Not for secrets:
 * a cryptographic hash took three quarters of the time between finding suggestions and their rows.
 */
export function suggestionId({ document, codePath, codebook, quote, occurrence }: SuggestionKey): string {
  let high = 0x6c62272e ^ occurrence;
  let low = 0x07bb0142 ^ occurrence;
  for (const part of [document, codePath, codebook, quote]) {
    // The length first: it keeps the parts apart, whatever they hold.
    high = Math.imul(high ^ part.length, FACTORS[0]);
    low = Math.imul(low ^ part.length, FACTORS[1]);
    for (let at = 0; at < part.length; at++) {
      const unit = part.charCodeAt(at);
      high = Math.imul(high ^ unit, FACTORS[0]);
      high ^= high >>> 15;
      low = Math.imul(low ^ unit, FACTORS[1]);
      low ^= low >>> 13;
    }
  }
  const first = stirred(high) ^ low;
  const second = stirred(low) ^ first;
  return hexadecimal(first) + hexadecimal(first >>> 16) + hexadecimal(stirred(second));
}

function stirred(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), STIRRERS[0]);
  const twice = Math.imul(once ^ (once >>> 13), STIRRERS[1]);
  return twice ^ (twice >>> 16);
}

const BYTES: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** The lower 16 bits, as four digits. */
function hexadecimal(value: number): string {
  return (BYTES[(value >>> 8) & 0xff] ?? '') + (BYTES[value & 0xff] ?? '');
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

  #id({ codePath, codebook, quote }: Identified, occurrence: number): string {
    return suggestionId({ document: this.#document, codePath, codebook, quote, occurrence });
  }
}
