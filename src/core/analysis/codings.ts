/** All codings of a document: what is suggested and what people decided, each shown once. */
import type { PlacedAnnotation } from '../annotation/annotation.js';
import type { DerivedRule } from '../codebook/derivedRules.js';
import type { Suggestion } from '../detection/suggestion.js';
import type { PolicyText } from '../text/policyText.js';
import { bySpan } from '../text/span.js';
import type { Coding } from './coding.js';
import { decidedBy } from './decided.js';
import { updateDerived } from './derivedCodings.js';
import { SpanIndex } from './spanIndex.js';
import type { ReadBlock, SuggestedCodings } from './suggestedCodings.js';

export interface CodingSources {
  /** Spans of annotations count in it. */
  readonly text: PolicyText;
  /** One for each block of `text`, as far as it has been read. */
  readonly read: readonly (ReadBlock | undefined)[];
  /** Those of this document, with what is known of them from before. */
  readonly suggested: SuggestedCodings;
  /** What derived codes are worked out by, where somebody decided on their parts. */
  readonly rules: readonly DerivedRule[];
  /** Of all coders. */
  readonly annotations: readonly PlacedAnnotation[];
  /** Whose decisions count: their annotations hide suggestions and can be edited. Empty for nobody. */
  readonly coder: string;
}

/**
 * Codings in document order, those without a place last. An annotation with several codes gives one for each. A suggestion
 * on which the coder has decided is not shown beside the decision, but kept in it.
 */
export function codingsOf(sources: CodingSources): readonly Coding[] {
  const { annotations, rules } = sources;
  const { open, evidence } = split(sources);
  if (annotations.length === 0) return open;
  const derived = new Set(rules.map((rule) => rule.codePath));
  const ids = new Set<string>();
  const decisions = annotations.flatMap((placed) => decisionsOf(placed, { sources, evidence, derived, ids }));
  return merged(open, decisions.sort(inOrder));
}

/** Two lists in document order as one: thousands of suggestions are not sorted again for each decision. */
function merged(a: readonly Coding[], b: readonly Coding[]): readonly Coding[] {
  const all: Coding[] = [];
  let next = 0;
  for (const coding of a) {
    for (let other = b[next]; other && inOrder(other, coding) < 0; other = b[++next]) all.push(other);
    all.push(coding);
  }
  for (const coding of b.slice(next)) all.push(coding);
  return all;
}

function inOrder(a: Coding, b: Coding): number {
  if (!a.span || !b.span) return Number(!a.span) - Number(!b.span) || byTarget(a, b) || byName(a, b);
  return bySpan(a.span, b.span) || byName(a, b);
}

function byTarget(a: Coding, b: Coding): number {
  return (a.annotation?.target.start ?? 0) - (b.annotation?.target.start ?? 0);
}

function byName(a: Coding, b: Coding): number {
  return compare(a.codePath, b.codePath) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What the detector still finds where a decision was taken, by annotation and code. */
type Evidence = ReadonlyMap<PlacedAnnotation, readonly Suggestion[]>;

/** Suggestions that are still open, and what the decided ones say for the decisions. Only blocks with decisions are looked into. */
function split({ text, read, suggested, rules, annotations, coder }: CodingSources) {
  const own = annotations.filter((placed) => coder !== '' && placed.coder === coder);
  const places = new SpanIndex(own.flatMap((item) => (item.span ? [{ span: item.span, item }] : [])));
  const decided = decidedBy(own);
  const open: Coding[] = [];
  const evidence = new Map<PlacedAnnotation, Suggestion[]>();
  // Ids count all suggestions, decided or not: a decision does not change the ids of the others.
  suggested.begin();
  text.blocks.forEach((block, index) => {
    const found = read[index];
    if (!found) return;
    const decisions = own.length > 0 ? places.overlapping(block).map(({ item }) => item) : own;
    const now = decisions.length > 0 ? updateDerived(found, block, { decisions, decided, rules }) : found;
    for (const coding of suggested.of(now, block, text.text)) {
      const { suggestion } = coding;
      const decision = suggestion && decisions.length > 0 ? decided.decisionOn(suggestion) : undefined;
      if (!suggestion || !decision) open.push(coding);
      else evidence.set(decision, [...(evidence.get(decision) ?? []), suggestion]);
    }
  });
  return { open, evidence };
}

interface Context {
  readonly sources: CodingSources;
  readonly evidence: Evidence;
  readonly derived: ReadonlySet<string>;
  /** Ids given so far. */
  readonly ids: Set<string>;
}

/** One coding for each code of an annotation. */
function decisionsOf(placed: PlacedAnnotation, { sources, evidence, derived, ids }: Context): readonly Coding[] {
  const { annotation, coder, state, span, candidates } = placed;
  const codes = [...new Set(annotation.codes)];
  const { origin } = annotation;
  return codes.map((codePath) => {
    const isSuggested = origin.kind === 'suggestion' && origin.code === codePath;
    return {
      id: uniqueId(codes.length > 1 ? `${annotation.id}:${codePath}` : annotation.id, coder, ids),
      codePath,
      status: annotation.status,
      span,
      quote: span ? sources.text.text.slice(span.start, span.end) : annotation.target.quote,
      state,
      ...(candidates ? { candidates } : {}),
      coder,
      editable: sources.coder !== '' && coder === sources.coder,
      origin: origin.kind === 'manual' ? 'manual' : derived.has(origin.code) ? 'derived' : 'suggestion',
      score: isSuggested ? origin.score : undefined,
      memo: annotation.memo,
      annotation,
      suggestion: evidence.get(placed)?.find((suggestion) => suggestion.codePath === codePath),
    };
  });
}

/** A colleague who copied a folder of annotations has the same ids: the coder's name tells them apart. */
function uniqueId(id: string, coder: string, ids: Set<string>): string {
  let unique = ids.has(id) ? `${id}:${coder}` : id;
  while (ids.has(unique)) unique += ':';
  ids.add(unique);
  return unique;
}
