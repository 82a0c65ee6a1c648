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

/** Ids in document order, by codebook, code and quotation. Strings put together to be a key would have to be hashed anew. */
class KnownIds {
  readonly #byCodebook = new Map<string, Map<string, Map<string, string[]>>>();

  of({ codebook, codePath, quote }: Identified): string[] {
    const byCode = entryOf(this.#byCodebook, codebook, () => new Map<string, Map<string, string[]>>());
    const byQuote = entryOf(byCode, codePath, () => new Map<string, string[]>());
    return entryOf(byQuote, quote, () => []);
  }
}

function entryOf<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/**
 * Gives ids to all suggestions of a document, passed in document order. Remembers those of the time before, so that an edit
 * costs the hashes of what is new.
 */
export function suggestionIdentifier(document: string): (suggestions: readonly Identified[]) => readonly string[] {
  let known = new KnownIds();
  return (suggestions) => {
    const before = known;
    known = new KnownIds();
    return suggestions.map((suggestion) => {
      const ids = known.of(suggestion);
      const occurrence = ids.length;
      const id = before.of(suggestion)[occurrence] ?? suggestionId({ ...suggestion, document, occurrence });
      ids.push(id);
      return id;
    });
  };
}
