import * as vscode from 'vscode';
import type { Coding } from '../../core/analysis/coding.js';
import { isWithinCode } from '../../core/analysis/doubleRoles.js';
import { remove } from '../../core/annotation/decide.js';
import type { Surroundings } from '../../project/ports.js';
import type { Project } from '../../project/project.js';
import type { DocumentRef } from '../../project/state.js';
import { codeTitle } from '../platform/codingText.js';
import { say } from '../platform/say.js';
import { runBulk } from './bulkRun.js';
import { annotationCount, type HowMany, wordingOf } from './bulkWording.js';

export interface DeleteParts {
  readonly project: Project;
  readonly surroundings: Pick<Surroundings, 'now' | 'newId'>;
  readonly coderName: () => Promise<string | undefined>;
}

/** One's own annotations of one document. */
interface OwnCodings {
  readonly document: DocumentRef;
  readonly codings: readonly Coding[];
}

/** Deleting all of one's own annotations of a document, or of a code. */
export function deleteCommands(parts: DeleteParts) {
  return {
    deleteOfDocument: async () => {
      const own = await ownCodings(parts);
      const title = vscode.l10n.t('Delete all annotations of which document?');
      const document = own && (await chooseDocument(title, own));
      if (document) await deleteAll(parts, [document]);
    },
    deleteOfCode: async () => {
      const own = await ownCodings(parts);
      const title = vscode.l10n.t('Delete all annotations with which code?');
      const code = own && (await chooseCode(parts, title, own));
      if (own && code) await deleteAll(parts, withCode(own, code));
    },
  };
}

/** Undefined, with a word about it, where there are none. */
async function ownCodings({ project, coderName }: DeleteParts): Promise<readonly OwnCodings[] | undefined> {
  if (!(await coderName())) return undefined;
  await project.whenIdle();
  const own = project.documents().flatMap(({ ref, codings }): readonly OwnCodings[] => {
    const decided = codings.filter(isOwn);
    return decided.length > 0 ? [{ document: ref, codings: decided }] : [];
  });
  if (own.length > 0) return own;
  say(vscode.l10n.t('You have no annotations here yet.'));
  return undefined;
}

function isOwn({ annotation, editable }: Coding): boolean {
  return annotation !== undefined && editable;
}

function annotationsIn(codings: readonly Coding[]): number {
  return new Set(codings.map(({ annotation }) => annotation)).size;
}

async function chooseDocument(title: string, own: readonly OwnCodings[]): Promise<OwnCodings | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri.toString();
  const items = own.map((each) => ({
    label: each.document.path,
    description: annotationCount(annotationsIn(each.codings)),
    own: each,
  }));
  // What a person is looking at is what they mean most often.
  items.sort((a, b) => Number(b.own.document.uri === active) - Number(a.own.document.uri === active));
  return (await vscode.window.showQuickPick(items, { title }))?.own;
}

async function chooseCode(
  { project }: DeleteParts,
  title: string,
  own: readonly OwnCodings[],
): Promise<string | undefined> {
  const all = own.flatMap(({ codings }) => codings);
  const paths = new Set(all.flatMap(({ codePath }) => upwards(codePath)));
  const items = [...paths].sort().map((path) => {
    const count = annotationsIn(all.filter(({ codePath }) => isWithinCode(codePath, path)));
    const label = codeTitle(path, (each) => project.code(each));
    return { label, description: `${annotationCount(count)}, ${path}`, path };
  });
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true }))?.path;
}

/** A code and those that it is a sub-code of. */
function upwards(codePath: string): readonly string[] {
  const segments = codePath.split('/');
  return segments.slice(1).map((_, index) => segments.slice(0, index + 2).join('/'));
}

function withCode(own: readonly OwnCodings[], code: string): readonly OwnCodings[] {
  return own.flatMap(({ document, codings }) => {
    const meant = codings.filter(({ codePath }) => isWithinCode(codePath, code));
    return meant.length > 0 ? [{ document, codings: meant }] : [];
  });
}

async function deleteAll(parts: DeleteParts, own: readonly OwnCodings[]): Promise<void> {
  const { project } = parts;
  const howMany: HowMany = {
    count: own.reduce((sum, { codings }) => sum + annotationsIn(codings), 0),
    documents: own.length,
    path: own[0]?.document.path ?? '',
  };
  const sum = wordingOf('delete').sum(howMany);
  const yes = vscode.l10n.t('Delete');
  const detail = vscode.l10n.t(
    'Only your own. It is one step, which can be undone; the files are kept as they are now.',
  );
  if ((await vscode.window.showWarningMessage(`${sum}?`, { modal: true, detail }, yes)) !== yes) return;
  await runBulk({
    ...{ bulk: 'delete', howMany, steps: project.steps },
    parts: own.map(({ document, codings }) => ({
      document,
      changes: async () => changesIn(parts, document, codings),
    })),
  });
}

/** What is still there of what was to be deleted, as it is by now. */
function changesIn({ project, surroundings }: DeleteParts, { uri }: DocumentRef, codings: readonly Coding[]) {
  const ids = new Set(codings.map(({ id }) => id));
  const now = project.document(uri)?.codings.filter((each) => isOwn(each) && ids.has(each.id)) ?? [];
  const deciding = { document: uri, text: '', now: surroundings.now().toISOString(), newId: surroundings.newId };
  return remove(now, deciding);
}
