/** The workspace that paths lie in: the nearest folder around them that holds `.policy-lens`. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Variables } from '../core/exchange/exportDocument.js';
import { DocumentVariables } from '../project/documentVariables.js';
import { nodeFiles, uriOf } from './nodeFiles.js';
import { UsageError } from './options.js';
import type { Report } from './report.js';

const MARK = '.policy-lens';

function folderAround(path: string): string | undefined {
  let folder = resolve(path);
  while (!existsSync(join(folder, MARK))) {
    const parent = dirname(folder);
    if (parent === folder) return undefined;
    folder = parent;
  }
  return folder;
}

/** The folder of the workspace that all of `paths` are in, as far as they are in one. */
export function workspaceFolder(paths: readonly string[]): string | undefined {
  const [first, second] = new Set(paths.flatMap((path) => folderAround(path) ?? []));
  if (second !== undefined) throw new UsageError(`two workspaces at once: ${first} and ${second}`);
  return first;
}

/** What `documents.csv` of a workspace says of a file; problems of the table are reported. */
export async function documentTable(folder: string | undefined, report: Report): Promise<(path: string) => Variables> {
  if (folder === undefined) return () => ({});
  const table = new DocumentVariables(nodeFiles, uriOf(folder));
  await table.load();
  for (const { path, messages } of table.problems()) report.messages(path, messages);
  return (path) => table.of(nodeFiles.relative(uriOf(folder), uriOf(path)) ?? '');
}
