/** What the detector proposes. */
import type { Language } from '../text/policyText.js';
import type { Span } from '../text/span.js';

/** Words that speak for a code, or against it. Offsets count like those of the suggestion that holds it. */
export interface Evidence extends Span {
  /** The pattern that was found, as its author wrote it. */
  readonly indicator: string;
  /** Of the indicator that the pattern belongs to: several of its words may be here, and count once. */
  readonly id: string;
  /** 0..1: how likely the code is where this is the only evidence. */
  readonly weight: number;
  /** What the indicator adds to the log-odds of the code; under 0 where it speaks against it. */
  readonly adds: number;
}

/** The words that speak for a code, without those that speak against it. */
export function speakingFor(evidence: readonly Evidence[]): readonly Evidence[] {
  return evidence.every(({ adds }) => adds > 0) ? evidence : evidence.filter(({ adds }) => adds > 0);
}

/** The detector's proposal of a code for a sentence. */
export interface Suggestion extends Span {
  readonly codePath: string;
  /** 0..1 */
  readonly score: number;
  readonly evidence: readonly Evidence[];
  readonly language: Language;
  /** Codebook and version that it came from, `interventions@1`. */
  readonly codebook: string;
  /** Index of the sentence in its block, from 0. */
  readonly sentence: number;
  /** For a derived code: where its parts met. */
  readonly derived: 'sentence' | 'paragraph' | undefined;
}
