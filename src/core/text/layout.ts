/** How a whole document is laid out, as far as that changes where its paragraphs end. */
import { isBlank, isClosed, lineAt } from './lines.js';

/** `spaced`: a converter put a blank line after every line, so that a blank line says nothing. */
export type Layout = 'normal' | 'spaced';

/** UTF-16 units at the start of a text that tell its layout: many pages, and still a fraction of a millisecond. */
export const LAYOUT_SAMPLE = 32_000;

/** Fewer lines than this prove nothing. */
const ENOUGH_LINES = 12;

/** In a normal text hardly any line before a blank line breaks off in a sentence that the next one takes up. */
const SPACED_SHARE = 0.35;

export function detectLayout(text: string): Layout {
  const sample = text.slice(0, LAYOUT_SAMPLE);
  let lines = 0;
  let together = 0;
  let brokenOff = 0;
  let isOpen = false;
  let wasBlank = true;
  for (let at = 0; at < sample.length; ) {
    const line = lineAt(sample, at);
    at = line.next;
    if (isBlank(line)) {
      wasBlank = true;
      continue;
    }
    lines++;
    if (!wasBlank) together++;
    else if (isOpen && /^\p{Ll}/u.test(sample.slice(line.from, line.from + 2))) brokenOff++;
    isOpen = !isClosed(sample, line.from, line.end);
    wasBlank = false;
  }
  const isSpaced = lines >= ENOUGH_LINES && together < lines * 0.1 && brokenOff >= lines * SPACED_SHARE;
  return isSpaced ? 'spaced' : 'normal';
}
