/** Checks all annotation files of a workspace folder against each other, their documents and the codebooks. */

import type { Target } from '../core/annotation/annotation.js';
import type { AnnotationFile } from '../core/annotation/annotationFile.js';
import { repairedText } from '../core/annotation/repair.js';
import { createResolver } from '../core/annotation/resolve.js';
import {
  type FileToVerify,
  type Finding,
  type VerifyContext,
  verifyFile,
  verifyIds,
} from '../core/annotation/verify.js';
import type { AnnotationStore, StoredAnnotations } from './annotationStore.js';
import type { FileChange } from './history.js';
import type { Surroundings } from './ports.js';
import { isBelowFolder } from './safePath.js';
import { readStored, type StoredText } from './storedText.js';

export interface CheckParts {
  readonly surroundings: Pick<Surroundings, 'files' | 'pause'>;
  /** URI of the workspace folder. */
  readonly folder: string;
  readonly annotations: AnnotationStore;
  /** Whether a codebook has a code. */
  isKnown(code: string): boolean;
  /** Told before each file, with how many there are; false ends it. */
  onFile?(path: string, done: number, total: number): boolean;
}

export interface CheckedAnnotations {
  readonly files: number;
  readonly annotations: number;
  /** By file, and in it in the order of the document. */
  readonly findings: readonly CheckedFinding[];
}

export interface CheckedFinding extends Finding {
  readonly uri: string;
}

/** Reads what is on disk now. Undefined where `onFile` ended it. */
export async function checkAnnotations(parts: CheckParts): Promise<CheckedAnnotations | undefined> {
  const files = filesToVerify(parts.annotations);
  const shared = byPath(verifyIds(files));
  const findings: CheckedFinding[] = [];
  for (const [index, to] of files.entries()) {
    if (parts.onFile?.(to.path, index, files.length) === false) return undefined;
    const context = await contextOf(parts, to.file);
    const all = [...verifyFile(to, context), ...(shared.get(to.path) ?? [])];
    findings.push(...all.map((finding) => ({ ...finding, uri: to.uri })));
    await parts.surroundings.pause();
  }
  const annotations = files.reduce((sum, { file }) => sum + (file?.annotations.length ?? 0), 0);
  return { files: files.length, annotations, findings };
}

/** What mends these findings, as changes of whole files; nothing is written. */
export async function repairsOf(
  parts: CheckParts,
  findings: readonly CheckedFinding[],
): Promise<readonly FileChange[]> {
  const changes: FileChange[] = [];
  for (const to of filesToVerify(parts.annotations)) {
    const ofFile = findings.filter(({ uri, isRepairable }) => uri === to.uri && isRepairable);
    if (ofFile.length === 0 || to.text === undefined) continue;
    const before = await textOnDisk(parts, to.uri);
    // Changed since it was checked: what was found may not hold of it any more.
    if (before?.replace(/^\uFEFF/, '') !== to.text) continue;
    const context = await contextOf(parts, to.file);
    const text = repairedText(to, ofFile, context);
    const isMoved = ofFile.some(({ kind }) => kind === 'misplaced') && to.belongs?.isFree === true;
    if (isMoved && to.file) {
      changes.push({ uri: parts.annotations.uriOf(to.file), before: undefined, after: text ?? to.text });
      changes.push({ uri: to.uri, before, after: undefined });
    } else if (text !== undefined) changes.push({ uri: to.uri, before, after: text });
  }
  return changes;
}

/** A byte order mark included, as changes of files have it. */
async function textOnDisk({ surroundings }: CheckParts, uri: string): Promise<string | undefined> {
  const bytes = await surroundings.files.read(uri);
  return bytes && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

interface CheckedFile extends FileToVerify {
  readonly uri: string;
}

function filesToVerify(store: AnnotationStore): readonly CheckedFile[] {
  const byName = (a: StoredAnnotations, b: StoredAnnotations) => (a.path < b.path ? -1 : 1);
  return [...store.files()].sort(byName).map(({ uri, path, text, file, messages }) => ({
    ...{ uri, path, text, file, messages },
    ...(file && store.uriOf(file) !== uri ? { belongs: belongsTo(store, file) } : {}),
  }));
}

function belongsTo(store: AnnotationStore, file: AnnotationFile) {
  const isFree = isBelowFolder(file.document) && !store.has(file);
  return { path: store.pathOf(file), isFree };
}

async function contextOf(
  { surroundings, folder, isKnown }: CheckParts,
  file: AnnotationFile | undefined,
): Promise<VerifyContext> {
  const document = file && (await documentOf(surroundings, folder, file.document));
  const resolver = document && createResolver(document.text);
  const place = (target: Target): Target | undefined => {
    const found = resolver?.(target);
    const isCertain = found?.state === 'anchored' || found?.state === 'moved';
    return isCertain && found.span ? { ...target, ...found.span } : undefined;
  };
  return { document, isKnown, place };
}

async function documentOf(
  { files }: Pick<Surroundings, 'files'>,
  folder: string,
  path: string,
): Promise<StoredText | undefined> {
  if (!isBelowFolder(path)) return undefined;
  return (await readStored(files, files.join(folder, ...path.split('/')), path))?.stored;
}

function byPath(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) groups.set(finding.path, [...(groups.get(finding.path) ?? []), finding]);
  return groups;
}
