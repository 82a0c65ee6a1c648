/** What a workspace's decisions teach, as the editor learns it: an export has the rows that the editor's has. */
import type { AnnotationFile } from '../core/annotation/annotationFile.js';
import type { Codebook } from '../core/codebook/codebook.js';
import type { CompiledCodebooks } from '../core/codebook/compile.js';
import { overlayOf } from '../core/detection/lessons.js';
import { BlockReading } from '../project/blockReading.js';
import { learnedFrom } from '../project/learnedFrom.js';
import { LearningFile } from '../project/learningFile.js';
import { uriOf } from './nodeFiles.js';
import type { Report } from './report.js';
import { nodeSurroundings } from './surroundings.js';

export interface Decided {
  readonly folder: string;
  readonly codebooks: readonly Codebook[];
  /** Of all coders. */
  readonly files: readonly AnnotationFile[];
}

/** `compiled` as it counts after these decisions. */
export async function withLearned(
  compiled: CompiledCodebooks,
  { folder, codebooks, files }: Decided,
  report: Report,
): Promise<CompiledCodebooks> {
  const file = new LearningFile(nodeSurroundings, uriOf(folder));
  await file.load();
  for (const { path, messages } of file.problems()) report.messages(path, messages);
  if (files.length === 0) return compiled;
  const reading = new BlockReading(0);
  await reading.load();
  for (const language of ['nl', 'en'] as const) await reading.prepare(compiled, language, nodeSurroundings);
  const folders = [{ files, beginnings: file.beginnings }];
  const learned = learnedFrom({ folders, codebooks, compiled, reading }).flatMap((each) => each.learned);
  return learned.length > 0 ? compiled.scored({ overlay: overlayOf(learned) }) : compiled;
}
