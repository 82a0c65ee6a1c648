/**
 * What is done with texts: reading them, finding codes in them, telling their sections, writing their rows. It brings a Markdown
 * parser and a CSV writer, which a session without a text never needs: import this module with `import()`, and nothing heavy in it
 * otherwise, so that on the desktop it is a file of its own (esbuild.js).
 */
export { explainedAt } from '../core/analysis/explained.js';
export { detectBlock } from '../core/detection/detect.js';
export { overlayOf } from '../core/detection/lessons.js';
export { documentEntry } from '../core/exchange/documentEntry.js';
export { EXPORT_FORMATS } from '../core/exchange/formats.js';
export { codeIndex, rowsOf } from '../core/exchange/rows.js';
export { documentLanguage } from '../core/text/language.js';
export { sectionTree } from '../core/text/sections.js';
export { parseBlock } from '../core/text/segments.js';
export { checkAnnotations, repairsOf } from './checkAnnotations.js';
export { exportDocuments } from './exportDocuments.js';
export { exportPieces } from './exportPieces.js';
export { exportVariables, variableNames } from './exportVariables.js';
export { learnedFrom } from './learnedFrom.js';
export { learningReport } from './learningReport.js';
export { openSuggestions } from './readSuggestions.js';
