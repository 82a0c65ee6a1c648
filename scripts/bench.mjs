/**
 * `npm run bench`: packs the extension, measures it, and puts the figures into docs/benchmarks.md, between the marks; the
 * words around them stay. Takes some minutes, and means little on a machine that is busy with something else.
 */

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { packExtension } from './package.mjs';
import { ensurePackages, projectRoot } from './project.mjs';

const BEGIN = '<!-- figures: written by npm run bench -->';
const END = '<!-- end of figures -->';

await ensurePackages();
const { build } = await import('esbuild');
const vsix = await packExtension({ quiet: true });
const program = join(projectRoot, 'out', 'bench', 'bench.cjs');
await build({
  entryPoints: [join(projectRoot, 'test', 'bench', 'bench.ts')],
  outfile: program,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'es2022',
  mainFields: ['module', 'main'],
  alias: {
    yaml: createRequire(import.meta.url)
      .resolve('yaml')
      .replace(/dist[\\/]index\.js$/, 'browser/index.js'),
  },
});
const figures = execFileSync(process.execPath, [program, vsix], {
  cwd: projectRoot,
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'inherit'],
});

const document = join(projectRoot, 'docs', 'benchmarks.md');
const text = readFileSync(document, 'utf8');
const [before, rest] = text.split(BEGIN);
const after = rest?.split(END)[1];
if (before === undefined || after === undefined) throw new Error(`${document} lacks the marks around its figures`);
writeFileSync(document, `${before}${BEGIN}\n\n${figures}\n${END}${after}`);
