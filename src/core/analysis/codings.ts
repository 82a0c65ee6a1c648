/** All codings of a document: what is suggested and what people decided, each shown once. */
import type { PlacedAnnotation } from '../annotation/annotation.js';
import type { Suggestion } from '../detection/suggestion.js';
import type { Identified } from '../detection/suggestionId.js';
import { bySpan } from '../text/span.js';
import type { Coding } from './coding.js';
import { type Decided, decidedBy } from './decided.js';
import { type Derivation, updateDerived } from './derivedCodings.js';

export interface CodingSources {
  /** The document's text: spans count in it. */
  readonly text: string;
  /** All that the detector suggests, derived codes included, in document order, with offsets in the document. */
  readonly suggestions: readonly Suggestion[];
  /** Of all coders. */
  readonly annotations: readonly PlacedAnnotation[];
  /** Whose decisions count: their annotations hide suggestions and can be edited. Empty for nobody. */
  readonly coder: string;
  /** Ids for suggestions: `SuggestionIds` of the document's path. */
  readonly ids: { of(suggestions: readonly Identified[]): readonly string[] };
  /** What derived codes are worked out from; without it they stay as the detector suggests them. */
  readonly derivation?: Derivation;
}

/**
 * Codings in document order, those without a place last. An annotation with several codes gives one for each. A suggestion
 * on which the coder has decided is not shown beside the decision, but kept in it.
 */
export function codingsOf(sources: CodingSources): readonly Coding[] {
  const own = sources.annotations.filter(({ coder }) => sources.coder !== '' && coder === sources.coder);
  const decided = decidedBy(own);
  const suggestions = sources.derivation
    ? updateDerived({ annotations: own, suggestions: sources.suggestions, decided }, sources.derivation)
    : sources.suggestions;
  const { open, evidence } = split(suggestions, decided, sources);
  const derived = new Set(sources.derivation?.rules.map((rule) => rule.codePath));
  const ids = new Set<string>();
  const decisions = sources.annotations.flatMap((placed) => decisionsOf(placed, { sources, evidence, derived, ids }));
  return [...open, ...decisions].sort(inOrder);
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

function split(suggestions: readonly Suggestion[], decided: Decided, { text, ids: identifier }: CodingSources) {
  const open: Coding[] = [];
  const evidence = new Map<PlacedAnnotation, Suggestion[]>();
  const quotes = suggestions.map(({ start, end }) => text.slice(start, end));
  // Ids count all suggestions, decided or not: a decision does not change the ids of the others.
  const ids = identifier.of(
    suggestions.map(({ codePath, codebook }, index) => ({ codePath, codebook, quote: quotes[index] ?? '' })),
  );
  suggestions.forEach((suggestion, index) => {
    const decision = decided.decisionOn(suggestion);
    if (!decision) open.push(suggested(suggestion, ids[index] ?? '', quotes[index] ?? ''));
    else evidence.set(decision, [...(evidence.get(decision) ?? []), suggestion]);
  });
  return { open, evidence };
}

function suggested(suggestion: Suggestion, id: string, quote: string): Coding {
  return {
    id,
    codePath: suggestion.codePath,
    status: 'suggested',
    span: { start: suggestion.start, end: suggestion.end },
    quote,
    state: 'anchored',
    coder: '',
    editable: true,
    origin: suggestion.derived ? 'derived' : 'suggestion',
    score: suggestion.score,
    memo: '',
    annotation: undefined,
    suggestion,
  };
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
  const { annotation, coder, state, span } = placed;
  const codes = [...new Set(annotation.codes)];
  const { origin } = annotation;
  return codes.map((codePath) => {
    const isSuggested = origin.kind === 'suggestion' && origin.code === codePath;
    return {
      id: uniqueId(codes.length > 1 ? `${annotation.id}:${codePath}` : annotation.id, coder, ids),
      codePath,
      status: annotation.status,
      span,
      quote: span ? sources.text.slice(span.start, span.end) : annotation.target.quote,
      state,
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
