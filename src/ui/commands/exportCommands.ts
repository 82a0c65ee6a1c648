import * as vscode from 'vscode';
import { ROW_FORMATS, type RowFormat } from '../../core/exchange/rowFormats.js';
import type { Surroundings } from '../../project/ports.js';
import type { Project } from '../../project/project.js';
import type { DocumentRef } from '../../project/state.js';
import { type EditorExport, exportText } from '../exporting/exportRequest.js';
import { formatMessage } from '../platform/messages.js';
import { say } from '../platform/say.js';
import { readSettings } from '../platform/settings.js';
import { textsOfWorkspace } from '../platform/workspaceTexts.js';
import { type TargetSource, targetsOf } from './targets.js';

export interface ExportParts {
  readonly project: Project;
  readonly source: TargetSource;
  readonly surroundings: Surroundings;
}

/** What a keybinding or another extension may give, so that nobody is asked. */
interface Wishes {
  readonly format?: RowFormat;
  /** URI of the file to write. */
  readonly to?: string;
}

interface Choice {
  readonly documents: (token: vscode.CancellationToken) => Promise<readonly DocumentRef[]>;
  readonly includes: EditorExport['includes'];
  /** Of the file, without its ending. */
  readonly name: string;
}

/** Export of this document, of what is selected in the tree, or of the workspace. */
export function exportCommands(parts: ExportParts) {
  const { project, source } = parts;
  return {
    exportDocument: (...args: readonly unknown[]) => {
      const uri = vscode.window.activeTextEditor?.document.uri.toString() ?? '';
      const ref = project.document(uri)?.ref;
      if (!ref) return say(vscode.l10n.t('Open the text that you want to export.'));
      const name =
        ref.path
          .split('/')
          .at(-1)
          ?.replace(/\.[^.]*$/, '') ?? 'policy-lens';
      return runExport(parts, { documents: async () => [ref], includes: () => true, name }, wishesIn(args));
    },
    exportSelection: async (...args: readonly unknown[]) => {
      const isAsked = args[0] !== undefined && !isWishes(args[0]);
      const targets = isAsked ? await targetsOf(args, source) : source.selectedTargets();
      const wanted = new Set(targets.map(({ uri, codingId }) => `${uri} ${codingId}`));
      const refs = [...new Set(targets.map(({ uri }) => uri))].flatMap((uri) => project.document(uri)?.ref ?? []);
      if (refs.length === 0) return say(vscode.l10n.t('Select annotations in the Policy Lens view first.'));
      const includes: EditorExport['includes'] = (ref, coding) => wanted.has(`${ref.uri} ${coding.id}`);
      return runExport(parts, { documents: async () => refs, includes, name: 'selection' }, wishesIn(args));
    },
    exportWorkspace: (...args: readonly unknown[]) => {
      const name = vscode.workspace.name?.replace(/[^\p{L}\p{N} ._-]+/gu, '') || 'policy-lens';
      const documents = (token: vscode.CancellationToken) => textsOfWorkspace(project, token);
      return runExport(parts, { documents, includes: () => true, name }, wishesIn(args));
    },
  };
}

function isWishes(value: unknown): value is Wishes {
  if (typeof value !== 'object' || value === null || !('format' in value)) return false;
  return ROW_FORMATS.some((format) => format === value.format);
}

function wishesIn(args: readonly unknown[]): Wishes {
  return args.find(isWishes) ?? {};
}

async function runExport(parts: ExportParts, choice: Choice, wishes: Wishes): Promise<void> {
  const format = wishes.format ?? (await askFormat());
  if (!format) return;
  const to = wishes.to ? vscode.Uri.parse(wishes.to, true) : await askFile(choice.name, format);
  if (!to) return;
  parts.project.learning.wake();
  await parts.project.whenIdle();
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Policy Lens export'),
    cancellable: true,
  };
  const result = await vscode.window.withProgress(options, async (progress, token) => {
    const documents = await choice.documents(token);
    const onDocument = (path: string, done: number) => {
      const message = vscode.l10n.t('{0} ({1} of {2})', path, done + 1, documents.length);
      progress.report({ message, increment: 100 / documents.length });
    };
    const { coder } = readSettings();
    const exported = await exportText({
      ...parts,
      coder,
      format,
      documents,
      includes: choice.includes,
      token,
      onDocument,
    });
    if (exported) await vscode.workspace.fs.writeFile(to, new TextEncoder().encode(exported.text));
    return exported;
  });
  if (!result) return say(vscode.l10n.t('The export was cancelled; nothing was written.'));
  void tell(to, result);
}

async function tell(
  to: vscode.Uri,
  { rows, problems }: NonNullable<Awaited<ReturnType<typeof exportText>>>,
): Promise<void> {
  const open = vscode.l10n.t('Open');
  const name = vscode.workspace.asRelativePath(to);
  const [first] = problems;
  const [message] = first?.messages ?? [];
  const answer =
    first && message
      ? await vscode.window.showWarningMessage(
          vscode.l10n.t(
            '{0} rows in {1}. Documents with a problem: {2}; the first: {3}',
            rows,
            name,
            problems.length,
            formatMessage(message),
          ),
          open,
        )
      : await vscode.window.showInformationMessage(vscode.l10n.t('{0} rows in {1}', rows, name), open);
  if (answer === open) await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(to));
}

async function askFormat(): Promise<RowFormat | undefined> {
  const items: (vscode.QuickPickItem & { format: RowFormat })[] = [
    {
      format: 'json',
      label: 'JSON',
      detail: vscode.l10n.t('One object: codebooks, every document looked at, all rows'),
    },
    { format: 'jsonl', label: 'JSON Lines', detail: vscode.l10n.t('A row a line, for streaming and databases') },
    { format: 'csv', label: 'CSV', detail: vscode.l10n.t('A table, for spreadsheets, R and Python') },
  ];
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Export as') }))?.format;
}

function askFile(name: string, format: RowFormat): Thenable<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const defaultUri = folder && vscode.Uri.joinPath(folder, `${name}.${format}`);
  return vscode.window.showSaveDialog({
    ...(defaultUri ? { defaultUri } : {}),
    filters: { [format.toUpperCase()]: [format] },
    title: vscode.l10n.t('Export to'),
  });
}
