import type * as vscode from 'vscode';
import { containsOffset, type Span } from '../../core/text/span.js';
import type { DocumentState } from '../../project/state.js';
import { toSpan } from '../platform/positions.js';

/** The passage that the user means: what is selected, or the sentence at the cursor where nothing is. */
export function passageToCode(editor: vscode.TextEditor, document: DocumentState): Span | undefined {
  if (!editor.selection.isEmpty) return toSpan(editor.document, editor.selection);
  return sentenceAt(document, editor.document.offsetAt(editor.selection.active));
}

function sentenceAt({ text, parsed }: DocumentState, offset: number): Span | undefined {
  const index = text?.blocks.findIndex((block) => containsOffset(block, offset)) ?? -1;
  const block = text?.blocks[index];
  const sentence = parsed[index]?.sentences.find(({ end }) => offset <= (block?.start ?? 0) + end);
  if (!block || !sentence) return undefined;
  return { start: block.start + sentence.start, end: block.start + sentence.end };
}
