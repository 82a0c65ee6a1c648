/**
 * One code on one quotation: what every view shows and what a row of an export is made of, whether the detector suggested
 * it or a person decided on it.
 */
import type { AnchorState, Annotation, RankedPlace } from '../annotation/annotation.js';
import type { Suggestion } from '../detection/suggestion.js';
import type { Span } from '../text/span.js';

export type CodingStatus = 'suggested' | 'confirmed' | 'rejected';

export interface Coding {
  /** Unique in its document, and the same as long as the coding is the same: keeps trees open and exports joinable. */
  readonly id: string;
  readonly codePath: string;
  readonly status: CodingStatus;
  /** Where it is in today's text; undefined when the annotation was not found again. */
  readonly span: Span | undefined;
  /** The words at `span`, or the words that were lost. */
  readonly quote: string;
  readonly state: AnchorState;
  /** Places to choose from, best first, where the one is not certain: `ambiguous`, or `orphan` with words partly somewhere. */
  readonly candidates?: readonly RankedPlace[];
  /** Empty for a suggestion. */
  readonly coder: string;
  /** Whether it is the user's own annotation or a suggestion that the user may decide on. */
  readonly editable: boolean;
  readonly origin: 'suggestion' | 'manual' | 'derived';
  /** 0..1; undefined for codes given by hand. */
  readonly score: number | undefined;
  readonly memo: string;
  readonly annotation: Annotation | undefined;
  /** Present on suggestions; on decisions only as far as the text still yields it. */
  readonly suggestion: Suggestion | undefined;
}
