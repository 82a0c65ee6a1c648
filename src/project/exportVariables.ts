/** The variables that rows have: of `documents.csv`, and of the front matter of Markdown where the table says nothing. */
import type { Variables } from '../core/exchange/exportDocument.js';
import { decodeText } from '../core/text/decode.js';
import { formatOfPath } from './documentFormat.js';
import { frontMatterOf, readFrontMatter } from './documentVariables.js';
import type { Files } from './ports.js';

/** `table`: what `documents.csv` says of the document. */
export async function exportVariables(path: string, text: string, table: Variables): Promise<Variables> {
  const frontMatter = formatOfPath(path) === 'markdown' ? frontMatterOf(text) : undefined;
  return frontMatter === undefined ? table : { ...(await readFrontMatter(frontMatter)), ...table };
}

interface NamedDocument {
  readonly uri: string;
  readonly path: string;
  /** What `documents.csv` says of it. */
  readonly table: Variables;
}

/**
 * The names of all variables of all documents: a CSV needs them before its first row. Reads the Markdown documents for it;
 * what cannot be read has no names here and is reported when its turn comes.
 */
export async function variableNames(
  files: Pick<Files, 'read'>,
  documents: readonly NamedDocument[],
): Promise<readonly string[]> {
  const names = new Set(documents.flatMap(({ table }) => Object.keys(table)));
  for (const { uri, path } of documents) {
    if (formatOfPath(path) !== 'markdown') continue;
    const bytes = await files.read(uri).catch(() => undefined);
    const variables = bytes ? await exportVariables(path, decodeText(bytes).text, {}) : {};
    for (const name of Object.keys(variables)) names.add(name);
  }
  return [...names];
}
