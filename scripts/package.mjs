/** `npm run package`: builds the extension and packs it as users install it, into `out/policy-lens.vsix`. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packedExtension } from '../test/vscode/paths.mjs';
import { ensurePackages, tool } from './project.mjs';

/**
 * Packs the extension; its `vscode:prepublish` script builds it first.
 *
 * @param {{ quiet?: boolean, small?: boolean }} [options] `quiet` shows what the packer says only when it fails; without `small` it
 *   is some 5 % larger, and made in half a minute less
 * @returns {Promise<string>} path of the package
 */
export async function packExtension({ quiet = false, small = true } = {}) {
  mkdirSync(dirname(packedExtension), { recursive: true });
  // No dependencies: everything is in the bundles. Links as they are: what they point to is in the package.
  const asIs = ['--no-rewrite-relative-links', '--allow-missing-repository'];
  await tool('vsce', ['package', '--no-dependencies', ...asIs, '--out', packedExtension], { quiet });
  if (small) {
    const { smallZip } = await import('./smallZip.mjs');
    writeFileSync(packedExtension, await smallZip(readFileSync(packedExtension)));
  }
  return packedExtension;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await ensurePackages();
  await packExtension();
}
