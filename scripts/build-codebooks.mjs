/**
 * Turns media/codebooks/*.yaml into dist/codebooks/<id>.json, so that the extension starts without a YAML parser, and into
 * dist/codebooks/<language>.index, so that a first text need not wait for them to be compiled. Goes through the same
 * `parseCodebook` and the same compiler that a user's own codebooks go through, and fails on anything that the first has to say.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Loads TypeScript modules of src/ as one module; `exports` is the source of that module. */
export async function loadSource(exports) {
  const { outputFiles } = await esbuild.build({
    stdin: { contents: exports, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    target: 'es2022',
    alias: {
      yaml: createRequire(import.meta.url)
        .resolve('yaml')
        .replace(/dist[\\/]index\.js$/, 'browser/index.js'),
    },
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** The built-in codebooks, by file; rejects with every message, each with its file, line and column. */
export async function readBuiltInCodebooks(folder = path.join(root, 'media', 'codebooks')) {
  return (await readWithSources(folder)).map(({ codebook }) => codebook);
}

async function readWithSources(folder) {
  const { parseCodebook, messageText } = await loadSource(`
    export { parseCodebook } from './src/core/codebook/parseCodebook.ts';
    export { messageText } from './src/cli/messages.ts';
  `);
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort();
  const codebooks = [];
  const problems = [];
  for (const file of files) {
    const source = await readFile(path.join(folder, file), 'utf8');
    const { codebook, messages } = parseCodebook(source, file);
    if (codebook) codebooks.push({ codebook, source });
    for (const message of messages) {
      const { line = 1, column = 1 } = message.place ?? {};
      problems.push(`media/codebooks/${file}:${line}:${column}: ${messageText(message)}`);
    }
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return codebooks;
}

/** @template Result @param {Iterator<void, Result>} steps that are done all at once */
function resultOf(steps) {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

export async function buildCodebooks() {
  const read = await readWithSources(path.join(root, 'media', 'codebooks'));
  const codebooks = read.map(({ codebook }) => codebook);
  const { compileIndexParts, packCodebook, packIndex } = await loadSource(`
    export { compileIndexParts } from './src/core/codebook/indexParts.ts';
    export { packCodebook } from './src/core/codebook/shippedCodebook.ts';
    export { packIndex } from './src/core/codebook/packedIndex.ts';
  `);
  const folder = path.join(root, 'dist', 'codebooks');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await Promise.all(
    read.map(({ codebook, source }) =>
      writeFile(path.join(folder, `${codebook.id}.json`), packCodebook(codebook, source)),
    ),
  );
  for (const language of ['nl', 'en']) {
    const parts = resultOf(compileIndexParts(codebooks, language, new Set()));
    await writeFile(path.join(folder, `${language}.index`), packIndex(parts));
  }
  // VS Code for the Web cannot list the folders of an extension: their names must be written down.
  await writeFile(`${folder}.json`, JSON.stringify(codebooks.map(({ id }) => id)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildCodebooks().catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
}
