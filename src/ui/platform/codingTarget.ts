/** How views and hovers name a coding to a command. */
export interface CodingTarget {
  readonly uri: string;
  readonly codingId: string;
}

export function isCodingTarget(value: unknown): value is CodingTarget {
  if (typeof value !== 'object' || value === null) return false;
  return 'uri' in value && typeof value.uri === 'string' && 'codingId' in value && typeof value.codingId === 'string';
}

/** Handed to `policyLens.reveal` with a row that was clicked: the text is shown, and the keyboard stays in the tree. */
export const KEEP_FOCUS = 'keepFocus';
