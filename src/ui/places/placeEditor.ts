/** Places in the text editor: shown where they are or may be, and the view brought back to where it was. */
import * as vscode from 'vscode';
import type { Coding } from '../../core/analysis/coding.js';
import { likelyPlaces } from '../../core/annotation/likelyPlaces.js';
import type { Span } from '../../core/text/span.js';
import { toRange } from '../platform/positions.js';

/** The text of a document; undefined where it cannot be opened, which is said. */
export async function openText(uri: string, path: string): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
  } catch {
    void vscode.window.showWarningMessage(vscode.l10n.t('“{0}” cannot be opened. Its annotations are kept.', path));
    return undefined;
  }
}

/** Where a coding is, else where it most likely is. */
export function placeOrLikely({ span, candidates, annotation }: Coding, text: string): Span | undefined {
  const target = annotation?.target;
  return span ?? candidates?.[0]?.span ?? (target && likelyPlaces(target, text)[0]?.span);
}

export interface ToShow {
  readonly document: vscode.TextDocument;
  readonly span: Span;
  readonly preserveFocus: boolean;
}

export async function showSpan({ document, span, preserveFocus }: ToShow): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(document, { preserveFocus });
  const range = toRange(document, span);
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return editor;
}

/** Remembers what the editor shows before a document is looked at, and gives what brings it back. */
export function rememberView(looked: vscode.Uri): () => Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const { document, selections, viewColumn } = editor ?? {};
  const top = editor?.visibleRanges[0];
  const wasOpen = tabsOf(looked).length > 0;
  return async () => {
    if (!wasOpen) await vscode.window.tabGroups.close(tabsOf(looked), true);
    if (!document || !selections) return;
    const options = { preserveFocus: true, ...(viewColumn === undefined ? {} : { viewColumn }) };
    const shown = await vscode.window.showTextDocument(document, options);
    shown.selections = selections;
    if (top) shown.revealRange(top, vscode.TextEditorRevealType.AtTop);
  };
}

function tabsOf(uri: vscode.Uri): readonly vscode.Tab[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.filter(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString());
}
