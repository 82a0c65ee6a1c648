/** A coder's annotations of a document that is elsewhere now: put beside what that coder has there already. */
import type { AnnotationFile } from './annotationFile.js';
import { applyChanges, sameDecision } from './change.js';

/**
 * Both files in one, about the document of `there`; nothing of either is lost. The same annotation in both, decided alike, is one,
 * placed as in `moved`, which counts in the text that came. Decided differently, it stands there twice, the second time under
 * an id of its own.
 */
export function mergeMoved(there: AnnotationFile, moved: AnnotationFile, newId: () => string): AnnotationFile {
  const { document, coder } = there;
  const byId = new Map(there.annotations.map((annotation) => [annotation.id, annotation]));
  const changes = moved.annotations.map((after) => {
    const known = byId.get(after.id);
    return { document, before: known && sameDecision(known, after) ? known : undefined, after };
  });
  const { annotations } = applyChanges(there.annotations, changes, newId);
  const unknown = { ...moved.unknown, ...there.unknown };
  const sha256 = commonHash(there, moved);
  return { document, sha256, coder, annotations, ...(Object.keys(unknown).length > 0 ? { unknown } : {}) };
}

/**
 * A file has one hash. Where the offsets count in two different texts there is none to give: everything is then looked for, which
 * finds what is still where it was by its context.
 */
function commonHash(there: AnnotationFile, moved: AnnotationFile): string {
  if (there.annotations.length === 0) return moved.sha256;
  if (moved.annotations.length === 0 || moved.sha256 === there.sha256) return there.sha256;
  return '';
}
