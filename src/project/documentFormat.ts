import type { Format } from '../core/text/policyText.js';

/** `notes/letter.md` is Markdown; what has another ending is plain text. */
export function formatOfPath(path: string): Format {
  return /\.(?:md|markdown)$/i.test(path) ? 'markdown' : 'plain';
}
