/** From the project's state to what trees are made of. */
import type { CodedDocument } from '../../core/analysis/outline.js';
import { LineIndex } from '../../core/text/lineIndex.js';
import type { PolicyText } from '../../core/text/policyText.js';
import type { DocumentState } from '../../project/state.js';

/** Line numbers for the texts at hand; an index is made once a text, when a line is first asked for. */
export class Lines {
  readonly #indexes = new WeakMap<PolicyText, LineIndex>();

  lineOf(text: PolicyText, offset: number): number {
    const index = this.#indexes.get(text) ?? new LineIndex(text.text);
    this.#indexes.set(text, index);
    return index.positionAt(offset).line;
  }
}

export function codedDocument({ ref, codings, text }: DocumentState, lines: Lines): CodedDocument {
  const lineOf = (offset: number) => text && lines.lineOf(text, offset);
  return { uri: ref.uri, path: ref.path, codings, lineOf };
}
