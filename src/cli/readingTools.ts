import type { CompiledCodebooks } from '../core/codebook/compile.js';
import { BlockReading } from '../project/blockReading.js';
import type { ReadingTools } from '../project/openDocument.js';
import { nodeSurroundings } from './surroundings.js';

/** What reads documents and finds codes in them. */
export function readingTools(codebooks: CompiledCodebooks): ReadingTools {
  // Every block is read once, and memory must not grow with the documents.
  return { surroundings: nodeSurroundings, reading: new BlockReading(0), codebooks: () => codebooks };
}
