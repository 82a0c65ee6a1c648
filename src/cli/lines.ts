/**
 * Lines of a byte stream in constant memory. Only a line feed ends a line: JSON may hold U+2028 as it is, which Node's own
 * line reader takes for an end.
 */

/** A line without its end, or what is wrong with it. `number` counts from 1. */
export type Line =
  | { readonly number: number; readonly text: string }
  | { readonly number: number; readonly problem: 'invalidUtf8' | 'tooLong' };

const LINE_FEED = 10;

function decoded(number: number, parts: readonly Uint8Array[]): Line {
  try {
    return { number, text: new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts)) };
  } catch {
    return { number, problem: 'invalidUtf8' };
  }
}

/** Lines of more than `longest` bytes are passed over without being held. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<Line> {
  let number = 1;
  let length = 0;
  let parts: Uint8Array[] = [];
  const add = (part: Uint8Array): void => {
    length += part.length;
    if (length > longest) parts = [];
    else parts.push(part);
  };
  const take = (): Line => {
    const line: Line = length > longest ? { number, problem: 'tooLong' } : decoded(number, parts);
    number += 1;
    length = 0;
    parts = [];
    return line;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, from)) {
      add(chunk.subarray(from, end));
      yield take();
      from = end + 1;
    }
    if (from < chunk.length) add(chunk.subarray(from));
  }
  if (length > 0) yield take();
}
