import * as vscode from 'vscode';
import type { Span, TextEdit } from '../../core/text/span.js';

/** A span as the editor's range. Both count UTF-16 units; offsets past the end give the end. */
export function toRange(document: vscode.TextDocument, span: Span): vscode.Range {
  return new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
}

export function toSpan(document: vscode.TextDocument, range: vscode.Range): Span {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

/** What an editor reports of a change, as edits that all count in the text before it. */
export function toEdits(changes: readonly vscode.TextDocumentContentChangeEvent[]): readonly TextEdit[] {
  return changes.map(({ rangeOffset, rangeLength, text }) => ({
    start: rangeOffset,
    end: rangeOffset + rangeLength,
    text,
  }));
}

/** UTF-16 units in a document, without joining its lines. */
export function lengthOf(document: vscode.TextDocument): number {
  return document.offsetAt(document.lineAt(document.lineCount - 1).range.end);
}
