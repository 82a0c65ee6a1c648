import type * as vscode from 'vscode';
import { type Marks, pushMarks, sameMarks, spansOf } from '../../core/analysis/marks.js';
import type { TextEdit } from '../../core/text/span.js';
import { toRange } from '../platform/positions.js';

/** All ranges of one decoration type in one editor. */
export interface Drawing {
  readonly type: vscode.TextEditorDecorationType;
  readonly marks: Marks;
}

/** Milliseconds of drawing at a stretch. Thousands of ranges take several times that, and the editor waits meanwhile. */
const SLICE = 10;

/**
 * What each editor shows at this moment. The editor moves decorations along with the text by itself; the same is done to
 * what is remembered here, so that drawing again is skipped for every type whose ranges are where they should be: typing
 * outside a highlight costs no call, and nothing flickers.
 */
export class Drawings {
  readonly #shown = new WeakMap<vscode.TextEditor, Map<string, Drawing>>();
  /** What is being drawn in an editor; replaced by what comes later, gone when it is done or its ranges are no longer true. */
  #turns = new WeakMap<vscode.TextEditor, object>();

  /**
   * Shows exactly `wanted`, by key, with as few calls as that takes; in slices, of which the first is drawn at once. What is
   * wanted may be worked out on the way: an entry without a drawing is a step on that way.
   */
  show(editor: vscode.TextEditor, wanted: Iterable<readonly [string, Drawing] | undefined>): void {
    const turn = {};
    this.#turns.set(editor, turn);
    const steps = this.#steps(editor, wanted);
    const draw = () => {
      const begin = performance.now();
      while (this.#turns.get(editor) === turn) {
        if (steps.next().done) this.#turns.delete(editor);
        else if (performance.now() - begin >= SLICE) {
          setTimeout(draw);
          return;
        }
      }
    };
    draw();
  }

  /** One call a step. What is new comes before what is old goes, so that no mark is missing in between. */
  *#steps(editor: vscode.TextEditor, wanted: Iterable<readonly [string, Drawing] | undefined>): Generator<void> {
    const shown = this.#shown.get(editor) ?? new Map<string, Drawing>();
    this.#shown.set(editor, shown);
    const keys = new Set<string>();
    for (const entry of wanted) {
      yield;
      if (!entry) continue;
      const [key, drawing] = entry;
      keys.add(key);
      const current = shown.get(key);
      if (current?.type === drawing.type && sameMarks(current.marks, drawing.marks)) continue;
      const ranges = spansOf(drawing.marks).map((span) => toRange(editor.document, span));
      editor.setDecorations(drawing.type, ranges);
      shown.set(key, drawing);
    }
    for (const [key, { type }] of [...shown]) {
      if (keys.has(key)) continue;
      editor.setDecorations(type, []);
      shown.delete(key);
      yield;
    }
  }

  /**
   * Follows an edit: `edits` count in the old text. What was still to be drawn counts in it too, and is left undone; gives
   * whether there was any.
   */
  shift(editor: vscode.TextEditor, edits: readonly TextEdit[]): boolean {
    const shown = this.#shown.get(editor) ?? new Map<string, Drawing>();
    for (const [key, { type, marks }] of shown) shown.set(key, { type, marks: pushMarks(marks, edits) });
    return this.#turns.delete(editor);
  }

  /** Nothing more is drawn: the decoration types are going. */
  dispose(): void {
    this.#turns = new WeakMap();
  }
}
