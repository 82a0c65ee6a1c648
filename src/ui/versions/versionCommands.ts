import * as vscode from 'vscode';
import { readAnnotationFile, writeAnnotationFile } from '../../core/annotation/annotationFile.js';
import type { Code } from '../../core/codebook/codebook.js';
import type { Files } from '../../project/ports.js';
import type { Project } from '../../project/project.js';
import type { DocumentRef } from '../../project/state.js';
import type { Version } from '../../project/versionSpacing.js';
import { formatMessage } from '../platform/messages.js';
import { say } from '../platform/say.js';
import type { Difference, VersionDocuments } from './versionDocuments.js';
import { versionText } from './versionText.js';

export interface VersionParts {
  readonly project: Project;
  readonly files: Pick<Files, 'read'>;
  /** Asks for the coder's name where it is not known; undefined where the user does not tell. */
  readonly coderName: () => Promise<string | undefined>;
  readonly documents: VersionDocuments;
}

/** One's own annotation file of one document. */
interface OwnFile {
  readonly document: DocumentRef;
  readonly uri: string;
  readonly versions: readonly Version[];
}

/** Going back to an earlier version of one's annotations of a document. */
export function versionCommands(parts: VersionParts) {
  return {
    restoreVersion: async () => {
      const own = await ownFile(parts);
      const version = own && (await chooseVersion(own));
      if (own && version) await restore(parts, own, version);
    },
  };
}

/** That of the text before the user, else of a document that is chosen. Undefined, with a word about it, where there is none. */
async function ownFile({ project, coderName }: VersionParts): Promise<OwnFile | undefined> {
  if (!project.versions.areKept) {
    say(vscode.l10n.t('Versions are kept where a folder is open.'));
    return undefined;
  }
  const coder = await coderName();
  if (!coder) return undefined;
  const active = vscode.window.activeTextEditor?.document.uri.toString() ?? '';
  const document = project.document(active)?.ref ?? (await chooseDocument(project));
  const uri = document && project.versions.fileOf(document, coder);
  if (!document || !uri) return undefined;
  const versions = await project.versions.of(uri);
  if (versions.length > 0) return { document, uri, versions };
  say(vscode.l10n.t('There is no earlier version of your annotations of “{0}” yet.', document.path));
  return undefined;
}

async function chooseDocument(project: Project): Promise<DocumentRef | undefined> {
  const items = project
    .documents()
    .filter(({ ref }) => ref.folder !== undefined)
    .map(({ ref }) => ({ label: ref.path, ref }));
  const title = vscode.l10n.t('Restore annotations of which document?');
  return (await vscode.window.showQuickPick(items, { title }))?.ref;
}

async function chooseVersion({ document, versions }: OwnFile): Promise<Version | undefined> {
  const items = versions.map((version) => ({
    label: timeText(version),
    description: contentText(version),
    ...(version.before === undefined ? {} : { detail: vscode.l10n.t('before: {0}', version.before) }),
    version,
  }));
  const title = vscode.l10n.t('Restore annotations of “{0}”', document.path);
  const placeHolder = vscode.l10n.t('Choose a version; what would change is shown first');
  return (await vscode.window.showQuickPick(items, { title, placeHolder, matchOnDetail: true }))?.version;
}

function timeText({ at }: Version): string {
  return new Date(at).toLocaleString(vscode.env.language, { dateStyle: 'medium', timeStyle: 'short' });
}

function contentText({ annotations, codes }: Version): string {
  if (annotations === undefined) return vscode.l10n.t('not readable as annotations');
  const ofCodes = codes === 1 ? vscode.l10n.t('one code') : vscode.l10n.t('{0} codes', codes);
  return annotations === 1
    ? vscode.l10n.t('one annotation, {0}', ofCodes)
    : vscode.l10n.t('{0} annotations, {1}', annotations, ofCodes);
}

async function restore(parts: VersionParts, own: OwnFile, version: Version): Promise<void> {
  const { project, documents } = parts;
  const kept = await project.versions.textOf(own.uri, version);
  const after = kept && aboutDocument(kept, own.document.path);
  if (after === undefined) return say(vscode.l10n.t('This version is not kept any more.'));
  const before = await textOf(parts.files, own.uri);
  if (before === after) return say(vscode.l10n.t('This version is the same as what is there now.'));
  const words = wordsOf((path) => project.code(path));
  await documents.show(differenceOf({ own, version, before: words(before), after: words(after) }));
  if (!(await isMeant(own, version))) return;
  const label = vscode.l10n.t('restore annotations of {0}', timeText(version));
  const messages = await project.steps.apply(label, [], [{ uri: own.uri, before, after }]);
  await documents.close();
  for (const message of messages) void vscode.window.showWarningMessage(formatMessage(message));
  if (messages.length === 0) say(vscode.l10n.t('Done: {0}', label));
}

/** The document may have had another name when the version was kept. */
function aboutDocument(text: string, path: string): string {
  const { file, writable } = readAnnotationFile(text);
  return file && writable && file.document !== path ? writeAnnotationFile({ ...file, document: path }) : text;
}

function wordsOf(codeOf: (path: string) => Code | undefined) {
  return (text: string | undefined) => (text === undefined ? '' : versionText(text, codeOf));
}

async function textOf(files: Pick<Files, 'read'>, uri: string): Promise<string | undefined> {
  const bytes = await files.read(uri);
  return bytes && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

interface Compared {
  readonly own: OwnFile;
  readonly version: Version;
  readonly before: string;
  readonly after: string;
}

function differenceOf({ own, version, before, after }: Compared): Difference {
  const title = vscode.l10n.t('{0}: now, and {1}', own.document.path, timeText(version));
  return { path: own.document.path, title, before, after };
}

/** Asked in a list that stays open, so that the difference can be read meanwhile. */
async function isMeant({ document }: OwnFile, version: Version): Promise<boolean> {
  const items = [
    {
      label: `$(history) ${vscode.l10n.t('Restore this version')}`,
      detail: vscode.l10n.t('It takes the place of your annotations of this document; these are kept as a version.'),
      isMeant: true,
    },
    { label: `$(circle-slash) ${vscode.l10n.t('Leave everything as it is')}`, isMeant: false },
  ];
  const title = vscode.l10n.t('Restore annotations of “{0}”', document.path);
  const placeHolder = `${timeText(version)}: ${contentText(version)}`;
  const chosen = await vscode.window.showQuickPick(items, { title, placeHolder, ignoreFocusOut: true });
  return chosen?.isMeant ?? false;
}
