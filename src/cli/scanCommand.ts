/** `scan PATH...`: suggestions for files, folders and globs. */
import { variableNames } from '../project/exportVariables.js';
import { codebooksToUse } from './codebooks.js';
import { documentFiles } from './documentFiles.js';
import { findInputs } from './inputs.js';
import { uriOf } from './nodeFiles.js';
import type { Command } from './options.js';
import type { Report } from './report.js';
import { scanAll } from './scanPool.js';
import { documentTable, workspaceFolder } from './workspace.js';
import { writeExport } from './writeExport.js';

export async function scanCommand(command: Command & { kind: 'scan' }, report: Report): Promise<void> {
  const { minScore, jobs, format, out } = command;
  const workspace = workspaceFolder(command.paths);
  const inForce = await codebooksToUse(workspace, command.codebooks, report);
  const table = await documentTable(workspace, report);
  const files = await findInputs(command.paths, report);
  const sources = files.map(({ path, name }) => ({ name, variables: table(path), from: { file: path } }));
  const named = files.map(({ path, name }) => ({ uri: uriOf(path), path: name, table: table(path) }));
  const variables = format === 'csv' ? await variableNames(documentFiles, named) : [];
  const scanned = scanAll(sources, { ...inForce, minScore, format, variables }, jobs);
  const { codebooks } = inForce;
  await writeExport({ format, out, codebooks, variables, total: sources.length }, scanned, report);
}
