/** Annotation files of a workspace in memory, made and read back by tests. */
import type { AnnotationFile } from '../../../src/core/annotation/annotationFile.js';
import { readAnnotationFile, writeAnnotationFile } from '../../../src/core/annotation/annotationFile.js';
import { targetOf } from '../../../src/core/annotation/target.js';
import { contentHash } from '../../../src/core/text/contentHash.js';
import type { MemoryFiles } from './memoryFiles.js';
import { FOLDER, LETTER } from './workspace.js';

/** Below `.policy-lens/annotations` of a folder. */
export function annotationsUri(path: string, folder = FOLDER): string {
  return `${folder}/.policy-lens/annotations/${path}.json`;
}

let ids = 0;

/** An annotation file about `document`, with these words of `text` coded. */
export function fileText(
  document: string,
  quotes: readonly string[],
  more: Partial<AnnotationFile> & { text?: string } = {},
) {
  const { text = LETTER, ...fields } = more;
  const annotations = quotes.map((quote) => {
    const start = text.indexOf(quote);
    return {
      id: `01J00000000000000000000${(ids++).toString().padStart(3, '0')}`,
      codes: ['roles/partner'],
      status: 'confirmed' as const,
      target: targetOf(text, { start, end: start + quote.length }),
      memo: '',
      origin: { kind: 'manual' as const },
      created: '2026-01-31T10:00:00Z',
      modified: '2026-01-31T10:00:00Z',
    };
  });
  const sha256 = contentHash(new TextEncoder().encode(text));
  return writeAnnotationFile({ document, sha256, coder: 'a.jansen', annotations, ...fields });
}

/** What is quoted in an annotation file; undefined where there is none. */
export function quotes(files: MemoryFiles, path: string, folder = FOLDER): readonly string[] | undefined {
  const text = files.text(annotationsUri(path, folder));
  return text === undefined ? undefined : readAnnotationFile(text).file?.annotations.map(({ target }) => target.quote);
}
