/**
 * Display languages for the rig. There is no Dutch language pack for VS Code, neither
 * in its marketplace nor in the npm registry. A pack without a single translation is
 * enough for what is to be tried here: VS Code's own words stay English, while
 * `vscode.env.language`, `package.nls.nl.json` and the `l10n` bundle are Dutch.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What VS Code knows of its language packs; the form is that of its own `languagepacks.json`. */
const languages = /** @type {const} */ ({ nl: 'Nederlands' });

/**
 * Makes the languages known to a server that has not started yet; its `--locale` then
 * chooses one. (The browser's own language is not asked: VS Code takes English first.)
 *
 * @param {string} dataDir the server's data folder
 */
export function provideLanguages(dataDir) {
  const userData = join(dataDir, 'data');
  mkdirSync(userData, { recursive: true });
  const translations = join(userData, 'no-translations.json');
  writeFileSync(translations, JSON.stringify({ version: '1.0.0', contents: {} }));
  const packs = Object.entries(languages).map(([locale, label]) => [
    locale,
    {
      hash: `policy-lens-${locale}`,
      label,
      extensions: [{ extensionIdentifier: { id: `policy-lens.language-pack-${locale}` }, version: '1.0.0' }],
      translations: { vscode: translations },
    },
  ]);
  writeFileSync(join(userData, 'languagepacks.json'), JSON.stringify(Object.fromEntries(packs)));
}
