/** `npm run package`: builds the extension and packs it as users install it, into `out/policy-lens.vsix`. */

import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packedExtension } from '../test/vscode/paths.mjs';
import { ensurePackages, tool } from './project.mjs';

/**
 * Packs the extension; its `vscode:prepublish` script builds it first.
 *
 * @param {{ quiet?: boolean }} [options] `quiet` shows what the packer says only when it fails
 * @returns {Promise<string>} path of the package
 */
export async function packExtension({ quiet = false } = {}) {
  mkdirSync(dirname(packedExtension), { recursive: true });
  // No dependencies: everything is in the bundles. Links as they are: what they point to is in the package.
  const asIs = ['--no-rewrite-relative-links', '--allow-missing-repository'];
  await tool('vsce', ['package', '--no-dependencies', ...asIs, '--out', packedExtension], { quiet });
  return packedExtension;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await ensurePackages();
  await packExtension();
}
