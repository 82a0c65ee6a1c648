/** Giving a folded word back what folding took. */

/**
 * A folded word with the capitals that it has in the text. What folding took out (soft hyphens, a break at a line's end) stays
 * out; a letter that folding changed otherwise stays as it is.
 */
export function withCapitals(folded: string, original: string): string {
  let result = '';
  let at = 0;
  for (const letter of folded) {
    let place = at;
    while (place < original.length && original.charAt(place).toLowerCase() !== letter) place++;
    const isFound = place < original.length;
    result += isFound ? original.charAt(place) : letter;
    if (isFound) at = place + 1;
  }
  return result;
}
