import { ulid } from 'ulid';
import * as vscode from 'vscode';
import { atomicWrite, removeLeftovers } from '../../project/atomicWrite.js';
import type { Keeping, KeptItem } from '../../project/ports.js';
import { safeSegment } from '../../project/safePath.js';
import { workspaceFiles } from './files.js';
import { gunzip, gzip } from './gzip.js';

const ENDING = '.gz';

/** What is kept below a folder of the editor's own, which is made when something is first written. */
export function workspaceKeeping(fs: vscode.FileSystem, storage: vscode.Uri): Keeping {
  const files = workspaceFiles(fs);
  const uriOf = (name: string) => vscode.Uri.joinPath(storage, `${checked(name)}${ENDING}`).toString();
  return {
    async read(name) {
      const uri = uriOf(name);
      try {
        const packed = await files.read(uri);
        return packed && (await gunzip(packed));
      } catch {
        return undefined;
      }
    },
    async write(name, bytes) {
      await atomicWrite(files, uriOf(name), await gzip(bytes), ulid());
    },
    async remove(name) {
      const uri = uriOf(name);
      if (await files.read(uri)) await files.remove(uri);
    },
    list: (folder) => listItems(fs, vscode.Uri.joinPath(storage, checked(folder)), folder),
  };
}

/** A name that would lead out of the storage, or that some file system refuses, is a mistake of the caller. */
function checked(name: string): string {
  if (name.split('/').some((part) => part !== safeSegment(part))) throw new Error(`not a name to keep under: ${name}`);
  return name;
}

async function listItems(fs: vscode.FileSystem, folder: vscode.Uri, name: string): Promise<readonly KeptItem[]> {
  const entries = await Promise.resolve(fs.readDirectory(folder)).catch(() => []);
  const uris = entries.map(([file]) => vscode.Uri.joinPath(folder, file).toString());
  await removeLeftovers(workspaceFiles(fs), uris, new Date());
  const items = await Promise.all(
    entries.map(async ([file, type]): Promise<readonly KeptItem[]> => {
      if ((type & vscode.FileType.File) === 0 || !file.endsWith(ENDING)) return [];
      // Another window may have removed it meanwhile.
      const stat = await Promise.resolve(fs.stat(vscode.Uri.joinPath(folder, file))).catch(() => undefined);
      if (!stat) return [];
      return [{ name: `${name}/${file.slice(0, -ENDING.length)}`, size: stat.size, modified: stat.mtime }];
    }),
  );
  return items.flat().sort((a, b) => (a.name < b.name ? -1 : 1));
}
