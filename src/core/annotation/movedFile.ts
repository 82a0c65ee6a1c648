/** A coder's annotations of a document that is elsewhere now: put together with what that coder has there already. */
import type { AnnotationFile } from './annotationFile.js';
import { mergeAnnotationFiles } from './mergeFiles.js';

/**
 * The file about the document of `there`; nothing of either is lost. Undefined where the two cannot be one, which leaves both as
 * they are.
 */
export function mergeMoved(there: AnnotationFile, moved: AnnotationFile): AnnotationFile | undefined {
  const came = { ...moved, document: there.document };
  if (there.annotations.length === 0 && !there.unknown) return came;
  return mergeAnnotationFiles({ base: undefined, ours: came, theirs: there })?.file;
}
