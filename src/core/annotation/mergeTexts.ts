/** Merges annotation files as they stand on disk. Writes nothing; what cannot be merged safely is refused with its reasons. */
import type { Message } from '../message.js';
import { type AnnotationFile, readAnnotationFile, writeAnnotationFile } from './annotationFile.js';
import { type MergedFile, mergeAnnotationFiles } from './mergeFiles.js';
import { markedSides } from './mergeMarks.js';

export type MergeSide = 'ours' | 'theirs';

export interface TextSides {
  /** Left out or unreadable: ids and times of change decide. */
  readonly base?: string | undefined;
  readonly ours: string;
  readonly theirs: string;
}

export interface MergedText extends MergedFile {
  /** The merged file. */
  readonly text: string;
}

/** Why nothing was merged. */
export interface MergeRefusal {
  /** Of a side that cannot be read whole; none for two files about different documents or coders. */
  readonly problems: readonly { readonly side: MergeSide; readonly messages: readonly Message[] }[];
}

export function mergeAnnotationTexts({ base, ours, theirs }: TextSides): MergedText | MergeRefusal {
  const read = { ours: readAnnotationFile(ours), theirs: readAnnotationFile(theirs) };
  const sides = ['ours', 'theirs'] as const;
  const problems = sides.flatMap((side) => {
    const { file, writable, messages } = read[side];
    return file && writable ? [] : [{ side, messages }];
  });
  if (problems.length > 0 || !read.ours.file || !read.theirs.file) return { problems };
  const files = { base: baseFile(base), ours: read.ours.file, theirs: read.theirs.file };
  const merged = mergeAnnotationFiles(files);
  return merged ? { ...merged, text: writeAnnotationFile(merged.file) } : { problems: [] };
}

/** Of what both come from a part is as good as nothing: what is not in it would look deleted on the other side. */
function baseFile(text: string | undefined): AnnotationFile | undefined {
  const { file, writable } = text === undefined || text.trim() === '' ? {} : readAnnotationFile(text);
  return writable ? file : undefined;
}

/** What becomes of a file with git's merge marks; undefined for one that has none, or whose marks do not pair. */
export function mergeMarked(text: string): MergedText | MergeRefusal | undefined {
  const sides = markedSides(text);
  return sides && mergeAnnotationTexts(sides);
}

/**
 * Both versions whole between marks, as git leaves what it cannot merge: a person chooses, or resolves them later. `base` as
 * git writes it in its style `diff3`.
 */
export function withMarks({ base, ours, theirs }: TextSides): string {
  const part = (mark: string, text: string) => `${mark}\n${text}${text === '' || text.endsWith('\n') ? '' : '\n'}`;
  const common = base === undefined ? '' : part('||||||| base', base);
  return `${part('<<<<<<< ours', ours)}${common}${part('=======', theirs)}>>>>>>> theirs\n`;
}
