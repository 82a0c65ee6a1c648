/**
 * How well the built-in codebooks find what coders found:
 *
 *     npm run eval [-- --set train | dev] [--data FOLDER] [--file FILE]... [--codebooks FOLDER]
 *                  [--sensitivity few | balanced | many] [--markdown] [--record] [--errors CODE] [--rows FILE]
 *
 * Reads labelled sentences (JSON Lines with `id`, `lang`, `text`, `codes`, `source`), treats each as a document of its own, and
 * prints precision, recall and F1 per code and language, their mean, and how far scores can be believed. On the training set
 * also what the fit promises for sentences, and for whole collections of texts, that it has not seen; and whether
 * quotations in damaged texts stand on their words. `--errors` lists the sentences that are judged otherwise, `--rows` writes what
 * was found, `--record` puts the tables into docs/detection.md,
 * between the marks of the set. The training set unless asked otherwise: the other one is for
 * looking, rarely.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measureOffsets } from './damage.mjs';
import { DATA_OPTIONS, filesOf, loadCore, parseLabelled, problemsIn, readLabelled } from './labelled.mjs';
import { figure, markdownTable, plainTable, recorded } from './tables.mjs';

const CODES = ['relational', 'narrative', 'symbolic', 'contextual', 'partner', 'principal'];
const DOCUMENT = fileURLToPath(new URL('../docs/detection.md', import.meta.url));

const { values: options } = parseArgs({
  options: {
    ...DATA_OPTIONS,
    sensitivity: { type: 'string', default: 'balanced' },
    markdown: { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
    errors: { type: 'string' },
    rows: { type: 'string' },
  },
});

/** What the detector says of each sentence: top codes by id of the sentence. */
function detectAll(core, sentences) {
  const found = sentences.map((each) => {
    const suggestions = core.detectBlock(core.compiled, parseLabelled(core, each), each.text);
    return [each.id, new Set(suggestions.map(({ codePath }) => codePath.split('/')[1]))];
  });
  return new Map(found);
}

/** Quality per code of some verdicts: one list for each code. */
function qualityTable(core, title, languages) {
  const qualities = languages.map(({ verdictsOf }) => CODES.map((code) => core.qualityOf(verdictsOf(code))));
  const cells = ({ precision, recall, f1, labels }) => [precision, recall, f1].map(figure).concat(String(labels));
  const mean = qualities.map(core.macroF1);
  const micro = qualities.map(core.microF1);
  return {
    title,
    head: ['code', ...languages.flatMap(({ name }) => [`${name}: precision`, 'recall', 'F1', 'n'])],
    rows: [
      ...CODES.map((code, index) => [code, ...qualities.flatMap((each) => cells(each[index]))]),
      ['mean F1', ...mean.flatMap((value) => ['', '', value?.toFixed(3) ?? '', ''])],
      ['F1 of all', ...micro.flatMap((value) => ['', '', value.toFixed(3), ''])],
    ],
    note: `The mean is over codes with ${core.LEAST_LABELS} labels or more.`,
  };
}

/** The verdicts per language and over both, from a function that gives those of one language and code. */
function perLanguage(verdictsIn) {
  const of = (...languages) => ({
    name: languages.length > 1 ? 'all' : languages[0],
    verdictsOf: (code) => languages.flatMap((language) => verdictsIn(language, code)),
  });
  const spoken = ['nl', 'en'].filter((language) => CODES.some((code) => verdictsIn(language, code).length > 0));
  return spoken.length > 1
    ? [...spoken.map((language) => of(language)), of(...spoken)]
    : spoken.map((each) => of(each));
}

/** As the codebooks in the repository have it. */
function asItIs(core, title, sentences, found) {
  const verdictsIn = (language, code) =>
    sentences.flatMap((each) =>
      each.language === language
        ? [{ isThere: each.codes.includes(code), isSuggested: found.get(each.id).has(code) }]
        : [],
    );
  return qualityTable(core, title, perLanguage(verdictsIn));
}

/** What weights and thresholds that were fitted on the other parts say of each part. */
function unseen(core, title, problems, judged) {
  const verdictsIn = (language, code) =>
    problems.flatMap((problem, index) =>
      problem.language === language && problem.codePath.endsWith(`/${code}`) ? judged[index] : [],
    );
  return qualityTable(core, title, perLanguage(verdictsIn));
}

/** How often a code is there, by what its score promises; `judged` as long as `problems`. */
function calibrationTable(core, title, problems, judged) {
  const percent = (value) => `${Math.round(value * 100)}`;
  const bins = Array.from({ length: 10 }, (_, index) => index / 10);
  const rows = problems.map(({ codePath, language }, index) => {
    const { bins: known, error } = core.calibrationOf(judged[index].filter(({ hasEvidence }) => hasEvidence));
    const cells = bins.map((from) => {
      const bin = known.find((each) => each.from === from);
      return bin ? `${percent(bin.observed)} (${bin.count})` : '';
    });
    return [`${codePath.split('/')[1]}, ${language}`, ...cells, figure(error)];
  });
  return {
    title,
    head: ['score', ...bins.map((from) => `${from.toFixed(1)} to ${(from + 0.1).toFixed(1)}`), 'off by'],
    rows,
    note: 'Per cell: of the sentences with such a score, the percentage that has the code (how many there are). Sentences in which nothing speaks for the code are left out.',
  };
}

/** The tables of one set of sentences. */
function tablesOf(core, name, sentences, isTraining) {
  const problems = problemsIn(core, sentences);
  const count = `${sentences.length} sentences`;
  const tables = [asItIs(core, `${name}, ${count}, as the codebooks are`, sentences, detectAll(core, sentences))];
  const judged = problems.map((problem) => core.judge(core.compiled, problem));
  if (!isTraining) return [...tables, calibrationTable(core, `${name}: what scores are worth`, problems, judged)];
  const indexOf = ({ language }) => core.compiled.index(language);
  const without = (foldOf) => core.judgeUnseen(problems, { spread: core.SPREAD, indexOf, foldOf });
  const byHash = without(core.byHash);
  return [
    ...tables,
    unseen(core, `${name}, weights and thresholds fitted on the other four fifths`, problems, byHash),
    unseen(core, `${name}, fitted on the other collections of texts`, problems, without(core.bySource)),
    calibrationTable(core, `${name}: what scores are worth, fitted on the other four fifths`, problems, byHash),
  ];
}

/** Sentences that the detector judges otherwise than the coders, for one code: what to look at when mending indicators. */
function showErrors(code, sentences, found) {
  for (const { id, language, text, codes } of sentences) {
    const isFound = found.get(id).has(code);
    if (isFound !== codes.includes(code)) console.log(`${isFound ? 'too much' : 'missed  '} ${language} ${text}`);
  }
}

/** The same as rows, as much of them as a scorer of scans needs. */
function rowsOf(found) {
  const rows = [...found].flatMap(([document, codes]) =>
    [...codes].map((code) => ({ document, code, code_path: code })),
  );
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/** One line on the quotations in damaged texts. */
async function offsetsLine() {
  const { quotations, exact } = await measureOffsets();
  const share = ((100 * exact) / quotations).toFixed(2);
  return `Quotations whose offsets are exactly on their words, damaged texts: ${exact} of ${quotations} (${share} %).`;
}

async function main() {
  const core = await loadCore(options);
  core.compiled = core.compiled.scored({ sensitivity: options.sensitivity });
  const isTraining = !options.file && options.set === 'train';
  const sets = await Promise.all(
    filesOf(options).map(async (file) => ({
      name: path.basename(file.file, '.jsonl'),
      sentences: await readLabelled([file]),
    })),
  );
  const all = sets.flatMap(({ sentences }) => sentences);
  if (options.errors) return showErrors(options.errors, all, detectAll(core, all));
  if (options.rows) await writeFile(options.rows, rowsOf(detectAll(core, all)));
  if (sets.length > 1) sets.push({ name: 'together', sentences: all });
  const tables = sets.flatMap(({ name, sentences }) => tablesOf(core, name, sentences, isTraining));
  const offsets = isTraining ? [await offsetsLine()] : [];
  const markdown = [...tables.map(markdownTable), ...offsets].join('\n');
  console.log(options.markdown ? markdown : [...tables.map(plainTable), ...offsets].join('\n'));
  if (options.record) await writeFile(DOCUMENT, recorded(await readFile(DOCUMENT, 'utf8'), markdown, options.set));
}

await main().catch((error) => {
  console.error(error.message);
  process.exitCode = 2;
});
