/** What parts a sentence: commas, semicolons, colons, dashes and brackets between its words. */
import { isHyphen } from './characters.js';
import { isSpace } from './lines.js';
import { type Break, type BreakKind, NO_BREAKS } from './policyText.js';
import type { WordPlaces } from './words.js';

/** A stretch of marks and the words among which they stand, as indexes, ends exclusive. */
export interface Stretch {
  readonly marks: { readonly from: number; readonly to: number };
  readonly words: { readonly from: number; readonly to: number };
}

interface Found {
  readonly before: number;
  kind: BreakKind;
}

/** The breaks of one sentence, in order, their words counted from the sentence's first. */
export function breaksOf(text: string, places: WordPlaces, { marks, words }: Stretch): readonly Break[] {
  if (marks.from === marks.to) return NO_BREAKS;
  const found: Found[] = [];
  for (let index = marks.from; index < marks.to; index++) {
    const kind = kindOf(text, places.marks[index] ?? 0);
    const before = (places.markWords[index] ?? 0) - words.from;
    const last = found.at(-1);
    const isRepeated = last?.before === before && last.kind === kind && (kind === 'comma' || kind === 'strong');
    if (kind && !isRepeated) found.push({ before, kind });
  }
  const length = words.to - words.from;
  const kept = paired(found).filter(
    ({ before, kind }) => kind === 'open' || kind === 'close' || (before > 0 && before < length),
  );
  return kept.length > 0 ? kept : NO_BREAKS;
}

function kindOf(text: string, at: number): BreakKind | undefined {
  const sign = text.charAt(at);
  if (sign === ',') return 'comma';
  if (sign === ';' || sign === ':' || sign === '—') return 'strong';
  if ('([{'.includes(sign)) return 'open';
  if (')]}'.includes(sign)) return 'close';
  return isDash(text, at) ? 'strong' : undefined;
}

/** '–' or '-' between spaces; two hyphens are a typewriter's dash. */
function isDash(text: string, at: number): boolean {
  if (isHyphen(text.charCodeAt(at)) && isHyphen(text.charCodeAt(at + 1))) return true;
  return isOpen(text, at - 1) && isOpen(text, at + 1);
}

function isOpen(text: string, at: number): boolean {
  return at < 0 || at >= text.length || isSpace(text.charCodeAt(at)) || isHyphen(text.charCodeAt(at));
}

/** Brackets without their partner are made strong breaks, and pairs around nothing are left out. */
function paired(found: readonly Found[]): readonly Break[] {
  const open: Found[] = [];
  const empty = new Set<Found>();
  for (const one of found) {
    if (one.kind === 'open') open.push(one);
    if (one.kind !== 'close') continue;
    const partner = open.pop();
    if (!partner) one.kind = 'strong';
    else if (partner.before === one.before) empty.add(one).add(partner);
  }
  for (const one of open) one.kind = 'strong';
  return empty.size > 0 ? found.filter((one) => !empty.has(one)) : found;
}
