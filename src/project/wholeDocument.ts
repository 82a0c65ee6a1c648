/** A document that is read as a whole, without an editor: for exports and scans. */
import type { Coding } from '../core/analysis/coding.js';
import { codingsOf } from '../core/analysis/codings.js';
import { decidedBy } from '../core/analysis/decided.js';
import type { AnnotationFile } from '../core/annotation/annotationFile.js';
import { resolveAnnotations } from '../core/annotation/resolve.js';
import type { CompiledCodebooks } from '../core/codebook/compile.js';
import type { Suggestion } from '../core/detection/suggestion.js';
import { suggestionIdentifier } from '../core/detection/suggestionId.js';
import { documentLanguage } from '../core/text/language.js';
import type { Format, Language, ParsedBlock, PolicyText } from '../core/text/policyText.js';
import { OpenDocument, type ReadingTools } from './openDocument.js';

export interface WholeDocument {
  readonly text: PolicyText;
  /** One for each block of `text`. */
  readonly parsed: readonly ParsedBlock[];
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
  return { text: open.text, parsed, language, suggestions: open.suggestions() };
}

/** `notes/letter.md` is Markdown; what has another ending is plain text. */
export function formatOfPath(path: string): Format {
  return /\.(?:md|markdown)$/i.test(path) ? 'markdown' : 'plain';
}

export interface WholeCodings {
  /** Of the document, as exports name it. */
  readonly path: string;
  /** Of the bytes that the text was decoded from. */
  readonly sha256: string;
  readonly read: WholeDocument;
  readonly codebooks: CompiledCodebooks;
  /** All coders' whose annotations are asked for. */
  readonly annotations: readonly AnnotationFile[];
}

/** Suggestions and annotations, in document order. A suggestion that one of the coders decided on is left out. */
export function wholeCodings({ path, sha256, read, codebooks, annotations }: WholeCodings): readonly Coding[] {
  const { text, parsed, suggestions } = read;
  const placed = annotations.flatMap(({ annotations: made, coder, sha256: madeIn }) =>
    resolveAnnotations(made, text.text, madeIn === sha256).map((annotation) => ({ ...annotation, coder })),
  );
  const codings = codingsOf({
    text: text.text,
    suggestions,
    annotations: placed,
    // Where there is but one coder, what follows from the decisions (the double role) follows here too.
    coder: annotations.length === 1 ? (annotations[0]?.coder ?? '') : '',
    identify: suggestionIdentifier(path),
    derivation: { rules: codebooks.derived, text, parsed },
  });
  if (annotations.length < 2) return codings;
  const decided = decidedBy(placed);
  return codings.filter(
    ({ status, suggestion }) => status !== 'suggested' || !suggestion || !decided.decisionOn(suggestion),
  );
}
