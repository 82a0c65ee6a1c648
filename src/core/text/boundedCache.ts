/** Distinct words to remember, some 20 MB at most: more than any one document has. */
const MAX_WORDS = 65_536;

/** Longer ones are not words but numbers, addresses and noise, which would only fill the memory. */
const LONGEST_KEPT_WORD = 64;

/** What is known of words. Forgets everything when full: simpler than counting uses, and refilled in milliseconds. */
export class BoundedCache<Value> {
  readonly #values = new Map<string, Value>();

  get(word: string): Value | undefined {
    return this.#values.get(word);
  }

  set(word: string, value: Value): void {
    if (word.length > LONGEST_KEPT_WORD) return;
    if (this.#values.size >= MAX_WORDS) this.#values.clear();
    this.#values.set(word, value);
  }
}
