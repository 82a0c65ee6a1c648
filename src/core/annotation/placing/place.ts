/** What placing is asked, and what it answers. */
import type { Span } from '../../text/span.js';
import type { AnchorState, RankedPlace, Target } from '../annotation.js';

export interface ToPlace {
  /** Of one annotation file, in any order; their offsets count in `before`. */
  readonly targets: readonly Target[];
  readonly text: string;
  /** The text that the targets' offsets count in, where it is at hand. */
  readonly before?: string | undefined;
}

/** Where a target is in a text. `span` is undefined for `ambiguous` and `orphan`. */
export interface Place {
  readonly state: AnchorState;
  readonly span: Span | undefined;
  /** Best first; only for `ambiguous`, and for an `orphan` whose words are partly somewhere. */
  readonly candidates?: readonly RankedPlace[];
}
