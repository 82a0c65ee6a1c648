/** What is on the disk of a workspace, read without VS Code and without the extension. */

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The coder of the tests, where they do not ask for the name. */
export const coder = 'a.jansen';

/**
 * @typedef {object} StoredAnnotation as `contracts` of the annotation file say it
 * @property {string} id
 * @property {readonly string[]} codes
 * @property {'confirmed' | 'rejected'} status
 * @property {{ start: number, end: number, quote: string, prefix: string, suffix: string }} target
 * @property {string} memo
 * @property {{ kind: string, score?: number, evidence?: readonly string[], codebook?: string }} origin
 * @property {string} created
 * @property {string} modified
 */

/**
 * @param {string} workspace
 * @param {string} document its path in the workspace
 * @returns {string} path of the file with the decisions of the tests' coder
 */
export function annotationFile(workspace, document) {
  return join(workspace, '.policy-lens', 'annotations', coder, `${document}.json`);
}

/**
 * @param {string} workspace
 * @param {string} document
 * @returns {readonly StoredAnnotation[]} none where there is no file
 */
export function annotationsOf(workspace, document) {
  const file = annotationFile(workspace, document);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).annotations : [];
}

/**
 * @param {string} workspace
 * @param {string} document
 * @returns {string} the text as the file has it, which is what offsets count in
 */
export function textOf(workspace, document) {
  return readFileSync(join(workspace, document), 'utf8');
}

/**
 * A fingerprint of every document of a workspace: all files but those of the extension.
 *
 * @param {string} workspace
 * @returns {ReadonlyMap<string, string>} path -> sha256 of its bytes
 */
export function fingerprints(workspace) {
  const files = readdirSync(workspace, { recursive: true, encoding: 'utf8' }).filter(
    (path) => !path.startsWith('.policy-lens') && statSync(join(workspace, path)).isFile(),
  );
  return new Map(files.sort().map((path) => [path, sha256(readFileSync(join(workspace, path)))]));
}

/** @param {Buffer} bytes */
export function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}
