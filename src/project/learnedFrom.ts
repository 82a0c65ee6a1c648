/** What the annotations of a workspace teach: the same for the editor, for exports and for the command line. */
import type { AnnotationFile } from '../core/annotation/annotationFile.js';
import type { Codebook } from '../core/codebook/codebook.js';
import type { CompiledCodebooks } from '../core/codebook/compile.js';
import { type LearnedOfCode, learnFrom } from '../core/detection/lessons.js';
import type { BlockReading } from './blockReading.js';
import { passagesOf, type ReadPassage, readPassages } from './decidedPassages.js';
import type { Beginnings } from './learningFile.js';

/** What one workspace folder has decided. */
export interface FolderDecisions {
  /**
   * Of all coders: what a team agrees on is learned from all of it, in every window and on the command line alike, and where two
   * disagree their decisions weigh against each other.
   */
  readonly files: readonly AnnotationFile[];
  readonly beginnings: Beginnings;
}

export interface LearningSources {
  readonly folders: readonly FolderDecisions[];
  readonly codebooks: readonly Pick<Codebook, 'id' | 'version'>[];
  /** Those in force, without anything learned. */
  readonly compiled: CompiledCodebooks;
  /** Loaded. */
  readonly reading: Pick<BlockReading, 'parse'>;
}

/** What was learned of the codes of some codebooks, and from what. */
export interface LearnedFromPassages {
  readonly learned: readonly LearnedOfCode[];
  /** By age. */
  readonly passages: readonly ReadPassage[];
}

/** One for each group of codebooks that are learned from the same decisions; mostly one for all. */
export function learnedFrom({
  folders,
  codebooks,
  compiled,
  reading,
}: LearningSources): readonly LearnedFromPassages[] {
  const derived = new Set(compiled.derived.map(({ codePath }) => codePath));
  const groups = new Map<string, Set<string>>();
  for (const codebook of codebooks) {
    const key = folders.map(({ beginnings }) => beginOf(beginnings, codebook)).join(' ');
    groups.set(key, (groups.get(key) ?? new Set()).add(codebook.id));
  }
  return [...groups].map(([key, ids]) => {
    const begins = key.split(' ').map(Number);
    const decided = folders.flatMap(({ files }, index) =>
      passagesOf(files, (path) => derived.has(path)).filter(({ at }) => at > (begins[index] ?? EVER)),
    );
    const passages = readPassages(decided, (block) => reading.parse(block));
    const learned = learnFrom(compiled, passages).filter(({ codePath }) => ids.has(codePath.split('/')[0] ?? ''));
    return { learned, passages };
  });
}

/** Before all decisions, also those of files that do not say when. */
const EVER = -1;

/** Milliseconds since 1970; decisions until then do not count. A version that was adopted counts once it is in force. */
function beginOf({ since, adopted }: Beginnings, { id, version }: Pick<Codebook, 'id' | 'version'>): number {
  const inForce = adopted.filter((each) => each.codebook === id && each.version <= version);
  return Math.max(EVER, ...[...(since ? [since] : []), ...inForce.map(({ at }) => at)].map((time) => Date.parse(time)));
}
