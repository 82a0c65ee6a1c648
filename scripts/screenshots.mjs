/**
 * Pictures of the extension at work, for the README and to judge its looks: one file in the editor, the sidebar beside it.
 *
 *     npm run screenshots -- [--file PATH] [--line N] [--themes light,dark,hc-dark,hc-light] [--out FOLDER] [--locale en|nl]
 *                            [--width N] [--height N] [--scale N]
 */

import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openWorkbench } from '../test/e2e/support/fixture.mjs';
import { screenshot } from '../test/vscode/browser.mjs';
import { ensureRig } from '../test/vscode/install.mjs';
import { screenshotsDir } from '../test/vscode/paths.mjs';
import { themeNamed, themes } from '../test/vscode/themes.mjs';
import { packExtension } from './package.mjs';
import { ensurePackages } from './project.mjs';

const { values: options } = parseArgs({
  options: {
    file: { type: 'string', default: 'notes/warm-welkom.md' },
    line: { type: 'string', default: '1' },
    themes: { type: 'string', default: Object.keys(themes).join(',') },
    out: { type: 'string', default: screenshotsDir },
    locale: { type: 'string', default: 'en' },
    width: { type: 'string', default: '1280' },
    height: { type: 'string', default: '800' },
    scale: { type: 'string', default: '1' },
  },
});
const wanted = options.themes.split(',').map(themeNamed);

await ensurePackages();
await ensureRig();
console.log('Building and packing the extension ...');
await packExtension({ quiet: true, small: false });

const { workbench, close } = await openWorkbench({
  theme: wanted[0],
  locale: options.locale,
  file: options.file,
  line: Number(options.line),
  width: Number(options.width),
  height: Number(options.height),
  scale: Number(options.scale),
});
try {
  await workbench.openSidebar('Policy Lens');
  await workbench.page.locator('.sidebar .monaco-list-row').first().waitFor();
  await workbench.page.locator('[class*="TextEditorDecorationType"]').first().waitFor({ state: 'attached' });
  for (const theme of wanted) {
    if (theme !== wanted[0]) await workbench.putOn(theme);
    const path = join(resolve(options.out), `${basename(options.file)}-${theme}.png`);
    await screenshot(workbench.page, path);
    console.log(path);
  }
} finally {
  await close();
}
