/** A project as the editor has it, on files in memory, with the codebooks that ship. */
import { readFile } from 'node:fs/promises';
import type { Codebook } from '../../src/core/codebook/codebook.js';
import type { PackedIndexes } from '../../src/core/codebook/compile.js';
import { unpackCodebook } from '../../src/core/codebook/shippedCodebook.js';
import { Project } from '../../src/project/project.js';
import type { DocumentRef } from '../../src/project/state.js';
import { MemoryFiles } from '../unit/project/memoryFiles.js';

export async function shippedCodebooks(): Promise<readonly Codebook[]> {
  const ids: readonly string[] = JSON.parse(await readFile('dist/codebooks.json', 'utf8'));
  const read = (id: string) =>
    Promise.all([readFile(`dist/codebooks/${id}.json`, 'utf8'), readFile(`media/codebooks/${id}.yaml`, 'utf8')]);
  return Promise.all(ids.map(async (id) => unpackCodebook(...(await read(id)))));
}

const packedIndexes: PackedIndexes = {
  read: (language) => readFile(`dist/codebooks/${language}.index`, 'utf8'),
  unusable: (language, reason) => {
    throw new Error(`${language}: ${reason}`);
  },
};

export const DOCUMENT: DocumentRef = { uri: 'memory:/work/long.txt', folder: 'memory:/work', path: 'long.txt' };

/** `hurry`: what would wait for a pause in typing comes at once, so that it is measured with the keystroke. */
export async function benchProject({ hurry = false, files = new MemoryFiles(), coder = '' } = {}): Promise<Project> {
  const codebooks = await shippedCodebooks();
  const project = new Project({
    surroundings: {
      files,
      now: () => new Date(0),
      newId: () => '',
      pause: () => new Promise((resolve) => setImmediate(resolve)),
      elapsed: () => performance.now(),
      later(milliseconds, task) {
        const timer = setTimeout(task, hurry ? 0 : milliseconds);
        return () => clearTimeout(timer);
      },
    },
    builtInCodebooks: async () => codebooks,
    packedIndexes,
    settings: {
      ...{ coder, sensitivity: 'balanced', maxLength: 10_000_000, enabledCodes: new Map() },
      ...{ learns: true, growsAtEdges: false },
    },
  });
  await project.whenIdle();
  return project;
}
