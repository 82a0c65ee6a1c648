/** The suggestions that a person may decide on, in documents that are open or not: for deciding on many of them at once. */
import type { Coding } from '../core/analysis/coding.js';
import type { Change } from '../core/annotation/annotation.js';
import type { AnnotationFile } from '../core/annotation/annotationFile.js';
import { confirm, reject } from '../core/annotation/decide.js';
import type { Message } from '../core/message.js';
import type { Span } from '../core/text/span.js';
import type { ReadingTools } from './openDocument.js';
import type { Surroundings } from './ports.js';
import type { DocumentRef, DocumentState } from './state.js';
import { readStored } from './storedText.js';

export interface SuggestionSource {
  readonly surroundings: Pick<Surroundings, 'files' | 'now' | 'newId'>;
  readonly tools: ReadingTools;
  /** Whose decisions take the place of suggestions. */
  readonly coder: string;
  /** What an editor shows of a document; undefined for one that is not open. */
  shownOf(document: DocumentRef): DocumentState | undefined;
  /** The files about a document, of all coders. */
  annotationsOf(document: DocumentRef): readonly AnnotationFile[];
}

/** What was found in one document. */
export interface OpenSuggestions {
  readonly document: DocumentRef;
  /** In document order. */
  readonly codings: readonly Coding[];
  /** Of the file that was read; undefined where the editor's text was. */
  readonly sha256: string | undefined;
  /** Why it could not be read, or not well. */
  readonly messages: readonly Message[];
}

/** Whether it is a suggestion by itself: derived ones follow from what is decided on others. */
export function isOpenSuggestion({ status, origin, span, editable }: Coding): boolean {
  return status === 'suggested' && origin !== 'derived' && span !== undefined && editable;
}

/** What is to be decided on suggestions that were found. */
export type Verdict = 'confirm' | 'reject';

/**
 * The changes that decide on what was found, in the document as it is by now; undefined where that is another text than it was
 * found in. What somebody decided on meanwhile is left as it was decided.
 */
export async function decideOnFound(
  source: SuggestionSource,
  found: OpenSuggestions,
  verdict: Verdict,
): Promise<readonly Change[] | undefined> {
  const { document } = found;
  const { now, newId, files } = source.surroundings;
  const shown = source.shownOf(document);
  const stored = shown ? undefined : (await readStored(files, document.uri, document.path))?.stored;
  const text = shown ? shown.text?.text : stored?.sha256 === found.sha256 ? stored?.text : undefined;
  if (text === undefined) return undefined;
  const codings = shown ? stillOpen(found, shown) : withoutDecided(source, found);
  const decide = verdict === 'confirm' ? confirm : reject;
  return decide(codings, { document: document.uri, text, now: now().toISOString(), newId });
}

function stillOpen(found: OpenSuggestions, shown: DocumentState): readonly Coding[] {
  const ids = new Set(found.codings.map(({ id }) => id));
  return shown.codings.filter((coding) => ids.has(coding.id) && isOpenSuggestion(coding));
}

/** The document may have been opened, decided in and closed since. */
function withoutDecided({ annotationsOf, coder }: SuggestionSource, found: OpenSuggestions): readonly Coding[] {
  const own = annotationsOf(found.document).find((file) => file.coder === coder)?.annotations ?? [];
  const keyOf = (code: string, { start, end }: Span) => `${code} ${start} ${end}`;
  const decided = new Set(
    own.flatMap(({ origin, target }) => (origin.kind === 'suggestion' ? [keyOf(origin.code, target)] : [])),
  );
  return found.codings.filter(({ codePath, span }) => span && !decided.has(keyOf(codePath, span)));
}
