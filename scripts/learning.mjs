/**
 * What decisions teach: `npm run learning [-- --data FOLDER --record]`. For every kind of text with sentences enough: weights and thresholds
 * are fitted on all other kinds; a simulated coder goes through half of the kind, in an order that a hash decides, confirms, rejects and
 * adds what the labels say; and the other half is scored before and after. Both halves take both roles, over several ways of
 * halving. Without `fitted` weights of its own: these have seen all kinds.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadSource } from './build-codebooks.mjs';
import { DATA_OPTIONS, filesOf, findingsOf, loadCore, parseLabelled, problemsIn, readLabelled } from './labelled.mjs';
import { markdownTable, plainTable, recorded } from './tables.mjs';

const DOCUMENT = fileURLToPath(new URL('../docs/detection.md', import.meta.url));
const CODES = ['relational', 'narrative', 'symbolic', 'contextual', 'partner', 'principal'];

/** Both halves need decisions and labels enough. */
const LEAST_SENTENCES = 400;
/** Of a code in the scored half, for it to count in the mean. */
const LEAST_LABELS = 10;
const DECISIONS = [0, 25, 50, 100, 200];
const HALVINGS = 5;

/** FNV-1a: as good as drawn by lot, yet the same each time. */
function hash(text) {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  // A last mixing, for the low bit depends on the low bits alone.
  value ^= value >>> 15;
  return Math.imul(value, 0x2c1b3c6d) >>> 4;
}

/** The codebooks as fitted without one kind of text. */
async function compiledWithout(core, source, sentences, folder) {
  const indexOf = ({ language }) => core.compiled.index(language);
  const problems = problemsIn(
    core,
    sentences.filter((each) => each.source !== source),
  );
  const fitted = core.fitCodes(problems, { spread: core.SPREAD, indexOf });
  const findings = findingsOf(core, fitted);
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort();
  const codebooks = await Promise.all(
    files.map(async (file, index) => {
      const text = await readFile(path.join(folder, file), 'utf8');
      return core.parseCodebook(core.writeFitted(text, core.codebooks[index], findings), file).codebook;
    }),
  );
  return core.compileCodebooks(codebooks);
}

/** Ids of the top codes that are suggested. */
function suggestedIn(core, compiled, { text, parsed }) {
  return new Set(core.detectBlock(compiled, parsed, text).map(({ codePath }) => codePath.split('/')[1]));
}

/** Passages as decided on by a coder who goes from sentence to sentence, up to so many decisions. */
function decide(core, compiled, sentences, decisions) {
  const pathOf = (code) => `${['partner', 'principal'].includes(code) ? 'partner-principal' : 'interventions'}/${code}`;
  const passages = [];
  let left = decisions;
  for (const sentence of sentences) {
    const suggested = suggestedIn(core, compiled, sentence);
    const right = new Set();
    const wrong = new Set();
    for (const code of CODES) {
      const isThere = sentence.codes.includes(code);
      if (left === 0 || (!isThere && !suggested.has(code))) continue;
      (isThere ? right : wrong).add(pathOf(code));
      left -= 1;
    }
    if (right.size + wrong.size > 0) passages.push({ ...sentence, right, wrong });
    if (left === 0) break;
  }
  return passages;
}

function macroF1(core, compiled, sentences) {
  const found = sentences.map((sentence) => suggestedIn(core, compiled, sentence));
  const qualities = CODES.map((code) =>
    core.qualityOf(
      sentences.map(({ codes }, index) => ({ isThere: codes.includes(code), isSuggested: found[index].has(code) })),
    ),
  );
  const counted = qualities.filter(({ labels }) => labels >= LEAST_LABELS);
  return counted.reduce((sum, { f1 }) => sum + f1, 0) / counted.length;
}

/** Macro-F1 on the other half after each number of decisions, one row for every halving and role. */
function curvesOf(core, compiled, sentences) {
  return Array.from({ length: HALVINGS }, (_, halving) => {
    const ordered = [...sentences].sort((a, b) => hash(`${halving} ${a.id}`) - hash(`${halving} ${b.id}`));
    const middle = ordered.length >> 1;
    const halves = [ordered.slice(0, middle), ordered.slice(middle)];
    return [halves, [...halves].reverse()].map(([decided, scored]) =>
      DECISIONS.map((count) => {
        const learned = core.learnFrom(compiled, decide(core, compiled, decided, count));
        return macroF1(core, compiled.scored({ overlay: core.overlayOf(learned) }), scored);
      }),
    );
  }).flat();
}

function tableOf(kinds) {
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const rows = kinds.map(({ source, sentences, curves }) => {
    const means = DECISIONS.map((_, at) => mean(curves.map((curve) => curve[at])));
    const changes = curves.map((curve) => curve.at(-1) - curve[0]);
    return [
      source,
      String(sentences.length),
      ...means.map((value) => value.toFixed(3)),
      signed(mean(changes)),
      signed(Math.min(...changes)),
    ];
  });
  return {
    title: 'macro-F1 on texts of the same kind, by number of decisions',
    head: ['kind of text', 'sentences', ...DECISIONS.map(String), 'change', 'worst of ten'],
    rows,
    note: `Means over ${HALVINGS * 2} runs; macro-F1 over codes with ${LEAST_LABELS} labels or more in the half that is scored.`,
  };
}

function signed(value) {
  return `${value < 0 ? '' : '+'}${value.toFixed(3)}`;
}

async function main() {
  const { values: options } = parseArgs({ options: { ...DATA_OPTIONS, record: { type: 'boolean', default: false } } });
  const core = {
    ...(await loadCore(options)),
    ...(await loadSource(`
      export { parseCodebook } from './src/core/codebook/parseCodebook.ts';
      export { learnFrom, overlayOf } from './src/core/detection/lessons.ts';
    `)),
  };
  const sentences = (await readLabelled(filesOf(options))).map((each) => ({
    ...each,
    parsed: parseLabelled(core, each),
  }));
  const sources = [...new Set(sentences.map(({ source }) => source))].sort();
  const kinds = [];
  for (const source of sources) {
    const own = sentences.filter((each) => each.source === source);
    if (own.length < LEAST_SENTENCES) continue;
    const compiled = await compiledWithout(core, source, sentences, options.codebooks);
    kinds.push({ source, sentences: own, curves: curvesOf(core, compiled, own) });
  }
  const table = tableOf(kinds);
  console.log(plainTable(table));
  if (options.record) {
    await writeFile(DOCUMENT, recorded(await readFile(DOCUMENT, 'utf8'), markdownTable(table), 'learning'));
  }
}

await main().catch((error) => {
  console.error(error.stack);
  process.exitCode = 2;
});
