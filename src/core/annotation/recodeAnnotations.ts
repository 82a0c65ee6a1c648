/** What becomes of annotations when codes are renamed, joined, moved or deleted. */
import type { Annotation, Change } from './annotation.js';
import type { AnnotationFile } from './annotationFile.js';

/** By the path of a code: the codes that take its place. None: it is taken away. A code that is not in it stays as it is. */
export type Recoding = ReadonlyMap<string, readonly string[]>;

export interface FileToRecode {
  /** The document's URI. */
  readonly document: string;
  readonly file: AnnotationFile;
}

/**
 * The changes in the files of all coders. An annotation has each code once; one that is left without any is deleted, no
 * other is. Where two then say the same of the same words, both stay: each may have a memo. What was suggested stays as it was
 * (`origin`). `now`: ISO 8601, UTC.
 */
export function recodeAnnotations(files: readonly FileToRecode[], recoding: Recoding, now: string): readonly Change[] {
  return files.flatMap(({ document, file }) =>
    file.annotations.flatMap((before): Change[] => {
      if (!before.codes.some((code) => recoding.has(code))) return [];
      const after = recoded(before, recoding, now);
      return [{ document, coder: file.coder, before, after }];
    }),
  );
}

function recoded(annotation: Annotation, recoding: Recoding, now: string): Annotation | undefined {
  const codes = [...new Set(annotation.codes.flatMap((code) => recoding.get(code) ?? [code]))];
  return codes.length === 0 ? undefined : { ...annotation, codes, modified: now };
}
