/**
 * How well the built-in codebooks find what coders found: `npm run eval [-- --set dev --data FOLDER]`; `--errors CODE`
 * lists the sentences that are judged otherwise, `--rows FILE` writes what was found. Reads labelled
 * sentences (JSON Lines with `id`, `lang`, `text`, `codes`), treats each as a document of its own, and prints precision, recall
 * and F1 per code and their mean. The training set unless asked otherwise: the other one is for looking, rarely.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadSource, readBuiltInCodebooks } from './build-codebooks.mjs';

const CODES = ['relational', 'narrative', 'symbolic', 'contextual', 'partner', 'principal'];

/** Codes with fewer labels say too little to count in the mean. */
const LEAST_LABELS = 15;

const DEFAULT_FOLDER = fileURLToPath(new URL('../../shared/eval', import.meta.url));

const { values: options } = parseArgs({
  options: {
    set: { type: 'string', default: 'train' },
    data: { type: 'string', default: DEFAULT_FOLDER },
    errors: { type: 'string' },
    rows: { type: 'string' },
  },
});

/** What the detector says of each sentence: top codes by id. */
async function detectAll(sentences) {
  const { compileCodebooks, detectBlock, parseBlock } = await loadSource(`
    export { compileCodebooks } from './src/core/codebook/compile.ts';
    export { detectBlock } from './src/core/detection/detect.ts';
    export { parseBlock } from './src/core/text/segments.ts';
  `);
  const compiled = compileCodebooks(await readBuiltInCodebooks());
  const found = new Map();
  for (const { id, lang, text } of sentences) {
    const parsed = parseBlock({ raw: text, kind: 'paragraph', format: 'plain', fallback: lang });
    const codes = detectBlock(compiled, parsed, text).map(({ codePath }) => codePath.split('/')[1]);
    found.set(id, new Set(codes));
  }
  return found;
}

function scoreOf(code, sentences, found) {
  const count = (isFound, isLabelled) =>
    sentences.filter(({ id, codes }) => found.get(id).has(code) === isFound && codes.includes(code) === isLabelled)
      .length;
  const right = count(true, true);
  const wrong = count(true, false);
  const missed = count(false, true);
  const precision = right / (right + wrong) || 0;
  const recall = right / (right + missed) || 0;
  const f1 = (2 * precision * recall) / (precision + recall) || 0;
  return { code, right, wrong, missed, precision, recall, f1 };
}

function report(title, sentences, found) {
  const scores = CODES.map((code) => scoreOf(code, sentences, found));
  for (const { code, precision, recall, f1, right, missed } of scores) {
    const numbers = `P ${precision.toFixed(2)} R ${recall.toFixed(2)} F1 ${f1.toFixed(2)}`;
    console.log(`  ${code.padEnd(11)} ${numbers}  (n ${right + missed})`);
  }
  const counted = scores.filter(({ right, missed }) => right + missed >= LEAST_LABELS);
  const macro = counted.reduce((sum, { f1 }) => sum + f1, 0) / counted.length;
  const total = (key) => scores.reduce((sum, score) => sum + score[key], 0);
  const micro = (2 * total('right')) / (2 * total('right') + total('wrong') + total('missed') || 1);
  console.log(`${title}: sentences ${sentences.length} macro-F1 ${macro.toFixed(3)} micro-F1 ${micro.toFixed(3)}`);
}

/** Sentences that the detector judges otherwise than the coders, for one code: what to look at when mending indicators. */
function showErrors(code, sentences, found) {
  for (const { id, lang, text, codes } of sentences) {
    const isFound = found.get(id).has(code);
    if (isFound !== codes.includes(code)) console.log(`${isFound ? 'too much' : 'missed  '} ${lang} ${text}`);
  }
}

/** The same as rows, as much of them as a scorer of scans needs. */
function rowsOf(found) {
  const rows = [...found].flatMap(([document, codes]) =>
    [...codes].map((code) => ({ document, code, code_path: code })),
  );
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

async function main() {
  const file = path.join(options.data, `${options.set}.jsonl`);
  const source = await readFile(file, 'utf8').catch(() => undefined);
  if (source === undefined) {
    console.error(`No labelled sentences at ${file}: give their folder with --data.`);
    process.exitCode = 2;
    return;
  }
  const sentences = source
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line));
  const found = await detectAll(sentences);
  for (const language of ['nl', 'en']) {
    report(
      language,
      sentences.filter(({ lang }) => lang === language),
      found,
    );
  }
  report('all', sentences, found);
  if (options.rows) await writeFile(options.rows, rowsOf(found));
  if (options.errors) showErrors(options.errors, sentences, found);
}

await main();
