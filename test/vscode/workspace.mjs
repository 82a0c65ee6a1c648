/** Folders to try things in, so that the samples in the repository stay as they are. */

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { projectRoot } from './paths.mjs';

export const sampleWorkspace = join(projectRoot, 'samples', 'workspace');

/** @type {Set<string>} */
const folders = new Set();
process.once('exit', () => folders.forEach(removeFolder));

/**
 * A new empty folder. It goes when `removeFolder` is called, and at the latest when this process ends.
 *
 * @param {string} name what it is for, as a part of its own name
 * @returns {string} its absolute path
 */
export function temporaryFolder(name) {
  const folder = mkdtempSync(join(tmpdir(), `policy-lens-${name}-`));
  folders.add(folder);
  return folder;
}

/** @param {string} folder one that `temporaryFolder` gave */
export function removeFolder(folder) {
  folders.delete(folder);
  // A server that was just stopped may still be writing its last words.
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/**
 * Copies a workspace into a folder, under its own name: that is what the title of the window says.
 *
 * @param {string} into
 * @param {string} [workspace] the samples unless told
 * @returns {string} absolute path of the copy
 */
export function copyWorkspace(into, workspace = sampleWorkspace) {
  const copy = join(into, basename(workspace));
  cpSync(workspace, copy, { recursive: true });
  return copy;
}
