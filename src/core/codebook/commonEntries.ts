/** Entries of a word list, parted by commas, over several lines. */
export function entries(text: string): readonly string[] {
  return text.split(',').map((entry) => entry.trim().replace(/\s+/g, ' '));
}
