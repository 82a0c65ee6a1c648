/** Scans one document: the same in this thread and in others. */
import { compileCodebooks } from '../core/codebook/compile.js';
import { documentEntry } from '../core/exchange/documentEntry.js';
import { EXPORT_FORMATS } from '../core/exchange/formats.js';
import { codeIndex, rowsOf } from '../core/exchange/rows.js';
import { message } from '../core/message.js';
import { contentHash } from '../core/text/contentHash.js';
import { formatOfPath } from '../project/documentFormat.js';
import { exportVariables } from '../project/exportVariables.js';
import { type ReadStored, readStored } from '../project/storedText.js';
import { readWhole, wholeCodings } from '../project/wholeDocument.js';
import { packedIndexes } from './codebooks.js';
import { documentFiles, MAX_SIZE, TOO_LARGE } from './documentFiles.js';
import { uriOf } from './nodeFiles.js';
import { readingTools } from './readingTools.js';
import type { ScannedDocument, ScanSettings, ScanSource } from './scanTask.js';

async function readSource({ name, from }: ScanSource): Promise<ReadStored> {
  const unreadable = (reason: string): ReadStored => ({
    stored: undefined,
    messages: [message('document.unreadable', [name, reason])],
  });
  if ('file' in from) {
    const read = await readStored(documentFiles, uriOf(from.file), name);
    return read ?? unreadable('no such file');
  }
  const bytes = new TextEncoder().encode(from.text);
  if (bytes.length > MAX_SIZE) return unreadable(TOO_LARGE);
  return { stored: { text: from.text, sha256: contentHash(bytes) }, messages: [] };
}

/** Compiles the codebooks once; what it gives scans any number of documents with them. */
export function createScanner(settings: ScanSettings): (source: ScanSource) => Promise<ScannedDocument> {
  const { codebooks, areBuiltIn, minScore, format, variables } = settings;
  const packed = areBuiltIn ? packedIndexes : undefined;
  const compiled = compileCodebooks(codebooks, { packed, ...(minScore === undefined ? {} : { minScore }) });
  const codes = codeIndex(codebooks);
  const tools = readingTools(compiled);
  return async (source) => {
    const { name } = source;
    const { stored, messages } = await readSource(source);
    if (stored === undefined) return { name, entry: undefined, rows: '', problems: messages };
    const { text, sha256 } = stored;
    const read = await readWhole(text, formatOfPath(name), tools);
    const codings = wholeCodings({ path: name, read, derived: compiled.derived, annotations: [], coder: '' });
    const document = {
      path: name,
      sha256,
      language: read.language,
      text: read.text,
      parsed: read.parsed,
      codings,
      variables: await exportVariables(name, text, source.variables),
      source: 'stored',
    } as const;
    const rows = EXPORT_FORMATS[format].rows(rowsOf(document, codes), variables);
    return { name, entry: documentEntry(document), rows, problems: messages };
  };
}
