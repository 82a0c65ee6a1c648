/** From the bytes of a file to text. Policy texts come from anywhere: UTF-8 by default, UTF-16 where a byte order mark says so. */

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

export interface DecodedText {
  /** Without the byte order mark. What could not be decoded stands as U+FFFD. */
  readonly text: string;
  readonly encoding: Encoding;
  /** Whether the file starts with a byte order mark. */
  readonly bom: boolean;
  /** The first byte that is no UTF-8, from 0 at the start of the file; absent when all are. */
  readonly invalidAt?: number;
  /** A file that is no text; `text` is empty then. */
  readonly binary: boolean;
}

/** Bytes at the start of a file in which a NUL shows that it is no text. As git does it. */
const BINARY_SAMPLE = 8_192;

const REPLACEMENT = '\ufffd';

export function decodeText(bytes: Uint8Array): DecodedText {
  const mark = byteOrderMark(bytes);
  const encoding = mark?.encoding ?? 'utf-8';
  const body = bytes.subarray(mark?.length ?? 0);
  const bom = mark !== undefined;
  const isUtf16 = encoding !== 'utf-8';
  if (isUtf16 ? isUtf32(bytes) : body.subarray(0, BINARY_SAMPLE).includes(0)) {
    return { text: '', encoding, bom, binary: true };
  }
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(body);
  const invalidAt = isUtf16 ? undefined : firstInvalid(body, text);
  if (invalidAt === undefined) return { text, encoding, bom, binary: false };
  return { text, encoding, bom, binary: false, invalidAt: invalidAt + (mark?.length ?? 0) };
}

function byteOrderMark(bytes: Uint8Array): { encoding: Encoding; length: number } | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', length: 2 };
  return undefined;
}

/** The mark of UTF-32 begins like that of UTF-16; no platform decodes it. */
function isUtf32(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xfe && bytes.length >= 4 && bytes[2] === 0 && bytes[3] === 0;
}

/** The first replacement character that does not stand in the file itself. */
function firstInvalid(bytes: Uint8Array, text: string): number | undefined {
  const encoder = new TextEncoder();
  let offset = 0;
  let from = 0;
  for (let at = text.indexOf(REPLACEMENT); at >= 0; at = text.indexOf(REPLACEMENT, from)) {
    offset += encoder.encode(text.slice(from, at)).length;
    const isGenuine = bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd;
    if (!isGenuine) return offset;
    offset += 3;
    from = at + 1;
  }
  return undefined;
}
