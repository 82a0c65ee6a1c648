/** What the detector proposes. */
import type { Language } from '../text/policyText.js';
import type { Span } from '../text/span.js';

/** Words that speak for a code. Offsets count like those of the suggestion that holds it. */
export interface Evidence extends Span {
  /** The pattern that was found, as its author wrote it. */
  readonly indicator: string;
  /** 0..1 */
  readonly weight: number;
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
