/** Spans that can be asked which of them overlap another: for sweeps over thousands of codings. */
import { bySpan, type Span } from '../text/span.js';

export interface Placed<Item> {
  readonly span: Span;
  readonly item: Item;
}

export class SpanIndex<Item> {
  readonly #sorted: readonly Placed<Item>[];
  /** The furthest end among the first n + 1. */
  readonly #reach: readonly number[];

  constructor(placed: readonly Placed<Item>[]) {
    this.#sorted = [...placed].sort((a, b) => bySpan(a.span, b.span));
    let reach = 0;
    this.#reach = this.#sorted.map(({ span }) => (reach = Math.max(reach, span.end)));
  }

  /** Those that share at least one unit with `span`, in document order. */
  overlapping(span: Span): readonly Placed<Item>[] {
    const found: Placed<Item>[] = [];
    for (let index = this.#startingBefore(span.end) - 1; index >= 0; index--) {
      if ((this.#reach[index] ?? 0) <= span.start) break;
      const placed = this.#sorted[index];
      if (placed && placed.span.end > span.start) found.push(placed);
    }
    return found.reverse();
  }

  #startingBefore(offset: number): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#sorted[middle]?.span.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
