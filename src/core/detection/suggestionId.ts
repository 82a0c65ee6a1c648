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
  return bytesToHex(sha256(utf8ToBytes(key))).slice(0, ID_LENGTH);
}

export type Identified = Pick<SuggestionKey, 'codePath' | 'codebook' | 'quote'>;

/** The ids of one code on one quotation in a document, in document order; `used` of them in the round `round`. */
interface Ids {
  readonly all: string[];
  used: number;
  round: number;
}

type KnownIds = Map<string, Map<string, Map<string, Ids>>>;

function entryOf<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** By codebook, code and quotation: strings put together to be one key would have to be hashed anew each time. */
function idsOf(known: KnownIds, { codebook, codePath, quote }: Identified): Ids {
  const byCode = entryOf(known, codebook, () => new Map<string, Map<string, Ids>>());
  const byQuote = entryOf(byCode, codePath, () => new Map<string, Ids>());
  return entryOf(byQuote, quote, () => ({ all: [], used: 0, round: 0 }));
}

/** Rounds after which what has gone is forgotten: it may have been undone until then. */
const KEPT_ROUNDS = 200;

function forget(known: KnownIds, before: number): void {
  for (const byCode of known.values()) {
    for (const byQuote of byCode.values()) {
      for (const [quote, { round }] of byQuote) if (round < before) byQuote.delete(quote);
    }
  }
}

/**
 * The ids of the suggestions of one document. Remembers those of the times before, so that an edit costs the hashes of what is
 * new.
 */
export class SuggestionIds {
  readonly #document: string;
  readonly #known: KnownIds = new Map();
  #round = 0;

  /** `document`: its path, as exports name it. */
  constructor(document: string) {
    this.#document = document;
  }

  /** Of all suggestions of the document, passed in document order. */
  of(suggestions: readonly Identified[]): readonly string[] {
    this.#round += 1;
    if (this.#round % KEPT_ROUNDS === 0) forget(this.#known, this.#round - KEPT_ROUNDS);
    return suggestions.map((suggestion) => {
      const ids = idsOf(this.#known, suggestion);
      if (ids.round !== this.#round) ids.used = 0;
      ids.round = this.#round;
      return this.#id(ids, suggestion, ids.used++);
    });
  }

  /** Hashes ahead, while there is time, what will be asked for: most quotations stand once in a document. */
  foresee(suggestions: readonly Identified[]): void {
    for (const suggestion of suggestions) this.#id(idsOf(this.#known, suggestion), suggestion, 0);
  }

  #id(ids: Ids, suggestion: Identified, occurrence: number): string {
    const id = ids.all[occurrence] ?? suggestionId({ ...suggestion, document: this.#document, occurrence });
    ids.all[occurrence] = id;
    return id;
  }
}
