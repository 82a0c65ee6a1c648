import type * as vscode from 'vscode';
import { mergeSpans } from '../../core/analysis/highlights.js';
import type { Span, TextEdit } from '../../core/text/span.js';
import { toRange } from '../platform/positions.js';

/** All ranges of one decoration type in one editor. */
export interface Drawing {
  readonly type: vscode.TextEditorDecorationType;
  readonly spans: readonly Span[];
}

/**
 * What each editor shows at this moment. The editor moves decorations along with the text by itself; the same is done to
 * what is remembered here, so that drawing again is skipped for every type whose ranges are where they should be: typing
 * outside a highlight costs no call, and nothing flickers.
 */
export class Drawings {
  readonly #shown = new WeakMap<vscode.TextEditor, Map<string, Drawing>>();

  /** Shows exactly `wanted`, by key, with as few calls as that takes. */
  show(editor: vscode.TextEditor, wanted: ReadonlyMap<string, Drawing>): void {
    const shown = this.#shown.get(editor) ?? new Map<string, Drawing>();
    for (const [key, drawing] of shown) {
      if (!wanted.has(key)) editor.setDecorations(drawing.type, []);
    }
    for (const [key, drawing] of wanted) {
      const current = shown.get(key);
      if (current?.type === drawing.type && sameSpans(current.spans, drawing.spans)) continue;
      editor.setDecorations(
        drawing.type,
        drawing.spans.map((span) => toRange(editor.document, span)),
      );
    }
    this.#shown.set(editor, new Map(wanted));
  }

  /** Follows an edit: `edits` count in the old text. */
  shift(editor: vscode.TextEditor, edits: readonly TextEdit[], shiftSpans: ShiftSpans): void {
    const shown = this.#shown.get(editor);
    if (!shown) return;
    for (const [key, drawing] of shown) {
      const spans = shiftSpans(drawing.spans, edits).filter((span) => span !== undefined);
      shown.set(key, { type: drawing.type, spans: mergeSpans(spans) });
    }
  }
}

export type ShiftSpans = (spans: readonly Span[], edits: readonly TextEdit[]) => readonly (Span | undefined)[];

function sameSpans(a: readonly Span[], b: readonly Span[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((span, index) => span.start === b[index]?.start && span.end === b[index]?.end);
}
