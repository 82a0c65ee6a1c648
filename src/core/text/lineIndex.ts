/** Lines as editors count them: `\n`, `\r\n` and a lone `\r` end one; a form feed or U+2028 does not. */
import { countUpTo } from './ascending.js';
import type { Span } from './span.js';

export interface TextPosition {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
}

/** Answers on which line an offset stands: one pass over the text when made, a binary search a question. */
export class LineIndex {
  readonly #text: string;
  readonly #starts: readonly number[];
  readonly #length: number;

  constructor(text: string) {
    this.#text = text;
    this.#starts = lineStarts(text);
    this.#length = text.length;
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** Offsets outside the text are taken for its nearest end. */
  positionAt(offset: number): TextPosition {
    const at = Math.max(0, Math.min(offset, this.#length));
    const line = countUpTo(this.#starts, at);
    return { line, column: at - (this.#starts[line - 1] ?? 0) + 1 };
  }

  /** Offset at which a line starts that counts from 1; undefined where there is no such line. */
  startOf(line: number): number | undefined {
    return this.#starts[line - 1];
  }

  /** A line that counts from 1, without what ends it. */
  spanOf(line: number): Span {
    const start = this.#starts[line - 1] ?? this.#length;
    let end = this.#starts[line] ?? this.#length;
    while (end > start && /[\r\n]/.test(this.#text[end - 1] ?? '')) end--;
    return { start, end };
  }
}

/** Offsets at which lines start; the first is 0. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return starts;
}
