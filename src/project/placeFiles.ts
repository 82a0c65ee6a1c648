/** Puts the annotations of a document that is in no editor in their places. */
import type { PlacedAnnotation } from '../core/annotation/annotation.js';
import type { AnnotationFile } from '../core/annotation/annotationFile.js';
import { placeTargets } from '../core/annotation/placing/placeTargets.js';
import { inSlices, type Slicing } from './inSlices.js';
import type { StoredText } from './storedText.js';
import { textGroups } from './textGroups.js';

export interface FilesToPlace {
  /** About one document, of any coders. */
  readonly files: readonly AnnotationFile[];
  /** The document as it is now. */
  readonly stored: StoredText;
  /** The text of some bytes by their hash, where somebody has it. */
  readonly textBefore?: ((sha256: string) => Promise<string | undefined>) | undefined;
  readonly slicing: Slicing;
}

/** In slices, the files one after the other. */
export async function placeFiles(toPlace: FilesToPlace): Promise<readonly PlacedAnnotation[]> {
  const { files, stored, textBefore, slicing } = toPlace;
  const { text } = stored;
  const placed: PlacedAnnotation[] = [];
  for (const { coder, sha256, annotations } of textGroups(files.map((file) => ({ file, ...file })))) {
    const before = sha256 === stored.sha256 ? text : await textBefore?.(sha256);
    const targets = annotations.map(({ target }) => target);
    const places = await inSlices(placeTargets({ targets, text, before }), slicing);
    annotations.forEach((annotation, index) => {
      placed.push({ annotation, coder, ...(places?.[index] ?? { state: 'orphan', span: undefined }) });
    });
  }
  return placed;
}
