import * as vscode from 'vscode';
import type { Files } from '../../project/ports.js';

/** Files through `workspace.fs`: local, remote and virtual workspaces alike. */
export function workspaceFiles(fs: vscode.FileSystem): Files {
  return {
    async read(uri) {
      try {
        return await fs.readFile(vscode.Uri.parse(uri, true));
      } catch (error) {
        if (isNotFound(error)) return undefined;
        throw error;
      }
    },
    write: async (uri, bytes) => fs.writeFile(vscode.Uri.parse(uri, true), bytes),
    replace: async (from, to) =>
      fs.rename(vscode.Uri.parse(from, true), vscode.Uri.parse(to, true), { overwrite: true }),
    remove: async (uri) => fs.delete(vscode.Uri.parse(uri, true)),
    list: async (folder) => (await listFiles(fs, vscode.Uri.parse(folder, true))).sort(),
    join: (uri, ...segments) => vscode.Uri.joinPath(vscode.Uri.parse(uri, true), ...segments).toString(),
    relative(folder, uri) {
      const [parent, child] = [vscode.Uri.parse(folder, true), vscode.Uri.parse(uri, true)];
      const prefix = parent.path.endsWith('/') ? parent.path : `${parent.path}/`;
      const isBelow = parent.scheme === child.scheme && parent.authority === child.authority;
      return isBelow && child.path.startsWith(prefix) ? child.path.slice(prefix.length) : undefined;
    },
  };
}

function isNotFound(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}

/** Links to folders are not followed: they may lead in a circle. */
async function listFiles(fs: vscode.FileSystem, folder: vscode.Uri): Promise<string[]> {
  let entries: [string, vscode.FileType][];
  try {
    entries = await fs.readDirectory(folder);
  } catch (error) {
    if (isNotFound(error)) return [];
    throw error;
  }
  const nested = await Promise.all(
    entries.map(async ([name, type]) => {
      const uri = vscode.Uri.joinPath(folder, name);
      if (type === vscode.FileType.Directory) return listFiles(fs, uri);
      return (type & vscode.FileType.File) !== 0 ? [uri.toString()] : [];
    }),
  );
  return nested.flat();
}
