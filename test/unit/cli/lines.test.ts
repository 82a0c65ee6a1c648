import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { type Line, linesOf } from '../../../src/cli/lines.js';

async function read(chunks: readonly Uint8Array[], longest = 1000): Promise<readonly Line[]> {
  async function* source(): AsyncGenerator<Uint8Array> {
    yield* chunks;
  }
  const lines: Line[] = [];
  for await (const line of linesOf(source(), longest)) lines.push(line);
  return lines;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('lines of a stream', () => {
  it('come out the same however the stream is cut into chunks', async () => {
    const lineText = fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\n', ' ').replace(/^\uFEFF/, ''));
    await fc.assert(
      fc.asyncProperty(fc.array(lineText, { minLength: 1 }), fc.integer({ min: 1, max: 9 }), async (texts, size) => {
        const whole = bytes(`${texts.join('\n')}\n`);
        const chunks: Uint8Array[] = [];
        for (let at = 0; at < whole.length; at += size) chunks.push(whole.subarray(at, at + size));
        const expected = texts.map((text, index) => ({ number: index + 1, text }));
        assert.deepEqual(await read(chunks), expected);
      }),
      { numRuns: 25 },
    );
  });

  it('end at line feeds alone: JSON may hold U+2028 as it is', async () => {
    assert.deepEqual(await read([bytes('a\u2028b\r\nc')]), [
      { number: 1, text: 'a\u2028b\r' },
      { number: 2, text: 'c' },
    ]);
  });

  it('are named by number where they are not UTF-8 or too long, and the next ones still come', async () => {
    const lines = await read([bytes('ok\n'), Uint8Array.of(0xff, 10), bytes('123456\nlast')], 5);
    assert.deepEqual(lines, [
      { number: 1, text: 'ok' },
      { number: 2, problem: 'invalidUtf8' },
      { number: 3, problem: 'tooLong' },
      { number: 4, text: 'last' },
    ]);
  });
});
