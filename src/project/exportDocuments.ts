/**
 * The documents of an export, one at a time, so that no more than one is held. An open document gives what its editor shows;
 * all others are read from their files, and their annotations put in their place in today's text.
 *
 * Rows must be true of one text. Where the editor's text is the file's (but for line ends, which editors make one kind),
 * positions count in the file; where it has unsaved changes, in the editor's text, whose hash is given and which is marked.
 */
import type { Coding } from '../core/analysis/coding.js';
import type { AnnotationFile } from '../core/annotation/annotationFile.js';
import type { ExportDocument, Variables } from '../core/exchange/exportDocument.js';
import { type Message, message } from '../core/message.js';
import { contentHash } from '../core/text/contentHash.js';
import { readPolicyText } from '../core/text/edit.js';
import { lineEndMap } from '../core/text/lineEnds.js';
import type { PolicyText } from '../core/text/policyText.js';
import { formatOfPath } from './documentFormat.js';
import { mapCoding } from './editorCodings.js';
import type { ReadingTools } from './openDocument.js';
import { placeFiles } from './placeFiles.js';
import type { Files } from './ports.js';
import type { DocumentRef, DocumentState } from './state.js';
import { type ReadStored, readStored, type StoredText } from './storedText.js';
import { readWhole, wholeCodings } from './wholeDocument.js';

export interface ExportRequest {
  readonly documents: readonly DocumentRef[];
  readonly files: Pick<Files, 'read'>;
  readonly tools: ReadingTools;
  /** Whose decisions take the place of suggestions; empty: everybody's. */
  readonly coder: string;
  /** What an editor shows of a document; undefined for one that is not open. */
  shownOf(document: DocumentRef): Promise<DocumentState | undefined>;
  /** The files about a document, of the coders that are asked for. */
  annotationsOf(document: DocumentRef): readonly AnnotationFile[];
  /** The text of a document whose bytes have a hash, where somebody has it; see `EarlierTexts`. */
  textBefore?(sha256: string, document: DocumentRef): Promise<string | undefined>;
  variablesOf(document: DocumentRef, text: string): Promise<Variables>;
  /** Which codings become rows. */
  includes(document: DocumentRef, coding: Coding): boolean;
}

/** What became of one document. */
export interface ExportedDocument {
  readonly path: string;
  /** Undefined where it could not be read. */
  readonly document: ExportDocument | undefined;
  readonly messages: readonly Message[];
}

/** One for each document of the request, in its order. Whoever stops asking for the next one has cancelled the export. */
export async function* exportDocuments(request: ExportRequest): AsyncGenerator<ExportedDocument> {
  for (const ref of request.documents) {
    const shown = await request.shownOf(ref);
    const read = await readStored(request.files, ref.uri, ref.path);
    const document = await documentOf(request, ref, { shown, read });
    // What is wrong with a file is no matter for a text that the editor has.
    const messages = shown?.text ? [] : (read?.messages ?? [message('document.missing', [ref.path])]);
    yield { path: ref.path, document: document && chosen(request, ref, document), messages };
  }
}

interface Sources {
  readonly shown: DocumentState | undefined;
  readonly read: ReadStored | undefined;
}

function documentOf(
  request: ExportRequest,
  ref: DocumentRef,
  { shown, read }: Sources,
): Promise<ExportDocument> | ExportDocument | undefined {
  if (shown?.text) return fromEditor(request, shown, { text: shown.text, stored: read?.stored });
  if (!read) return missing(request, ref);
  return read.stored && fromFile(request, ref, read.stored);
}

function chosen({ includes }: ExportRequest, ref: DocumentRef, document: ExportDocument): ExportDocument {
  return { ...document, codings: document.codings.filter((coding) => includes(ref, coding)) };
}

async function fromFile(request: ExportRequest, ref: DocumentRef, stored: StoredText): Promise<ExportDocument> {
  const { coder, tools } = request;
  const { path } = ref;
  const { text, sha256 } = stored;
  const read = await readWhole(text, formatOfPath(path), tools);
  const derived = tools.codebooks()?.derived ?? [];
  const annotations = await placeFiles({
    ...{ files: request.annotationsOf(ref), stored, slicing: tools.surroundings },
    textBefore: (hash) => Promise.resolve(request.textBefore?.(hash, ref)),
  });
  const codings = wholeCodings({ path, read, derived, annotations, coder });
  const { parsed, language } = read;
  const variables = await request.variablesOf(ref, text);
  return { path, sha256, language, text: read.text, parsed, codings, variables, source: 'stored' };
}

interface Texts {
  /** As the editor shows it. */
  readonly text: PolicyText;
  readonly stored: StoredText | undefined;
}

async function fromEditor(request: ExportRequest, state: DocumentState, texts: Texts): Promise<ExportDocument> {
  const { ref } = state;
  const { stored } = texts;
  const shown = texts.text.text;
  const place = stored && lineEndMap(shown, stored.text);
  const { text, sha256 } =
    stored && place ? stored : { text: shown, sha256: contentHash(new TextEncoder().encode(shown)) };
  // What was read before is kept by its text, so that reading it again costs little.
  const read = await readWhole(text, texts.text.format, request.tools);
  const codings = place ? state.codings.map((coding) => mapCoding(coding, place, text)) : state.codings;
  const { parsed, language } = read;
  const variables = await request.variablesOf(ref, text);
  const source = place ? 'stored' : 'unsaved';
  return { path: ref.path, sha256, language, text: read.text, parsed, codings, variables, source };
}

/** A document that is gone, of which annotations are left: kept and listed, as orphans. */
function missing({ annotationsOf, coder }: ExportRequest, ref: DocumentRef): ExportDocument | undefined {
  const files = annotationsOf(ref);
  const first = files[0];
  if (!first) return undefined;
  const text = readPolicyText('', 'plain');
  const read = { text, parsed: [], read: [], language: 'other', suggestions: [] } as const;
  const { path } = ref;
  const annotations = files.flatMap((file) =>
    file.annotations.map(
      (annotation) => ({ annotation, coder: file.coder, state: 'orphan', span: undefined }) as const,
    ),
  );
  const codings = wholeCodings({ path, read, derived: [], annotations, coder });
  return { path, sha256: first.sha256, language: 'other', text, parsed: [], codings, variables: {}, source: 'missing' };
}
