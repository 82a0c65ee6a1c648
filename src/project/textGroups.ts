/** Annotations by the text that their targets count in: each group is put in its place through that text. */
import type { Annotation } from '../core/annotation/annotation.js';
import { hashOfTarget } from '../core/annotation/target.js';
import type { Unplaced } from './places.js';

export interface TextGroup {
  readonly coder: string;
  /** Of the text; empty where nobody knows. */
  readonly sha256: string;
  readonly annotations: readonly Annotation[];
}

export function textGroups(unplaced: readonly Unplaced[]): readonly TextGroup[] {
  return unplaced.flatMap(({ file, annotations }) => {
    const byText = new Map<string, Annotation[]>();
    for (const annotation of annotations) {
      const sha256 = hashOfTarget(annotation.target, file.sha256);
      const group = byText.get(sha256);
      if (group) group.push(annotation);
      else byText.set(sha256, [annotation]);
    }
    return [...byText].map(([sha256, ofText]) => ({ coder: file.coder, sha256, annotations: ofText }));
  });
}
