/** `export FOLDER`: a workspace's annotations, put in their place in today's texts, and the suggestions beside them. */
import { relative, sep } from 'node:path';
import type { Coding } from '../core/analysis/coding.js';
import { compileCodebooks } from '../core/codebook/compile.js';
import { documentEntry } from '../core/exchange/documentEntry.js';
import { EXPORT_FORMATS } from '../core/exchange/formats.js';
import { type CodeIndex, codeIndex, rowsOf } from '../core/exchange/rows.js';
import { AnnotationStore } from '../project/annotationStore.js';
import { type ExportedDocument, exportDocuments } from '../project/exportDocuments.js';
import { exportVariables, variableNames } from '../project/exportVariables.js';
import type { DocumentRef } from '../project/state.js';
import { codebooksInForce, packedIndexes } from './codebooks.js';
import { documentFiles } from './documentFiles.js';
import { findInputs, requireFolder } from './inputs.js';
import { withLearned } from './learned.js';
import { nodeFiles, pathOf, uriOf } from './nodeFiles.js';
import type { Command } from './options.js';
import { readingTools } from './readingTools.js';
import type { Report } from './report.js';
import type { ScannedDocument } from './scanTask.js';
import { nodeSurroundings } from './surroundings.js';
import { documentTable } from './workspace.js';
import { writeExport } from './writeExport.js';

type ExportCommand = Command & { kind: 'export' };

async function annotationsIn(folder: string, report: Report): Promise<AnnotationStore> {
  const store = new AnnotationStore(nodeSurroundings, uriOf(folder));
  await store.load();
  for (const { path, messages } of store.problems()) report.messages(path, messages);
  return store;
}

/** Every document in the folder, and every other one (deleted, or of another ending) that has annotations. */
async function documentsIn(
  folder: string,
  annotated: ReadonlySet<string>,
  report: Report,
): Promise<readonly DocumentRef[]> {
  const root = uriOf(folder);
  const files = await findInputs([folder], report);
  const found = files.map(({ path }) => relative(folder, path).split(sep).join('/'));
  const documents = [...new Set([...found, ...annotated])].sort().map((path) => ({
    path,
    uri: nodeFiles.join(root, ...path.split('/')),
    folder: root,
  }));
  // An annotation file can say anything; nothing outside the folder is read for it.
  return documents.filter(({ uri, path }) => nodeFiles.relative(root, uri) === path);
}

function chosenBy({ coder, status }: ExportCommand): (coding: Coding) => boolean {
  return (coding) =>
    (status === undefined || coding.status === status) &&
    (coder === undefined || coding.coder === coder || coding.status === 'suggested');
}

interface RowsToWrite {
  readonly command: ExportCommand;
  readonly codes: CodeIndex;
  readonly variables: readonly string[];
}

/** A document with its rows written, as scans give them. */
function written({ path, document, messages }: ExportedDocument, rows: RowsToWrite): ScannedDocument {
  if (!document) return { name: path, entry: undefined, rows: '', problems: messages };
  const text = EXPORT_FORMATS[rows.command.format].rows(rowsOf(document, rows.codes), rows.variables);
  return { name: path, entry: documentEntry(document), rows: text, problems: messages };
}

export async function exportCommand(command: ExportCommand, report: Report): Promise<void> {
  const { folder, coder, format, out } = command;
  await requireFolder(folder);
  const { codebooks, areBuiltIn } = await codebooksInForce(folder, report);
  const table = await documentTable(folder, report);
  const annotations = await annotationsIn(folder, report);
  const documents = await documentsIn(folder, annotations.documents(), report);
  const tableOf = new Map(documents.map(({ path, uri }) => [path, table(pathOf(uri))]));
  const named = documents.map((document) => ({ ...document, table: tableOf.get(document.path) ?? {} }));
  const variables = format === 'csv' ? await variableNames(documentFiles, named) : [];
  const files = command.learns ? annotations.all() : [];
  const asWritten = compileCodebooks(codebooks, { packed: areBuiltIn ? packedIndexes : undefined });
  const compiled = await withLearned(asWritten, { folder, codebooks, files }, report);
  const includes = chosenBy(command);
  const exported = exportDocuments({
    documents,
    files: documentFiles,
    tools: readingTools(compiled),
    coder: coder ?? '',
    shownOf: async () => undefined,
    annotationsOf: ({ path }) => annotations.of(path).filter((file) => coder === undefined || file.coder === coder),
    variablesOf: ({ path }, text) => exportVariables(path, text, tableOf.get(path) ?? {}),
    includes: (_ref, coding) => includes(coding),
  });
  const rows = { command, codes: codeIndex(codebooks), variables };
  async function* scanned(): AsyncGenerator<ScannedDocument> {
    for await (const document of exported) yield written(document, rows);
  }
  await writeExport({ format, out, codebooks, variables, total: documents.length }, scanned(), report);
}
