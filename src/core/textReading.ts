/**
 * Reading texts and finding codes in them. It brings a Markdown parser and what words look like, which a session without a text
 * never needs: import this module with `import()`, so that on the desktop it is a file of its own (esbuild.js).
 */
export { detectBlock } from './detection/detect.js';
export { parseBlock } from './text/segments.js';
