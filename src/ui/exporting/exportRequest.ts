import type * as vscode from 'vscode';
import { version } from '../../../package.json';
import type { Coding } from '../../core/analysis/coding.js';
import type { RowFormat } from '../../core/exchange/formats.js';
import type { Message } from '../../core/message.js';
import type { ExportedDocument } from '../../project/exportDocuments.js';
import type { WrittenDocument } from '../../project/exportPieces.js';
import type { Surroundings } from '../../project/ports.js';
import type { Project } from '../../project/project.js';
import type { DocumentRef, DocumentState } from '../../project/state.js';

export interface EditorExport {
  readonly project: Project;
  readonly surroundings: Surroundings;
  readonly format: RowFormat;
  readonly documents: readonly DocumentRef[];
  /** The user; empty as long as nobody has said. */
  readonly coder: string;
  readonly includes: (ref: DocumentRef, coding: Coding) => boolean;
  readonly token: vscode.CancellationToken;
  /** Called before each document, with how many are done. */
  readonly onDocument: (path: string, done: number) => void;
}

export interface ExportResult {
  readonly text: string;
  readonly rows: number;
  /** By the path of the document that could not be read, or not wholly. */
  readonly problems: readonly { readonly path: string; readonly messages: readonly Message[] }[];
}

/** The whole text of an export; undefined when it was cancelled on the way. */
export async function exportText(request: EditorExport): Promise<ExportResult | undefined> {
  const { project, surroundings, format, documents, token } = request;
  const { codeIndex, documentEntry, EXPORT_FORMATS, exportPieces, rowsOf, variableNames } = await textWork();
  const codebooks = project.codebooks();
  const named = documents.map((ref) => ({ ...ref, table: project.variables(ref) }));
  const variables = format === 'csv' ? await variableNames(surroundings.files, named) : [];
  const head = { tool: { name: 'policy-lens', version }, exportedAt: surroundings.now().toISOString(), codebooks };
  const codes = codeIndex(codebooks);
  const problems: { path: string; messages: readonly Message[] }[] = [];
  let rowCount = 0;
  let done = 0;
  async function* written(): AsyncGenerator<WrittenDocument> {
    for await (const { path, document, messages } of documentsOf(request)) {
      request.onDocument(path, done++);
      if (messages.length > 0) problems.push({ path, messages });
      const rows = document ? rowsOf(document, codes) : [];
      rowCount += rows.length;
      yield { entry: document && documentEntry(document), rows: EXPORT_FORMATS[format].rows(rows, variables) };
      if (token.isCancellationRequested) return;
    }
  }
  const pieces: string[] = [];
  for await (const piece of exportPieces({ format, head, variables }, written())) pieces.push(piece);
  return token.isCancellationRequested ? undefined : { text: pieces.join(''), rows: rowCount, problems };
}

/** Loaded when there is something to export, unless a text was read before. */
const textWork = () => import('../../project/textWork.js');

async function* documentsOf(request: EditorExport): AsyncGenerator<ExportedDocument> {
  const { project, surroundings, documents, includes, coder } = request;
  const { exportDocuments, exportVariables } = await textWork();
  yield* exportDocuments({
    documents,
    files: surroundings.files,
    tools: project.readingTools,
    coder,
    shownOf: (ref) => shownOf(project, ref),
    annotationsOf: (ref) => project.annotations(ref),
    textBefore: (sha256, { uri }) => project.earlierTexts.find(sha256, uri),
    variablesOf: (ref, text) => exportVariables(ref.path, text, project.variables(ref)),
    includes,
  });
}

/** What an editor shows of a document, once it has been read to its end. */
async function shownOf(project: Project, { uri }: DocumentRef): Promise<DocumentState | undefined> {
  if (project.document(uri)?.isReading) await project.whenIdle();
  const state = project.document(uri);
  return state?.isOpen ? state : undefined;
}
