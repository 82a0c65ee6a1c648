/** Which stretches of a text are marked, and how: the picture of a document's codings, before any editor draws it. */
import type { Appearance, Code } from '../codebook/codebook.js';
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
  const found = new Map<string, { style: Style; spans: Span[] }>();
  const add = (code: HighlightedCode, layer: Layer, span: Span) => {
    const style: Style = { role: code.color, appearance: code.appearance, layer };
    const key = styleKey(style);
    const entry = found.get(key) ?? { style, spans: [] };
    entry.spans.push(span);
    found.set(key, entry);
  };
  for (const coding of codings) {
    const code = coding.span && coding.status !== 'rejected' ? codeOf(coding.codePath) : undefined;
    if (!code || !coding.span) continue;
    if (coding.status === 'confirmed') {
      add(code, 'confirmed', coding.span);
      continue;
    }
    add(code, 'suggestion', coding.span);
    for (const evidence of coding.suggestion?.evidence ?? []) add(code, 'evidence', evidence);
  }
  return [...found.values()].map(({ style, spans }) => ({ style, spans: mergeSpans(spans) }));
}

/** Sorted, with overlapping and touching spans made one: a passage coded twice alike is not tinted twice. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: { start: number; end: number }[] = [];
  for (const span of [...spans].sort(bySpan)) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ start: span.start, end: span.end });
  }
  return merged;
}

/**
 * The stripes beside each line, from 0: for every line that a coding touches the roles that meet there, in the order of
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
