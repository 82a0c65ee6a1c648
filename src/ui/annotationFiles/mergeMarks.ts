/** Resolves what git left of a merge in an annotation file. */
import * as vscode from 'vscode';
import { type MergedText, type MergeRefusal, mergeMarked } from '../../core/annotation/mergeTexts.js';
import { formatMessage } from '../platform/messages.js';
import { say } from '../platform/say.js';
import { proposeChanges } from './fileChoice.js';
import { MARKS } from './mergeFixes.js';
import type { AnnotationFileParts } from './parts.js';

export function mergeCommands(parts: AnnotationFileParts) {
  return {
    resolveMerge: async (...args: readonly unknown[]) => {
      const uri = typeof args[0] === 'string' ? args[0] : await chooseFile(parts);
      if (uri !== undefined) await resolve(parts, uri);
    },
  };
}

/** The file with marks that is before the user, or the only one there is, or one that is chosen. */
async function chooseFile({ project }: AnnotationFileParts): Promise<string | undefined> {
  const marked = project.problems().filter(({ messages }) => messages.some(({ key }) => key === MARKS));
  const active = vscode.window.activeTextEditor?.document.uri.toString();
  const shown = marked.find(({ uri }) => uri === active) ?? (marked.length === 1 ? marked[0] : undefined);
  if (shown) return shown.uri;
  if (marked.length === 0) {
    say(vscode.l10n.t('No annotation file has merge marks.'));
    return undefined;
  }
  const items = marked.map(({ uri, path }) => ({ label: path, uri }));
  const title = vscode.l10n.t('Resolve the merge in which file?');
  return (await vscode.window.showQuickPick(items, { title }))?.uri;
}

async function resolve(parts: AnnotationFileParts, uri: string): Promise<void> {
  const path = parts.project.check.pathOf(uri);
  const bytes = await parts.files.read(uri);
  const before = bytes && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const merged = mergeMarked(before ?? '');
  if (before === undefined || !merged) return say(vscode.l10n.t('“{0}” has no merge marks that pair.', path));
  if ('problems' in merged) {
    void vscode.window.showWarningMessage(refusalText(path, merged));
    return;
  }
  await proposeChanges(parts, {
    label: vscode.l10n.t('resolve the merge in {0}', path),
    outcome: outcomeText(merged),
    accept: vscode.l10n.t('Resolve'),
    changes: [{ uri, before, after: merged.text }],
  });
}

function refusalText(path: string, { problems }: MergeRefusal): string {
  const [first] = problems;
  const [message] = first?.messages ?? [];
  if (!first || !message) {
    return vscode.l10n.t(
      'The two versions of “{0}” are about different documents or coders: choose one by hand.',
      path,
    );
  }
  const reason = formatMessage(message);
  return first.side === 'ours'
    ? vscode.l10n.t('Our version of “{0}” cannot be read, so choose by hand: {1}', path, reason)
    : vscode.l10n.t('Their version of “{0}” cannot be read, so choose by hand: {1}', path, reason);
}

function outcomeText({ file, fromOurs, fromTheirs, combined, clashes }: MergedText): string {
  return vscode.l10n.t(
    'Annotations: {0}. Only from ours: {1}, only from theirs: {2}, put together: {3}, both kept: {4}',
    file.annotations.length,
    fromOurs,
    fromTheirs,
    combined,
    clashes.length,
  );
}
