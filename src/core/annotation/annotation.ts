/** What a person decided. The shapes on disk are promises: `policy-lens/annotations@1` in media/schemas. */
import type { Span } from '../text/span.js';

export type Decision = 'confirmed' | 'rejected';

/** Fields of the file that this version does not know; written back as they were. */
export type UnknownFields = Readonly<Record<string, unknown>>;

/** UTF-16 units of context kept on either side of a quotation. */
export const CONTEXT_LENGTH = 32;

/** Where an annotation sits, and how to find it again: position, quote and context. */
export interface Target extends Span {
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
  /** A person has seen that it is lost, and keeps it without a place. Says nothing of one that was found again. */
  readonly kept?: true;
  /**
   * Hex digest of the bytes that the offsets count in, where those are not the file's: of what was not found for certain since, and
   * waits for a person. Empty where nobody knows. Left out: the file's own.
   */
  readonly sha256?: string;
  readonly unknown?: UnknownFields;
}

/** How an annotation came to be. `code` is the code that was suggested, where a person chose another one. */
export type Origin =
  | { readonly kind: 'manual'; readonly unknown?: UnknownFields }
  | {
      readonly kind: 'suggestion';
      readonly codebook: string;
      readonly code: string;
      /** 0..1 */
      readonly score: number;
      readonly evidence: readonly string[];
      readonly unknown?: UnknownFields;
    };

export interface Annotation {
  /** ULID */
  readonly id: string;
  /** Code paths. */
  readonly codes: readonly string[];
  readonly status: Decision;
  readonly target: Target;
  readonly memo: string;
  readonly origin: Origin;
  /** ISO 8601, UTC. */
  readonly created: string;
  readonly modified: string;
  readonly unknown?: UnknownFields;
}

/**
 * `anchored`: exactly where it was; `moved`: the same words elsewhere; `changed`: the words were edited, the place is
 * certain; `ambiguous`: several places are as good; `orphan`: not found, kept and listed.
 */
export type AnchorState = 'anchored' | 'moved' | 'changed' | 'ambiguous' | 'orphan';

/** A place that may be the one: for a person to choose from. */
export interface RankedPlace {
  readonly span: Span;
  /** 0..1, as in placing. */
  readonly score: number;
}

/** An annotation in today's text. `span` is undefined for `ambiguous` and `orphan`. */
export interface PlacedAnnotation {
  readonly annotation: Annotation;
  readonly coder: string;
  readonly state: AnchorState;
  readonly span: Span | undefined;
  /** Best first; only for `ambiguous`, and for an `orphan` whose words are partly somewhere. */
  readonly candidates?: readonly RankedPlace[];
}

/** One step of what a person did to one annotation; reversed by swapping `before` and `after`. */
export interface Change {
  /** The document's URI, as `DocumentRef` has it. */
  readonly document: string;
  /** Whose annotation it is; left out: that of the coder who decides. */
  readonly coder?: string;
  readonly before: Annotation | undefined;
  readonly after: Annotation | undefined;
}
