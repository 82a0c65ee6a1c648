/** Double roles as they follow from what is left once a person has decided. */
import type { PlacedAnnotation } from '../annotation/annotation.js';
import type { DerivedRule } from '../codebook/derivedRules.js';
import { type ActiveCoding, deriveDoubleRoles } from '../detection/derived.js';
import { placeSuggestion } from '../detection/place.js';
import type { Suggestion } from '../detection/suggestion.js';
import { overlaps, type Span } from '../text/span.js';
import type { Decided } from './decided.js';
import type { ReadBlock } from './suggestedCodings.js';

interface Decisions {
  /** The coder's own that touch the block. */
  readonly decisions: readonly PlacedAnnotation[];
  readonly decided: Decided;
  readonly rules: readonly DerivedRule[];
}

/**
 * A block with the derived suggestions brought up to date. Only where somebody decided about a part of a rule can it differ from
 * what the detector said: there rejected parts no longer count, confirmed and hand-made ones do. `block`: where it is.
 */
export function updateDerived(read: ReadBlock, block: Span, { decisions, decided, rules }: Decisions): ReadBlock {
  const parts = rules.flatMap((rule) => rule.parts);
  const isPart = (code: string) => parts.some((part) => isWithin(code, part));
  if (!decisions.some((decision) => codesOf(decision).some(isPart))) return read;
  const found = read.suggestions.filter(({ derived }) => !derived);
  const active = [
    ...found.filter((suggestion) => !decided.decisionOn(placeSuggestion(suggestion, block.start))),
    ...decisions.flatMap((decision) => confirmedOnes(decision, block.start, found)),
  ];
  return { parsed: read.parsed, suggestions: [...found, ...deriveDoubleRoles(rules, read.parsed, active)] };
}

function codesOf({ annotation: { codes, origin } }: PlacedAnnotation): readonly string[] {
  return origin.kind === 'suggestion' ? [...codes, origin.code] : codes;
}

/** A sub-code counts for its code. */
function isWithin(code: string, part: string): boolean {
  return code === part || code.startsWith(`${part}/`);
}

/** A confirmed code, with the words that the detector still finds for it there. */
function confirmedOnes(
  { annotation, span }: PlacedAnnotation,
  start: number,
  found: readonly Suggestion[],
): readonly ActiveCoding[] {
  if (!span || annotation.status !== 'confirmed') return [];
  const here = { start: span.start - start, end: span.end - start };
  return annotation.codes.map((codePath) => {
    const alike = found.filter((suggestion) => suggestion.codePath === codePath && overlaps(suggestion, here));
    return { ...here, codePath, score: 1, evidence: alike.flatMap(({ evidence }) => evidence) };
  });
}
