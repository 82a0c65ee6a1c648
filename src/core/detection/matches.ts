/** A pattern found in a sentence: indexes of the first and the last word. */
export interface Found {
  readonly pattern: number;
  readonly first: number;
  readonly last: number;
}

/** What was found in one sentence. Made once and used for sentence after sentence: most find little or nothing. */
export class Matches {
  /** In order of the last word. */
  found: Found[] = [];
  /** By pattern: in which sentence, by count, it was last found. */
  readonly #foundIn: Int32Array;
  #sentence = 0;

  constructor(patternCount: number) {
    this.#foundIn = new Int32Array(patternCount);
  }

  clear(): void {
    if (this.found.length > 0) this.found = [];
    this.#sentence = (this.#sentence + 1) | 0;
  }

  add(found: Found): void {
    this.#foundIn[found.pattern] = this.#sentence;
    this.found.push(found);
  }

  has(pattern: number): boolean {
    return this.#foundIn[pattern] === this.#sentence;
  }

  /** After parts of a sentence were read one after the other. */
  sort(): void {
    this.found.sort((a, b) => a.last - b.last);
  }

  of(pattern: number): readonly Found[] {
    return this.has(pattern) ? this.found.filter((each) => each.pattern === pattern) : [];
  }
}
