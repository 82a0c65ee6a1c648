import type { Files } from '../../project/ports.js';
import type { Project } from '../../project/project.js';

export interface AnnotationFileParts {
  readonly project: Pick<Project, 'steps' | 'check' | 'problems'>;
  readonly files: Pick<Files, 'read'>;
  /** Shows two versions beside each other. */
  readonly documents: {
    show(difference: {
      readonly path: string;
      readonly title: string;
      readonly before: string;
      readonly after: string;
    }): Promise<void>;
    close(): Promise<void>;
  };
}
