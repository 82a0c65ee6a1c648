/**
 * Readers of what people write by hand beside their texts: codebooks, tables of documents, front matter. They bring a YAML
 * and a CSV parser, which most sessions never need: import this module with `import()`, and nothing in it otherwise, so that
 * on the desktop it stays a file of its own (esbuild.js).
 */
export { parse as parseYaml } from 'yaml';
export { readVariables } from './analysis/variables.js';
export { adoptLearned } from './codebook/adoptLearned.js';
export { changeCodes } from './codebook/changeCodes.js';
export { parseCodebook } from './codebook/parseCodebook.js';
export { meaningAt, proposalsAt } from './codebook/proposals.js';
