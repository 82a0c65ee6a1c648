/** Which stretches of a text are marked, and how: the picture of a document's codings, before any editor draws it. */
import type { Appearance, Code } from '../codebook/codebook.js';
import { speakingFor } from '../detection/suggestion.js';
import { bySpan, type Span } from '../text/span.js';
import type { Coding } from './coding.js';

/**
 * `suggestion`: the whole suggested sentence, light; `evidence`: the words that speak for it; `confirmed`: a quotation that
 * a person decided on.
 */
export type Layer = 'suggestion' | 'evidence' | 'confirmed';

/** One way of marking: everything marked alike is drawn together. */
export interface Style {
  readonly role: string;
  readonly appearance: Appearance;
  readonly layer: Layer;
}

export interface StyledSpans {
  readonly style: Style;
  /** In document order, without overlap. */
  readonly spans: readonly Span[];
}

export type HighlightedCode = Pick<Code, 'path' | 'color' | 'appearance'>;

export function styleKey(style: Style): string {
  return `${style.role}/${style.appearance}/${style.layer}`;
}

/**
 * The marks of a document. `codeOf` gives the code of a path, or undefined for a code that is unknown or switched off: its
 * codings are not marked. Rejected and lost codings never are.
 */
export function highlightsOf(
  codings: readonly Coding[],
  codeOf: (path: string) => HighlightedCode | undefined,
): readonly StyledSpans[] {
  const found = new Map<string, { readonly style: Style; readonly spans: Span[] }>();
  const spansFor = (code: HighlightedCode): ((layer: Layer) => Span[]) => {
    const ofLayer = new Map<Layer, Span[]>();
    return (layer) => {
      const known = ofLayer.get(layer);
      if (known) return known;
      const style: Style = { role: code.color, appearance: code.appearance, layer };
      const entry = found.get(styleKey(style)) ?? { style, spans: [] };
      found.set(styleKey(style), entry);
      ofLayer.set(layer, entry.spans);
      return entry.spans;
    };
  };
  // Thousands of codings have few codes: what each is marked with is settled once.
  const byPath = new Map<string, ((layer: Layer) => Span[]) | undefined>();
  for (const { codePath, span, status, suggestion } of codings) {
    if (!span || status === 'rejected') continue;
    if (!byPath.has(codePath)) {
      const code = codeOf(codePath);
      byPath.set(codePath, code && spansFor(code));
    }
    const spansOf = byPath.get(codePath);
    spansOf?.(status === 'confirmed' ? 'confirmed' : 'suggestion').push(span);
    if (status === 'suggested')
      for (const evidence of speakingFor(suggestion?.evidence ?? [])) spansOf?.('evidence').push(evidence);
  }
  return [...found.values()].map(({ style, spans }) => ({ style, spans: mergeSpans(spans) }));
}

/** Sorted, with overlapping and touching spans made one: a passage coded twice alike is not tinted twice. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: { start: number; end: number }[] = [];
  const isInOrder = spans.every((span, index) => (spans[index - 1]?.start ?? 0) <= span.start);
  for (const span of isInOrder ? spans : [...spans].sort(bySpan)) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ start: span.start, end: span.end });
  }
  return merged;
}

/**
 * The stripes beside each line, by its number as `lineOf` counts: for every line that a coding touches the roles that meet there, in the order of
 * the highlights, a confirmed one preferred over a suggested one of the same role.
 */
export function stripesOf(
  highlights: readonly StyledSpans[],
  lineOf: (offset: number) => number,
): ReadonlyMap<number, ReadonlyMap<string, 'suggested' | 'confirmed'>> {
  const lines = new Map<number, Map<string, 'suggested' | 'confirmed'>>();
  for (const { style, spans } of highlights) {
    if (style.layer === 'evidence') continue;
    const status = style.layer === 'confirmed' ? 'confirmed' : 'suggested';
    for (const span of spans) {
      const last = lineOf(Math.max(span.start, span.end - 1));
      for (let line = lineOf(span.start); line <= last; line++) {
        const roles = lines.get(line) ?? new Map<string, 'suggested' | 'confirmed'>();
        if (roles.get(style.role) !== 'confirmed') roles.set(style.role, status);
        lines.set(line, roles);
      }
    }
  }
  return lines;
}
