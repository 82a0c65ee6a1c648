/** Which suggestions to ask a person about first: those where an answer teaches most. */
import { topCodePath } from '../codebook/codebook.js';
import type { CompiledCodebooks } from '../codebook/compile.js';
import type { Language } from '../text/policyText.js';
import type { Coding } from './coding.js';

export interface ReviewDocument {
  readonly ref: { readonly uri: string };
  readonly codings: readonly Coding[];
}

/** A suggestion in its document. */
export interface Reviewable<Of extends ReviewDocument> {
  readonly document: Of;
  readonly coding: Coding;
}

/** For a code that is not scored in the language: half-way, as far from sure as can be. */
const MIDDLE = 0.5;

/**
 * All suggestions that somebody may decide on, least certain first: nearest to the score from which the code is suggested. Derived
 * codes are left out, for they follow from others. What stays just under that score is asked about where more is suggested (`many`).
 */
export function reviewQueue<Of extends ReviewDocument>(
  documents: readonly Of[],
  compiled: CompiledCodebooks,
): readonly Reviewable<Of>[] {
  const thresholdOf = thresholds(compiled);
  const distance = ({ suggestion, score }: Coding): number =>
    suggestion && score !== undefined ? Math.abs(score - thresholdOf(suggestion.codePath, suggestion.language)) : 1;
  return documents
    .flatMap((document) => document.codings.filter(isOpen).map((coding) => ({ document, coding })))
    .map((each) => ({ each, distance: distance(each.coding) }))
    .sort((a, b) => a.distance - b.distance)
    .map(({ each }) => each);
}

function isOpen({ status, origin, span, editable }: Coding): boolean {
  return status === 'suggested' && origin !== 'derived' && span !== undefined && editable;
}

/** A sub-code is suggested where its top code is, and asked about as that. */
function thresholds(compiled: CompiledCodebooks): (codePath: string, language: Language) => number {
  const known = new Map<Language, ReadonlyMap<string, number>>();
  return (codePath, language) => {
    const ofLanguage = known.get(language) ?? thresholdsIn(compiled, language);
    known.set(language, ofLanguage);
    return ofLanguage.get(topCodePath(codePath)) ?? MIDDLE;
  };
}

function thresholdsIn(compiled: CompiledCodebooks, language: Language): ReadonlyMap<string, number> {
  const codes = compiled.index(language)?.codes ?? [];
  const threshold = compiled.scoring(language)?.threshold;
  return new Map(codes.map(({ path }, number) => [path, threshold?.[number] ?? MIDDLE]));
}
