/** A document that is read as a whole, without an editor: for exports and scans. */
import type { Coding } from '../core/analysis/coding.js';
import { codingsOf } from '../core/analysis/codings.js';
import { decidedBy } from '../core/analysis/decided.js';
import { type ReadBlock, SuggestedCodings } from '../core/analysis/suggestedCodings.js';
import type { PlacedAnnotation } from '../core/annotation/annotation.js';
import type { DerivedRule } from '../core/codebook/derivedRules.js';
import type { Suggestion } from '../core/detection/suggestion.js';
import { documentLanguage } from '../core/text/language.js';
import type { Format, Language, ParsedBlock, PolicyText } from '../core/text/policyText.js';
import { OpenDocument, type ReadingTools } from './openDocument.js';

export interface WholeDocument {
  readonly text: PolicyText;
  /** One for each block of `text`. */
  readonly parsed: readonly ParsedBlock[];
  readonly read: readonly (ReadBlock | undefined)[];
  readonly language: Language;
  /** In document order, with offsets in the document. */
  readonly suggestions: readonly Suggestion[];
}

/** Reads a text with the same parts as an editor's, in slices, so that both find the same. */
export async function readWhole(text: string, format: Format, tools: ReadingTools): Promise<WholeDocument> {
  const open = new OpenDocument(text, format, tools);
  await open.read();
  const language = documentLanguage(open.text, 'nl');
  const parsed = open.parsed().map((block) => block ?? { language, sentences: [] });
  const suggestions = () => open.suggestions();
  return {
    text: open.text,
    parsed,
    read: open.blocks(),
    language,
    get suggestions() {
      return suggestions();
    },
  };
}

export interface WholeCodings {
  /** Of the document, as exports name it. */
  readonly path: string;
  readonly read: WholeDocument;
  /** What follows from other codes; see `CompiledCodebooks`. */
  readonly derived: readonly DerivedRule[];
  /** Of all coders whose annotations are asked for, in their places; see `placeFiles`. */
  readonly annotations: readonly PlacedAnnotation[];
  /**
   * Whose decisions take the place of suggestions, and are what the double role follows from. Empty: everybody's, and the
   * double role follows where there is but one coder.
   */
  readonly coder: string;
}

/** Suggestions and annotations, in document order. */
export function wholeCodings({ path, read, derived, annotations, coder }: WholeCodings): readonly Coding[] {
  const { text } = read;
  const [first, ...more] = new Set(annotations.map((annotation) => annotation.coder));
  const codings = codingsOf({
    text,
    read: read.read,
    suggested: new SuggestedCodings(path),
    rules: derived,
    annotations,
    coder: coder === '' && first && more.length === 0 ? first : coder,
  });
  return coder === '' ? withoutDecided(codings) : codings;
}

/** Without the suggestions that anybody decided on: in an analysis of all coders they would count twice. */
function withoutDecided(codings: readonly Coding[]): readonly Coding[] {
  const placed = codings.flatMap(({ annotation, coder, state, span }) =>
    annotation ? [{ annotation, coder, state, span }] : [],
  );
  if (placed.length === 0) return codings;
  const decided = decidedBy(placed);
  return codings.filter(
    ({ status, suggestion }) => status !== 'suggested' || !suggestion || !decided.decisionOn(suggestion),
  );
}
