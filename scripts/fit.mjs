/**
 * Fits the weights and thresholds of the built-in codebooks to labelled sentences and writes them into media/codebooks:
 * `npm run fit [-- --data FOLDER --set train | --file FILE[=WEIGHT]...] [--codebooks FOLDER] [--dry]`. The same data give the same digits. What is in
 * the repository is fitted on the training set and on the sentences of test/labelled; docs/detection.md says how.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { DATA_OPTIONS, filesOf, findingsOf, loadCore, problemsIn, readLabelled } from './labelled.mjs';

/** Codes are far more frequent in our own sentences than in real texts: in full, they would teach that codes are everywhere. */
const OWN_WEIGHT = 0.3;

/** Written for the project, for breadth: test/labelled/README.md. */
const OWN = ['nl', 'en'].map((language) =>
  fileURLToPath(new URL(`../test/labelled/${language}.jsonl`, import.meta.url)),
);

/** Fewer sentences with a code than this say nothing about its indicators: the author is left alone. */
const LEAST_LABELS = 5;

async function main() {
  const { values: options } = parseArgs({
    options: { ...DATA_OPTIONS, dry: { type: 'boolean', default: false } },
  });
  const core = await loadCore(options);
  const own = options.file ? [] : OWN.map((file) => ({ file, weight: OWN_WEIGHT }));
  const problems = problemsIn(core, await readLabelled([...filesOf(options), ...own])).filter(
    ({ examples, codePath }) =>
      examples.filter(({ labelled }) => core.hasCode(labelled, codePath)).length >= LEAST_LABELS,
  );
  const indexOf = ({ language }) => core.compiled.index(language);
  const fitted = core.fitCodes(problems, { spread: core.SPREAD, indexOf });
  for (const { problem, scoring, weights } of fitted) {
    const { base, few, balanced, many } = scoring;
    const from = `base ${base} few ${few} balanced ${balanced} many ${many}`;
    console.log(`  ${problem.language} ${problem.codePath.padEnd(30)} ${from}  (${weights.size} indicators)`);
  }
  if (!options.dry) await write(core, fitted, options.codebooks);
}

/** Puts what was found into the files; says which of them changed. */
async function write(core, fitted, folder) {
  const findings = findingsOf(core, fitted);
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort();
  for (const [index, file] of files.entries()) {
    const before = await readFile(path.join(folder, file), 'utf8');
    const after = core.writeFitted(before, core.codebooks[index], findings);
    if (after !== before) await writeFile(path.join(folder, file), after);
    console.log(`${file}: ${after === before ? 'unchanged' : 'written'}`);
  }
}

await main().catch((error) => {
  console.error(error.message);
  process.exitCode = 2;
});
