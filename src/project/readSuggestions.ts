/** Finds the suggestions of a document that may not be open, as its editor would show them. */
import { message } from '../core/message.js';
import { formatOfPath } from './documentFormat.js';
import { isOpenSuggestion, type OpenSuggestions, type SuggestionSource } from './openSuggestions.js';
import { placeFiles } from './placeFiles.js';
import type { DocumentRef } from './state.js';
import { readStored } from './storedText.js';
import { readWhole, wholeCodings } from './wholeDocument.js';

/** Those of an open document are what its editor shows; another is read from its file. */
export async function openSuggestions(source: SuggestionSource, document: DocumentRef): Promise<OpenSuggestions> {
  const shown = source.shownOf(document);
  if (shown) return { document, codings: shown.codings.filter(isOpenSuggestion), sha256: undefined, messages: [] };
  const { path } = document;
  const read = await readStored(source.surroundings.files, document.uri, path);
  const messages = read?.messages ?? [message('document.missing', [path])];
  if (!read?.stored) return { document, codings: [], sha256: undefined, messages };
  const { text, sha256 } = read.stored;
  const { tools, coder } = source;
  const whole = await readWhole(text, formatOfPath(path), tools);
  const derived = tools.codebooks()?.derived ?? [];
  const files = source.annotationsOf(document);
  const annotations = await placeFiles({ files, stored: read.stored, slicing: tools.surroundings });
  const codings = wholeCodings({ path, read: whole, derived, annotations, coder });
  return { document, codings: codings.filter(isOpenSuggestion), sha256, messages };
}
