/** From what a person does with codings to changes of annotations. Ids and times come from outside. */
import type { Coding } from '../analysis/coding.js';
import { speakingFor } from '../detection/suggestion.js';
import type { Span } from '../text/span.js';
import type { Annotation, Change, Decision, Origin } from './annotation.js';
import { keptTarget, targetOf, trimSpan } from './target.js';

/** The document in which a person decides. */
export interface Deciding {
  /** The document's URI. */
  readonly document: string;
  /** Its text now: spans count in it. */
  readonly text: string;
  /** ISO 8601, UTC. */
  readonly now: string;
  newId(): string;
}

/** Confirms suggestions and rejected annotations; accepts the place and words of those that were moved or changed. */
export function confirm(codings: readonly Coding[], deciding: Deciding): readonly Change[] {
  return decideStatus(codings, 'confirmed', deciding);
}

/** Rejects suggestions and confirmed annotations, so that they do not come back. */
export function reject(codings: readonly Coding[], deciding: Deciding): readonly Change[] {
  return decideStatus(codings, 'rejected', deciding);
}

/**
 * Gives codings other codes. The origin still says what was suggested, and in place of what. Choosing codes is confirming.
 */
export function recode(codings: readonly Coding[], codes: readonly string[], deciding: Deciding): readonly Change[] {
  if (codes.length === 0) return [];
  return perAnnotation(codings, deciding.document, (annotation, decided) => {
    if (!annotation) return decided.flatMap((coding) => fromSuggestion(coding, { codes }, deciding));
    const replaced = new Set(decided.map((coding) => coding.codePath));
    const at = annotation.codes.findIndex((code) => replaced.has(code));
    const others = annotation.codes.map((code, index) => (index === at ? codes : replaced.has(code) ? [] : [code]));
    return edited(annotation, { codes: [...new Set(others.flat())], status: 'confirmed' }, deciding);
  });
}

/** Writes a memo. On a suggestion this confirms it: there is no annotation to carry the memo otherwise. */
export function writeMemo(coding: Coding, memo: string, deciding: Deciding): readonly Change[] {
  const { annotation } = coding;
  if (!coding.editable) return [];
  const changed = annotation ? edited(annotation, { memo }, deciding) : fromSuggestion(coding, { memo }, deciding);
  return changed.map((change) => ({ document: deciding.document, ...change }));
}

/** Deletes annotations, or the codes in question of annotations with several. Suggestions are left: those are rejected. */
export function remove(codings: readonly Coding[], deciding: Deciding): readonly Change[] {
  return perAnnotation(codings, deciding.document, (annotation, decided) => {
    if (!annotation) return [];
    const codes = annotation.codes.filter((code) => !decided.some((coding) => coding.codePath === code));
    return codes.length > 0 ? edited(annotation, { codes }, deciding) : [{ before: annotation, after: undefined }];
  });
}

/** A new annotation by hand, with one or several codes; nothing for a span of white space. */
export function annotate(span: Span, codes: readonly string[], deciding: Deciding): readonly Change[] {
  const trimmed = trimSpan(deciding.text, span);
  if (!trimmed || codes.length === 0) return [];
  const after = newAnnotation({ codes, span: trimmed, origin: { kind: 'manual' } }, deciding);
  return [{ document: deciding.document, before: undefined, after }];
}

/** Puts an annotation on other words. Of a suggestion it makes a confirmed annotation on those words. */
export function changeRange(coding: Coding, span: Span, deciding: Deciding): readonly Change[] {
  const trimmed = trimSpan(deciding.text, span);
  if (!trimmed || !coding.editable) return [];
  const { annotation } = coding;
  const { unknown } = annotation?.target ?? {};
  const target = { ...targetOf(deciding.text, trimmed), ...(unknown ? { unknown } : {}) };
  const changed = annotation ? edited(annotation, { target }, deciding) : fromSuggestion(coding, { target }, deciding);
  return changed.map((change) => ({ document: deciding.document, ...change }));
}

/**
 * Takes the place and the words of what was found moved or changed as they stand now. Nothing for what has no place, or lies
 * where it was.
 */
export function accept(codings: readonly Coding[], deciding: Deciding): readonly Change[] {
  return perAnnotation(codings, deciding.document, (annotation, [coding]) => {
    if (!annotation) return [];
    const target = acceptedTarget(annotation, coding, deciding);
    return target === annotation.target ? [] : edited(annotation, { target }, deciding);
  });
}

/** Keeps lost annotations without a place, so that nobody is asked about them again; or takes them up again. */
export function keep(codings: readonly Coding[], isKept: boolean, deciding: Deciding): readonly Change[] {
  return perAnnotation(codings, deciding.document, (annotation, [coding]) => {
    if (!annotation || coding?.state !== 'orphan' || (annotation.target.kept ?? false) === isKept) return [];
    return edited(annotation, { target: keptTarget(annotation.target, isKept) }, deciding);
  });
}

type Edit = Omit<Change, 'document'>;
type Edits = Partial<Pick<Annotation, 'codes' | 'status' | 'memo' | 'target'>>;

/** Calls `decide` once for all suggestions, and once for each annotation with those of its codings that are meant. */
function perAnnotation(
  codings: readonly Coding[],
  document: string,
  decide: (annotation: Annotation | undefined, codings: readonly Coding[]) => readonly Edit[],
): readonly Change[] {
  const groups = new Map<Annotation | undefined, Coding[]>();
  for (const coding of codings) {
    if (!coding.editable) continue;
    const group = groups.get(coding.annotation);
    if (group) group.push(coding);
    else groups.set(coding.annotation, [coding]);
  }
  return [...groups].flatMap(([annotation, group]) => decide(annotation, group).map((edit) => ({ document, ...edit })));
}

function decideStatus(codings: readonly Coding[], status: Decision, deciding: Deciding): readonly Change[] {
  return perAnnotation(codings, deciding.document, (annotation, decided) => {
    if (!annotation) return decided.flatMap((coding) => fromSuggestion(coding, { status }, deciding));
    const target = status === 'confirmed' ? acceptedTarget(annotation, decided[0], deciding) : annotation.target;
    if (annotation.status === status && target === annotation.target) return [];
    const meant = annotation.codes.filter((code) => decided.some((coding) => coding.codePath === code));
    const others = annotation.codes.filter((code) => !meant.includes(code));
    if (others.length === 0 || annotation.status === status) return edited(annotation, { status, target }, deciding);
    // The other codes of the passage keep their status: the annotation is split.
    const split: Annotation = {
      ...annotation,
      ...{ id: deciding.newId(), codes: meant, status, target },
      ...{ created: deciding.now, modified: deciding.now },
    };
    return [...edited(annotation, { codes: others }, deciding), { before: undefined, after: split }];
  });
}

/** Confirming what was found moved or changed accepts it as it stands now, where the text is at hand. */
function acceptedTarget(annotation: Annotation, coding: Coding | undefined, { text }: Deciding): Annotation['target'] {
  if (!coding?.span || coding.state === 'anchored' || coding.span.end > text.length) return annotation.target;
  const { unknown } = annotation.target;
  return { ...targetOf(text, coding.span), ...(unknown ? { unknown } : {}) };
}

function edited(annotation: Annotation, edits: Edits, { now }: Deciding): readonly Edit[] {
  return [{ before: annotation, after: { ...annotation, ...edits, modified: now } }];
}

function fromSuggestion(coding: Coding, edits: Edits, deciding: Deciding): readonly Edit[] {
  const { suggestion, span } = coding;
  if (!suggestion || !span) return [];
  const origin: Origin = {
    kind: 'suggestion',
    codebook: suggestion.codebook,
    code: suggestion.codePath,
    score: suggestion.score,
    evidence: [...new Set(speakingFor(suggestion.evidence).map((evidence) => evidence.indicator))],
  };
  const after = newAnnotation({ codes: [coding.codePath], span, origin }, deciding);
  return [{ before: undefined, after: { ...after, ...edits } }];
}

interface Beginning {
  readonly codes: readonly string[];
  readonly span: Span;
  readonly origin: Origin;
}

function newAnnotation({ codes, span, origin }: Beginning, deciding: Deciding): Annotation {
  return {
    id: deciding.newId(),
    codes: [...new Set(codes)],
    status: 'confirmed',
    target: targetOf(deciding.text, span),
    memo: '',
    origin,
    created: deciding.now,
    modified: deciding.now,
  };
}
