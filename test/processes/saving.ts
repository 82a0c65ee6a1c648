/**
 * A program that saves annotations as the command line and the desktop do, for tests that end it at any moment or run several at once.
 *
 *     node saving.cjs FOLDER FIRST COUNT WRITER DOCUMENTS
 *
 * Adds annotations number FIRST, FIRST + 1, ... (COUNT of them) to the files of `a.jansen` on `letter-0.md`, ... (DOCUMENTS of them)
 * in turns, a write for each, and says each on standard output once it is kept.
 */

import { uriOf } from '../../src/cli/nodeFiles.js';
import { nodeSurroundings } from '../../src/cli/surroundings.js';
import type { Annotation } from '../../src/core/annotation/annotation.js';
import { AnnotationStore } from '../../src/project/annotationStore.js';

const [folder = '', first = '0', count = '0', writer = '', documents = '1'] = process.argv.slice(2);

function numbered(number: number): Annotation {
  return {
    ...{ id: `${writer}-${number}`, codes: ['roles/partner'], status: 'confirmed', memo: '' },
    target: { start: number, end: number + 5, quote: 'samen', prefix: '', suffix: '' },
    origin: { kind: 'manual' },
    ...{ created: '2026-01-01T00:00:00Z', modified: '2026-01-01T00:00:00Z' },
  };
}

async function main(): Promise<void> {
  const store = new AnnotationStore(nodeSurroundings, uriOf(folder));
  await store.load();
  for (let number = Number(first); number < Number(first) + Number(count); number++) {
    const document = `letter-${number % Number(documents)}.md`;
    const { file, messages } = await store.update({ coder: 'a.jansen', document }, (before) => ({
      ...before,
      annotations: [...before.annotations, numbered(number)],
    }));
    if (!file) throw new Error(JSON.stringify(messages));
    process.stdout.write(`${number}\n`);
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
});
