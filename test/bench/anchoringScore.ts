/** Counting what became of passages whose true place is known. */
import type { AnchorState } from '../../src/core/annotation/annotation.js';
import { overlapLength, type Span, spanLength } from '../../src/core/text/span.js';
import type { TruePlace } from '../support/tracedText.js';

/** Overlap over what both cover together from which on a place is right. */
const RIGHT = 0.7;

export interface Answer {
  readonly state: AnchorState;
  readonly span: Span | undefined;
}

export class Score {
  /** Passages of which at least half is still there. */
  kept = 0;
  right = 0;
  wrong = 0;
  /** Of the wrong ones: those that do not even touch the true place. */
  elsewhere = 0;
  ambiguous = 0;
  orphaned = 0;
  deleted = 0;
  deletedOrphaned = 0;
  deletedPlaced = 0;
  /** Rewritten for more than half: neither kept nor deleted. */
  rewritten = 0;
  rewrittenElsewhere = 0;
  milliseconds = 0;

  add(truth: TruePlace, { state, span }: Answer): void {
    const share = span && truth.span ? overlapShare(span, truth.span) : 0;
    if (truth.kind === 'kept') this.#addKept(share, { state, span });
    else if (truth.kind === 'deleted') this.#addDeleted({ state, span });
    else {
      this.rewritten++;
      if (span && share === 0) this.rewrittenElsewhere++;
    }
  }

  #addKept(share: number, { state, span }: Answer): void {
    this.kept++;
    if (!span) {
      if (state === 'ambiguous') this.ambiguous++;
      else this.orphaned++;
    } else if (share >= RIGHT) this.right++;
    else {
      this.wrong++;
      if (share === 0) this.elsewhere++;
    }
  }

  #addDeleted({ state, span }: Answer): void {
    this.deleted++;
    if (span) this.deletedPlaced++;
    else if (state === 'orphan') this.deletedOrphaned++;
  }
}

function overlapShare(a: Span, b: Span): number {
  const shared = overlapLength(a, b);
  return shared / (spanLength(a) + spanLength(b) - shared);
}
