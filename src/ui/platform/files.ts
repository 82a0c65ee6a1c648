import * as vscode from 'vscode';
import type { Disk } from '../../node/disk.js';
import type { Files } from '../../project/ports.js';

/**
 * Files through `workspace.fs`: local, remote and virtual workspaces alike. What that cannot do is done by `disk`, where there is
 * one: `workspace.fs.rename` first deletes what it replaces, so that there is neither for a moment, and knows no locks.
 * Writing is flushed there: the editor's provider for disks calls `fdatasync` before it closes a file.
 */
export function workspaceFiles(fs: vscode.FileSystem, disk?: Disk): Files {
  return {
    async read(uri) {
      try {
        return await fs.readFile(vscode.Uri.parse(uri, true));
      } catch (error) {
        if (isNotFound(error)) return undefined;
        throw error;
      }
    },
    async write(uri, bytes) {
      const file = vscode.Uri.parse(uri, true);
      await makeFolders(fs, parentOf(file));
      await fs.writeFile(file, bytes);
    },
    async replace(from, to) {
      const [source, target] = [vscode.Uri.parse(from, true), vscode.Uri.parse(to, true)];
      if (disk && areOnDisk(source, target)) return disk.replace(source.fsPath, target.fsPath);
      return fs.rename(source, target, { overwrite: true });
    },
    async lock(uri) {
      const file = vscode.Uri.parse(uri, true);
      if (!disk || !areOnDisk(file)) return async () => {};
      await makeFolders(fs, parentOf(file));
      return disk.lock(file.fsPath);
    },
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

/** Of the computer that this runs on: with a remote workspace the extension runs there. */
function areOnDisk(...uris: readonly vscode.Uri[]): boolean {
  return uris.every(({ scheme }) => scheme === 'file');
}

function isNotFound(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}

/** Milliseconds in which a watcher has heard of a new folder and looks into it. */
const SEEN = 50;

/**
 * Makes a folder and those above it, one after the other. Made at once, which is what writing a file into them does, the
 * inner ones stay unknown to watchers on Linux: this window would never hear what another one writes there.
 */
async function makeFolders(fs: vscode.FileSystem, folder: vscode.Uri): Promise<void> {
  if (parentOf(folder).path === folder.path || (await isThere(fs, folder))) return;
  await makeFolders(fs, parentOf(folder));
  await fs.createDirectory(folder);
  await new Promise((resolve) => setTimeout(resolve, SEEN));
}

function parentOf(uri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(uri, '..');
}

/** Where there is no telling, writing tells why. */
async function isThere(fs: vscode.FileSystem, uri: vscode.Uri): Promise<boolean> {
  try {
    await fs.stat(uri);
    return true;
  } catch (error) {
    return !isNotFound(error);
  }
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
