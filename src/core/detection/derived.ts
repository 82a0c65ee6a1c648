/**
 * Codes that follow from other codes: the double role where partner and principal meet. Worked out over plain stretches of
 * text with a code, so that it can be done over what the detector suggests as well as over what is left once people have
 * decided: a rejected coding is simply not passed in, a confirmed or hand-made one is.
 */
import type { DerivedRule } from '../codebook/derivedRules.js';
import type { ParsedBlock, Sentence } from '../text/policyText.js';
import { overlaps, type Span } from '../text/span.js';
import { type Evidence, type Suggestion, speakingFor } from './suggestion.js';

/** A code on a stretch of a block that counts for deriving others. Offsets count like those of the block's sentences. */
export interface ActiveCoding extends Span {
  readonly codePath: string;
  /** 0..1; 1 for what a person gave or confirmed. */
  readonly score: number;
  /** The words that speak for it; empty for codes given by hand, for which the whole stretch speaks. */
  readonly evidence: readonly Evidence[];
}

/** The codings of one part of a rule, by the index of each sentence that they touch. */
type Part = ReadonlyMap<number, readonly ActiveCoding[]>;

/** Where the parts of a rule come together: from sentence `first` to sentence `last`, and the codings that do. */
interface Meeting {
  readonly derived: 'sentence' | 'paragraph';
  readonly first: number;
  readonly last: number;
  readonly sides: readonly (readonly ActiveCoding[])[];
}

/**
 * The derived codings of one block. A coding that runs over several sentences counts in each of them. Where the parts meet
 * in a sentence, that sentence is coded; where they meet only in the paragraph (the block), the stretch from the first
 * sentence that holds one of them to the last. What a sentence says already is not said of its paragraph again.
 */
export function deriveDoubleRoles(
  rules: readonly DerivedRule[],
  parsed: ParsedBlock,
  active: readonly ActiveCoding[],
): readonly Suggestion[] {
  return rules.flatMap((rule) => {
    const parts = rule.parts.map((path) => partOf(path, parsed.sentences, active));
    if (parts.length === 0 || parts.some((part) => part.size === 0)) return [];
    const inSentences = rule.within.includes('sentence') ? meetingsInSentences(parts) : [];
    const meetings =
      inSentences.length > 0 || !rule.within.includes('paragraph') ? inSentences : [meetingInBlock(parts)];
    return meetings.flatMap((meeting) => toSuggestion(rule, parsed, meeting) ?? []);
  });
}

function partOf(path: string, sentences: readonly Sentence[], active: readonly ActiveCoding[]): Part {
  const bySentence = new Map<number, ActiveCoding[]>();
  for (const coding of active) {
    if (coding.codePath !== path && !coding.codePath.startsWith(`${path}/`)) continue;
    for (let index = firstSentenceAfter(sentences, coding.start); index < sentences.length; index++) {
      const sentence = sentences[index];
      if (!sentence || !overlaps(sentence, coding)) break;
      bySentence.set(index, [...(bySentence.get(index) ?? []), coding]);
    }
  }
  return bySentence;
}

/** Index of the first sentence that ends after an offset. */
function firstSentenceAfter(sentences: readonly Sentence[], offset: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

function meetingsInSentences(parts: readonly Part[]): readonly Meeting[] {
  const indexes = [...(parts[0]?.keys() ?? [])].sort((a, b) => a - b);
  return indexes.flatMap((index) => {
    const sides = parts.map((part) => part.get(index) ?? []);
    return sides.every((side) => side.length > 0) ? [{ derived: 'sentence', first: index, last: index, sides }] : [];
  });
}

function meetingInBlock(parts: readonly Part[]): Meeting {
  const touched = parts.flatMap((part) => [...part.keys()]).sort((a, b) => a - b);
  const sides = parts.map((part) => [...part.values()].flat());
  return { derived: 'paragraph', first: touched[0] ?? 0, last: touched.at(-1) ?? 0, sides };
}

function toSuggestion(rule: DerivedRule, parsed: ParsedBlock, meeting: Meeting): Suggestion | undefined {
  const start = parsed.sentences[meeting.first]?.start;
  const end = parsed.sentences[meeting.last]?.end;
  if (start === undefined || end === undefined) return undefined;
  return {
    ...{ start, end, codePath: rule.codePath, codebook: rule.codebook },
    score: Math.min(...meeting.sides.map(surest)),
    evidence: evidenceOf(meeting.sides),
    language: parsed.language,
    sentence: meeting.first,
    derived: meeting.derived,
  };
}

/** A side is as sure as its surest coding; the meeting is as sure as its least sure side. */
function surest(side: readonly ActiveCoding[]): number {
  return side.reduce((score, coding) => Math.max(score, coding.score), 0);
}

/** The words of all sides, in the order of the text, each once. */
function evidenceOf(sides: readonly (readonly ActiveCoding[])[]): readonly Evidence[] {
  const unique = new Map<string, Evidence>();
  for (const coding of sides.flat()) {
    for (const each of speakingFor(coding.evidence)) unique.set(`${each.start} ${each.end} ${each.indicator}`, each);
  }
  return [...unique.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}
