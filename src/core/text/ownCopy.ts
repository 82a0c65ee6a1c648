/**
 * The same words in a string of their own. Engines keep a part of a text as a view of it: the words of a sentence would hold on to
 * the whole document, and those of a thousand keystrokes to a thousand of them.
 */
export function ownCopy(part: string): string {
  return ` ${part}`.slice(1);
}
