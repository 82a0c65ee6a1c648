import * as vscode from 'vscode';
import type { Coding } from '../../core/analysis/coding.js';
import { KEEP_FOCUS } from '../platform/codingTarget.js';
import { toRange } from '../platform/positions.js';
import { type Located, locate, type TargetSource, targetsOf } from './targets.js';

/** Moving between the tree and the text, and from coding to coding. */
export function navigationCommands(source: TargetSource) {
  return {
    reveal: async (...args: readonly unknown[]) => {
      const [located] = locate(await targetsOf(args, source), source);
      if (located) await reveal(located, args.includes(KEEP_FOCUS));
    },
    next: () => step(source, 1),
    previous: () => step(source, -1),
  };
}

async function reveal({ document, coding }: Located, preserveFocus: boolean): Promise<void> {
  const opened = await vscode.workspace.openTextDocument(vscode.Uri.parse(document.ref.uri, true));
  const editor = await vscode.window.showTextDocument(opened, { preserveFocus });
  if (!coding.span) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('These words are no longer in the text: “{0}”. The annotation is kept.', coding.quote),
    );
    return;
  }
  select(editor, coding.span);
}

function select(editor: vscode.TextEditor, span: { start: number; end: number }): void {
  const range = toRange(editor.document, span);
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** The next coding after the cursor, or the one before it; round the end of the text. */
function step(source: TargetSource, direction: 1 | -1): void {
  const editor = vscode.window.activeTextEditor;
  const codings = editor && source.document(editor.document.uri.toString())?.codings;
  const all = (codings ?? []).filter(isVisible).flatMap(({ span }) => span ?? []);
  // Where several begin alike, the longest stands for them, from either side.
  const spans = all.filter(({ start }, index) => start !== all[index - 1]?.start);
  if (!editor || spans.length === 0) return;
  const here = editor.document.offsetAt(editor.selection.start);
  const ordered = direction === 1 ? spans : [...spans].reverse();
  const next = ordered.find(({ start }) => (direction === 1 ? start > here : start < here)) ?? ordered[0];
  if (next) select(editor, next);
}

function isVisible(coding: Coding): boolean {
  return coding.status !== 'rejected';
}
