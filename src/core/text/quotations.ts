/** Quotations within sentences: one that its sentence goes on after is part of that sentence, whole. */

/** A quotation longer than this holds sentences of its own. UTF-16 units. */
const MAX_QUOTATION = 1_000;

const QUOTATION = /“[^“”]*”|„[^„”“]*[”“]|«[^«»]*»|(?<![\p{L}\p{N}])‘[^‘]*?’(?!\p{L})|(?<![\p{L}\p{N}])"[^"]*"/gu;

/** `starts` of sentences, without those inside such quotations. */
export function withoutQuoted(text: string, starts: number[]): number[] {
  if (starts.length === 0 || !/["“„«‘]/.test(text)) return starts;
  const inner = [...text.matchAll(QUOTATION)].filter((match) => goesOn(text, match));
  if (inner.length === 0) return starts;
  let index = 0;
  return starts.filter((start) => {
    for (let match = inner[index]; match && match.index + match[0].length <= start; match = inner[++index]);
    const match = inner[index];
    return !match || start <= match.index;
  });
}

function goesOn(text: string, match: RegExpExecArray): boolean {
  if (match[0].length > MAX_QUOTATION) return false;
  const after = text.slice(match.index + match[0].length, match.index + match[0].length + 12);
  return /^[,;]?\s+\p{Ll}/u.test(after) || /^[,;:]/.test(after);
}
