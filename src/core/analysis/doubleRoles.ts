/** Where a text speaks in two roles at once, as a writer is told of it: the words of each role, and where to look. */
import type { Code } from '../codebook/codebook.js';
import { speakingFor } from '../detection/suggestion.js';
import { overlaps, type Span } from '../text/span.js';
import type { Coding } from './coding.js';
import { mergeSpans } from './highlights.js';
import { SpanIndex } from './spanIndex.js';

/** The code that a writer is warned of. Other derived codes are a researcher's own, and no problem of the text. */
export const DOUBLE_ROLE = 'partner-principal/double-role';

/** One of the roles that meet. */
export interface RoleSide {
  readonly codePath: string;
  /** The words that speak for it, in the order of the text; what was coded by hand speaks as a whole. */
  readonly words: readonly Span[];
}

export interface DoubleRole {
  readonly coding: Coding;
  readonly within: 'sentence' | 'paragraph';
  readonly sides: readonly RoleSide[];
  /**
   * What to underline. The sentence where one sentence has both roles; else the shortest stretch that holds words of each,
   * since a paragraph underlined from end to end does not say what it is about.
   */
  readonly place: Span;
}

/**
 * The double roles on which nobody has decided: a confirmed one is intended, a rejected one is none. In the order of the
 * text. `code` is the derived code.
 */
export function openDoubleRoles(codings: readonly Coding[], code: Code): readonly DoubleRole[] {
  const open = codings.filter(({ codePath, status }) => codePath === code.path && status === 'suggested');
  if (open.length === 0) return [];
  const parts = partPaths(code).map((path) => ({ path, index: activeIndex(codings, path) }));
  return open.flatMap((coding) => {
    const { span, suggestion } = coding;
    if (!span || !suggestion?.derived) return [];
    const sides = parts.map(({ path, index }) => ({ codePath: path, words: wordsIn(span, index) }));
    const within = suggestion.derived;
    return [{ coding, within, sides, place: within === 'sentence' ? span : shortestStretch(sides, span) }];
  });
}

/** The paths of the codes that a derived code follows from; none for other codes. */
export function partPaths({ path, derived }: Pick<Code, 'path' | 'derived'>): readonly string[] {
  return (derived?.all ?? []).map((id) => `${path.split('/')[0]}/${id}`);
}

/** Whether a code is another one, or beneath it. */
export function isWithinCode(codePath: string, code: string): boolean {
  // Asked for every coding of a long text in each pause of typing: without making a string.
  return codePath.startsWith(code) && (codePath.length === code.length || codePath[code.length] === '/');
}

/** The codings that count for a part: neither rejected nor another coder's. */
function activeIndex(codings: readonly Coding[], part: string): SpanIndex<Coding> {
  return new SpanIndex(
    codings.flatMap((coding) => {
      const { codePath, span, status, editable } = coding;
      return span && editable && status !== 'rejected' && isWithinCode(codePath, part) ? [{ span, item: coding }] : [];
    }),
  );
}

function wordsIn(stretch: Span, index: SpanIndex<Coding>): readonly Span[] {
  const words = index.overlapping(stretch).flatMap(({ span, item }): readonly Span[] => {
    const evidence = speakingFor(item.suggestion?.evidence ?? []).filter((each) => overlaps(each, stretch));
    return evidence.length > 0
      ? evidence
      : [{ start: Math.max(span.start, stretch.start), end: Math.min(span.end, stretch.end) }];
  });
  return mergeSpans(words);
}

/** From a word of the first role to the nearest of each other one, where that is shortest; `otherwise` where a role has no words. */
function shortestStretch([first, ...others]: readonly RoleSide[], otherwise: Span): Span {
  const stretches = (first?.words ?? []).flatMap((word) => {
    const nearest = others.map(({ words }) => shortest(words.map((other) => around(word, other))));
    return nearest.every((each) => each !== undefined) ? [nearest.reduce(around, word)] : [];
  });
  return shortest(stretches) ?? otherwise;
}

function around(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

function shortest(spans: readonly Span[]): Span | undefined {
  return spans.reduce<Span | undefined>(
    (best, span) => (best && best.end - best.start <= span.end - span.start ? best : span),
    undefined,
  );
}
