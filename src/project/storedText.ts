/** A document's text as it is on disk: what offsets in annotation files count in. */
import { type Message, message } from '../core/message.js';
import { contentHash } from '../core/text/contentHash.js';
import { decodeText } from '../core/text/decode.js';
import type { Files } from './ports.js';
import { reasonOf } from './reason.js';

/** Bytes. The longest policy texts have some 5 million; a file beyond this is not one, and would not fit in memory parsed. */
export const MAX_SIZE = 40_000_000;

const MILLION = 1_000_000;

export interface StoredText {
  /** Without a byte order mark, with the line ends of the file. */
  readonly text: string;
  /** Of the file's bytes. */
  readonly sha256: string;
}

export interface ReadStored {
  /** Left out where the file is not text, is too large, or cannot be read. */
  readonly stored?: StoredText | undefined;
  readonly messages: readonly Message[];
}

/** Undefined where there is no such file. `path`: as messages name the document. */
export async function readStored(
  files: Pick<Files, 'read'>,
  uri: string,
  path: string,
): Promise<ReadStored | undefined> {
  try {
    const bytes = await files.read(uri);
    return bytes && textOf(path, bytes);
  } catch (error) {
    return { messages: [message('document.unreadable', [path, reasonOf(error)])] };
  }
}

/** The text of a file's bytes. */
export function textOf(path: string, bytes: Uint8Array): ReadStored {
  if (bytes.length > MAX_SIZE) return { messages: [tooLarge(path, bytes.length)] };
  const { text, binary, invalidAt } = decodeText(bytes);
  if (binary) return { messages: [message('document.binary', [path])] };
  const messages = invalidAt === undefined ? [] : [message('document.invalidUtf8', [path, invalidAt])];
  return { stored: { text, sha256: contentHash(bytes) }, messages };
}

/** `size`, `limit`: bytes, or UTF-16 units where the text is at hand. */
export function tooLarge(path: string, size: number, limit = MAX_SIZE): Message {
  return message('document.tooLarge', [path, Math.round(size / MILLION), limit / MILLION]);
}
