/**
 * The documents of an export, one at a time, so that no more than one is held. An open document gives what its editor shows;
 * all others are read from their files, and their annotations put in their place in today's text.
 *
 * Rows must be true of one text. Where the editor's text is the file's (but for line ends, which editors make one kind),
 * positions count in the file; where it has unsaved changes, in the editor's text, whose hash is given and which is marked.
 */
import type { Coding } from '../core/analysis/coding.js';
import type { AnnotationFile } from '../core/annotation/annotationFile.js';
import type { CompiledCodebooks } from '../core/codebook/compile.js';
import type { ExportDocument, Variables } from '../core/exchange/exportDocument.js';
import { type Message, message } from '../core/message.js';
import { contentHash } from '../core/text/contentHash.js';
import { readPolicyText } from '../core/text/edit.js';
import { lineEndMap } from '../core/text/lineEnds.js';
import type { PolicyText } from '../core/text/policyText.js';
import { mapCoding } from './editorCodings.js';
import type { ReadingTools } from './openDocument.js';
import type { Files } from './ports.js';
import type { DocumentState } from './state.js';
import { type ReadStored, readStored, type StoredText } from './storedText.js';
import { formatOfPath, readWhole, wholeCodings } from './wholeDocument.js';

export interface DocumentToExport {
  readonly uri: string;
  /** As rows name it: below the workspace folder, with `/`. */
  readonly path: string;
  /** What an editor shows of it, when it has been read; left out for a document that is not open. */
  readonly open?: DocumentState;
}

export interface ExportRequest {
  readonly documents: readonly DocumentToExport[];
  readonly files: Pick<Files, 'read'>;
  readonly tools: ReadingTools;
  readonly codebooks: CompiledCodebooks;
  /** The files about a document, of the coders that are asked for. */
  annotationsOf(path: string): readonly AnnotationFile[];
  variablesOf(path: string, text: string): Promise<Variables>;
  /** Which codings become rows. */
  includes(path: string, coding: Coding): boolean;
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
  for (const asked of request.documents) {
    const read = await readStored(request.files, asked.uri, asked.path);
    const document = await documentOf(request, asked, read);
    yield { path: asked.path, document: document && chosen(document, request), messages: messagesOf(asked, read) };
  }
}

function messagesOf({ path, open }: DocumentToExport, read: ReadStored | undefined): readonly Message[] {
  // What is wrong with a file is no matter for a text that the editor has.
  if (open?.isOpen) return [];
  return read ? read.messages : [message('document.missing', [path])];
}

function documentOf(
  request: ExportRequest,
  { path, open }: DocumentToExport,
  read: ReadStored | undefined,
): Promise<ExportDocument> | ExportDocument | undefined {
  if (open?.isOpen && open.text) return fromEditor(request, { path, open, text: open.text, stored: read?.stored });
  if (!read) return missing(request, path);
  return read.stored && fromFile(request, path, read.stored);
}

function chosen(document: ExportDocument, { includes }: ExportRequest): ExportDocument {
  return { ...document, codings: document.codings.filter((coding) => includes(document.path, coding)) };
}

async function fromFile(request: ExportRequest, path: string, stored: StoredText): Promise<ExportDocument> {
  const { text, sha256 } = stored;
  const { codebooks, tools } = request;
  const read = await readWhole(text, formatOfPath(path), tools);
  const codings = wholeCodings({ path, sha256, read, codebooks, annotations: request.annotationsOf(path) });
  const { parsed, language } = read;
  const variables = await request.variablesOf(path, text);
  return { path, sha256, language, text: read.text, parsed, codings, variables, source: 'stored' };
}

interface InEditor {
  readonly path: string;
  readonly open: DocumentState;
  /** As the editor shows it. */
  readonly text: PolicyText;
  readonly stored: StoredText | undefined;
}

async function fromEditor(request: ExportRequest, shown: InEditor): Promise<ExportDocument> {
  const { path, open, stored } = shown;
  const inEditor = shown.text.text;
  const place = stored && lineEndMap(inEditor, stored.text);
  const { text, sha256 } =
    stored && place ? stored : { text: inEditor, sha256: contentHash(new TextEncoder().encode(inEditor)) };
  // What was read before is kept by its text, so that reading it again costs little.
  const read = await readWhole(text, shown.text.format, request.tools);
  const codings = place ? open.codings.map((coding) => mapCoding(coding, place, text)) : open.codings;
  const { parsed, language } = read;
  const variables = await request.variablesOf(path, text);
  const source = place ? 'stored' : 'unsaved';
  return { path, sha256, language, text: read.text, parsed, codings, variables, source };
}

/** A document that is gone, of which annotations are left: kept and listed, as orphans. */
function missing({ annotationsOf, codebooks }: ExportRequest, path: string): ExportDocument | undefined {
  const annotations = annotationsOf(path);
  const first = annotations[0];
  if (!first) return undefined;
  const text = readPolicyText('', 'plain');
  const read = { text, parsed: [], language: 'other', suggestions: [] } as const;
  const codings = wholeCodings({ path, sha256: '', read, codebooks, annotations });
  return { path, sha256: first.sha256, language: 'other', text, parsed: [], codings, variables: {}, source: 'missing' };
}
