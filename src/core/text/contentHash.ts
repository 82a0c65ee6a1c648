import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** SHA-256 of a file's bytes, in lower-case hexadecimal: what `sha256` holds in annotation files and exports. */
export function contentHash(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}
