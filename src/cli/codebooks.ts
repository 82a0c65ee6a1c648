/** The codebooks in force: those that come with the tool, and those of a workspace. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Codebook } from '../core/codebook/codebook.js';
import type { PackedIndexes } from '../core/codebook/compile.js';
import { turnedOn } from '../core/codebook/enabledCodes.js';
import { unpackCodebook } from '../core/codebook/shippedCodebook.js';
import { CodebookStore } from '../project/codebookStore.js';
import { nodeFiles, uriOf } from './nodeFiles.js';
import { UsageError } from './options.js';
import type { Report } from './report.js';

function readText(file: string): Promise<string> {
  return readFile(join(__dirname, file), 'utf8');
}

/** Made and checked by the build, so taken as they are; in the order that the editor has them in. */
async function builtInCodebooks(): Promise<readonly Codebook[]> {
  const ids = JSON.parse(await readText('codebooks.json')) as readonly string[];
  const read = (id: string) =>
    Promise.all([readText(join('codebooks', `${id}.json`)), readText(join('..', 'media', 'codebooks', `${id}.yaml`))]);
  return Promise.all(ids.map(async (id) => unpackCodebook(...(await read(id)))));
}

/** What the build compiled of them. Where that is of no use they are compiled again: slower, and else the same. */
export const packedIndexes: PackedIndexes = {
  read: (language) => readText(join('codebooks', `${language}.index`)),
  unusable: (language, reason) =>
    void process.stderr.write(
      `policy-lens: the compiled codebooks (${language}) are of no use, so they are compiled again: ${reason}\n`,
    ),
};

export interface CodebooksInForce {
  readonly codebooks: readonly Codebook[];
  /** Whether these are all built-in ones, and no others: those that `packedIndexes` is of. */
  readonly areBuiltIn: boolean;
}

/** `workspace`: folder whose own codebooks count too. What is wrong with one of these is reported, and the rest used. */
export async function codebooksInForce(workspace: string | undefined, report: Report): Promise<CodebooksInForce> {
  const store = new CodebookStore(nodeFiles, builtInCodebooks);
  await store.loadBuiltIn();
  if (workspace !== undefined) await store.addFolder(uriOf(workspace));
  for (const { path, messages } of store.problems()) await report.codebook(path, messages);
  return { codebooks: store.codebooks(), areBuiltIn: store.areBuiltIn };
}

/** The codebooks in force with one of the `ids`; all of them where none are asked for. */
export async function codebooksToUse(
  workspace: string | undefined,
  ids: readonly string[] | undefined,
  report: Report,
): Promise<CodebooksInForce> {
  const inForce = await codebooksInForce(workspace, report);
  if (ids === undefined) return inForce;
  const { codebooks } = inForce;
  const known = codebooks.map(({ id }) => id);
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown !== undefined) throw new UsageError(`--codebook ${unknown}: expected ${known.join(', ')}`);
  const asked = codebooks.filter(({ id }) => ids.includes(id));
  const chosen = asked.map(turnedOn);
  const areAsShipped =
    chosen.length === codebooks.length && chosen.every((codebook, index) => codebook === asked[index]);
  return { codebooks: chosen, areBuiltIn: inForce.areBuiltIn && areAsShipped };
}
