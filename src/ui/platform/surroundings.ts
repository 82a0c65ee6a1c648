import { ulid } from 'ulid';
import * as vscode from 'vscode';
import type { Disk } from '../../node/disk.js';
import type { Surroundings } from '../../project/ports.js';
import { workspaceFiles } from './files.js';
import { gitTexts } from './gitTexts.js';
import { workspaceKeeping } from './keeping.js';

/**
 * The editor's clock, ids and files, for desktop and web alike. `storage`: the editor's own for this workspace, where it has one;
 * `disk`: of this computer, where there is Node.
 */
export function editorSurroundings(storage?: vscode.Uri, disk?: Disk): Surroundings {
  return {
    files: workspaceFiles(vscode.workspace.fs, disk),
    keeping: storage && workspaceKeeping(vscode.workspace.fs, storage),
    history: gitTexts(),
    now: () => new Date(),
    newId: () => ulid(),
    // Where there is `setImmediate` it gives way without the millisecond that a timer waits at least.
    pause: () =>
      new Promise((resolve) => (typeof setImmediate === 'function' ? setImmediate(resolve) : setTimeout(resolve))),
    elapsed: () => performance.now(),
    later(milliseconds, task) {
      const timer = setTimeout(task, milliseconds);
      return () => clearTimeout(timer);
    },
  };
}
