/**
 * Whether quotations in damaged texts stand exactly on their words: `node scripts/damage.mjs [--seeds N] [--corpus FOLDER]`.
 * Prose from this repository, and that of a corpus beside it where there is one, is damaged as PDF extraction does it, in N
 * ways that are the same in each run; see `test/bench/offsets.ts`.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadSource, readBuiltInCodebooks } from './build-codebooks.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const CORPUS = path.join(root, '..', 'shared', 'corpus');

/** Texts and their languages: `nl` and `en` are folders of the corpus. */
async function proseIn(folder, language) {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => /\.txt$/.test(name) && !name.includes('layout')).sort();
  return Promise.all(files.map(async (name) => ({ text: await readFile(path.join(folder, name), 'utf8'), language })));
}

/**
 * @param {{ seeds?: number, corpus?: string }} [options] in how many ways each text is damaged; a folder with `nl` and `en`
 * @returns {Promise<{ quotations: number, exact: number, clean: number, found: number }>}
 */
export async function measureOffsets({ seeds = 25, corpus = CORPUS } = {}) {
  const source = await loadSource(`
    export { compileCodebooks } from './src/core/codebook/compile.ts';
    export { cleanProse, measureOffsets } from './test/bench/offsets.ts';
  `);
  const compiled = source.compileCodebooks(await readBuiltInCodebooks());
  const own = await Promise.all([
    proseIn(path.join(root, 'samples', 'workspace', 'notes'), 'nl'),
    proseIn(path.join(root, 'samples', 'workspace', 'letters'), 'nl'),
  ]);
  const others = await Promise.all(['nl', 'en'].map((language) => proseIn(path.join(corpus, language), language)));
  const prose = (texts) => texts.flat().map(({ text, language }) => source.cleanProse(text, language));
  const ours = source.measureOffsets(compiled, prose(own), seeds);
  const theirs = source.measureOffsets(compiled, prose(others), Math.ceil(seeds / 5));
  return Object.fromEntries(Object.keys(ours).map((key) => [key, ours[key] + theirs[key]]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { seeds: { type: 'string', default: '25' }, corpus: { type: 'string' } } });
  const { quotations, exact, clean, found } = await measureOffsets({
    seeds: Number(values.seeds),
    ...(values.corpus === undefined ? {} : { corpus: values.corpus }),
  });
  console.log(`quotations whose offsets are exactly on their words, damaged texts: ${exact} of ${quotations}`);
  console.log(`quotations of the clean texts that are found in the damaged ones, the same words: ${found} of ${clean}`);
}
