/** Checks the annotation files of all workspace folders. */
import type { CheckedAnnotations, CheckedFinding, CheckParts } from './checkAnnotations.js';
import type { Folder, Folders } from './folders.js';
import type { FileChange } from './history.js';
import type { Surroundings } from './ports.js';

export interface AnnotationCheckParts {
  readonly surroundings: Pick<Surroundings, 'files' | 'pause'>;
  readonly folders: Folders;
  /** Whether a codebook has a code. */
  isKnown(code: string): boolean;
}

export class AnnotationCheck {
  readonly #parts: AnnotationCheckParts;

  constructor(parts: AnnotationCheckParts) {
    this.#parts = parts;
  }

  /** Of what is on disk now. `onFile`: told before each file; where it says false, there is no result. */
  async check(onFile: NonNullable<CheckParts['onFile']>): Promise<CheckedAnnotations | undefined> {
    const { checkAnnotations } = await import('./textWork.js');
    const all: CheckedAnnotations[] = [];
    for (const folder of this.#parts.folders.all()) {
      const known = folder.annotations.files().map(({ uri }) => uri);
      for (const uri of known) await folder.annotations.reload(uri);
      const checked = await checkAnnotations({ ...this.#partsOf(folder), onFile });
      if (!checked) return undefined;
      all.push(checked);
    }
    return {
      files: all.reduce((sum, { files }) => sum + files, 0),
      annotations: all.reduce((sum, { annotations }) => sum + annotations, 0),
      findings: all.flatMap(({ findings }) => findings),
    };
  }

  /** What mends these findings, as changes of whole files; nothing is written. */
  async repairs(findings: readonly CheckedFinding[]): Promise<readonly FileChange[]> {
    const { repairsOf } = await import('./textWork.js');
    const folders = this.#parts.folders.all();
    const changes = await Promise.all(folders.map((folder) => repairsOf(this.#partsOf(folder), findings)));
    return changes.flat();
  }

  /** As messages name a file. */
  pathOf(uri: string): string {
    return this.#parts.folders.pathOf(uri);
  }

  #partsOf({ uri, annotations }: Folder): CheckParts {
    const { surroundings, isKnown } = this.#parts;
    return { surroundings, folder: uri, annotations, isKnown };
  }
}
