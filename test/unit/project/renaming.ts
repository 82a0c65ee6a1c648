/** A project in which documents are given other names. */
import type { Project } from '../../../src/project/project.js';
import type { MemoryFiles } from './memoryFiles.js';
import { FOLDER, letterFiles, newProject } from './workspace.js';

export const NEW_URI = `${FOLDER}/archive/brief.md`;

/** Gives a file another name, as an editor does, and tells the project. */
export async function rename(project: Project, files: MemoryFiles, from: string, to: string) {
  for (const [uri, bytes] of [...files.contents]) {
    if (uri !== from && !uri.startsWith(`${from}/`)) continue;
    files.contents.delete(uri);
    files.contents.set(to + uri.slice(from.length), bytes);
  }
  const moved = await project.moves.renamed([{ from, to }], (documents) => `move ${documents.length}`);
  await project.whenIdle();
  return moved;
}

export function keysOf(messages: readonly { readonly key: string; readonly args: readonly unknown[] }[]) {
  return messages.map(({ key, args }) => `${key} ${args[0]}`);
}

export async function started(texts: Readonly<Record<string, string>>): Promise<[Project, MemoryFiles]> {
  const files = letterFiles(texts);
  const project = newProject(files);
  await project.addFolder({ uri: FOLDER, name: 'work' });
  await project.whenIdle();
  return [project, files];
}
