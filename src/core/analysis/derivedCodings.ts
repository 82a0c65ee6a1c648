/** Double roles as they follow from what is left once a person has decided. */
import type { PlacedAnnotation } from '../annotation/annotation.js';
import type { DerivedRule } from '../codebook/derivedRules.js';
import { type ActiveCoding, deriveDoubleRoles } from '../detection/derived.js';
import { placeSuggestion } from '../detection/place.js';
import type { Suggestion } from '../detection/suggestion.js';
import type { ParsedBlock, PolicyText } from '../text/policyText.js';
import { bySpan } from '../text/span.js';
import type { Decided } from './decided.js';
import { SpanIndex } from './spanIndex.js';

/** What derived codes are worked out from. */
export interface Derivation {
  readonly rules: readonly DerivedRule[];
  readonly text: PolicyText;
  /** One for each block of `text`, as far as it has been read. */
  readonly parsed: readonly (ParsedBlock | undefined)[];
}

interface Sources {
  /** The coder's own. */
  readonly annotations: readonly PlacedAnnotation[];
  /** In document order. */
  readonly suggestions: readonly Suggestion[];
  readonly decided: Decided;
}

/**
 * The suggestions with the derived ones brought up to date. Only blocks with a decision about a part of a rule can differ
 * from what the detector said; in those, rejected parts no longer count, confirmed and hand-made ones do.
 */
export function updateDerived(sources: Sources, { rules, text, parsed }: Derivation): readonly Suggestion[] {
  const parts = rules.flatMap((rule) => rule.parts);
  const isPart = (code: string) => parts.some((part) => isWithin(code, part));
  const about = sources.annotations.filter(({ annotation: { codes, origin } }) =>
    [...codes, ...(origin.kind === 'suggestion' ? [origin.code] : [])].some(isPart),
  );
  if (about.length === 0) return sources.suggestions;
  const annotations = new SpanIndex(about.flatMap((item) => (item.span ? [{ span: item.span, item }] : [])));
  const suggestions = new SpanIndex(sources.suggestions.map((item) => ({ span: item, item })));
  const outdated = new Set<Suggestion>();
  const fresh: Suggestion[] = [];
  text.blocks.forEach((block, index) => {
    const read = parsed[index];
    const decisions = read ? annotations.overlapping(block).map(({ item }) => item) : [];
    if (!read || decisions.length === 0) return;
    const here = suggestions.overlapping(block).map(({ item }) => item);
    for (const suggestion of here) if (suggestion.derived) outdated.add(suggestion);
    const open = here.filter((suggestion) => !suggestion.derived);
    const active = [...openOnes(open, sources.decided), ...decisions.flatMap((one) => confirmedOnes(one, suggestions))];
    if (!rules.some((rule) => rule.parts.every((part) => active.some(({ codePath }) => isWithin(codePath, part)))))
      return;
    const relative = active.map((coding) => placeSuggestion(coding, -block.start));
    for (const found of deriveDoubleRoles(rules, read, relative)) fresh.push(placeSuggestion(found, block.start));
  });
  return [...sources.suggestions.filter((suggestion) => !outdated.has(suggestion)), ...fresh].sort(bySpan);
}

/** A sub-code counts for its code. */
function isWithin(code: string, part: string): boolean {
  return code === part || code.startsWith(`${part}/`);
}

function openOnes(suggestions: readonly Suggestion[], decided: Decided): readonly ActiveCoding[] {
  return suggestions.filter((suggestion) => !decided.decisionOn(suggestion));
}

/** A confirmed code, with the words that the detector still finds for it there. */
function confirmedOnes({ annotation, span }: PlacedAnnotation, suggestions: SpanIndex<Suggestion>): ActiveCoding[] {
  if (!span || annotation.status !== 'confirmed') return [];
  const here = suggestions.overlapping(span);
  return annotation.codes.map((codePath) => {
    const alike = here.filter(({ item }) => item.codePath === codePath);
    return {
      start: span.start,
      end: span.end,
      codePath,
      score: 1,
      evidence: alike.flatMap(({ item }) => item.evidence),
    };
  });
}
