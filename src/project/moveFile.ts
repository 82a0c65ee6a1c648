/** One annotation file on its way to where its document is now: written there first, and only then removed here. */
import { type AnnotationFile, writeAnnotationFile } from '../core/annotation/annotationFile.js';
import { mergeMoved } from '../core/annotation/movedFile.js';
import { type Message, message } from '../core/message.js';
import type { AnnotationStore, StoredAnnotations } from './annotationStore.js';
import { atomicWrite } from './atomicWrite.js';
import type { FileChange } from './history.js';
import type { Surroundings } from './ports.js';
import { reasonOf } from './reason.js';
import { isSameName } from './safePath.js';

/** Another window may write in between: what it wrote comes along. One that never stops is left alone. */
const MOST_TRIES = 3;

export interface FileMove {
  readonly surroundings: Pick<Surroundings, 'files' | 'newId'>;
  readonly from: AnnotationStore;
  /** Of the annotation file. */
  readonly uri: string;
  readonly to: AnnotationStore;
  /** Path of the document below the folder of `to`. */
  readonly document: string;
}

export interface MovedFile {
  /** What was done to files, in that order; empty where the file stayed. */
  readonly changes: readonly FileChange[];
  /** How many annotations were moved. */
  readonly annotations: number;
  readonly messages: readonly Message[];
}

const NOTHING: MovedFile = { changes: [], annotations: 0, messages: [] };

/** Never rejects. Where the old file could not be removed, both are there, and a message says so. */
export async function moveAnnotationFile(move: FileMove): Promise<MovedFile> {
  let copy: Copy | undefined;
  try {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      if (copy && (await removed(move, copy))) return wholeMove(move, copy);
      const source = await readAgain(move);
      if (!source) return copy ? onlyCopied(copy) : NOTHING;
      const { file, text, writable } = source;
      if (!file || text === undefined || !writable) return stayed(move, copy, 'annotations.notMoved');
      if (await isOneFile(move, file, text)) return await renamed(move, file, text);
      const made = await copied(move, file, { path: source.path, text });
      if ('messages' in made) return { ...NOTHING, ...(copy ? onlyCopied(copy) : {}), ...made };
      copy = copy ? { ...made, before: copy.before } : made;
    }
    return stayed(move, copy, 'annotations.notMoved');
  } catch (error) {
    return stayed(move, copy, 'annotations.notRemoved', reasonOf(error));
  }
}

/** What was written at the new place. */
interface Copy {
  readonly uri: string;
  /** What it was made from, as it stood on disk. */
  readonly source: string;
  readonly before: string | undefined;
  readonly after: string;
  readonly annotations: number;
}

async function readAgain({ from, uri }: FileMove): Promise<StoredAnnotations | undefined> {
  await from.reload(uri);
  return from.stored(uri);
}

async function copied(
  { to, document }: FileMove,
  file: AnnotationFile,
  source: { readonly path: string; readonly text: string },
): Promise<Copy | { readonly messages: readonly Message[] }> {
  const own = { coder: file.coder, document };
  const uri = to.uriOf(own);
  let before: string | undefined;
  let isMerged = false;
  const { file: kept, messages } = await to.update(own, (there) => {
    before = to.stored(uri)?.text;
    const merged = mergeMoved(there, file);
    isMerged = merged !== undefined;
    return merged ?? there;
  });
  const after = to.stored(uri)?.text;
  if (!kept) return { messages };
  if (!isMerged || after === undefined) return { messages: [message('annotations.notMoved', [source.path, document])] };
  return { uri, source: source.text, before, after, annotations: file.annotations.length };
}

/** Whether the old file was taken away: not where somebody has written it since it was copied. Others are kept out meanwhile. */
async function removed(move: FileMove, copy: Copy): Promise<boolean> {
  const { files } = move.surroundings;
  const release = await files.lock?.(move.uri);
  try {
    const source = await readAgain(move);
    if (source?.text !== copy.source) return false;
    await files.remove(move.uri);
    await move.from.reload(move.uri);
    return true;
  } finally {
    await release?.();
  }
}

function onlyCopied({ uri, before, after, annotations }: Copy): MovedFile {
  return { changes: [{ uri, before, after }], annotations, messages: [] };
}

function wholeMove({ uri: from }: FileMove, { uri: to, source, before, after, annotations }: Copy): MovedFile {
  const changes = [
    { uri: to, before, after, with: from },
    { uri: from, before: source, after: undefined, with: to },
  ];
  return { changes, annotations, messages: [] };
}

function stayed(
  { from, uri, document }: FileMove,
  copy: Copy | undefined,
  key: 'annotations.notMoved' | 'annotations.notRemoved',
  arg = document,
): MovedFile {
  const path = from.stored(uri)?.path ?? uri;
  return { ...(copy ? onlyCopied(copy) : NOTHING), annotations: 0, messages: [message(key, [path, arg])] };
}

/** Whether the new name is, to this file system, another writing of the old one: of its upper and lower case, or its accents. */
async function isOneFile({ surroundings, uri, to, document }: FileMove, { coder }: AnnotationFile, text: string) {
  const there = to.uriOf({ coder, document });
  if (!isSameName(uri, there)) return false;
  const bytes = await surroundings.files.read(there);
  return bytes !== undefined && new TextDecoder().decode(bytes) === text;
}

/** The file, or the folder around it that has another name now, is given the new one; nothing is ever removed. */
async function renamed(
  { surroundings: { files, newId }, from, uri, to, document }: FileMove,
  file: AnnotationFile,
  before: string,
): Promise<MovedFile> {
  const there = to.uriOf({ coder: file.coder, document });
  const after = writeAnnotationFile({ ...file, document });
  if (uri !== there) await files.replace(...firstDifference(uri, there));
  await atomicWrite(files, there, new TextEncoder().encode(after), newId());
  await to.reload(there);
  await from.reload(uri);
  return { changes: [{ uri: there, before, after }], annotations: file.annotations.length, messages: [] };
}

/** Both URIs up to the first name in which they differ. */
function firstDifference(uri: string, other: string): readonly [string, string] {
  const [names, others] = [uri.split('/'), other.split('/')];
  const end = names.findIndex((name, index) => name !== others[index]) + 1;
  return [names.slice(0, end).join('/'), others.slice(0, end).join('/')];
}
