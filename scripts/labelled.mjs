/** Labelled sentences (JSON Lines with `id`, `lang`, `text`, `codes`, `source`) and what codebooks find in them. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadSource, readBuiltInCodebooks } from './build-codebooks.mjs';

export const DEFAULT_FOLDER = fileURLToPath(new URL('../../shared/eval', import.meta.url));

/** Options that every program on labelled sentences knows. */
export const DATA_OPTIONS = {
  set: { type: 'string', default: 'train' },
  data: { type: 'string', default: DEFAULT_FOLDER },
  file: { type: 'string', multiple: true },
  codebooks: { type: 'string', default: fileURLToPath(new URL('../media/codebooks', import.meta.url)) },
};

/** The files to read: those given, each with the weight after its `=` (`more.jsonl=0.5`), else the set of the data folder. */
export function filesOf({ file, data, set }) {
  if (!file) return [{ file: path.join(data, `${set}.jsonl`), weight: 1 }];
  return file.map((each) => {
    const [, name, weight] = /^(.*?)(?:=(\d+(?:\.\d+)?))?$/.exec(each);
    return { file: name, weight: weight === undefined ? 1 : Number(weight) };
  });
}

/** Rejects with the file that cannot be read, or with its first line that is not a labelled sentence. */
export async function readLabelled(files) {
  const read = await Promise.all(files.map(readFileOf));
  return read.flat();
}

async function readFileOf({ file, weight }) {
  const source = await readFile(file, 'utf8').catch(() => {
    throw new Error(`No labelled sentences at ${file}: give their folder with --data, or files with --file.`);
  });
  return source.split('\n').flatMap((line, index) => {
    if (!line.trim()) return [];
    const { id, lang, text, codes, source: from } = parse(line, `${file}:${index + 1}`);
    if (typeof text !== 'string' || !Array.isArray(codes) || !['nl', 'en'].includes(lang)) {
      throw new Error(`${file}:${index + 1}: expected "lang" (nl or en), "text" and a list of "codes".`);
    }
    return [{ id: String(id), language: lang, source: from ?? path.basename(file), text, codes, weight }];
  });
}

function parse(line, place) {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new Error(`${place}: ${error.message}`);
  }
}

/** The parts of the source that fitting and measuring need, with the codebooks of a folder compiled. */
export async function loadCore(options) {
  const core = await loadSource(`
    export { compileCodebooks } from './src/core/codebook/compile.ts';
    export { detectBlock } from './src/core/detection/detect.ts';
    export { parseBlock } from './src/core/text/segments.ts';
    export * from './src/core/fitting/crossValidate.ts';
    export * from './src/core/fitting/example.ts';
    export * from './src/core/fitting/fit.ts';
    export * from './src/core/fitting/measures.ts';
    export * from './src/core/fitting/thresholds.ts';
    export * from './src/core/fitting/writeFitted.ts';
  `);
  const codebooks = await readBuiltInCodebooks(options.codebooks);
  return { ...core, codebooks, compiled: core.compileCodebooks(codebooks) };
}

/** Each sentence as a block of its own. */
export function parseLabelled({ parseBlock }, { text, language }) {
  return parseBlock({ raw: text, kind: 'paragraph', format: 'plain', fallback: language });
}

/** What there is to fit: every top code in both languages, on these sentences. */
export function problemsIn(core, sentences) {
  const examples = sentences.map((each) => core.exampleOf(core.compiled, each, parseLabelled(core, each)));
  return ['nl', 'en'].flatMap((language) => {
    const own = examples.filter(({ labelled }) => labelled.language === language);
    return core.problemsOf(core.compiled.index(language), language, own);
  });
}

/** What a fit found, as `writeFitted` takes it. */
export function findingsOf(core, fitted) {
  const weights = new Map(
    fitted.flatMap(({ problem, weights: found }) => {
      const { indicators } = core.compiled.index(problem.language);
      return [...found].map(([number, weight]) => [indicators[number].written, weight]);
    }),
  );
  return {
    weightOf: (indicator) => weights.get(indicator),
    scoringOf: (codePath, language) =>
      fitted.find(({ problem }) => problem.codePath === codePath && problem.language === language)?.scoring,
  };
}
