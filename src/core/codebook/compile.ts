/** Compiling codebooks with the compiler at hand, for whoever does not mind that it is loaded. */
import type { Codebook } from './codebook.js';
import { type CompiledCodebooks, type CompileOptions, codebooksToCompile } from './compiledCodebooks.js';
import { compileIndexParts } from './indexParts.js';

export type { CompiledCodebooks, CompileOptions, PackedIndexes } from './compiledCodebooks.js';

/** As `codebooksToCompile`; `index` has every language at once. */
export function compileCodebooks(codebooks: readonly Codebook[], options: CompileOptions = {}): CompiledCodebooks {
  return codebooksToCompile(codebooks, options, compileIndexParts);
}
