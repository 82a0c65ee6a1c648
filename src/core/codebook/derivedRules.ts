import { type Codebook, codebookVersion } from './codebook.js';
import { enabledCodes } from './enabledCodes.js';

/** A code that follows where all its parts meet. */
export interface DerivedRule {
  readonly codePath: string;
  /** `partner-principal@1` */
  readonly codebook: string;
  /** Code paths; a sub-code counts for its code. */
  readonly parts: readonly string[];
  readonly within: readonly ('sentence' | 'paragraph')[];
}

export function derivedRules(codebook: Codebook, enabled: ReadonlySet<string>): readonly DerivedRule[] {
  const version = codebookVersion(codebook);
  return [...enabledCodes(codebook, enabled)].flatMap(({ code }) =>
    code.derived
      ? [
          {
            codePath: code.path,
            codebook: version,
            parts: code.derived.all.map((id) => `${codebook.id}/${id}`),
            within: code.derived.within,
          },
        ]
      : [],
  );
}
